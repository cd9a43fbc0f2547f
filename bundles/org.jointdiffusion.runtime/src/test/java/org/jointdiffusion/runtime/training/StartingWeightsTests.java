package org.jointdiffusion.runtime.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jointdiffusion.runtime.diffusion.NoiseSchedule;
import org.jointdiffusion.runtime.model.JointModel;
import org.jointdiffusion.runtime.model.ModelCard;
import org.jointdiffusion.runtime.model.ModelSpecification;
import org.jointdiffusion.runtime.model.TrainingState;
import org.jointdiffusion.runtime.network.InitialWeights;
import org.jointdiffusion.runtime.network.NetworkConfiguration;
import org.jointdiffusion.runtime.network.ParameterLayout;
import org.jointdiffusion.runtime.network.ParameterTensor;
import org.junit.jupiter.api.Test;

class StartingWeightsTests {

    private static final NetworkConfiguration NETWORK = StripedImages.settings().network();

    private static final JointModel MODEL = model(List.of("above", "below"));

    @Test
    void theSameClassesKeepAllWeights() throws Exception {
        final StartingWeights start = from(MODEL, List.of("above", "below"));
        assertArrayEquals(MODEL.weights(), start.average());
        assertArrayEquals(MODEL.weights(), start.state().weights());
        assertEquals(0, start.state().steps());
        assertEquals(120, start.earlierSteps());
    }

    @Test
    void anotherOrderOfClassesMovesTheirRowsOfTheClassifier() throws Exception {
        final float[] start = from(MODEL, List.of("below", "above")).average();
        assertArrayEquals(classRow(MODEL.weights(), 2, 0), classRow(start, 2, 1));
        assertArrayEquals(classRow(MODEL.weights(), 2, 1), classRow(start, 2, 0));
        assertEquals(bias(MODEL.weights(), 2, 0), bias(start, 2, 1));
        assertEquals(bias(MODEL.weights(), 2, 1), bias(start, 2, 0));
        final int head = position(2, "head.output.weight");
        assertArrayEquals(Arrays.copyOf(MODEL.weights(), head), Arrays.copyOf(start, head));
    }

    @Test
    void newClassesBeginAtRandomAndTheOthersStay() throws Exception {
        final float[] start = from(MODEL, List.of("above", "middle", "below")).average();
        final float[] fresh = InitialWeights.draw(ParameterLayout.of(NETWORK.withClasses(3)), 7);
        assertArrayEquals(classRow(MODEL.weights(), 2, 0), classRow(start, 3, 0));
        assertArrayEquals(classRow(fresh, 3, 1), classRow(start, 3, 1));
        assertArrayEquals(classRow(MODEL.weights(), 2, 1), classRow(start, 3, 2));
        assertEquals(bias(MODEL.weights(), 2, 1), bias(start, 3, 2));
        assertEquals(bias(fresh, 3, 1), bias(start, 3, 1));
        assertNotEquals(0, bias(start, 3, 1));
    }

    @Test
    void theStateOfTheTrainingMovesInTheSameWay() throws Exception {
        final TrainingState state = new TrainingState(times(2), times(3), times(4), 55);
        final StartingWeights start = StartingWeights.of(
                task(List.of("below", "middle", "above")).goingOnFrom(new StartingPoint(MODEL, Optional.of(state))),
                settings(3));
        assertEquals(55, start.state().steps());
        assertArrayEquals(classRow(MODEL.weights(), 2, 0), classRow(start.average(), 3, 2));
        assertArrayEquals(classRow(times(2), 2, 0), classRow(start.state().weights(), 3, 2));
        assertArrayEquals(classRow(times(3), 2, 1), classRow(start.state().firstMoment(), 3, 0));
        assertArrayEquals(classRow(times(4), 2, 1), classRow(start.state().secondMoment(), 3, 0));
        // the optimizer has seen nothing of a new class
        assertEquals(0, bias(start.state().firstMoment(), 3, 1));
        assertEquals(0, bias(start.state().secondMoment(), 3, 1));
    }

    @Test
    void aMissingClassIsRefused() {
        final TrainingException exception =
                assertThrows(TrainingException.class, () -> from(MODEL, List.of("above", "middle")));
        assertTrue(exception.getMessage().contains("knows the classes [above, below]"), exception.getMessage());
    }

    @Test
    void anotherNetworkIsRefused() {
        final NetworkConfiguration wider =
                new NetworkConfiguration(StripedImages.SHAPE, 2, 16, List.of(1, 2), 1, List.of(2), 2, 2, 0.1, 0.1);
        final TrainingTask task = task(List.of("above", "below")).goingOnFrom(StartingPoint.of(MODEL));
        final TrainingException exception =
                assertThrows(TrainingException.class, () -> StartingWeights.of(task, TrainingSettings.of(wider)));
        assertTrue(exception.getMessage().contains("another network"), exception.getMessage());
    }

    @Test
    void aStateOfAnotherNetworkIsRefused() {
        final Optional<TrainingState> state = Optional.of(TrainingState.begin(new float[5]));
        assertThrows(IllegalArgumentException.class, () -> new StartingPoint(MODEL, state));
    }

    @Test
    void cardsThatTellNoStepsCountAsNone() {
        assertEquals(0, ModelHistory.steps(new ModelCard(Map.of("steps", "many"))));
        final ModelCard second = ModelHistory.append(MODEL.card(), new ModelCard(Map.of("steps", "30")));
        assertEquals(150, ModelHistory.steps(second));
        assertEquals(160, ModelHistory.steps(ModelHistory.append(second, new ModelCard(Map.of("steps", "10")))));
    }

    private static StartingWeights from(final JointModel model, final List<String> classes) throws TrainingException {
        return StartingWeights.of(task(classes).goingOnFrom(StartingPoint.of(model)), settings(classes.size()));
    }

    private static TrainingTask task(final List<String> classes) {
        final TrainingImages images = StripedImages.of(20);
        return TrainingTask.of(
                new TrainingImages(images.shape(), images.pixels(), images.labels(), classes), "position");
    }

    private static TrainingSettings settings(final int classes) {
        return TrainingSettings.of(NETWORK.withClasses(classes)).withSeed(7);
    }

    private static JointModel model(final List<String> classes) {
        final ModelSpecification specification =
                new ModelSpecification(NETWORK, NoiseSchedule.DEFAULT, "position", classes);
        return new JointModel(
                specification,
                InitialWeights.draw(ParameterLayout.of(NETWORK), 1),
                1,
                new ModelCard(Map.of("steps", "120")));
    }

    private static float[] times(final int factor) {
        final float[] values = MODEL.weights().clone();
        for (int index = 0; index < values.length; index++) {
            values[index] *= factor;
        }
        return values;
    }

    private static float[] classRow(final float[] weights, final int classes, final int label) {
        final int begin = position(classes, "head.output.weight");
        final int width = (position(classes, "head.output.bias") - begin) / classes;
        return Arrays.copyOfRange(weights, begin + label * width, begin + (label + 1) * width);
    }

    private static float bias(final float[] weights, final int classes, final int label) {
        return weights[position(classes, "head.output.bias") + label];
    }

    private static int position(final int classes, final String name) {
        int position = 0;
        for (final ParameterTensor tensor :
                ParameterLayout.of(NETWORK.withClasses(classes)).tensors()) {
            if (tensor.name().equals(name)) {
                return position;
            }
            position += tensor.size();
        }
        throw new IllegalArgumentException(name);
    }
}
