package org.jointdiffusion.architecture.knime;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.objectweb.asm.Type;

/** Finds classes and members as the JVM would: in KNIME's list, in given class files, and in the JDK. */
final class ClassWorld {

    private final ApiList m_api;
    private final Map<String, Optional<ClassSummary>> m_others = new HashMap<>();

    ClassWorld(final ApiList api, final Collection<ClassFile> others) {
        m_api = api;
        others.forEach(file -> m_others.put(file.name(), Optional.of(file.summary())));
    }

    static boolean isKnime(final String className) {
        return className.startsWith("org/knime/");
    }

    /** Returns the class; empty when it does not exist, or belongs to a library that is neither KNIME nor the JDK. */
    Optional<ClassSummary> find(final String name) {
        return isKnime(name) ? m_api.find(name) : m_others.computeIfAbsent(name, ClassWorld::fromJdk);
    }

    private static Optional<ClassSummary> fromJdk(final String name) {
        try (InputStream stream = ClassLoader.getPlatformClassLoader().getResourceAsStream(name + ".class")) {
            return stream == null
                    ? Optional.empty()
                    : Optional.of(ClassFile.parse(stream.readAllBytes()).summary());
        } catch (final IOException ex) {
            throw new UncheckedIOException(ex);
        }
    }

    /** Returns the names of the class and of all its supertypes, nearest superclasses first. */
    Set<String> withSuperTypes(final String name) {
        final Set<String> names = new LinkedHashSet<>();
        addSuperTypes(name, names);
        return names;
    }

    private void addSuperTypes(final String name, final Set<String> names) {
        if (names.add(name)) {
            find(name).ifPresent(summary -> summary.superTypes().forEach(type -> addSuperTypes(type, names)));
        }
    }

    /** Returns the member in the class or, constructors apart, the nearest of its supertypes. */
    Optional<Member> findMember(final String owner, final String name, final String descriptor) {
        return findMember(owner, member -> member.matches(name, descriptor), name.equals("<init>"));
    }

    /** Returns the element of an annotation type: class files hold its name only. */
    Optional<Member> findElement(final String annotation, final String name) {
        return findMember(annotation, member -> member.name().equals(name), true);
    }

    /**
     * Returns the method that runs when an abstract one is called on the class: one of the class or its superclasses,
     * or a default method of an interface.
     */
    Optional<Member> findImplementation(final String className, final Member abstractMethod) {
        return withSuperTypes(className).stream()
                .flatMap(name -> find(name).stream())
                .flatMap(type ->
                        type.members().stream().filter(member -> isImplementation(type, member, abstractMethod)))
                .filter(member -> !member.is("abstract") && !member.is("static"))
                .findFirst();
    }

    private static boolean isImplementation(final ClassSummary type, final Member member, final Member abstractMethod) {
        if (member.matches(abstractMethod.name(), abstractMethod.descriptor())) {
            return true;
        }
        // the list leaves out KNIME's bridge methods, whose parameters and results are wider than those they lead to
        return isKnime(type.name())
                && member.isMethod()
                && member.name().equals(abstractMethod.name())
                && Type.getArgumentCount(member.descriptor()) == Type.getArgumentCount(abstractMethod.descriptor());
    }

    private Optional<Member> findMember(final String owner, final Predicate<Member> wanted, final boolean ownerOnly) {
        final Set<String> names = ownerOnly ? Set.of(owner) : withSuperTypes(owner);
        return names.stream()
                .flatMap(name -> find(name).stream())
                .flatMap(summary -> summary.members().stream())
                .filter(wanted)
                .findFirst();
    }
}
