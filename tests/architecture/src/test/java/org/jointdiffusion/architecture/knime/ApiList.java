package org.jointdiffusion.architecture.knime;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The public and protected members of KNIME's packages, read from a text file.
 *
 * <p>A class is a line {@code class|interface|enum|annotation [modifiers] NAME extends SUPER [implements A,B]}; its
 * members follow, indented: {@code field [modifiers] NAME DESCRIPTOR} and {@code method [modifiers] NAME DESCRIPTOR
 * [throws A,B]}. Lines that begin with # are comments; "# packages: a,b" names the packages of the list that this one
 * was cut from.
 */
final class ApiList {

    static final String PACKAGES = "# packages: ";

    private final Map<String, ClassSummary> m_classes = new LinkedHashMap<>();
    private final Set<String> m_packages = new TreeSet<>();

    private ApiList() {}

    static ApiList read(final Path file) throws IOException {
        return parse(Files.readAllLines(file));
    }

    static ApiList parse(final List<String> lines) {
        final var list = new ApiList();
        List<String> block = new ArrayList<>();
        for (final String line : lines) {
            if (line.startsWith(PACKAGES)) {
                list.m_packages.addAll(List.of(line.substring(PACKAGES.length()).split(",")));
            } else if (line.startsWith("  ")) {
                block.add(line.strip());
            } else if (!line.startsWith("#") && !line.isBlank()) {
                list.add(block);
                block = new ArrayList<>(List.of(line));
            }
        }
        list.add(block);
        return list;
    }

    private void add(final List<String> block) {
        if (!block.isEmpty()) {
            final ClassSummary summary = parseClass(block);
            m_classes.put(summary.name(), summary);
            m_packages.add(summary.packageName());
        }
    }

    private static ClassSummary parseClass(final List<String> block) {
        final String[] words = block.get(0).split(" ");
        final int nameAt = List.of(words).indexOf("extends") - 1;
        if (nameAt < 1) {
            throw new IllegalArgumentException("Not a line of an API list: " + block.get(0));
        }
        final var interfaces = words.length > nameAt + 4 ? List.of(words[nameAt + 4].split(",")) : List.<String>of();
        return new ClassSummary(
                words[0].equals("interface") || words[0].equals("annotation"),
                Set.copyOf(List.of(words).subList(1, nameAt)),
                words[nameAt],
                words[nameAt + 2],
                interfaces,
                block.stream().skip(1).map(ApiList::parseMember).toList());
    }

    private static Member parseMember(final String line) {
        final String[] parts = line.split(" throws ");
        final var words = List.of(parts[0].split(" "));
        final String last = words.get(words.size() - 1);
        if (words.get(0).equals("field")) {
            final int nameAt = words.size() - 2;
            return new Member(Set.copyOf(words.subList(1, nameAt)), words.get(nameAt), last, List.of());
        }
        final int parenthesis = last.indexOf('(');
        return new Member(
                Set.copyOf(words.subList(1, words.size() - 1)),
                last.substring(0, parenthesis),
                last.substring(parenthesis),
                parts.length > 1 ? List.of(parts[1].split(",")) : List.of());
    }

    /** Returns the class with this internal name. */
    Optional<ClassSummary> find(final String name) {
        return Optional.ofNullable(m_classes.get(name));
    }

    /** Returns the classes in the order of the list. */
    List<ClassSummary> classes() {
        return List.copyOf(m_classes.values());
    }

    /** Returns whether KNIME's full list covers the package, so that a class missing from it does not exist. */
    boolean coversPackage(final String packageName) {
        return m_packages.contains(packageName);
    }

    Set<String> packages() {
        return Set.copyOf(m_packages);
    }
}
