package org.jointdiffusion.runtime.engine;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import java.util.List;
import org.jointdiffusion.runtime.image.ImageShape;
import org.jointdiffusion.runtime.network.Arithmetic;
import org.jointdiffusion.runtime.network.InitialWeights;
import org.jointdiffusion.runtime.network.NetworkConfiguration;
import org.jointdiffusion.runtime.network.NetworkProgram;

/**
 * Measures whether bfloat16 pays on a device: some processors calculate with it twice as fast, others slower.
 *
 * <p>A tiny network is run in both precisions by turns; the fastest of several runs counts, so that other load on the
 * machine hardly matters.
 */
final class PrecisionProbe {

    /** Below this gain the more exact numbers are worth more. */
    private static final double WORTHWHILE = 1.3;

    private static final int ROUNDS = 8;
    private static final int ROWS = 16;
    private static final NetworkConfiguration NETWORK =
            new NetworkConfiguration(new ImageShape(1, 14, 14), 2, 48, List.of(1, 2), 1, List.of(7), 4, 1, 0, 0);

    private PrecisionProbe() {}

    /** The better precision; on the device's thread. */
    static Precision measure(final ai.djl.Device device) {
        try (Candidate exact = new Candidate(Arithmetic.FLOAT32, device);
                Candidate fast = new Candidate(Arithmetic.BFLOAT16, device)) {
            double exactTime = Double.POSITIVE_INFINITY;
            double fastTime = Double.POSITIVE_INFINITY;
            for (int round = 0; round < ROUNDS; round++) {
                exactTime = Math.min(exactTime, exact.time());
                fastTime = Math.min(fastTime, fast.time());
            }
            return exactTime > WORTHWHILE * fastTime ? Precision.BFLOAT16 : Precision.FLOAT32;
        }
    }

    /** The tiny network in one precision. */
    private static final class Candidate implements AutoCloseable {

        private final NativeProgram program;
        private final NDList parameters;

        Candidate(final Arithmetic arithmetic, final ai.djl.Device device) {
            final NetworkProgram description = new NetworkProgram(NETWORK, arithmetic);
            program = new NativeProgram(description.text(), arithmetic, device);
            try (NDArray flat = program.manager().create(InitialWeights.draw(description.layout(), 0))) {
                parameters = SharedNetwork.unpack(program, flat);
            }
        }

        double time() {
            final long start = System.nanoTime();
            try (NativeCall call = program.newCall()) {
                final ImageShape image = NETWORK.image();
                call.reals(new float[ROWS * image.size()], ROWS, 1, image.height(), image.width());
                // reading the result waits for the device
                NativeCall.floats(call.integers(new int[ROWS])
                        .list(parameters)
                        .run("noise")
                        .get(0));
            }
            return System.nanoTime() - start;
        }

        @Override
        public void close() {
            parameters.close();
            program.close();
        }
    }
}
