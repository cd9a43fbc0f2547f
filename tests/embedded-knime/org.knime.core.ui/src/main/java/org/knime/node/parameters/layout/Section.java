package org.knime.node.parameters.layout;

import static java.lang.annotation.RetentionPolicy.RUNTIME;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;

/** Marks a class as a titled section of the dialog. */
@Retention(RUNTIME)
@Target(ElementType.TYPE)
public @interface Section {

    String title() default "";

    String description() default "";

    boolean sideDrawer() default false;
}
