package org.jointdiffusion.runner.result;

import java.util.Arrays;
import java.util.List;

/** The nodes whose results the figures and the report know how to read, by their factory classes. */
public enum NodeKind {
    /** The Labeled Image Reader. */
    READER("org.jointdiffusion.nodes.reader.LabeledImageReaderNodeFactory", 1),
    /** The Joint Diffusion Learner. */
    LEARNER("org.jointdiffusion.nodes.learner.JointDiffusionLearnerNodeFactory", 3, "training"),
    /** The Classifier Predictor. */
    PREDICTOR("org.jointdiffusion.nodes.predictor.ClassifierPredictorNodeFactory", 1),
    /** KNIME's Scorer. */
    SCORER("org.knime.base.node.mine.scorer.accuracy.AccuracyScorer2NodeFactory", 2),
    /** The Conditional Sampler. */
    SAMPLER("org.jointdiffusion.nodes.sampler.ConditionalSamplerNodeFactory", 1, "samples"),
    /** The Counterfactual Explainer. */
    EXPLAINER("org.jointdiffusion.nodes.explainer.CounterfactualExplainerNodeFactory", 2, "counterfactuals", "atlas"),
    /** The Joint Diffusion Scorer. */
    MODEL_SCORER("org.jointdiffusion.nodes.scorer.JointDiffusionScorerNodeFactory", 2),
    /** The Joint Diffusion Model Reader. */
    MODEL_READER("org.jointdiffusion.nodes.modelio.JointDiffusionModelReaderNodeFactory", 0, "model"),
    /** Any other node: it runs and is listed, but has no section of its own. */
    OTHER("", 0);

    private final String m_factory;
    private final int m_outputPorts;
    private final String m_viewName;
    private final List<String> m_viewMethods;

    NodeKind(final String factory, final int outputPorts) {
        this(factory, outputPorts, "");
    }

    NodeKind(final String factory, final int outputPorts, final String viewName, final String... viewMethods) {
        m_factory = factory;
        m_outputPorts = outputPorts;
        m_viewName = viewName;
        m_viewMethods = List.of(viewMethods);
    }

    /** Whether the results have the view of such a node as a file. */
    public boolean hasView() {
        return !m_viewName.isEmpty();
    }

    /** The name of that file, without its ending. */
    public String viewName() {
        return m_viewName;
    }

    /** The methods that the view calls besides that for the details of its rows. */
    public List<String> viewMethods() {
        return m_viewMethods;
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
