package org.jointdiffusion.nodes.testing;

import java.util.List;
import org.jointdiffusion.nodes.comparison.GroupComparisonNodeFactory;
import org.jointdiffusion.nodes.explainer.CounterfactualExplainerNodeFactory;
import org.jointdiffusion.nodes.learner.JointDiffusionLearnerNodeFactory;
import org.jointdiffusion.nodes.modelio.JointDiffusionModelReaderNodeFactory;
import org.jointdiffusion.nodes.modelio.JointDiffusionModelWriterNodeFactory;
import org.jointdiffusion.nodes.predictor.ClassifierPredictorNodeFactory;
import org.jointdiffusion.nodes.reader.LabeledImageReaderNodeFactory;
import org.jointdiffusion.nodes.sampler.ConditionalSamplerNodeFactory;
import org.jointdiffusion.nodes.scorer.JointDiffusionScorerNodeFactory;
import org.knime.node.DefaultNodeFactory;

/** The factories of all nodes. */
public final class Factories {

    private Factories() {}

    public static List<DefaultNodeFactory> all() {
        return List.of(
                new LabeledImageReaderNodeFactory(),
                new JointDiffusionLearnerNodeFactory(),
                new ClassifierPredictorNodeFactory(),
                new ConditionalSamplerNodeFactory(),
                new CounterfactualExplainerNodeFactory(),
                new GroupComparisonNodeFactory(),
                new JointDiffusionScorerNodeFactory(),
                new JointDiffusionModelReaderNodeFactory(),
                new JointDiffusionModelWriterNodeFactory());
    }
}
