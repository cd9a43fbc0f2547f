package org.jointdiffusion.runtime.engine;

import ai.djl.util.cuda.CudaUtils;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Measures how much memory of a device is free. */
final class FreeMemory {

    private static final Logger LOGGER = LoggerFactory.getLogger(FreeMemory.class);

    private static final Path OF_THE_MACHINE = Path.of("/proc/meminfo");
    private static final Path OF_A_CONTAINER = Path.of("/sys/fs/cgroup");

    private FreeMemory() {}

    /**
     * The bytes that are free on a device: of a GPU what no process has taken; of a Linux machine what can be had
     * without swapping, within the limits of its container.
     *
     * @return {@link Long#MAX_VALUE} where it cannot be known, as on other systems
     */
    static long of(final ai.djl.Device device) {
        try {
            return device.isGpu() ? ofGpu(device) : ofMachine(OF_THE_MACHINE, OF_A_CONTAINER);
        } catch (final IOException | RuntimeException | LinkageError exception) {
            LOGGER.debug("The free memory of {} is not known.", device, exception);
            return Long.MAX_VALUE;
        }
    }

    private static long ofGpu(final ai.djl.Device device) {
        final var memory = CudaUtils.getGpuMemory(device);
        return memory.getMax() - memory.getUsed();
    }

    /** The same for given files of the system. */
    static long ofMachine(final Path machine, final Path container) throws IOException {
        if (!Files.isReadable(machine)) {
            return Long.MAX_VALUE;
        }
        final long available = Files.readAllLines(machine).stream()
                .filter(line -> line.startsWith("MemAvailable:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) << 10)
                .findFirst()
                .orElse(Long.MAX_VALUE);
        final OptionalLong limit = number(container.resolve("memory.max"));
        final OptionalLong used = number(container.resolve("memory.current"));
        return limit.isPresent() && used.isPresent()
                ? Math.min(available, Math.max(0, limit.getAsLong() - used.getAsLong()))
                : available;
    }

    private static OptionalLong number(final Path file) throws IOException {
        if (!Files.isReadable(file)) {
            return OptionalLong.empty();
        }
        final String text = Files.readString(file).strip();
        // "max" means that there is no limit
        return text.matches("\\d{1,18}") ? OptionalLong.of(Long.parseLong(text)) : OptionalLong.empty();
    }
}
