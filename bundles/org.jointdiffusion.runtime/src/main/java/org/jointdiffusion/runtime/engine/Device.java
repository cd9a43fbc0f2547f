package org.jointdiffusion.runtime.engine;

/**
 * Where a network runs.
 *
 * @param kind the kind of device
 * @param index which of several GPUs, from 0; 0 otherwise
 */
public record Device(Kind kind, int index) {

    /** The kind of device. */
    public enum Kind {
        /** A GPU when the engine finds one, otherwise the processor. */
        AUTOMATIC,
        /** The processor. */
        CPU,
        /** A CUDA GPU; needs a PyTorch library folder with CUDA. */
        GPU
    }

    /** Checks the index; throws {@link IllegalArgumentException}. */
    public Device {
        if (index < 0 || kind != Kind.GPU && index != 0) {
            throw new IllegalArgumentException("There is no device number " + index + " of kind " + kind + ".");
        }
    }

    /** The processor. */
    public static Device cpu() {
        return new Device(Kind.CPU, 0);
    }

    /** A GPU, counted from 0. */
    public static Device gpu(final int index) {
        return new Device(Kind.GPU, index);
    }

    /** The first GPU when there is one, otherwise the processor. */
    public static Device automatic() {
        return new Device(Kind.AUTOMATIC, 0);
    }

    /** Reads like "CPU" or "GPU 0". */
    @Override
    public String toString() {
        return switch (kind) {
            case AUTOMATIC -> "automatic";
            case CPU -> "CPU";
            case GPU -> "GPU " + index;
        };
    }
}
