package org.knime.node.parameters.layout;

import static java.lang.annotation.RetentionPolicy.RUNTIME;

import java.lang.annotation.Retention;

/** Puts a parameter, or all parameters of a class, into a section or group. */
@Retention(RUNTIME)
public @interface Layout {
    Class<?> value();
}
