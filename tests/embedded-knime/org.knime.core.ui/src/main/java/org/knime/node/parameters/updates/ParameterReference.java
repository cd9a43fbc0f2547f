package org.knime.node.parameters.updates;

/**
 * Names a parameter for effects and state providers.
 *
 * @param <V> the type of the parameter
 */
public interface ParameterReference<V> {}
