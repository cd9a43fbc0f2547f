package org.jointdiffusion.nodes.learner;

import org.jointdiffusion.runtime.training.ClassWeighting;
import org.knime.node.parameters.widget.choices.Label;

/** How much the images of each class count. */
enum ClassWeights {
    @Label(value = "All images count the same", description = "Frequent classes are learned best.")
    NONE(ClassWeighting.NONE),
    @Label(
            value = "All classes count the same",
            description = "Weighs classes by their frequency: an image of a rare class counts more, so that rare "
                    + "classes are recognised more often, and frequent ones a little less often.")
    BALANCED(ClassWeighting.BALANCED);

    private final ClassWeighting m_weighting;

    ClassWeights(final ClassWeighting weighting) {
        m_weighting = weighting;
    }

    ClassWeighting weighting() {
        return m_weighting;
    }
}
