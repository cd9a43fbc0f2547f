package org.knime.node.parameters.layout;

import static java.lang.annotation.RetentionPolicy.RUNTIME;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;

/** Marks a class as a group whose parameters stand side by side. */
@Retention(RUNTIME)
@Target(ElementType.TYPE)
public @interface HorizontalLayout {}
