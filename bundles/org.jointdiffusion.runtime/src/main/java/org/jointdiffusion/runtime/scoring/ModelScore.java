package org.jointdiffusion.runtime.scoring;

/**
 * Both sides of a joint model (the two columns of the paper's tables).
 *
 * @param classification how well it names images
 * @param generation how well it draws them
 */
public record ModelScore(ClassificationScore classification, GenerationScore generation) {}
