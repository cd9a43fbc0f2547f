package org.knime.node.parameters;

import static java.lang.annotation.RetentionPolicy.RUNTIME;

import java.lang.annotation.Retention;

/** Hides a parameter, a section or a group behind the dialog's "Show advanced settings". */
@Retention(RUNTIME)
public @interface Advanced {}
