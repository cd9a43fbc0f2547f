package org.jointdiffusion.architecture.knime;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Checks that the embedded host offers nothing that KNIME has not: what compiles against it compiles against KNIME. */
final class HostCheck {

    private final ApiList m_api;
    private final ClassWorld m_world;
    private final HostExceptions m_exceptions;
    private final List<String> m_violations = new ArrayList<>();

    private HostCheck(final ApiList api, final HostExceptions exceptions) {
        m_api = api;
        m_world = new ClassWorld(api, List.of());
        m_exceptions = exceptions;
    }

    /** Returns a sentence for each symbol that KNIME does not have; empty when all is well. */
    static List<String> violations(
            final ApiList api, final HostExceptions exceptions, final Collection<ClassFile> hostFiles) {
        final var check = new HostCheck(api, exceptions);
        final var offered = hostFiles.stream()
                .filter(file -> ClassWorld.isKnime(file.name()) && file.isAccessible())
                .toList();
        offered.forEach(check::check);
        check.checkExceptions(offered);
        return check.m_violations;
    }

    private void check(final ClassFile file) {
        final var real = m_api.find(file.name());
        if (real.isPresent()) {
            checkClass(file.summary(), real.get());
        } else if (m_api.coversPackage(file.summary().packageName())) {
            report(file.summary(), "does not exist in KNIME");
        } else if (!m_exceptions.allows(file.name())) {
            report(
                    file.summary(),
                    "is in a package that KNIME's list does not cover and is not named in host-exceptions.txt");
        }
    }

    private void checkClass(final ClassSummary host, final ClassSummary real) {
        if (host.isInterface() != real.isInterface()) {
            report(host, "is " + (real.isInterface() ? "an interface" : "a class") + " in KNIME");
        }
        if (real.modifiers().contains("abstract") && !host.modifiers().contains("abstract") && !host.isInterface()) {
            report(host, "is abstract in KNIME");
        }
        final Set<String> extra = new HashSet<>(host.superTypes().toList());
        extra.removeAll(m_world.withSuperTypes(real.name()));
        extra.removeIf(type -> !ClassWorld.isKnime(type) && !type.startsWith("java"));
        extra.forEach(type -> report(host, "is no " + type + " in KNIME"));
        host.members().stream().filter(member -> !member.isHidden()).forEach(member -> checkMember(host, member));
    }

    private void checkMember(final ClassSummary host, final Member member) {
        final var real = m_world.findMember(host.name(), member.name(), member.descriptor());
        if (real.isEmpty()) {
            report(host, "offers " + member.signature() + ", which KNIME does not have");
        } else if (real.get().is("static") != member.is("static")) {
            report(
                    host,
                    "offers " + member.signature() + ", which is " + (real.get().is("static") ? "static" : "not static")
                            + " in KNIME");
        } else if (real.get().is("protected") && !member.is("protected")) {
            report(host, "offers " + member.signature() + " to everyone; it is protected in KNIME");
        }
    }

    private void checkExceptions(final Collection<ClassFile> offered) {
        for (final String name : m_exceptions.reasons().keySet()) {
            if (m_api.coversPackage(ClassSummary.packageOf(name))) {
                m_violations.add("host-exceptions.txt names " + name + ", whose package KNIME's list covers.");
            }
            if (offered.stream().noneMatch(file -> HostExceptions.covers(name, file.name()))) {
                m_violations.add("host-exceptions.txt names " + name + ", which the host does not have (any more).");
            }
        }
    }

    private void report(final ClassSummary host, final String problem) {
        m_violations.add("The embedded host's " + host.name() + " " + problem + ".");
    }
}
