package org.jointdiffusion.runtime.model;

/** How the weights of a model are stored in a file; both load into the same 32-bit arithmetic. */
public enum WeightStorage {
    /** 32-bit floating point, 4 bytes a weight: what is read equals what was written. */
    FULL(TensorType.F32),
    /**
     * IEEE 754 half precision, 2 bytes a weight: each weight is rounded to the nearest number with 11 significant bits,
     * a relative error of at most 1/2048 from 6.1e-5 up, and an absolute one of at most 3e-8 below.
     */
    HALF(TensorType.F16);

    private final TensorType type;

    WeightStorage(final TensorType type) {
        this.type = type;
    }

    TensorType type() {
        return type;
    }
}
