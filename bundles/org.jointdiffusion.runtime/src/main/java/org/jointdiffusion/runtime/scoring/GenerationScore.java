package org.jointdiffusion.runtime.scoring;

import java.util.Optional;

/**
 * How well a model draws.
 *
 * @param own in how many samples the model's own classifier sees the class that was asked for: optimistic, since it
 *     steered the samples
 * @param oracle what an independent classifier sees; empty without an oracle
 * @param comparison samples against real images; empty when that is not possible
 * @param problem a sentence that says why samples and real images were not compared, empty when they were
 */
public record GenerationScore(
        Agreement own, Optional<OracleScore> oracle, Optional<SetComparison> comparison, String problem) {}
