package org.jointdiffusion.runtime.engine;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import java.util.function.Function;

/**
 * A program with one set of unpacked weights, run in turns of its device.
 *
 * <p>It owns the unpacked weights; native memory is given back on the device's thread.
 */
final class LoadedWeights {

    private final DeviceQueue queue;
    private final NativeProgram program;
    private final NDList parameters;
    private final Runnable afterRelease;

    /**
     * Unpacks a copy of flat weights; to be called on the device's thread.
     *
     * @param flat the weights; later changes do not reach the copy
     * @param afterRelease runs when the copy is given back
     */
    LoadedWeights(
            final DeviceQueue queue, final NativeProgram program, final NDArray flat, final Runnable afterRelease) {
        this.queue = queue;
        this.program = program;
        this.afterRelease = afterRelease;
        parameters = unpack(program, flat);
    }

    /** The program's list of parameters, named as programs expect it; to be used during {@link #inTurn} only. */
    NDList parameters() {
        return parameters;
    }

    /** Waits for a turn and makes a call. */
    <T> T inTurn(final Function<NativeCall, T> work) {
        return queue.call(() -> {
            try (NativeCall call = program.newCall()) {
                return work.apply(call);
            }
        });
    }

    /** Gives back the unpacked weights in a later turn of the device, without waiting for it. */
    void release() {
        queue.submit(() -> {
            parameters.close();
            afterRelease.run();
        });
    }

    private static NDList unpack(final NativeProgram program, final NDArray flat) {
        try (NativeCall call = program.newCall()) {
            // the unpacked views keep the copy's memory, so that later changes of the original do not reach them
            final NDList parameters = call.copy(flat).run("unpack");
            parameters.forEach(parameter -> parameter.setName("P[]"));
            parameters.attach(program.manager());
            return parameters;
        }
    }
}
