package org.jointdiffusion.embedded.dialog;

import java.lang.reflect.AnnotatedElement;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jointdiffusion.embedded.settings.ParameterField;
import org.knime.node.parameters.layout.After;
import org.knime.node.parameters.layout.Before;
import org.knime.node.parameters.layout.Inside;
import org.knime.node.parameters.layout.Layout;

/** What KNIME demands of the sections and groups of a dialog; it cannot even create a node that breaks a rule. */
final class LayoutRules {

    private LayoutRules() {}

    /**
     * Returns the section or group of a field: its own, else that of the class it is inherited from, else that of the
     * group of settings that it lies in, else that of the group's class; null if it has none.
     *
     * @param group the class of the group of settings
     * @param groupPart the section or group in which the whole group is placed, null if it is placed nowhere
     */
    static Class<?> partOf(final ParameterField field, final Class<?> group, final Class<?> groupPart) {
        final Class<?> declaring = field.field().getDeclaringClass();
        return Stream.of(part(field.field()), declaring == group ? null : part(declaring), groupPart, part(group))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private static Class<?> part(final AnnotatedElement element) {
        final Layout layout = element.getAnnotation(Layout.class);
        return layout == null ? null : layout.value();
    }

    /** Checks sections and groups; throws an {@link IllegalStateException} that names those that break a rule. */
    static void check(final Collection<Class<?>> parts) {
        final Set<Class<?>> all = new LinkedHashSet<>();
        for (final Class<?> part : parts) {
            for (Class<?> around = part; around != null; around = around.getEnclosingClass()) {
                all.add(around);
            }
        }
        all.forEach(LayoutRules::checkNeighbours);
        all.forEach(part -> checkOrder(part, part, new HashSet<>()));
        final Set<Class<?>> roots = parts.stream()
                .map(part -> rootOf(part, new HashSet<>()))
                .collect(Collectors.toCollection(LinkedHashSet::new));
        if (roots.size() > 1) {
            throw new IllegalStateException("The sections of the dialog have more than one root: " + names(roots)
                    + ". Put them into one class, or connect them with @After.");
        }
    }

    private static void checkNeighbours(final Class<?> part) {
        for (final Class<?> neighbour : neighbours(part)) {
            if (part.isNestmateOf(neighbour) && part.getEnclosingClass() != neighbour.getEnclosingClass()) {
                throw new IllegalStateException("The dialog's part " + part.getName() + " is placed beside "
                        + neighbour.getName() + ", but they are not in the same class. Move one of them there.");
            }
        }
    }

    private static void checkOrder(final Class<?> start, final Class<?> part, final Set<Class<?>> visited) {
        final After after = part.getAnnotation(After.class);
        if (after == null || !visited.add(part)) {
            return;
        }
        if (after.value() == start) {
            throw new IllegalStateException(
                    "The dialog's part " + start.getName() + " comes after itself: " + names(visited) + ".");
        }
        checkOrder(start, after.value(), visited);
    }

    private static Class<?> rootOf(final Class<?> part, final Set<Class<?>> visited) {
        if (!visited.add(part)) {
            return part;
        }
        final Inside inside = part.getAnnotation(Inside.class);
        if (inside != null) {
            return rootOf(inside.value(), visited);
        }
        for (final Class<?> neighbour : neighbours(part)) {
            if (!part.isNestmateOf(neighbour)) {
                return rootOf(neighbour, visited);
            }
        }
        return part.getEnclosingClass() == null ? part : rootOf(part.getEnclosingClass(), visited);
    }

    private static List<Class<?>> neighbours(final Class<?> part) {
        final After after = part.getAnnotation(After.class);
        final Before before = part.getAnnotation(Before.class);
        return Stream.<Class<?>>of(after == null ? null : after.value(), before == null ? null : before.value())
                .filter(Objects::nonNull)
                .toList();
    }

    private static String names(final Collection<Class<?>> parts) {
        return parts.stream().map(Class::getName).collect(Collectors.joining(", "));
    }
}
