package org.knime.core.node.streamable;

/** Executes a node, or a part of it, on a stream of rows. */
public abstract class StreamableOperator {}
