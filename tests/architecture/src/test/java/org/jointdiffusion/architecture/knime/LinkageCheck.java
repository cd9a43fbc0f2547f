package org.jointdiffusion.architecture.knime;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Checks that class files link against KNIME as its list says it is: that they will run in the real one. */
final class LinkageCheck {

    private final ClassWorld m_world;
    private final List<String> m_violations = new ArrayList<>();

    private LinkageCheck(final ClassWorld world) {
        m_world = world;
    }

    /** Returns a sentence for each use of something that KNIME does not have; empty when all is well. */
    static List<String> violations(final ApiList api, final Collection<ClassFile> files) {
        final var check = new LinkageCheck(new ClassWorld(api, files));
        files.forEach(check::check);
        return check.m_violations;
    }

    private void check(final ClassFile file) {
        file.usedTypes().stream()
                .filter(type -> ClassWorld.isKnime(type) && m_world.find(type).isEmpty())
                .forEach(type -> report(file, "uses the class " + type + ", which KNIME's list does not have"));
        file.references().stream().filter(this::leadsToKnime).forEach(reference -> checkReference(file, reference));
        checkSuperclass(file);
        checkOverrides(file);
        checkAbstractMethods(file);
    }

    private boolean leadsToKnime(final Reference reference) {
        // a class that KNIME does not have is reported once, not with each of its members
        return m_world.find(reference.owner()).isPresent()
                && m_world.withSuperTypes(reference.owner()).stream().anyMatch(ClassWorld::isKnime);
    }

    private void checkReference(final ClassFile file, final Reference reference) {
        if (reference.descriptor() == null) {
            if (m_world.findElement(reference.owner(), reference.name()).isEmpty()) {
                report(file, "sets the annotation element " + reference + ", which KNIME does not have");
            }
            return;
        }
        final Optional<Member> member = m_world.findMember(reference.owner(), reference.name(), reference.descriptor());
        if (member.isEmpty()) {
            report(file, "uses " + reference + ", which KNIME does not have");
        } else if (member.get().is("static") != reference.isStatic()) {
            report(file, "uses " + reference + (reference.isStatic() ? " as" : " not as") + " a static member");
        } else if (member.get().isMethod() && isInterface(reference.owner()) != reference.ownerIsInterface()) {
            report(
                    file,
                    "takes the owner of " + reference + (reference.ownerIsInterface() ? " for" : " not for")
                            + " an interface");
        }
    }

    private void checkSuperclass(final ClassFile file) {
        final String superName = file.summary().superName();
        if (superName != null
                && m_world.find(superName).filter(LinkageCheck::isFinal).isPresent()) {
            report(file, "extends " + superName + ", which is final in KNIME");
        }
    }

    private static boolean isFinal(final ClassSummary summary) {
        return summary.modifiers().contains("final");
    }

    private void checkOverrides(final ClassFile file) {
        for (final Member member : file.summary().members()) {
            if (member.isMethod() && !member.isConstructor() && !member.isHidden() && !member.is("static")) {
                knimeSuperTypes(file)
                        .flatMap(type -> type.declared(member.name(), member.descriptor()).stream()
                                .filter(inherited -> inherited.is("final"))
                                .map(inherited -> type.name()))
                        .forEach(type -> report(file, "overrides " + member.signature() + ", final in " + type));
            }
        }
    }

    private void checkAbstractMethods(final ClassFile file) {
        if (!file.summary().isInterface() && !file.summary().modifiers().contains("abstract")) {
            knimeSuperTypes(file)
                    .flatMap(type -> type.members().stream())
                    .filter(member -> member.is("abstract"))
                    .filter(member ->
                            m_world.findImplementation(file.name(), member).isEmpty())
                    .forEach(
                            member -> report(file, "does not implement " + member.signature() + ", abstract in KNIME"));
        }
    }

    private Stream<ClassSummary> knimeSuperTypes(final ClassFile file) {
        return m_world.withSuperTypes(file.name()).stream()
                .filter(ClassWorld::isKnime)
                .flatMap(type -> m_world.find(type).stream());
    }

    private boolean isInterface(final String name) {
        return m_world.find(name).filter(ClassSummary::isInterface).isPresent();
    }

    private void report(final ClassFile file, final String problem) {
        m_violations.add(file.name() + " " + problem + ".");
    }
}
