package org.jointdiffusion.runtime.training;

import java.util.List;
import org.jointdiffusion.runtime.model.JointModel;
import org.jointdiffusion.runtime.network.InitialWeights;
import org.jointdiffusion.runtime.network.NetworkConfiguration;
import org.jointdiffusion.runtime.network.ParameterLayout;
import org.jointdiffusion.runtime.network.ParameterTensor;

/** The weights with which the training of a trained model goes on. */
final class StartingWeights {

    /** The tensors with one entry, or one row, a class. */
    private static final String CLASS_OUTPUT = "head.output.";

    private StartingWeights() {}

    /**
     * The weights of a model for the classes of the new rows, which may be more than the model's and in another order:
     * what the classifier knows of a class goes where that class is now, and new classes begin at random.
     *
     * @throws TrainingException when the network has another shape or a class of the model is missing among the rows'
     */
    static float[] of(final JointModel model, final TrainingImages data, final TrainingSettings settings)
            throws TrainingException {
        final List<String> known = model.specification().classNames();
        check(model.specification().network(), settings.network());
        if (!data.classNames().containsAll(known)) {
            throw new TrainingException("The model to continue from knows the classes " + known
                    + ", but the classes of the training images are " + data.classNames()
                    + ". Add images, or at least the names, of the missing classes, or train a new model.");
        }
        final float[] weights = InitialWeights.draw(ParameterLayout.of(settings.network()), settings.seed());
        int from = 0;
        int to = 0;
        for (final ParameterTensor tensor :
                ParameterLayout.of(model.specification().network()).tensors()) {
            if (tensor.name().startsWith(CLASS_OUTPUT)) {
                final int width = tensor.size() / known.size();
                for (int label = 0; label < known.size(); label++) {
                    final int place = data.classNames().indexOf(known.get(label));
                    System.arraycopy(model.weights(), from + label * width, weights, to + place * width, width);
                }
                to += width * data.classNames().size();
            } else {
                System.arraycopy(model.weights(), from, weights, to, tensor.size());
                to += tensor.size();
            }
            from += tensor.size();
        }
        return weights;
    }

    private static void check(final NetworkConfiguration trained, final NetworkConfiguration wanted)
            throws TrainingException {
        if (!trained.withClasses(wanted.classes()).equals(wanted)) {
            throw new TrainingException("The model to continue from has another network than the one that is asked"
                    + " for: " + trained + ", not " + wanted + ". Choose the model's image size and network, or train"
                    + " a new model.");
        }
    }
}
