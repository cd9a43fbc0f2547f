package org.jointdiffusion.runtime.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import java.util.Collections;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jointdiffusion.runtime.network.Arithmetic;
import org.junit.jupiter.api.Test;

class NativeProgramTests {

    /** As many inputs as a training step has about: DJL takes a note of each at the first call. */
    private static final int INPUTS = 12;

    private static final String PROGRAM =
            """
            class M(Module):
              __parameters__ = []
              __buffers__ = []
              training : bool
              def forward(self: __torch__.M, %s) -> Tensor:
                return torch.add(x0, x1)
            """
                    .formatted(IntStream.range(0, INPUTS)
                            .mapToObj(input -> "x" + input + ": Tensor")
                            .collect(Collectors.joining(", ")));

    @Test
    void theFirstCallsMayComeFromSeveralThreadsAtOnce() throws Exception {
        RuntimeService.shared().resolve(Device.cpu());
        final int threads = 4;
        final ExecutorService executor = Executors.newFixedThreadPool(threads);
        try {
            for (int round = 0; round < 500; round++) {
                try (NativeProgram program = new NativeProgram(PROGRAM, Arithmetic.FLOAT32, ai.djl.Device.cpu())) {
                    final CyclicBarrier barrier = new CyclicBarrier(threads);
                    final Callable<Float> call = () -> {
                        barrier.await();
                        return sum(program);
                    };
                    for (final Future<Float> sum : executor.invokeAll(Collections.nCopies(threads, call))) {
                        assertEquals(2, sum.get());
                    }
                }
            }
        } finally {
            executor.shutdown();
        }
    }

    private static float sum(final NativeProgram program) {
        try (NativeCall call = program.newCall()) {
            final NDList ones =
                    new NDList(Collections.nCopies(INPUTS, program.manager().ones(new Shape(1))));
            return NativeCall.floats(call.list(ones).run("forward").get(0))[0];
        }
    }
}
