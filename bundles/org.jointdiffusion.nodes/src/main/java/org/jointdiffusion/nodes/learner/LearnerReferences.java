package org.jointdiffusion.nodes.learner;

import java.util.Optional;
import org.knime.node.parameters.updates.ParameterReference;

/** The settings on which the learner's estimate of memory and time depends. */
final class LearnerReferences {

    private LearnerReferences() {}

    static final class Preset implements ParameterReference<NetworkSize> {}

    static final class Width implements ParameterReference<Integer> {}

    static final class Height implements ParameterReference<Integer> {}

    static final class Colors implements ParameterReference<ColorRule> {}

    static final class Channels implements ParameterReference<Optional<Integer>> {}

    static final class Levels implements ParameterReference<Optional<Integer>> {}

    static final class ResidualBlocks implements ParameterReference<Optional<Integer>> {}

    static final class BatchSize implements ParameterReference<Integer> {}

    static final class ImagesAtOnce implements ParameterReference<Optional<Integer>> {}

    static final class Images implements ParameterReference<String> {}

    static final class Minutes implements ParameterReference<Double> {}

    static final class Epochs implements ParameterReference<Integer> {}

    static final class Steps implements ParameterReference<Integer> {}
}
