package org.jointdiffusion.runtime.scoring;

/**
 * What an independent classifier sees.
 *
 * @param samples in how many samples it sees the class that was asked for
 * @param images in how many test images, from which it did not learn, it sees their class: it can judge no better
 */
public record OracleScore(Agreement samples, Agreement images) {}
