package org.jointdiffusion.runtime.engine;

import org.jointdiffusion.runtime.network.Arithmetic;

/** What precisions mean for a program. */
final class Precisions {

    private Precisions() {}

    /** The arithmetic of a program; the precision must be decided. */
    static Arithmetic arithmetic(final Precision precision) {
        return switch (precision) {
            case FLOAT32 -> Arithmetic.FLOAT32;
            case BFLOAT16 -> Arithmetic.BFLOAT16;
            case FLOAT64 -> Arithmetic.FLOAT64;
            case AUTOMATIC -> throw new IllegalArgumentException("The precision must be decided first.");
        };
    }
}
