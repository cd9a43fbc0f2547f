package org.jointdiffusion.architecture.knime;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What other classes can see of a class.
 *
 * @param isInterface whether it is an interface or an annotation type
 * @param modifiers "abstract", "final" as far as they apply
 * @param name the internal name, such as {@code org/knime/core/data/DataCell}
 * @param superName the internal name of the superclass; null for {@code java/lang/Object} alone
 * @param interfaces internal names of the direct interfaces
 * @param members the members; those of KNIME's list are all public or protected
 */
record ClassSummary(
        boolean isInterface,
        Set<String> modifiers,
        String name,
        String superName,
        List<String> interfaces,
        List<Member> members) {

    ClassSummary {
        modifiers = Set.copyOf(modifiers);
        interfaces = List.copyOf(interfaces);
        members = List.copyOf(members);
    }

    /** Returns the member that this class itself declares. */
    Optional<Member> declared(final String memberName, final String descriptor) {
        return members.stream()
                .filter(member -> member.matches(memberName, descriptor))
                .findFirst();
    }

    /** Returns the direct supertypes: first the superclass, then the interfaces. */
    Stream<String> superTypes() {
        return Stream.concat(Stream.ofNullable(superName), interfaces.stream());
    }

    /** Returns the package, such as {@code org/knime/core/data}. */
    String packageName() {
        return packageOf(name);
    }

    static String packageOf(final String className) {
        return className.substring(0, Math.max(0, className.lastIndexOf('/')));
    }
}
