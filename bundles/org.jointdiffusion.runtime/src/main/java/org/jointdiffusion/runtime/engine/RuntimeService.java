package org.jointdiffusion.runtime.engine;

import ai.djl.engine.Engine;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jointdiffusion.runtime.model.JointModel;
import org.jointdiffusion.runtime.model.TrainingState;
import org.jointdiffusion.runtime.network.NetworkConfiguration;
import org.jointdiffusion.runtime.network.OracleConfiguration;
import org.jointdiffusion.runtime.network.ParameterLayout;

/**
 * The one service through which networks are loaded and trained.
 *
 * <p>It starts the engine when it is first needed, gives every device fair turns in the order of asking, shares the
 * weights of a model among all its users, and lets the running step end before the JVM exits (native code must not be
 * cut off).
 */
public final class RuntimeService implements AutoCloseable {

    private static final RuntimeService SHARED = new RuntimeService();

    /** The longest wait for a running step when the JVM exits. */
    private static final int STOP_SECONDS = 120;

    /** Models are told apart by their array of weights, not by its content. */
    private record NetworkKey(float[] weights, Device device, Precision precision) {}

    /** A loaded network and the number of its users. */
    private static final class Users {

        private final SharedNetwork network;
        private int count;

        Users(final SharedNetwork network) {
            this.network = network;
        }
    }

    private final Map<Device, DeviceContext> devices = new HashMap<>();
    private final Map<NetworkKey, Users> networks = new HashMap<>();
    private Engine engine;

    /** A service of its own: for tests. */
    RuntimeService() {}

    /** The service of this process. */
    public static RuntimeService shared() {
        return SHARED;
    }

    /**
     * Loads a model, or shares it with those who have loaded it already.
     *
     * @param model the model; its weights are recognised by their array
     * @param device where it runs
     * @param precision its arithmetic
     * @return a hold on the network, to be closed
     * @throws EngineException when the engine cannot start or the device is missing
     * @throws IllegalArgumentException when the number of weights is not the network's
     */
    public synchronized JointNetwork load(final JointModel model, final Device device, final Precision precision) {
        final NetworkConfiguration configuration = model.specification().network();
        checkSize(ParameterLayout.of(configuration), model.weights());
        final Device place = resolve(device);
        final DeviceContext context = context(place);
        final NetworkKey key = new NetworkKey(model.weights(), place, context.decide(precision));
        final Users users = networks.computeIfAbsent(
                key, missing -> new Users(context.load(configuration, model.weights(), missing.precision())));
        users.count++;
        return new NetworkHold(users.network, () -> release(key));
    }

    /**
     * Starts a training.
     *
     * @param configuration the network
     * @param weights the weights to start from, in the order of the network's layout; they are copied
     * @param device where it runs
     * @param precision its arithmetic
     * @return the training, to be closed
     * @throws EngineException when the engine cannot start or the device is missing
     */
    public TrainingRun train(
            final NetworkConfiguration configuration,
            final float[] weights,
            final Device device,
            final Precision precision) {
        return train(configuration, TrainingState.begin(weights), weights, device, precision);
    }

    /**
     * Goes on with a training.
     *
     * @param configuration the network
     * @param start the state to go on from, in the order of the network's layout; it is copied
     * @param average the moving average of the weights at that state; it is copied
     * @param device where it runs
     * @param precision its arithmetic
     * @return the training, to be closed
     * @throws EngineException when the engine cannot start or the device is missing
     */
    public TrainingRun train(
            final NetworkConfiguration configuration,
            final TrainingState start,
            final float[] average,
            final Device device,
            final Precision precision) {
        final ParameterLayout layout = ParameterLayout.of(configuration);
        checkSize(layout, start.weights());
        checkSize(layout, average);
        final DeviceContext context = context(resolve(device));
        return context.train(configuration, start, average, context.decide(precision));
    }

