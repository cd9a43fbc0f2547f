package org.jointdiffusion.runtime.sampling;

/**
 * Asks for one sample.
 *
 * @param row the number of the row; rows of one seed differ by it
 * @param seed the row's own seed, combined with the seed of the settings; 0 when rows have no seeds of their own
 * @param desiredClass the index of the class to show, in 0 .. classes-1
 */
public record SampleRequest(long row, long seed, int desiredClass) {}
