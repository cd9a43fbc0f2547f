package org.jointdiffusion.runtime.engine;

import ai.djl.engine.Engine;
import ai.djl.engine.StandardCapabilities;

/** Counts the GPUs that PyTorch can use. */
final class Gpus {

    private Gpus() {}

    /** The number of GPUs. */
    static int count(final Engine engine) {
        return count(engine.hasCapability(StandardCapabilities.CUDA), engine.getGpuCount());
    }

    /**
     * The number of GPUs.
     *
     * @param usable whether PyTorch can use one
     * @param counted how many DJL counts: none where the machine has no CUDA runtime library under its usual name,
     *     since the one that comes with PyTorch has another
     */
    static int count(final boolean usable, final int counted) {
        return usable ? Math.max(1, counted) : 0;
    }
}
