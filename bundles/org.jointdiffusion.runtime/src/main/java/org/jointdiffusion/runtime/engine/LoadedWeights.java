package org.jointdiffusion.runtime.engine;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * A program with one set of unpacked weights, run in turns of its device.
 *
 * <p>It owns the unpacked weights; native memory is given back on the device's thread.
 */
final class LoadedWeights {

    private final DeviceQueue queue;
    private final RowLimit limit;
    private final NativeProgram program;
    private final NDList parameters;
    private final Runnable afterRelease;

    /**
     * Unpacks a copy of flat weights; to be called on the device's thread.
     *
     * @param limit how many rows can be computed at once
     * @param flat the weights; later changes do not reach the copy
     * @param afterRelease runs when the copy is given back
     */
    LoadedWeights(
            final DeviceQueue queue,
            final RowLimit limit,
            final NativeProgram program,
            final NDArray flat,
            final Runnable afterRelease) {
        this.queue = queue;
        this.limit = limit;
        this.program = program;
        this.afterRelease = afterRelease;
        parameters = unpack(program, flat);
    }

    /** A call for some of the rows of a batch. */
    @FunctionalInterface
    interface RowsCall {

        /** Gives the inputs of the rows to the call and runs it; each result has its rows in the first dimension. */
        NDList make(NativeCall call, int from, int to);
    }

    /** Where they are. */
    Device device() {
        final ai.djl.Device device = program.manager().getDevice();
        return device.isGpu() ? Device.gpu(device.getDeviceId()) : Device.cpu();
    }

    /** The program's list of parameters, named as programs expect it; to be used during {@link #inTurnByRows} only. */
    NDList parameters() {
        return parameters;
    }

    /**
     * Waits for a turn and makes a call for each part of the rows, side by side.
     *
     * <p>Where the device has too little memory for all rows, by estimate or because a call failed, half as many are
     * computed at once, down to one.
     *
     * @param rows the number of rows
     * @param work makes the call of the rows from the first, included, to the second, excluded
     * @return for each result of the calls the values of all rows, in their order
     */
    List<float[]> inTurnByRows(final int rows, final RowsCall work) {
        return queue.call(() -> {
            final List<List<float[]>> done = new ArrayList<>();
            int atOnce = limit.fitting().applyAsInt(Math.max(1, rows));
            int from = 0;
            do {
                final int to = Math.min(rows, from + atOnce);
                try {
                    done.addAll(sideBySide(work, from, to));
                    from = to;
                } catch (final ai.djl.engine.EngineException exception) {
                    if (to - from <= 1 || !NativeFailure.isOutOfMemory(exception)) {
                        throw exception;
                    }
                    atOnce = (to - from + 1) / 2;
                }
            } while (from < rows);
            return done.size() == 1 ? done.get(0) : joined(done);
        });
    }

    /** The results of some rows, part by part. */
    private List<List<float[]>> sideBySide(final RowsCall work, final int first, final int last) {
        final int rows = last - first;
        final int count = queue.lanes().parts(rows);
        if (count == 1) {
            return List.of(rowsOf(work, first, last));
        }
        final List<Supplier<List<float[]>>> parts = new ArrayList<>();
        for (int part = 0; part < count; part++) {
            final int from = first + rows * part / count;
            final int to = first + rows * (part + 1) / count;
            parts.add(() -> rowsOf(work, from, to));
        }
        return queue.lanes().run(parts);
    }

    private List<float[]> rowsOf(final RowsCall work, final int from, final int to) {
        try (NativeCall call = program.newCall()) {
            return work.make(call, from, to).stream().map(NativeCall::floats).toList();
        }
    }

    private static List<float[]> joined(final List<List<float[]>> parts) {
        final List<float[]> joined = new ArrayList<>();
        for (int result = 0; result < parts.get(0).size(); result++) {
            final int index = result;
            final float[] values = new float
                    [parts.stream().mapToInt(part -> part.get(index).length).sum()];
            int position = 0;
            for (final List<float[]> part : parts) {
                System.arraycopy(part.get(index), 0, values, position, part.get(index).length);
                position += part.get(index).length;
            }
            joined.add(values);
        }
        return joined;
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
