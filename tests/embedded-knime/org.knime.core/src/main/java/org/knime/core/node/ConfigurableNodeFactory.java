package org.knime.core.node;

/** A node factory whose nodes may have ports that users add. */
public abstract class ConfigurableNodeFactory<T extends NodeModel> extends NodeFactory<T> {
    /** Only for subclasses. */
    protected ConfigurableNodeFactory() {}
}
