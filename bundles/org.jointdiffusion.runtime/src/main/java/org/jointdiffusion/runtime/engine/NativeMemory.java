package org.jointdiffusion.runtime.engine;

import com.sun.jna.Platform;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the memory of one step for the next one.
 *
 * <p>A step takes and frees some hundred megabytes in pieces of megabytes. By its defaults the allocator hands them
 * back to the system each time, and taking them again costs a tenth of a step (measured: guided calls 9 to 12 %
 * slower). Here it keeps them until the last array of a network is freed. Linux with glibc only: elsewhere nothing
 * changes.
 */
final class NativeMemory {

    private static final Logger LOGGER = LoggerFactory.getLogger(NativeMemory.class);

    /** {@code M_TRIM_THRESHOLD}: how much free memory is kept. */
    private static final int TRIM_THRESHOLD = -1;

    /** {@code M_TOP_PAD}: how much more than asked for is taken from the system at once. */
    private static final int TOP_PAD = -2;

    /** {@code M_MMAP_THRESHOLD}: from which size on a piece is always taken from the system and given back. */
    private static final int MMAP_THRESHOLD = -3;

    private static final int MEBIBYTE = 1 << 20;

    static final int KEPT_BYTES = 1024 * MEBIBYTE;

    static final int PADDING_BYTES = 64 * MEBIBYTE;

    static final int SINGLE_PIECE_BYTES = 32 * MEBIBYTE;

    private NativeMemory() {}

    /** Sets the allocator's options for this process; only a loss of speed when that fails. */
    static void keep() {
        if (!Platform.isLinux()) {
            return;
        }
        try {
            final CLibrary library = CLibrary.load();
            library.mallopt(TRIM_THRESHOLD, KEPT_BYTES);
            library.mallopt(TOP_PAD, PADDING_BYTES);
            library.mallopt(MMAP_THRESHOLD, SINGLE_PIECE_BYTES);
        } catch (final LinkageError | RuntimeException exception) {
            LOGGER.debug("The memory allocator has no options; computations may be slower.", exception);
        }
    }

    /** Gives what is free back to the system. */
    static void giveBack() {
        if (!Platform.isLinux()) {
            return;
        }
        try {
            CLibrary.load().malloc_trim(0);
        } catch (final LinkageError | RuntimeException exception) {
            LOGGER.debug("Free memory stays with the process.", exception);
        }
    }
}
