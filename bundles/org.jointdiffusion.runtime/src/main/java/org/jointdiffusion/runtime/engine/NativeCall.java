package org.jointdiffusion.runtime.engine;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import org.jointdiffusion.runtime.network.Arithmetic;

/** The inputs and results of one call of a program: closing it gives back all its native memory. */
final class NativeCall implements AutoCloseable {

    private final NativeProgram program;
    private final NDManager manager;
    private final NDList inputs = new NDList();

    NativeCall(final NativeProgram program, final NDManager manager) {
        this.program = program;
        this.manager = manager;
    }

    /** Adds real numbers, in the precision of the program's weights. */
    NativeCall reals(final float[] values, final long... shape) {
        return array(program.reals(manager, values, new Shape(shape)));
    }

    /** Adds one real number. */
    NativeCall real(final double value) {
        return array(
                program.arithmetic() == Arithmetic.FLOAT64 ? manager.create(value) : manager.create((float) value));
    }

    /** Adds 64-bit numbers that stay on the processor: settings that the program reads one by one. */
    NativeCall settings(final double... values) {
        return array(manager.newSubManager(ai.djl.Device.cpu()).create(values));
    }

    /** Adds whole numbers. */
    NativeCall integers(final int[] values) {
        final long[] wide = new long[values.length];
        for (int index = 0; index < values.length; index++) {
            wide[index] = values[index];
        }
        return array(manager.create(wide));
    }

    /** Adds an array that somebody else owns. */
    NativeCall array(final NDArray array) {
        inputs.add(array);
        return this;
    }

    /** Adds a copy of an array. */
    NativeCall copy(final NDArray array) {
        final NDArray copy = array.duplicate();
        copy.attach(manager);
        return array(copy);
    }

    /** Adds arrays that somebody else owns, as one list named by the program. */
    NativeCall list(final NDList arrays) {
        inputs.addAll(arrays);
        return this;
    }

    /** Runs the method; the results live until this call is closed. */
    NDList run(final String method) {
        final NDList results = program.run(method, inputs);
        results.attach(manager);
        return results;
    }

    /** The values of a result as 32-bit numbers. */
    static float[] floats(final NDArray result) {
        return result.getDataType() == DataType.FLOAT32
                ? result.toFloatArray()
                : result.toType(DataType.FLOAT32, false).toFloatArray();
    }

    /** The values of a result as 64-bit numbers. */
    static double[] doubles(final NDArray result) {
        return result.getDataType() == DataType.FLOAT64
                ? result.toDoubleArray()
                : result.toType(DataType.FLOAT64, false).toDoubleArray();
    }

    @Override
    public void close() {
        manager.close();
    }
}
