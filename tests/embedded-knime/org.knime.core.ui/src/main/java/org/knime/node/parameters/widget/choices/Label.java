package org.knime.node.parameters.widget.choices;

import static java.lang.annotation.RetentionPolicy.RUNTIME;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;

/** Gives a constant of a choice the text under which it is shown. */
@Retention(RUNTIME)
@Target(ElementType.FIELD)
public @interface Label {

    String value();

    String description() default "";

    boolean disabled() default false;
}
