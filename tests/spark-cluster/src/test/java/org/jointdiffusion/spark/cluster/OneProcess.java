package org.jointdiffusion.spark.cluster;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.jointdiffusion.runtime.ProgressMonitor;
import org.jointdiffusion.runtime.diffusion.RowNumber;
import org.jointdiffusion.runtime.engine.Device;
import org.jointdiffusion.runtime.engine.JointNetwork;
import org.jointdiffusion.runtime.engine.Precision;
import org.jointdiffusion.runtime.engine.RuntimeService;
import org.jointdiffusion.runtime.explanation.Counterfactual;
import org.jointdiffusion.runtime.explanation.CounterfactualExplainer;
import org.jointdiffusion.runtime.explanation.ExplanationRequest;
import org.jointdiffusion.runtime.explanation.ExplanationSettings;
import org.jointdiffusion.runtime.image.ImageDecoder;
import org.jointdiffusion.runtime.image.ImageLimits;
import org.jointdiffusion.runtime.image.PixelImage;
import org.jointdiffusion.runtime.model.JointModel;
import org.jointdiffusion.runtime.model.ModelFile;
import org.jointdiffusion.runtime.prediction.Classifier;
import org.jointdiffusion.runtime.prediction.Prediction;

/** What the runtime computes in this process, without Spark: the yardstick. */
final class OneProcess implements AutoCloseable {

    private final JointModel model;
    private final JointNetwork network;

    OneProcess(final Path file) throws IOException {
        try (InputStream stream = Files.newInputStream(file)) {
            model = ModelFile.read(stream);
        }
        network = RuntimeService.shared().load(model, Device.cpu(), Precision.FLOAT32);
    }

    List<String> classNames() {
        return model.specification().classNames();
    }

    String targetName() {
        return model.specification().targetName();
    }

    /** Predicts images of a folder, so many at once. */
    Map<String, Prediction> predict(final Path folder, final List<String> names, final int rows) throws IOException {
        final Map<String, Prediction> predictions = new LinkedHashMap<>();
        for (int from = 0; from < names.size(); from += rows) {
            final List<String> block = names.subList(from, Math.min(names.size(), from + rows));
            final List<Prediction> results = new Classifier(network, model).predict(images(folder, block));
            for (int row = 0; row < block.size(); row++) {
                predictions.put(block.get(row), results.get(row));
            }
        }
        return predictions;
    }

    /** Explains images of a folder, so many at once. */
    Map<String, Counterfactual> explain(
            final Path folder, final List<String> names, final int rows, final ExplanationSettings settings)
            throws IOException {
        final Map<String, Counterfactual> results = new LinkedHashMap<>();
        for (int from = 0; from < names.size(); from += rows) {
            final List<String> block = names.subList(from, Math.min(names.size(), from + rows));
            final List<PixelImage> images = images(folder, block);
            final List<ExplanationRequest> requests = new ArrayList<>();
            for (int row = 0; row < block.size(); row++) {
                requests.add(
                        new ExplanationRequest(RowNumber.of(block.get(row)), images.get(row), OptionalInt.empty(), 0));
            }
            new CounterfactualExplainer(network, model)
                    .explain(
                            requests,
                            settings,
                            ProgressMonitor.silent(),
                            result -> results.put(names.get(results.size()), result));
        }
        return results;
    }

    private static List<PixelImage> images(final Path folder, final List<String> names) throws IOException {
        final List<PixelImage> images = new ArrayList<>();
        for (final String name : names) {
            images.add(ImageDecoder.read(folder.resolve(name), ImageLimits.DEFAULT));
        }
        return images;
    }

    @Override
    public void close() {
        network.close();
    }
}
