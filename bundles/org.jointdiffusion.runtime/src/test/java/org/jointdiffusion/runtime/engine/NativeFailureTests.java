package org.jointdiffusion.runtime.engine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.types.Shape;
import org.jointdiffusion.runtime.model.TrainingState;
import org.jointdiffusion.runtime.network.NetworkConfiguration;
import org.jointdiffusion.runtime.network.NetworkProgram;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** When native memory is missing, the user is told what to do, and whatever was there goes on unharmed. */
class NativeFailureTests {

    private static final StepSettings SETTINGS = new StepSettings(1e-3, 0.01, 1, 0.1, 1, 0.99);
    private static final NetworkConfiguration NETWORK = TinyNetworks.PLAIN;

    /** Far more bytes than any address space has. */
    private static final Shape TOO_LARGE = new Shape(1L << 58);

    private final DeviceContext context =
            new DeviceContext(RuntimeService.shared().resolve(Device.cpu()));

    @AfterEach
    void stop() {
        context.queue().stop(10);
    }

    @Test
    void missingMemoryBecomesAMessageThatSaysWhatToDo() {
        final EngineException exception = assertThrows(EngineException.class, this::allocateTooMuch);
        assertTrue(
                exception.getMessage().startsWith("The device has too little memory for this batch."),
                exception.getMessage());
        assertEquals(0, context.arrays());
    }

    @Test
    void aTrainingGoesOnAsIfNothingHadHappened() {
        final float[] undisturbed;
        try (TrainingRun run = train()) {
            run.step(TinyNetworks.batch(NETWORK, 4, 1), SETTINGS);
            run.step(TinyNetworks.batch(NETWORK, 4, 2), SETTINGS);
            undisturbed = run.weights();
        }
        try (TrainingRun run = train()) {
            run.step(TinyNetworks.batch(NETWORK, 4, 1), SETTINGS);
            final int arrays = context.arrays();
            assertThrows(EngineException.class, this::allocateTooMuch);
            assertEquals(arrays, context.arrays());
            run.step(TinyNetworks.batch(NETWORK, 4, 2), SETTINGS);
            assertArrayEquals(undisturbed, run.weights());
        }
    }

    @Test
    void aStepThatFailsHalfWayLeavesNoArraysAndTheOldWeights() {
        try (TrainingRun run = train()) {
            run.step(TinyNetworks.batch(NETWORK, 4, 1), SETTINGS);
            final float[] before = run.weights();
            final int arrays = context.arrays();
            // there is no class number 99: the program fails in the loss, behind the forward pass
            final TrainingBatch batch = TinyNetworks.batch(TinyNetworks.PLAIN, 4, 1);
            final int[] labels = {0, 1, 2, 99};
            final TrainingBatch broken = new TrainingBatch(
                    batch.images(),
                    batch.variations(),
                    batch.noise(),
                    batch.timesteps(),
                    batch.signal(),
                    batch.sigma(),
                    labels,
                    batch.importance(),
                    batch.masks());
            assertThrows(EngineException.class, () -> run.step(broken, SETTINGS));
            assertEquals(arrays, context.arrays());
            assertArrayEquals(before, run.weights());
        }
    }

    @Test
    void aNetworkThatCannotBeLoadedLeavesNoArrays() {
        assertThrows(EngineException.class, () -> context.load(NETWORK, new float[5], Precision.FLOAT32));
        assertEquals(0, context.arrays());
    }

    @Test
    void whatIsClosedLeavesNoArrays() {
        final TrainingRun run = train();
        assertTrue(context.arrays() > 0);
        final JointNetwork network = run.averagedNetwork();
        network.close();
        run.close();
        assertEquals(0, context.arrays());
    }

    private TrainingRun train() {
        final float[] weights = TinyNetworks.weights(NETWORK, 1);
        return context.train(NETWORK, TrainingState.begin(weights), weights, Precision.FLOAT32);
    }

    private void allocateTooMuch() {
        context.queue().call(() -> {
            final NativeProgram program = context.open(
                    new NetworkProgram(NETWORK, Precisions.arithmetic(Precision.FLOAT32)).text(), Precision.FLOAT32);
            try (program) {
                return program.manager().zeros(TOO_LARGE);
            }
        });
    }
}
