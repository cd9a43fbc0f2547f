package org.jointdiffusion.runtime.engine;

/**
 * The rows of one training step of an oracle.
 *
 * @param images n x channels x height x width, in [-1, 1]
 * @param labels the class of each row, from 0
 */
public record OracleBatch(float[] images, int[] labels) {

    /** The number of rows. */
    public int rows() {
        return labels.length;
    }
}
