package org.jointdiffusion.architecture.knime;

import java.util.List;
import java.util.Set;

/**
 * A field or method as it can be linked to.
 *
 * @param modifiers "static", "final", "abstract", "protected" and "hidden" as far as they apply; hidden is what other
 *     bundles cannot use: private, package-private and synthetic members
 * @param name the name; {@code <init>} for a constructor
 * @param descriptor the JVM descriptor; a method's begins with a parenthesis
 * @param exceptions internal names of the declared exceptions
 */
record Member(Set<String> modifiers, String name, String descriptor, List<String> exceptions) {

    Member {
        modifiers = Set.copyOf(modifiers);
        exceptions = List.copyOf(exceptions);
    }

    boolean is(final String modifier) {
        return modifiers.contains(modifier);
    }

    boolean isHidden() {
        return is("hidden");
    }

    boolean isMethod() {
        return descriptor.startsWith("(");
    }

    boolean isConstructor() {
        return name.equals("<init>");
    }

    /** Returns whether the other member has the same name and the same descriptor. */
    boolean matches(final String otherName, final String otherDescriptor) {
        return name.equals(otherName) && descriptor.equals(otherDescriptor);
    }

    /** Returns "name" and descriptor, as messages show them. */
    String signature() {
        return isMethod() ? name + descriptor : name + " " + descriptor;
    }
}
