package org.jointdiffusion.runtime.training;

import java.util.List;
import org.jointdiffusion.runtime.model.JointModel;
import org.jointdiffusion.runtime.model.TrainingState;
import org.jointdiffusion.runtime.network.InitialWeights;
import org.jointdiffusion.runtime.network.NetworkConfiguration;
import org.jointdiffusion.runtime.network.ParameterLayout;
import org.jointdiffusion.runtime.network.ParameterTensor;

/**
 * With what a training begins.
 *
 * @param state the weights and the moments of the optimizer
 * @param average the moving average of the weights
 * @param earlierSteps the steps that the weights have seen before
 */
record StartingWeights(TrainingState state, float[] average, long earlierSteps) {

    /** The tensors with one entry, or one row, a class. */
    private static final String CLASS_OUTPUT = "head.output.";

    /**
     * Those of the model to go on from, or else random ones.
     *
     * <p>The classes of the new rows may be more than the model's and in another order: what the classifier knows of a
     * class goes where that class is now, and new classes begin at random.
     *
     * @throws TrainingException when the model's network has another shape, or a class of the model is missing among
     *     the rows'
     */
    static StartingWeights of(final TrainingTask task, final TrainingSettings settings) throws TrainingException {
        final float[] fresh = InitialWeights.draw(ParameterLayout.of(settings.network()), settings.seed());
        if (task.start().isEmpty()) {
            return new StartingWeights(TrainingState.begin(fresh), fresh, 0);
        }
        final JointModel model = task.start().get().model();
        final List<String> classes = task.images().classNames();
        check(model, settings.network(), classes);
        final float[] average = moved(model, model.weights(), fresh, classes);
        final TrainingState state = task.start()
                .get()
                .state()
                .map(earlier -> new TrainingState(
                        moved(model, earlier.weights(), fresh, classes),
                        moved(model, earlier.firstMoment(), new float[fresh.length], classes),
                        moved(model, earlier.secondMoment(), new float[fresh.length], classes),
                        earlier.steps()))
                .orElseGet(() -> TrainingState.begin(average));
        return new StartingWeights(state, average, ModelHistory.steps(model.card()));
    }

    /**
     * Moves values of the model's layout to the places of the same tensors and classes among the new classes.
     *
     * @param values one value for each weight of the model
     * @param others what the weights of new classes get
     */
    private static float[] moved(
            final JointModel model, final float[] values, final float[] others, final List<String> classes) {
        final List<String> known = model.specification().classNames();
        final float[] result = others.clone();
        int from = 0;
        int to = 0;
        for (final ParameterTensor tensor :
                ParameterLayout.of(model.specification().network()).tensors()) {
            if (tensor.name().startsWith(CLASS_OUTPUT)) {
                final int width = tensor.size() / known.size();
                for (int label = 0; label < known.size(); label++) {
                    final int place = classes.indexOf(known.get(label));
                    System.arraycopy(values, from + label * width, result, to + place * width, width);
                }
                to += width * classes.size();
            } else {
                System.arraycopy(values, from, result, to, tensor.size());
                to += tensor.size();
            }
            from += tensor.size();
        }
        return result;
    }

    private static void check(final JointModel model, final NetworkConfiguration wanted, final List<String> classes)
            throws TrainingException {
        final NetworkConfiguration trained = model.specification().network();
        if (!trained.withClasses(wanted.classes()).equals(wanted)) {
            throw new TrainingException("The model to continue from has another network than the one that is asked"
                    + " for: " + trained + ", not " + wanted + ". Choose the model's image size and network, or train"
                    + " a new model.");
        }
        final List<String> known = model.specification().classNames();
        if (!classes.containsAll(known)) {
            throw new TrainingException("The model to continue from knows the classes " + known
                    + ", but the classes of the training images are " + classes
                    + ". Add images, or at least the names, of the missing classes, or train a new model.");
        }
    }
}
