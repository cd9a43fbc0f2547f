package org.jointdiffusion.nodes.predictor;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jointdiffusion.nodes.execution.NodeProgress;
import org.jointdiffusion.nodes.execution.Warnings;
import org.jointdiffusion.runtime.engine.JointNetwork;
import org.jointdiffusion.runtime.image.PixelImage;
import org.jointdiffusion.runtime.model.JointModel;
import org.jointdiffusion.runtime.prediction.Classifier;
import org.jointdiffusion.runtime.prediction.DenoisingError;
import org.jointdiffusion.runtime.prediction.Prediction;
import org.jointdiffusion.runtime.prediction.Representation;
import org.jointdiffusion.runtime.prediction.Typicality;
import org.knime.core.node.KNIMEException;

/** Finds out what the settings ask for, for a few images at a time. */
final class ImageAssessor {

    /** Why a model cannot tell what is typical. */
    static final String NO_TYPICALITY = "Typicality is not available: the model does not hold how well it denoises "
            + "images that were held out from its training. It was made by an earlier version, or with fewer than 20 "
            + "validation images. Train it again with more validation images.";

    private final Classifier m_classifier;
    private final DenoisingError m_errors;
    private final Optional<Typicality> m_typicality;
    private final Optional<Representation> m_representation;

    private ImageAssessor(
            final Classifier classifier,
            final DenoisingError errors,
            final Optional<Typicality> typicality,
            final Optional<Representation> representation) {
        m_classifier = classifier;
        m_errors = errors;
        m_typicality = typicality;
        m_representation = representation;
    }

    /**
     * Prepares what is needed.
     *
     * @throws KNIMEException when predictions depend on the typicality, and the model cannot tell it
     */
    static ImageAssessor of(
            final JointNetwork network,
            final JointModel model,
            final PredictorParameters parameters,
            final NodeProgress progress,
            final Warnings warnings)
            throws KNIMEException {
        final Optional<Typicality> typicality =
                parameters.needsTypicality() ? model.referenceErrors().map(Typicality::of) : Optional.empty();
        if (parameters.needsTypicality() && typicality.isEmpty()) {
            if (parameters.m_smallestTypicality.isPresent()) {
                throw new KNIMEException(
                        NO_TYPICALITY + " Or do not let predictions depend on it: open the dialog and change that.");
            }
            warnings.note(NO_TYPICALITY);
        }
        return new ImageAssessor(
                new Classifier(network, model),
                new DenoisingError(network, model.specification().schedule(), progress::checkCancelled),
                typicality,
                parameters.m_appendFeatures
                        ? Optional.of(new Representation(network, progress::checkCancelled))
                        : Optional.empty());
    }

    /** What is said of each image, in their order. */
    List<Assessment> assess(final List<PixelImage> images) {
        final List<Prediction> predictions = m_classifier.predict(images);
        final Optional<double[]> errors = m_typicality.map(typicality -> m_errors.of(images));
        final Optional<float[][]> features = m_representation.map(representation -> representation.of(images));
        final List<Assessment> assessments = new ArrayList<>(images.size());
        for (int index = 0; index < images.size(); index++) {
            final int row = index;
            assessments.add(new Assessment(
                    predictions.get(row),
                    errors.isPresent()
                            ? OptionalDouble.of(m_typicality.get().percentile(errors.get()[row]))
                            : OptionalDouble.empty(),
                    features.map(all -> all[row])));
        }
        return assessments;
    }
}
