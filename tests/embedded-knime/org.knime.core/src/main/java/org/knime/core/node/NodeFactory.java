package org.knime.core.node;

import org.knime.core.node.config.ConfigRO;
import org.knime.core.node.config.ConfigWO;

/** Makes the model of a node and describes the node to the framework. */
public abstract class NodeFactory<T extends NodeModel> {
    /** Only for subclasses. */
    protected NodeFactory() {}

    /** What kind of work a node does. */
    public enum NodeType {
        /** Reads data. */
        Source,
        /** Writes data. */
        Sink,
        /** Makes a model from data. */
        Learner,
        /** Applies a model to data. */
        Predictor,
        /** Changes data. */
        Manipulator,
        /** Shows data. */
        Visualizer,
        /** Lets a user interact in a component's view. */
        Widget,
        /** Holds other nodes. */
        Meta,
        /** Opens a loop. */
        LoopStart,
        /** Closes a loop. */
        LoopEnd,
        /** Opens a scope. */
        ScopeStart,
        /** Closes a scope. */
        ScopeEnd,
        /** Asks for a value. */
        QuickForm,
        /** Asks for a value in a component's dialog. */
        Configuration,
        /** Anything else. */
        Other,
        /** Stands for a node that is not installed. */
        Missing,
        /** Not known. */
        Unknown,
        /** A component. */
        Subnode,
        /** The input of a component. */
        VirtualIn,
        /** The output of a component. */
        VirtualOut,
        /** Holds other nodes. */
        Container
    }

    /** Returns a new model. */
    public abstract T createNodeModel();

    /** Returns the kind of the node. */
    public NodeType getType() {
        return NodeType.Unknown;
    }

    /** Called once after construction. */
    public void init() {}

    /** Reads what the factory itself needs, from the node's settings. */
    public void loadAdditionalFactorySettings(final ConfigRO config) throws InvalidSettingsException {}

    /** Writes what the factory itself needs, to the node's settings. */
    public void saveAdditionalFactorySettings(final ConfigWO config) {}
}
