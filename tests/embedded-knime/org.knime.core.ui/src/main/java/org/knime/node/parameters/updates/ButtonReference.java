package org.knime.node.parameters.updates;

/** Names a button of a dialog for state providers. */
public interface ButtonReference {}
