package org.jointdiffusion.shipping;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;

/** NOTICE names every library that is shipped, and comes with every bundle of ours. */
class NoticeTests {

    private static final Path NOTICE = UpdateSite.root().resolve("NOTICE");

    @Test
    void namesEveryComponentWithItsVersion() throws IOException {
        final List<String> lines = Files.readAllLines(NOTICE);
        final var components = Component.read(UpdateSite.billOfMaterials());
        assertFalse(components.isEmpty());
        for (final Component component : components) {
            assertTrue(
                    lines.stream().anyMatch(line -> names(line, component)),
                    "NOTICE has no line with " + component.name() + " and " + component.version());
        }
    }

    private static boolean names(final String line, final Component component) {
        // NOTICE writes "Apache Commons IO 2.19.0" and "api" for what Maven calls commons-io and api
        final String words = line.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9.@/]+", " ");
        final String name = component.name().toLowerCase(Locale.ROOT).replace('-', ' ');
        return (" " + words + " ").contains(" " + name + " ") && line.contains(component.version());
    }

    @Test
    void comesWithEveryBundleOfOurs() throws IOException {
        final byte[] expected = Files.readAllBytes(NOTICE);
        for (final Path bundle : UpdateSite.bundles()) {
            if (!UpdateSite.isNatives(bundle)) {
                try (ZipFile zip = new ZipFile(bundle.toFile())) {
                    final var entry = zip.getEntry("NOTICE");
                    assertTrue(entry != null, bundle + " has no NOTICE");
                    try (InputStream content = zip.getInputStream(entry)) {
                        assertArrayEquals(expected, content.readAllBytes(), bundle.toString());
                    }
                    assertTrue(zip.getEntry("LICENSE") != null, bundle + " has no LICENSE");
                }
            }
        }
    }
}
