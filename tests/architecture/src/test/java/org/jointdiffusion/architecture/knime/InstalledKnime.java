package org.jointdiffusion.architecture.knime;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.jointdiffusion.architecture.ProjectClasses;

/** Lists the API of a KNIME that is installed, and checks that our bundles link against it. */
public final class InstalledKnime {

    private final Map<String, List<String>> m_classes = new TreeMap<>();

    private InstalledKnime() {}

    /**
     * Writes the API of an installed KNIME to target/installed-knime-api.txt, and fails when our bundles use what it
     * does not have.
     *
     * @param arguments the folder "plugins" of the installation
     */
    public static void main(final String[] arguments) throws IOException {
        final List<String> installed = list(Path.of(arguments[0]));
        final Path file = ProjectClasses.root().resolve("tests/architecture/target/installed-knime-api.txt");
        Files.write(file, installed);
        final List<String> gone = gone(Files.readAllLines(ApiCut.FILE), installed);
        System.out.println("The API of the installed KNIME is in " + file + ".");
        System.out.println(gone.size() + " lines of " + ApiCut.FILE.getFileName() + " are not in it:");
        gone.forEach(System.out::println);
        final var files = Stream.of(ProjectClasses.NODES, ProjectClasses.RUNTIME)
                .flatMap(module -> ClassFile.read(module.files()).stream())
                .toList();
        final List<String> violations = LinkageCheck.violations(ApiList.parse(installed), files);
        if (!violations.isEmpty()) {
            throw new IllegalStateException(
                    "The bundles do not link against this KNIME:\n" + String.join("\n", violations));
        }
        System.out.println("The bundles link against this KNIME.");
    }

    /**
     * Returns the API of all classes of KNIME in a folder of bundles, which may be jars or folders with jars and
     * classes inside.
     *
     * @throws IllegalArgumentException when there is no class of KNIME
     */
    static List<String> list(final Path plugins) throws IOException {
        final var installed = new InstalledKnime();
        try (Stream<Path> files = Files.walk(plugins)) {
            for (final Path file : files.sorted().toList()) {
                if (Files.isRegularFile(file)) {
                    try (InputStream stream = Files.newInputStream(file)) {
                        installed.add(file.toString(), stream);
                    }
                }
            }
        }
        if (installed.m_classes.isEmpty()) {
            throw new IllegalArgumentException("There are no bundles of KNIME in " + plugins
                    + ". Give the folder \"plugins\" of an installed KNIME Analytics Platform.");
        }
        final List<String> lines = new ArrayList<>(List.of("# Public and protected API of the bundles in " + plugins));
        installed.m_classes.values().forEach(lines::addAll);
        return lines;
    }

    /** Returns the lines of the first list that the second one lacks, each member with its class. */
    static List<String> gone(final List<String> before, final List<String> after) {
        final var present = withOwners(after);
        return withOwners(before).stream()
                .filter(line -> !present.contains(line))
                .sorted()
                .toList();
    }

    private static Set<String> withOwners(final List<String> lines) {
        final var result = new HashSet<String>();
        String owner = "";
        for (final String line : lines) {
            if (line.startsWith("  ")) {
                result.add(owner + ":" + line.substring(1));
            } else if (!line.startsWith("#")) {
                owner = ApiList.parse(List.of(line)).classes().get(0).name();
                result.add(line);
            }
        }
        return result;
    }

    private void add(final String name, final InputStream stream) throws IOException {
        if (name.endsWith(".jar")) {
            final var zip = new ZipInputStream(stream);
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (!entry.getName().startsWith("META-INF/versions/")) {
                    // reads to the end of the entry, and does not close
                    add(entry.getName(), zip);
                }
            }
        } else if (name.contains("org/knime/") && name.endsWith(".class")) {
            final ClassFile file = ClassFile.parse(stream.readAllBytes());
            if (file.isAccessible() && ClassWorld.isKnime(file.name())) {
                m_classes.putIfAbsent(file.name(), ApiText.lines(file.summary()));
            }
        }
    }
}
