package org.jointdiffusion.runtime.training;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
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
import org.jointdiffusion.runtime.model.ReferenceErrors;

/** Turns the best weights into a model: judges them on all held-out rows, calibrates them and writes the model card. */
final class ModelCompletion {

    private ModelCompletion() {}

    static TrainingResult complete(
            final PreparedTraining training,
            final TrainedWeights trained,
            final Precision precision,
            final ProgressMonitor monitor) {
        final TrainingSettings settings = training.settings();
        final List<String> classNames = training.images().classNames();
        final ModelSpecification specification = new ModelSpecification(
                settings.network(), settings.schedule(), training.task().targetName(), classNames);
        final JointModel raw = new JointModel(specification, trained.weights(), 1, new ModelCard(Map.of()));
        final Evaluator evaluator = training.evaluator(Integer.MAX_VALUE);
        final Device device = RuntimeService.shared().resolve(settings.device());
        final float[] logits;
        final Optional<ReferenceErrors> errors;
        try (JointNetwork network = RuntimeService.shared().load(raw, device, precision)) {
            logits = evaluator.logits(network, monitor);
            errors = HeldOutErrors.measure(
                    network, training.judges(), training.judgingRows(), settings.schedule(), monitor);
        }
        final int[] labels = evaluator.labels();
        final ConfusionMatrix validation = ConfusionMatrix.of(classNames, labels, evaluator.predictions(logits));
        final int classes = classNames.size();
        final double temperature = Calibration.fitTemperature(logits, labels, classes);
        final Map<String, String> facts = facts(training, trained);
        facts.put(
                "validation accuracy",
                labels.length == 0 ? "not measured" : String.format(Locale.ROOT, "%.4f", validation.accuracy()));
        facts.put("precision", precision.name());
        facts.put("device", device.toString());
        facts.put("software version", SoftwareVersion.current());
        final ModelCard card = training.task()
                .start()
                .map(start -> ModelHistory.append(start.model().card(), new ModelCard(facts)))
                .orElseGet(() -> new ModelCard(facts));
        return new TrainingResult(
                new JointModel(specification, trained.weights(), temperature, card, errors),
                trained.state(),
                trained.history(),
                validation,
                Reliability.of(logits, labels, classes, temperature),
                trained.notes());
    }

    private static Map<String, String> facts(final PreparedTraining training, final TrainedWeights trained) {
        final TrainingImages data = training.images();
        final TrainingSettings settings = training.settings();
        final OptimizerSettings optimizer = settings.optimizer();
        final long labelled =
                Arrays.stream(data.labels()).filter(label -> label >= 0).count();
        final Map<String, String> facts = new LinkedHashMap<>();
        facts.put("rows", Integer.toString(data.count()));
        facts.put("labelled rows", Long.toString(labelled));
        facts.put("unlabelled rows", Long.toString(data.count() - labelled));
        facts.put("training rows", Integer.toString(training.trainingRows().length));
        facts.put("validation rows", Integer.toString(training.judgingRows().length));
        facts.put("classes", Integer.toString(data.classNames().size()));
        facts.put("steps", Long.toString(trained.steps()));
        facts.put("best step", Long.toString(trained.bestStep()));
        facts.put("epochs", String.format(Locale.ROOT, "%.2f", trained.epochs()));
        facts.put("batch size", Integer.toString(settings.batchSize()));
        facts.put("learning rate", Double.toString(optimizer.learningRate()));
        if (optimizer.diffusionWeight() != 1) {
            facts.put("diffusion weight", Double.toString(optimizer.diffusionWeight()));
        }
        facts.put("classification weight", Double.toString(optimizer.classificationWeight()));
        if (optimizer.classWeighting() != ClassWeighting.NONE) {
            facts.put("class weights", optimizer.classWeighting().name().toLowerCase(Locale.ROOT));
        }
        facts.put("seed", Long.toString(settings.seed()));
        facts.put("data hash (SHA-256)", DataFingerprint.of(data));
        return facts;
    }
}
