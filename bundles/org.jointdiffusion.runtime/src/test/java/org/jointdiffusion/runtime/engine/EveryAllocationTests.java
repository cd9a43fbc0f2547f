package org.jointdiffusion.runtime.engine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import java.util.Set;
import org.jointdiffusion.runtime.diffusion.GuidanceKind;
import org.jointdiffusion.runtime.model.TrainingState;
import org.jointdiffusion.runtime.network.NetworkConfiguration;
import org.jointdiffusion.runtime.network.NetworkProgram;
import org.jointdiffusion.runtime.testing.Soak;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Native memory that is missing at one statement after the other of a training step and of a guided call. */
class EveryAllocationTests {

    private static final StepSettings SETTINGS = new StepSettings(1e-3, 0.01, 1, 0.1, 1, 0.99);
    private static final NetworkConfiguration NETWORK = TinyNetworks.WITH_DROPOUT;
    private static final float[] START = TinyNetworks.weights(NETWORK, 1);
    private static final String TEXT = new NetworkProgram(NETWORK, Precisions.arithmetic(Precision.FLOAT32)).text();

    private static final String TOO_LITTLE = "The device has too little memory";

    /** What {@code step} and {@code accumulate} go through. */
    private static final Set<String> OF_A_STEP = Set.of(
            "step",
            "accumulate",
            "gradient",
            "joint_loss",
            "masks",
            "drop",
            "drop_maps",
            "encode",
            "decode",
            "pool",
            "classify",
            "entropy",
            "improve");

    private static final Set<String> OF_A_GUIDED_CALL = Set.of(
            "guide_representation",
            "guide_image",
            "steered",
            "row_norms",
            "disagreement",
            "encode",
            "decode",
            "pool",
            "classify");

    /** Every so many statements in every build. */
    private static final int STRIDE = Soak.cases(16, 1);

    private final DeviceQueue queue = new DeviceQueue("a device without memory", 1);

    @BeforeAll
    static void startEngine() {
        RuntimeService.shared().resolve(Device.cpu());
    }

    @AfterEach
    void stop() {
        queue.stop(10);
    }

    @Test
    void aStepLeavesNothingAndChangesNothing() {
        final TrainingBatch batch = TinyNetworks.batch(NETWORK, 2, 5);
        final float[] undisturbed = afterOneStep(TEXT, batch);
        final PoisonedText poisoned = new PoisonedText(TEXT, OF_A_STEP);
        int failed = 0;
        for (int place = 0; place < poisoned.places(); place += STRIDE) {
            failed += stepWithout(poisoned, place, batch, undisturbed);
        }
        Soak.tried("statements of a step without memory", failed);
        assertTrue(failed > poisoned.places() / STRIDE / 2, "most statements are reached");
    }

    /** Whether the step failed; what a network of this kind does not go through cannot fail. */
    private int stepWithout(
            final PoisonedText poisoned, final int place, final TrainingBatch batch, final float[] undisturbed) {
        try (TrainingRun run = run(open(poisoned.at(place)))) {
            run.step(batch, SETTINGS);
            return 0;
        } catch (final EngineException exception) {
            assertTrue(exception.getMessage().startsWith(TOO_LITTLE), exception.getMessage());
        }
        final String where = poisoned.statement(place);
        final NativeProgram program = open(poisoned.at(place));
        try (TrainingRun run = run(program)) {
            assertThrows(EngineException.class, () -> run.step(batch, SETTINGS), where);
            // the names of the methods, once called, stay with the program
            final int arrays = arrays(program);
            assertThrows(EngineException.class, () -> run.step(batch, SETTINGS), where);
            assertEquals(arrays, arrays(program), where);
            assertEquals(1, run.rowsAtOnce(), where);
            assertArrayEquals(START, run.weights(), where);
            assertArrayEquals(START, run.averagedWeights(), where);
            assertEquals(0, run.state().steps(), where);
        }
        // the same thread of the device goes on as if nothing had happened
        assertArrayEquals(undisturbed, afterOneStep(TEXT, batch), where);
        return 1;
    }

    @Test
    void aGuidedCallLeavesNothing() {
        for (final GuidanceKind kind : GuidanceKind.values()) {
            final float[] undisturbed = guidedNoise(TEXT, kind);
            final PoisonedText poisoned = new PoisonedText(TEXT, OF_A_GUIDED_CALL);
            int failed = 0;
            for (int place = 0; place < poisoned.places(); place += STRIDE) {
                try {
                    guidedNoise(poisoned.at(place), kind);
                } catch (final EngineException exception) {
                    final String where = poisoned.statement(place);
                    assertTrue(
                            exception.getMessage().startsWith("The device has too little memory"), where + exception);
                    assertArrayEquals(undisturbed, guidedNoise(TEXT, kind), where);
                    failed++;
                }
            }
            Soak.tried("statements of " + kind + " guidance without memory", failed);
            assertTrue(failed > poisoned.places() / STRIDE / 2, "most statements are reached");
        }
    }

    /** What a guided call of a program gives; fails when the call leaves an array. */
    private float[] guidedNoise(final String text, final GuidanceKind kind) {
        final NativeProgram program = open(text);
        final SharedNetwork network = queue.call(() -> {
            try (NDArray flat = program.reals(program.manager(), START, new Shape(START.length))) {
                return new SharedNetwork(
                        NETWORK, new LoadedWeights(queue, RowLimit.NONE, program, flat, program::close));
            }
        });
        try {
            return guidedNoise(network, kind);
        } catch (final EngineException exception) {
            final int arrays = arrays(program);
            assertThrows(EngineException.class, () -> guidedNoise(network, kind));
            assertEquals(arrays, arrays(program));
            throw exception;
        } finally {
            network.release();
        }
    }

    private static float[] guidedNoise(final SharedNetwork network, final GuidanceKind kind) {
        return network.guidedNoise(
                        TinyNetworks.gaussian(3, 2 * TinyNetworks.IMAGE.size()),
                        new int[] {10, 50},
                        new int[] {2, 0},
                        new GuidanceShares(kind, 0.1, 1))
                .noise();
    }

    private int arrays(final NativeProgram program) {
        return queue.call(program::arrays);
    }

    private float[] afterOneStep(final String text, final TrainingBatch batch) {
        try (TrainingRun run = run(open(text))) {
            run.step(batch, SETTINGS);
            return run.weights();
        }
    }

    private TrainingRun run(final NativeProgram program) {
        return queue.call(() -> new TrainingRun(
                queue, RowLimit.NONE, program, NETWORK, Precision.FLOAT32, TrainingState.begin(START), START));
    }

    private NativeProgram open(final String text) {
        return queue.call(() -> new NativeProgram(text, Precisions.arithmetic(Precision.FLOAT32), ai.djl.Device.cpu()));
    }
}
