package org.jointdiffusion.runtime.engine;

import ai.djl.MalformedModelException;
import ai.djl.Model;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.ParameterStore;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jointdiffusion.runtime.network.Arithmetic;

/**
 * A TorchScript program loaded on a device.
 *
 * <p>To be used on the device's thread, or on its lanes during a turn. It owns its native memory through one manager;
 * whoever makes a call owns the call's arrays through the {@link NativeCall}. Tests put failures in place of
 * {@link #run}.
 */
class NativeProgram implements AutoCloseable {

    private static final String ENGINE = "PyTorch";

    private final Model model;
    private final NDManager manager;
    private final ParameterStore parameters;
    private final Map<String, NDArray> methodNames = new ConcurrentHashMap<>();
    private final Arithmetic arithmetic;
    private final Consumer<NativeProgram> afterClose;

    /** Loads a program whose end nobody needs to know. */
    NativeProgram(final String text, final Arithmetic arithmetic, final ai.djl.Device device) {
        this(text, arithmetic, device, program -> {});
    }

    /**
     * Loads a program.
     *
     * @param afterClose is told when the program was closed
     */
    NativeProgram(
            final String text,
            final Arithmetic arithmetic,
            final ai.djl.Device device,
            final Consumer<NativeProgram> afterClose) {
        this.arithmetic = arithmetic;
        this.afterClose = afterClose;
        model = Model.newInstance("joint-diffusion", device, ENGINE);
        try {
            model.load(new ByteArrayInputStream(ProgramArchive.pack(text)));
            // DJL makes an empty folder for each model it loads
            Files.deleteIfExists(model.getModelPath());
        } catch (final IOException | MalformedModelException exception) {
            model.close();
            throw new EngineException(
                    "PyTorch did not accept the network's program: " + exception.getMessage(), exception);
        }
        manager = model.getNDManager().newSubManager();
        // or else DJL does it in the first call, which fails when several threads make it at once
        model.getBlock().initialize(manager, DataType.FLOAT32);
        parameters = new ParameterStore(manager, false);
    }

    /** Opens a call; its arrays live until it is closed. */
    NativeCall newCall() {
        return new NativeCall(this, manager.newSubManager());
    }

    /** The manager of what lives as long as the program. */
    NDManager manager() {
        return manager;
    }

    /** The number of native arrays that the program and its calls hold. */
    int arrays() {
        return model.getNDManager().getManagedArrays().size();
    }

    /** The number types of the program. */
    Arithmetic arithmetic() {
        return arithmetic;
    }

    /** An array of real numbers in the precision of the weights. */
    NDArray reals(final NDManager owner, final float[] values, final Shape shape) {
        if (arithmetic != Arithmetic.FLOAT64) {
            return owner.create(values, shape);
        }
        final double[] wide = new double[values.length];
        for (int index = 0; index < values.length; index++) {
            wide[index] = values[index];
        }
        return owner.create(wide, shape);
    }

    /** Runs a method; results belong to the manager of the first input. */
    NDList run(final String method, final NDList inputs) {
        final NDList all = new NDList(inputs);
        all.add(methodNames.computeIfAbsent(method, this::methodName));
        // "training", or else the engine forbids that its arrays meet automatic differentiation later
        return model.getBlock().forward(parameters, all, true);
    }

    @Override
    public void close() {
        manager.close();
        model.close();
        NativeMemory.giveBack();
        afterClose.accept(this);
    }

    /** DJL chooses the method by the name of an extra array. */
    private NDArray methodName(final String method) {
        final NDArray name = manager.create(0);
        name.setName("module_method:" + method);
        return name;
    }
}
