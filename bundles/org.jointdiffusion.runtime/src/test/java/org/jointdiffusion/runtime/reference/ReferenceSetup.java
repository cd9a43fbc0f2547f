package org.jointdiffusion.runtime.reference;

import java.util.Map;

/** How the plain PyTorch process is set up. */
public enum ReferenceSetup {

    /** As it is installed: what who runs a script gets. */
    AS_INSTALLED(Map.of()),

    /** With what our engine sets for itself, as an expert could set it before the start. */
    TUNED(Map.of(
            "OMP_WAIT_POLICY",
            "PASSIVE",
            "GOMP_SPINCOUNT",
            "3000",
            "MALLOC_TRIM_THRESHOLD_",
            Integer.toString(1 << 30),
            "MALLOC_TOP_PAD_",
            Integer.toString(64 << 20),
            "MALLOC_MMAP_THRESHOLD_",
            Integer.toString(32 << 20)));

    private final Map<String, String> environment;

    ReferenceSetup(final Map<String, String> environment) {
        this.environment = environment;
    }

    /** The environment variables that it adds. */
    Map<String, String> environment() {
        return environment;
    }
}
