package org.jointdiffusion.nodes.learner;

import org.jointdiffusion.runtime.training.LearningRatePlan;
import org.knime.node.parameters.widget.choices.Label;

/** How the learning rate changes during the training. */
enum LearningRateRule {
    @Label(
            value = "Falls along a cosine",
            description = "Large steps at first and small ones toward the end. Best if the training runs to its end.")
    COSINE(LearningRatePlan.Course.COSINE),
    @Label(
            value = "Stays",
            description = "The same all the time, as in the paper. For trainings that are continued again and again.")
    CONSTANT(LearningRatePlan.Course.CONSTANT);

    private final LearningRatePlan.Course m_course;

    LearningRateRule(final LearningRatePlan.Course course) {
        m_course = course;
    }

    LearningRatePlan.Course course() {
        return m_course;
    }
}
