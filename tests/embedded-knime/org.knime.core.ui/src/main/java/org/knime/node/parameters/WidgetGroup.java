package org.knime.node.parameters;

/** A class whose annotated fields are shown together in a dialog. */
public interface WidgetGroup {}