    /**
     * Loads an oracle; it is not shared.
     *
     * @param configuration the oracle
     * @param weights its weights, in the order of its layout
     * @param device where it runs
     * @param precision its arithmetic
     * @return the oracle, to be closed
     * @throws EngineException when the engine cannot start or the device is missing
     */
    public OracleNetwork loadOracle(
            final OracleConfiguration configuration,
            final float[] weights,
            final Device device,
            final Precision precision) {
        checkSize(ParameterLayout.of(configuration), weights);
        final DeviceContext context = context(resolve(device));
        return context.loadOracle(configuration, weights, context.decide(precision));
    }

    /**
     * Starts the training of an oracle.
     *
     * @param configuration the oracle
     * @param weights the weights to start from, in the order of its layout; they are copied
     * @param device where it runs
     * @param precision its arithmetic
     * @return the training, to be closed
     * @throws EngineException when the engine cannot start or the device is missing
     */
    public OracleRun trainOracle(
            final OracleConfiguration configuration,
            final float[] weights,
            final Device device,
            final Precision precision) {
        checkSize(ParameterLayout.of(configuration), weights);
        final DeviceContext context = context(resolve(device));
        return context.trainOracle(configuration, weights, context.decide(precision));
    }

    /**
     * Joins those who use a device, so that each of them can tell with whom it takes turns.
     *
     * @param device the device
     * @param name who uses it, such as the name of a node
     * @return to be closed when the use ends
     * @throws EngineException when the engine cannot start or the device is missing
     */
    public DeviceUse use(final Device device, final String name) {
        return context(resolve(device)).use(name);
    }

    /** The device itself, or the one that {@link Device#automatic()} means on this machine. */
    public synchronized Device resolve(final Device device) {
        final int gpus = Gpus.count(engine());
        if (device.kind() == Device.Kind.GPU && device.index() >= gpus) {
            throw new EngineException(
                    "There is no " + device + ": PyTorch finds " + gpus + " GPUs. Choose the processor,"
                            + " or name a PyTorch library folder with CUDA in the system property "
                            + LibraryFolder.NAME + " (a line -D" + LibraryFolder.NAME
                            + "=... in knime.ini) and restart.");
        }
        if (device.kind() != Device.Kind.AUTOMATIC) {
            return device;
        }
        return gpus > 0 ? Device.gpu(0) : Device.cpu();
    }

    /** Stops: turns away waiting work and waits for the running step. */
    @Override
    public void close() {
        final Map<Device, DeviceContext> running;
        synchronized (this) {
            running = Map.copyOf(devices);
        }
        running.values().forEach(context -> context.queue().stop(STOP_SECONDS));
    }

    /**
     * The number of native arrays that all networks and trainings hold; it waits for a turn of each device, and so for
     * what was closed before.
     */
    public int nativeArrays() {
        final List<DeviceContext> contexts;
        synchronized (this) {
            contexts = List.copyOf(devices.values());
        }
        return contexts.stream().mapToInt(DeviceContext::arrays).sum();
    }

    /** The number of different networks in memory. */
    synchronized int loadedNetworks() {
        return networks.size();
    }

    private synchronized DeviceContext context(final Device device) {
        return devices.computeIfAbsent(device, DeviceContext::new);
    }

    private synchronized Engine engine() {
        if (engine == null) {
            // one engine in the process: other services are only there for tests
            engine = this == SHARED ? EngineStart.start() : SHARED.engine();
            Runtime.getRuntime().addShutdownHook(new Thread(this::close, "Joint Diffusion shutdown"));
        }
        return engine;
    }

    private synchronized void release(final NetworkKey key) {
        final Users users = networks.get(key);
        users.count--;
        if (users.count == 0) {
            networks.remove(key);
            users.network.release();
        }
    }

    private static void checkSize(final ParameterLayout layout, final float[] weights) {
        if (weights.length != layout.size()) {
            throw new IllegalArgumentException(
                    "The network has " + layout.size() + " weights, but " + weights.length + " were given.");
        }
    }
}
