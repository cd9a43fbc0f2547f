package org.jointdiffusion.runtime.engine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.jointdiffusion.runtime.model.TrainingState;
import org.jointdiffusion.runtime.network.Arithmetic;
import org.jointdiffusion.runtime.network.MemoryEstimate;
import org.jointdiffusion.runtime.network.NetworkConfiguration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Networks on a device whose memory is small. */
class AdmissionTests {

    private static final StepSettings SETTINGS = new StepSettings(1e-3, 0.01, 1, 0.1, 1, 0.99);
    private static final NetworkConfiguration NETWORK = TinyNetworks.PLAIN;
    private static final float[] WEIGHTS = TinyNetworks.weights(NETWORK, 1);
    private static final MemoryEstimate ESTIMATE = new MemoryEstimate(NETWORK, Arithmetic.FLOAT32);

    private long free = Long.MAX_VALUE;
    private DeviceContext context;

    @BeforeEach
    void open() {
        RuntimeService.shared().resolve(Device.cpu());
        context = new DeviceContext(Device.cpu(), 1, () -> free);
    }

    @AfterEach
    void stop() {
        context.queue().stop(10);
    }

    @Test
    void aTrainingComputesAsManyRowsAtOnceAsFit() {
        final TrainingBatch batch = TinyNetworks.batch(NETWORK, 8, 2);
        final float[] plenty = afterOneStep(batch, 8);
        free = ESTIMATE.trainingBytes(3, 1);
        assertArrayEquals(plenty, afterOneStep(batch, 2), 1e-3f);
    }

    private float[] afterOneStep(final TrainingBatch batch, final int rowsAtOnce) {
        try (TrainingRun run = train()) {
            run.step(batch, SETTINGS);
            assertEquals(rowsAtOnce, Math.min(batch.rows(), run.rowsAtOnce()));
            return run.weights();
        } finally {
            waitForTheEnd();
        }
    }

    /** Memory is given back in a turn of the device. */
    private void waitForTheEnd() {
        assertEquals(0, context.arrays());
    }

    @Test
    void aNetworkComputesAsManyRowsAtOnceAsFit() {
        final float[] images = TinyNetworks.gaussian(3, 8 * TinyNetworks.IMAGE.size());
        final float[] plenty = logits(images);
        free = ESTIMATE.guidedBytes(3);
        assertArrayEquals(plenty, logits(images), 1e-5f);
    }

    private float[] logits(final float[] images) {
        final SharedNetwork network = context.load(NETWORK, WEIGHTS, Precision.FLOAT32);
        final float[] logits = network.map("logits", images, new int[images.length / TinyNetworks.IMAGE.size()]);
        network.release();
        waitForTheEnd();
        return logits;
    }

    @Test
    void whatDoesNotFitIsRefusedUntilTheOthersHaveEnded() {
        free = ESTIMATE.trainingBytes(4, 1);
        final TrainingRun first = train();
        final EngineException exception = assertThrows(EngineException.class, this::train);
        assertTrue(exception.getMessage().contains("that other nodes use"), exception.getMessage());
        first.close();
        waitForTheEnd();
        train().close();
    }

    private TrainingRun train() {
        return context.train(NETWORK, TrainingState.begin(WEIGHTS), WEIGHTS, Precision.FLOAT32);
    }
}
