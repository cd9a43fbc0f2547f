package org.jointdiffusion.architecture.knime;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Writes classes as lines in the format of {@link ApiList}. */
final class ApiText {

    private static final String ANNOTATION = "java/lang/annotation/Annotation";
    private static final List<String> ORDER = List.of("protected", "static", "abstract", "final");

    private ApiText() {}

    /** Returns the line of the class, then one for each member that others can use, in the order of their text. */
    static List<String> lines(final ClassSummary summary) {
        final List<String> lines = new ArrayList<>();
        lines.add(classLine(summary));
        summary.members().stream()
                .filter(member -> !member.isHidden() && !member.name().equals("<clinit>"))
                .map(ApiText::memberLine)
                .sorted()
                .forEach(lines::add);
        return lines;
    }

    private static String classLine(final ClassSummary summary) {
        final String kind = kind(summary);
        // interfaces are always abstract, and whether an enum is final says nothing to its users
        final Stream<String> modifiers = kind.equals("class")
                ? Stream.of("abstract", "final").filter(summary.modifiers()::contains)
                : Stream.empty();
        final String line = String.join(
                " ",
                Stream.concat(
                                Stream.concat(Stream.of(kind), modifiers),
                                Stream.of(summary.name(), "extends", summary.superName()))
                        .toList());
        return summary.interfaces().isEmpty() ? line : line + " implements " + String.join(",", summary.interfaces());
    }

    private static String kind(final ClassSummary summary) {
        if (summary.isInterface()) {
            return summary.interfaces().contains(ANNOTATION) ? "annotation" : "interface";
        }
        return summary.superName().equals("java/lang/Enum") ? "enum" : "class";
    }

    private static String memberLine(final Member member) {
        final String kind = member.isMethod() ? "  method " : "  field ";
        final String line = kind + words(member.modifiers()) + member.signature();
        return member.exceptions().isEmpty() ? line : line + " throws " + String.join(",", member.exceptions());
    }

    private static String words(final Set<String> modifiers) {
        final var ordered = ORDER.stream().filter(modifiers::contains).toList();
        return ordered.isEmpty() ? "" : String.join(" ", ordered) + " ";
    }
}
