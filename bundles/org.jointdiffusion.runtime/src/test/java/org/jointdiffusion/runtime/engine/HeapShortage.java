package org.jointdiffusion.runtime.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jointdiffusion.runtime.model.TrainingState;
import org.jointdiffusion.runtime.network.NetworkConfiguration;

/**
 * Takes training steps with less and less room on the heap; a program of its own, so that its heap can be filled.
 *
 * <p>With each number of bytes that are left the virtual machine lacks memory at another allocation of the step.
 */
final class HeapShortage {

    /** With so many bytes a step was never short of memory. */
    private static final int PLENTY = 1 << 14;

    private static final int WARM_UP_STEPS = 20;

    private static final StepSettings SETTINGS = new StepSettings(1e-3, 0.01, 1, 0.1, 1, 0.99);
    private static final NetworkConfiguration NETWORK = TinyNetworks.WITH_DROPOUT;
    private static final float[] START = TinyNetworks.weights(NETWORK, 1);

    private final TrainingBatch batch = TinyNetworks.batch(NETWORK, 2, 5);
    private final TrainingRun run = RuntimeService.shared().train(NETWORK, START, Device.cpu(), Precision.FLOAT32);

    /** Takes what the heap has but for the room. */
    private final List<byte[]> filling = new ArrayList<>(1 << 18);

    private byte[] room;

    private HeapShortage() {}

    /** The one argument is how many bytes less are left from step to step. */
    public static void main(final String[] arguments) {
        final HeapShortage shortage = new HeapShortage();
        shortage.fillMoreAndMore(Integer.parseInt(arguments[0]));
        require(RuntimeService.shared().nativeArrays() == 0, "Arrays are left after the end of the training.");
    }

    private void fillMoreAndMore(final int stride) {
        for (int step = 0; step < WARM_UP_STEPS; step++) {
            run.step(batch, SETTINGS);
        }
        final float[] undisturbed = weightsAfterOneStep();
        final int before = RuntimeService.shared().nativeArrays();
        int failed = 0;
        for (int left = PLENTY; left >= 0; left -= stride) {
            run.restart(TrainingState.begin(START), START);
            final Throwable failure = stepWith(left);
            if (failure != null) {
                failed++;
                require(isShortage(failure), "With " + left + " bytes: " + failure);
                final float[] weights = run.weights();
                require(
                        Arrays.equals(weights, START) || Arrays.equals(weights, undisturbed),
                        "With " + left + " bytes a step was taken in part.");
            }
            require(
                    Arrays.equals(weightsAfterOneStep(), undisturbed),
                    "After a step with " + left + " bytes the training goes another way.");
        }
        System.out.println("Steps without heap: " + failed + "; arrays that waited for the end of the training: "
                + (RuntimeService.shared().nativeArrays() - before));
        run.close();
    }

    private float[] weightsAfterOneStep() {
        run.restart(TrainingState.begin(START), START);
        run.step(batch, SETTINGS);
        return run.weights();
    }

    /** Takes a step when the heap has so many bytes left; why it failed, or null. */
    private Throwable stepWith(final int bytes) {
        room = new byte[bytes];
        fill();
        room = null;
        Throwable failure = null;
        try {
            run.step(batch, SETTINGS);
        } catch (final EngineException | OutOfMemoryError exception) {
            failure = exception;
        }
        filling.clear();
        return failure;
    }

    private void fill() {
        for (int size = 1 << 20; size >= 16; size /= 2) {
            try {
                while (true) {
                    filling.add(new byte[size]);
                }
            } catch (final OutOfMemoryError full) {
                // smaller pieces may still fit
            }
        }
    }

    private static boolean isShortage(final Throwable failure) {
        return failure instanceof OutOfMemoryError || failure.getCause() instanceof OutOfMemoryError;
    }

    private static void require(final boolean truth, final String otherwise) {
        if (!truth) {
            throw new IllegalStateException(otherwise);
        }
    }
}
