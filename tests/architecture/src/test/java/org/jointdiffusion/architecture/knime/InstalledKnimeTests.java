package org.jointdiffusion.architecture.knime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jointdiffusion.architecture.ProjectClasses;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.objectweb.asm.Opcodes;

class InstalledKnimeTests {

    @TempDir
    private Path m_plugins;

    private static byte[] type(final String name) {
        return GeneratedClass.named(name, "java/lang/Object")
                .method(Opcodes.ACC_PUBLIC | Opcodes.ACC_STATIC | Opcodes.ACC_FINAL, "make", "()V")
                .method(Opcodes.ACC_PROTECTED | Opcodes.ACC_ABSTRACT, "execute", "(I)V")
                .method(Opcodes.ACC_PRIVATE, "secret", "()V")
                .bytes();
    }

    private static byte[] jar(final String entry, final byte[] content) throws IOException {
        final var bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry(entry));
            zip.write(content);
        }
        return bytes.toByteArray();
    }

    private static List<String> lines(final String name) {
        return List.of(
                "class " + name + " extends java/lang/Object",
                "  method protected abstract execute(I)V",
                "  method static final make()V");
    }

    @Test
    void listsClassesInJarsInJarsInJarsAndInFolders() throws IOException {
        Files.write(m_plugins.resolve("a_1.jar"), jar("org/knime/A.class", type("org/knime/A")));
        Files.write(m_plugins.resolve("b_1.jar"), jar("lib/b.jar", jar("org/knime/B.class", type("org/knime/B"))));
        final Path folder = Files.createDirectories(m_plugins.resolve("c_1/org/knime"));
        Files.write(folder.resolve("C.class"), type("org/knime/C"));
        Files.write(m_plugins.resolve("other.jar"), jar("org/other/D.class", type("org/other/D")));
        final List<String> expected = new ArrayList<>();
        List.of("org/knime/A", "org/knime/B", "org/knime/C").forEach(name -> expected.addAll(lines(name)));
        final List<String> listed = InstalledKnime.list(m_plugins);
        assertEquals(expected, listed.subList(1, listed.size()));
    }

    @Test
    void aFolderWithoutKnimeIsRefused() {
        final var exception = assertThrows(IllegalArgumentException.class, () -> InstalledKnime.list(m_plugins));
        assertTrue(exception.getMessage().contains("plugins"), exception.getMessage());
    }

    @Test
    void namesWhatIsGoneWithItsClass() {
        final List<String> after = new ArrayList<>(lines("org/knime/A"));
        after.remove(1);
        assertEquals(
                List.of("org/knime/A: method protected abstract execute(I)V"),
                InstalledKnime.gone(lines("org/knime/A"), after));
        assertEquals(List.of(), InstalledKnime.gone(after, lines("org/knime/A")));
    }

    /** The list of KNIME 5.8, read and written again, is the same text. */
    @Test
    void theFormatIsThatOfTheListOfKnime() throws IOException {
        final List<String> expected = Files.readAllLines(ApiCut.FILE).stream()
                .filter(line -> !line.startsWith("#"))
                .toList();
        final List<String> written = ApiList.parse(expected).classes().stream()
                .flatMap(summary -> ApiText.lines(summary).stream())
                .toList();
        assertEquals(String.join("\n", expected), String.join("\n", written));
    }

    /** The classes of the embedded host, listed as those of an installation would be, are as KNIME's list says. */
    @Test
    void whatIsListedFromClassFilesAgreesWithTheList() throws IOException {
        final List<String> host = InstalledKnime.list(ProjectClasses.HOST_CORE.folder());
        final ApiList knime = ApiList.read(ApiCut.FILE);
        final var common = ApiList.parse(host).classes().stream()
                .filter(summary -> knime.find(summary.name()).isPresent())
                .toList();
        assertTrue(common.size() > 50, "classes: " + common.size());
        for (final ClassSummary summary : common) {
            final String line = ApiText.lines(summary).get(0);
            final String expected =
                    ApiText.lines(knime.find(summary.name()).orElseThrow()).get(0);
            assertEquals(expected.split(" ")[0], line.split(" ")[0], summary.name());
        }
    }
}
