package org.jointdiffusion.runtime.engine;

/** The arithmetic of convolutions and matrix products; weights, losses and the classifier head stay 32 bit. */
public enum Precision {
    /** bfloat16 where a short measurement on this machine shows that it is clearly faster, otherwise 32 bit. */
    AUTOMATIC,
    /** 32-bit floating point. */
    FLOAT32,
    /** bfloat16 arithmetic on 32-bit weights. */
    BFLOAT16,
    /** 64 bit throughout, for tests of gradients against finite differences. */
    FLOAT64
}
