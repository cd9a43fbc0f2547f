package org.knime.node.parameters.widget.choices;

import static java.lang.annotation.RetentionPolicy.RUNTIME;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;

/** Shows a choice as a row of switches. */
@Retention(RUNTIME)
@Target(ElementType.FIELD)
public @interface ValueSwitchWidget {}
