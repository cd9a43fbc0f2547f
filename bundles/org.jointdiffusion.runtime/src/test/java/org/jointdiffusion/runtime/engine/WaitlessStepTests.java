package org.jointdiffusion.runtime.engine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import org.jointdiffusion.runtime.model.TrainingState;
import org.jointdiffusion.runtime.network.NetworkConfiguration;
import org.jointdiffusion.runtime.network.NetworkProgram;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The way in which a GPU takes a step without waiting for the host, run on the processor. */
class WaitlessStepTests {

    private static final NetworkConfiguration NETWORK = TinyNetworks.PLAIN;
    private static final float[] START = TinyNetworks.weights(NETWORK, 1);
    private static final StepSettings SETTINGS = new StepSettings(1e-3, 0.01, 1, 0.1, 1, 0.99);

    /** So short that every gradient is shortened. */
    private static final StepSettings SHORT = new StepSettings(1e-3, 0.01, 1e-3, 0.1, 1, 0.99);

    private static final String ON_THE_PROCESSOR =
            new NetworkProgram(NETWORK, Precisions.arithmetic(Precision.FLOAT32)).text();
    private static final String AS_ON_A_GPU = ON_THE_PROCESSOR.replace("ops.prim.is_cuda(g)", "True");

    private final DeviceQueue queue = new DeviceQueue("a processor", 1);

    @BeforeAll
    static void startEngine() {
        assertNotEquals(ON_THE_PROCESSOR, AS_ON_A_GPU);
        RuntimeService.shared().resolve(Device.cpu());
    }

    @AfterEach
    void stop() {
        queue.stop(10);
    }

    @Test
    void stepsAreTheSame() {
        try (TrainingRun expected = run(ON_THE_PROCESSOR);
                TrainingRun run = run(AS_ON_A_GPU)) {
            for (int step = 0; step < 6; step++) {
                final TrainingBatch batch = TinyNetworks.batch(NETWORK, 4, step);
                final StepSettings settings = step % 2 == 0 ? SETTINGS : SHORT;
                expected.step(batch, settings);
                run.step(batch, settings);
            }
            assertArrayEquals(expected.weights(), run.weights(), 1e-6f);
            assertArrayEquals(expected.averagedWeights(), run.averagedWeights(), 1e-6f);
            assertArrayEquals(expected.state().firstMoment(), run.state().firstMoment(), 1e-6f);
            assertArrayEquals(expected.state().secondMoment(), run.state().secondMoment(), 1e-6f);
        }
    }

    @Test
    void aGradientThatIsNotFiniteChangesNothing() {
        try (TrainingRun run = run(AS_ON_A_GPU)) {
            run.step(TinyNetworks.batch(NETWORK, 4, 1), SETTINGS);
            final TrainingState before = run.state();
            final float[] average = run.averagedWeights();
            for (final float wrong : new float[] {Float.NaN, Float.POSITIVE_INFINITY}) {
                final TrainingBatch batch = TinyNetworks.batch(NETWORK, 4, 2);
                batch.images()[5] = wrong;
                assertFalse(run.step(batch, SETTINGS).isFinite());
                assertArrayEquals(before.weights(), run.weights());
                assertArrayEquals(before.firstMoment(), run.state().firstMoment());
                assertArrayEquals(before.secondMoment(), run.state().secondMoment());
                assertArrayEquals(average, run.averagedWeights());
            }
        }
    }

    private TrainingRun run(final String text) {
        return queue.call(() -> new TrainingRun(
                queue,
                RowLimit.NONE,
                new NativeProgram(text, Precisions.arithmetic(Precision.FLOAT32), ai.djl.Device.cpu()),
                NETWORK,
                Precision.FLOAT32,
                TrainingState.begin(START),
                START));
    }
}
