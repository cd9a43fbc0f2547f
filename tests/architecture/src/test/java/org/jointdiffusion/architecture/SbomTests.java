package org.jointdiffusion.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The bill of materials and NOTICE name what is shipped: each nested jar, and nothing else. */
class SbomTests {

    private static final Path ROOT = Path.of(System.getProperty("basedir", "."))
            .resolve("../..")
            .toAbsolutePath()
            .normalize();

    private static final List<String> NESTING = List.of("org.jointdiffusion.djl", "org.jointdiffusion.runtime");

    /** A bundle of its own, not a nested jar. */
    private static final String NATIVES = "pytorch-native-cpu";

    @Test
    void everyNestedJarIsNamedWithItsChecksumAndLicence() throws Exception {
        final Map<String, String> named = new TreeMap<>();
        for (final JsonObject component : components()) {
            final String name = component.get("name").getAsString();
            assertFalse(component.getAsJsonArray("licenses").isEmpty(), name);
            if (!name.equals(NATIVES)) {
                named.put(checksum(component), name);
            }
        }
        final Map<String, String> shipped = new TreeMap<>();
        for (final Path jar : nestedJars()) {
            shipped.put(
                    HexFormat.of()
                            .formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(jar))),
                    jar.getFileName().toString().replace(".jar", ""));
        }
        assertEquals(shipped, named);
    }

    @Test
    void theNativesAreNamed() throws IOException {
        assertTrue(components().stream()
                .anyMatch(component -> component.get("name").getAsString().equals(NATIVES)));
    }

    @Test
    void theNoticeHasEachVersion() throws IOException {
        final String notice = Files.readString(ROOT.resolve("NOTICE"));
        for (final JsonObject component : components()) {
            final String version = component.get("version").getAsString().replaceFirst("^2\\.7\\.1-", "");
            assertTrue(notice.contains(" " + version), component.get("name") + " " + version);
        }
    }

    private static List<JsonObject> components() throws IOException {
        final Path file = ROOT.resolve("tests/sbom/target/joint-diffusion-for-knime.cdx.json");
        final JsonObject sbom = JsonParser.parseString(Files.readString(file)).getAsJsonObject();
        assertEquals("CycloneDX", sbom.get("bomFormat").getAsString());
        return sbom.getAsJsonArray("components").asList().stream()
                .map(JsonElement::getAsJsonObject)
                .toList();
    }

    private static String checksum(final JsonObject component) {
        return component.getAsJsonArray("hashes").asList().stream()
                .map(JsonElement::getAsJsonObject)
                .filter(hash -> hash.get("alg").getAsString().equals("SHA-256"))
                .findFirst()
                .orElseThrow()
                .get("content")
                .getAsString();
    }

    private static List<Path> nestedJars() throws IOException {
        final List<Path> jars = new ArrayList<>();
        for (final String bundle : NESTING) {
            try (Stream<Path> files =
                    Files.list(ROOT.resolve("bundles").resolve(bundle).resolve("lib"))) {
                files.filter(file -> file.toString().endsWith(".jar")).forEach(jars::add);
            }
        }
        return jars;
    }
}
