package org.knime.node.parameters.widget.choices.filter;

import static java.lang.annotation.RetentionPolicy.RUNTIME;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;

/** Shows a selection of several values as two lists. */
@Retention(RUNTIME)
@Target(ElementType.FIELD)
public @interface TwinlistWidget {

    String includedLabel() default "Includes";

    String excludedLabel() default "Excludes";
}
