package org.jointdiffusion.runtime.engine;

import com.sun.jna.Library;
import com.sun.jna.Native;
import com.sun.jna.Platform;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes idle compute threads sleep instead of spin.
 *
 * <p>Spinning threads of one computation slow down others on the same cores up to tenfold. OpenMP reads the environment
 * when its library is loaded, so this must come before the engine starts, and only native code can set it.
 */
final class PassiveWaiting {

    private static final Logger LOGGER = LoggerFactory.getLogger(PassiveWaiting.class);

    /** The part of the C library that is needed. */
    interface CLibrary extends Library {

        /** Sets an environment variable; keeps an existing value when {@code overwrite} is 0. */
        int setenv(String name, String value, int overwrite);
    }

    private PassiveWaiting() {}

    /** Sets the variable unless the user has; only a loss of speed when that fails. */
    static void request() {
        if (Platform.isWindows()) {
            return;
        }
        try {
            Native.load(Platform.C_LIBRARY_NAME, CLibrary.class).setenv("OMP_WAIT_POLICY", "PASSIVE", 0);
        } catch (final LinkageError | RuntimeException exception) {
            LOGGER.warn("OMP_WAIT_POLICY could not be set; parallel computations may slow each other down.", exception);
        }
    }
}
