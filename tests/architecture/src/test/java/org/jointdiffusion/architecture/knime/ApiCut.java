package org.jointdiffusion.architecture.knime;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jointdiffusion.architecture.ProjectClasses;

/** Cuts the full list of KNIME's API to the packages that our bundles and the embedded host use. */
public final class ApiCut {

    static final Path FILE = ProjectClasses.root().resolve("tests/architecture/knime-api/knime-5.8-api.txt");

    private ApiCut() {}

    /** Writes the cut list; the one argument is the full list. */
    public static void main(final String[] arguments) throws IOException {
        final List<String> full = Files.readAllLines(Path.of(arguments[0]));
        Files.write(FILE, cut(full, usedPackages(ApiList.parse(full))));
    }

    /** Returns the packages of every class that our class files mention, and of those classes' supertypes. */
    private static Set<String> usedPackages(final ApiList api) {
        final var files = Stream.of(ProjectClasses.values())
                .flatMap(module -> ClassFile.read(module.files()).stream())
                .toList();
        final var world = new ClassWorld(api, files);
        return files.stream()
                .flatMap(file -> Stream.concat(Stream.of(file.name()), file.usedTypes().stream()))
                .flatMap(name -> world.withSuperTypes(name).stream())
                .filter(ClassWorld::isKnime)
                .map(ClassSummary::packageOf)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /**
     * Returns the list with only the classes of some packages, under a line that names all packages it was cut from.
     */
    static List<String> cut(final List<String> full, final Set<String> packages) {
        final List<String> lines = new ArrayList<>();
        full.stream().takeWhile(line -> line.startsWith("#")).forEach(lines::add);
        lines.add(ApiList.PACKAGES
                + String.join(",", new TreeSet<>(ApiList.parse(full).packages())));
        boolean keeps = false;
        for (final String line : full) {
            if (line.startsWith("#")) {
                continue;
            }
            if (!line.startsWith("  ")) {
                keeps = packages.contains(packageOfClassLine(line));
            }
            if (keeps) {
                lines.add(line);
            }
        }
        return lines;
    }

    private static String packageOfClassLine(final String line) {
        return ApiList.parse(List.of(line)).packages().iterator().next();
    }
}
