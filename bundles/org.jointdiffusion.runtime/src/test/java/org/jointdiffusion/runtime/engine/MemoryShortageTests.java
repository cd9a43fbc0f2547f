package org.jointdiffusion.runtime.engine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.jointdiffusion.runtime.network.NetworkConfiguration;
import org.junit.jupiter.api.Test;

/** Steps for which the device has too little memory. */
class MemoryShortageTests {

    private static final StepSettings SETTINGS = new StepSettings(1e-3, 0.01, 1, 0.1, 1, 0.99);
    private static final NetworkConfiguration NETWORK = TinyNetworks.WITH_DROPOUT;
    private static final float[] START = TinyNetworks.weights(NETWORK, 1);

    @Test
    void rowsAtOnceAreHalvedUntilTheyFitAndTheStepIsTheSame() {
        try (TrainingRun plenty = RuntimeService.shared().train(NETWORK, START, Device.cpu(), Precision.FLOAT32);
                TrainingRun little = FailingRuns.withMemoryFor(3, NETWORK, START)) {
            for (int step = 0; step < 2; step++) {
                final TrainingBatch batch = TinyNetworks.batch(NETWORK, 11, 20 + step);
                assertEquals(
                        plenty.step(batch, SETTINGS).joint(),
                        little.step(batch, SETTINGS).joint(),
                        1e-5);
            }
            // 11, 6, 3
            assertEquals(3, little.rowsAtOnce());
            assertArrayEquals(plenty.averagedWeights(), little.averagedWeights(), 1e-3f);
            assertEquals(2, little.state().steps());
        }
    }

    @Test
    void whereNotEvenOneRowFitsTheMessageSaysWhatToDo() {
        try (TrainingRun run = FailingRuns.withMemoryFor(0, NETWORK, START)) {
            final TrainingBatch batch = TinyNetworks.batch(NETWORK, 4, 3);
            final EngineException exception = assertThrows(EngineException.class, () -> run.step(batch, SETTINGS));
            assertTrue(exception.getMessage().contains("too little memory"), exception.getMessage());
            assertEquals(1, run.rowsAtOnce());
            assertArrayEquals(START, run.weights());
        }
    }

    @Test
    void otherFailuresAreNotTriedAgain() {
        try (TrainingRun run = FailingRuns.broken(NETWORK, START)) {
            final TrainingBatch batch = TinyNetworks.batch(NETWORK, 4, 3);
            final EngineException exception = assertThrows(EngineException.class, () -> run.step(batch, SETTINGS));
            assertEquals("PyTorch failed: The size of tensor a must match.", exception.getMessage());
            assertTrue(run.rowsAtOnce() >= 4);
        }
    }

    @Test
    void memoryFailuresOfAllDevicesAreKnown() {
        for (final String message : new String[] {
            "DefaultCPUAllocator: can't allocate memory: you tried to allocate 8 bytes.",
            "DefaultCPUAllocator: not enough memory: you tried to allocate 8 bytes.",
            "The following operation failed in the interpreter.\nRuntimeError: could not create a primitive",
            "std::bad_alloc",
            "CUDA out of memory. Tried to allocate 2.00 GiB.",
            "CUDA error: CUBLAS_STATUS_ALLOC_FAILED when calling `cublasCreate(handle)`"
        }) {
            assertTrue(NativeFailure.isOutOfMemory(new ai.djl.engine.EngineException(message)), message);
        }
        assertFalse(NativeFailure.isOutOfMemory(new ai.djl.engine.EngineException("shape mismatch")));
        assertFalse(NativeFailure.isOutOfMemory(new ai.djl.engine.EngineException((String) null)));
    }
}
