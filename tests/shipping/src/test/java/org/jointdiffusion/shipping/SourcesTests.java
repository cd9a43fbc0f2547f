package org.jointdiffusion.shipping;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The feature of sources has the source of every class of ours that is shipped. */
class SourcesTests {

    @ParameterizedTest
    @ValueSource(strings = {"org.jointdiffusion.nodes", "org.jointdiffusion.runtime"})
    void everyClassHasItsSource(final String bundle) throws IOException {
        final Set<String> classes = names(bundle + "_", ".class");
        assertTrue(classes.size() > 50, bundle + " has only " + classes.size() + " classes");
        classes.removeIf(name -> name.contains("$"));
        assertEquals(classes, names(bundle + ".source_", ".java"));
    }

    /** The files of a bundle with an ending, without it. */
    private static Set<String> names(final String bundle, final String ending) throws IOException {
        final Path file = UpdateSite.bundles().stream()
                .filter(path -> path.getFileName().toString().startsWith(bundle))
                .findFirst()
                .orElseThrow();
        try (ZipFile zip = new ZipFile(file.toFile())) {
            return zip.stream()
                    .map(ZipEntry::getName)
                    .filter(name -> name.endsWith(ending))
                    .map(name -> name.substring(0, name.length() - ending.length()))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }
}
