package org.jointdiffusion.runtime.engine;

/** The arithmetic of convolutions and matrix products; weights, losses and the classifier head stay 32 bit. */
public enum Precision {
    /**
     * bfloat16 on a processor where a short measurement shows that it is clearly faster, otherwise and on a GPU 32 bit.
     */
    AUTOMATIC,
    /** 32-bit floating point. */
    FLOAT32,
    /** bfloat16 arithmetic on 32-bit weights. */
    BFLOAT16,
    /** 64 bit throughout, for tests of gradients against finite differences. */
    FLOAT64
}
