package org.jointdiffusion.runtime.engine;

import java.util.function.IntUnaryOperator;

/**
 * How many rows of a batch a device computes at once.
 *
 * @param most the largest number whatever the memory, at least 1
 * @param fitting how many of a wanted number fit into the memory at present, at least 1
 */
record RowLimit(int most, IntUnaryOperator fitting) {

    /** As many as wanted. */
    static final RowLimit NONE = new RowLimit(Integer.MAX_VALUE, IntUnaryOperator.identity());
}
