package org.jointdiffusion.runner.result;

import java.util.Arrays;

/** The nodes whose results the figures and the report know how to read, by their factory classes. */
public enum NodeKind {
    /** The Labeled Image Reader. */
    READER("org.jointdiffusion.nodes.reader.LabeledImageReaderNodeFactory", 1),
    /** The Joint Diffusion Learner. */
    LEARNER("org.jointdiffusion.nodes.learner.JointDiffusionLearnerNodeFactory", 3),
    /** The Classifier Predictor. */
    PREDICTOR("org.jointdiffusion.nodes.predictor.ClassifierPredictorNodeFactory", 1),
    /** KNIME's Scorer. */
    SCORER("org.knime.base.node.mine.scorer.accuracy.AccuracyScorer2NodeFactory", 2),
    /** The Conditional Sampler. */
    SAMPLER("org.jointdiffusion.nodes.sampler.ConditionalSamplerNodeFactory", 1),
    /** The Counterfactual Explainer. */
    EXPLAINER("org.jointdiffusion.nodes.explainer.CounterfactualExplainerNodeFactory", 2),
    /** Any other node: it runs and is listed, but has no section of its own. */
    OTHER("", 0);

    private final String m_factory;
    private final int m_outputPorts;

    NodeKind(final String factory, final int outputPorts) {
        m_factory = factory;
        m_outputPorts = outputPorts;
    }

    /** The number of output ports whose tables are read. */
    public int outputPorts() {
        return m_outputPorts;
    }

    /** The kind of the node with this factory class. */
    public static NodeKind of(final String factoryClassName) {
        return Arrays.stream(values())
                .filter(kind -> kind.m_factory.equals(factoryClassName))
                .findFirst()
                .orElse(OTHER);
    }
}
