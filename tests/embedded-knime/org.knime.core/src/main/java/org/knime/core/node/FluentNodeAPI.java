package org.knime.core.node;

/** Marks the stages of the fluent node builder. */
public interface FluentNodeAPI {}
