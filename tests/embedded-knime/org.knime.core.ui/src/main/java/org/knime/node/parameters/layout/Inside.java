package org.knime.node.parameters.layout;

import static java.lang.annotation.RetentionPolicy.RUNTIME;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;

/** Places a section or group inside another one. */
@Retention(RUNTIME)
@Target(ElementType.TYPE)
public @interface Inside {
    Class<?> value();
}
