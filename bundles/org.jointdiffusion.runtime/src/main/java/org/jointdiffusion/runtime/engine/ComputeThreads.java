package org.jointdiffusion.runtime.engine;

import ai.djl.pytorch.jni.JniUtils;

/** How many threads PyTorch uses for one operation on the processor. */
final class ComputeThreads {

    private ComputeThreads() {}

    /** The number for the calling thread: by default the number of processor cores. */
    static int number() {
        return JniUtils.getNumThreads();
    }

    /**
     * Sets the number for the calling thread.
     *
     * <p>PyTorch also takes it as the default of threads that have not computed yet, and a thread asks for that default
     * only once. Hence the number is read again at once: it stays, whatever others set later.
     */
    static void use(final int threads) {
        JniUtils.setNumThreads(threads);
        JniUtils.getNumThreads();
    }
}
