package org.jointdiffusion.runtime.engine;

import java.util.Map;

/** How the plain PyTorch process is set up. */
public enum ReferenceSetup {

    /** As it is installed: what who runs a script gets. */
    AS_INSTALLED(Map.of()),

    /** With what our engine sets for itself, as an expert could set it before the start. */
    TUNED(Map.of(
            "OMP_WAIT_POLICY",
            PassiveWaiting.POLICY,
            "GOMP_SPINCOUNT",
            PassiveWaiting.SPINS,
            "MALLOC_TRIM_THRESHOLD_",
            Integer.toString(NativeMemory.KEPT_BYTES),
            "MALLOC_TOP_PAD_",
            Integer.toString(NativeMemory.PADDING_BYTES),
            "MALLOC_MMAP_THRESHOLD_",
            Integer.toString(NativeMemory.SINGLE_PIECE_BYTES)));

    private final Map<String, String> environment;

    ReferenceSetup(final Map<String, String> environment) {
        this.environment = environment;
    }

    /** The environment variables that it adds. */
    public Map<String, String> environment() {
        return environment;
    }
}
