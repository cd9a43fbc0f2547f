package org.jointdiffusion.runtime.engine;

import com.sun.jna.Platform;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes idle compute threads sleep after a short spin.
 *
 * <p>Sleeping at once costs a fifth of a step's time, since a step has thousands of short parallel parts; long spinning
 * is worse: spinning threads of one computation slow down others on the same cores up to tenfold. OpenMP reads the
 * environment when its library is loaded, so this must come before the engine starts, and only native code can set it.
 */
final class PassiveWaiting {

    private static final Logger LOGGER = LoggerFactory.getLogger(PassiveWaiting.class);

    /** Some ten microseconds: about the pause between two parallel parts of one step. */
    static final String SPINS = "3000";

    static final String POLICY = "PASSIVE";

    private PassiveWaiting() {}

    /** Sets the variables unless the user has; only a loss of speed when that fails. */
    static void request() {
        if (Platform.isWindows()) {
            return;
        }
        try {
            final CLibrary library = CLibrary.load();
            library.setenv("OMP_WAIT_POLICY", POLICY, 0);
            library.setenv("GOMP_SPINCOUNT", SPINS, 0);
        } catch (final LinkageError | RuntimeException exception) {
            LOGGER.warn("The waiting of OpenMP could not be set; computations may slow each other down.", exception);
        }
    }
}
