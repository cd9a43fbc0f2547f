package org.jointdiffusion.runtime.training;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jointdiffusion.runtime.ProgressMonitor;
import org.jointdiffusion.runtime.engine.Device;
import org.jointdiffusion.runtime.engine.JointNetwork;
import org.jointdiffusion.runtime.engine.Precision;
import org.jointdiffusion.runtime.engine.RuntimeService;
import org.jointdiffusion.runtime.metrics.Calibration;
import org.jointdiffusion.runtime.metrics.ConfusionMatrix;
import org.jointdiffusion.runtime.model.JointModel;
import org.jointdiffusion.runtime.model.ModelCard;
import org.jointdiffusion.runtime.model.ModelSpecification;

/** Turns the best weights into a model: judges them on all held-out rows, calibrates them and writes the model card. */
final class ModelCompletion {

    private ModelCompletion() {}

    static TrainingResult complete(
            final TrainingImages data,
            final DataSplit split,
            final TrainingSettings settings,
            final String targetName,
            final TrainedWeights trained,
            final Precision precision) {
        final ModelSpecification specification =
                new ModelSpecification(settings.network(), settings.schedule(), targetName, data.classNames());
        final JointModel raw = new JointModel(specification, trained.weights(), 1, new ModelCard(Map.of()));
        final Evaluator evaluator = new Evaluator(data, split.validation(), settings.schedule(), settings.seed());
        final Device device = RuntimeService.shared().resolve(settings.device());
        final float[] logits;
        try (JointNetwork network = RuntimeService.shared().load(raw, device, precision)) {
            logits = evaluator.logits(network, ProgressMonitor.silent());
        }
        final int[] labels = evaluator.labels();
        final ConfusionMatrix validation = ConfusionMatrix.of(data.classNames(), labels, evaluator.predictions(logits));
        final int classes = data.classNames().size();
        final double temperature = Calibration.fitTemperature(logits, labels, classes);
        final Map<String, String> facts = facts(data, split, settings, trained);
        facts.put(
                "validation accuracy",
                labels.length == 0 ? "not measured" : String.format(Locale.ROOT, "%.4f", validation.accuracy()));
        facts.put("precision", precision.name());
        facts.put("device", device.toString());
        facts.put("software version", SoftwareVersion.current());
        return new TrainingResult(
                new JointModel(specification, trained.weights(), temperature, new ModelCard(facts)),
                trained.history(),
                validation,
                Reliability.of(logits, labels, classes, temperature));
    }

    private static Map<String, String> facts(
            final TrainingImages data,
            final DataSplit split,
            final TrainingSettings settings,
            final TrainedWeights trained) {
        final long labelled =
                Arrays.stream(data.labels()).filter(label -> label >= 0).count();
        final Map<String, String> facts = new LinkedHashMap<>();
        facts.put("rows", Integer.toString(data.count()));
        facts.put("labelled rows", Long.toString(labelled));
        facts.put("unlabelled rows", Long.toString(data.count() - labelled));
        facts.put("training rows", Integer.toString(split.training().length));
        facts.put("validation rows", Integer.toString(split.validation().length));
        facts.put("classes", Integer.toString(data.classNames().size()));
        facts.put("steps", Long.toString(trained.steps()));
        facts.put("best step", Long.toString(trained.bestStep()));
        facts.put("epochs", String.format(Locale.ROOT, "%.2f", trained.epochs()));
        facts.put("batch size", Integer.toString(settings.batchSize()));
        facts.put("learning rate", Double.toString(settings.optimizer().learningRate()));
        if (settings.optimizer().diffusionWeight() != 1) {
            facts.put("diffusion weight", Double.toString(settings.optimizer().diffusionWeight()));
        }
        facts.put("classification weight", Double.toString(settings.optimizer().classificationWeight()));
        facts.put("seed", Long.toString(settings.seed()));
        facts.put("data hash (SHA-256)", DataFingerprint.of(data));
        return facts;
    }
}
