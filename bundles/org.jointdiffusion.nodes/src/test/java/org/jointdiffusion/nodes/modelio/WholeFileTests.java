package org.jointdiffusion.nodes.modelio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jointdiffusion.nodes.modelio.ModelWriterParameters.ExistingFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.DefaultNodeProgressMonitor;
import org.knime.core.node.ExecutionMonitor;

/** Whatever interrupts the writing of a file, the old one stays whole and nothing else is left. */
class WholeFileTests {

    private final DefaultNodeProgressMonitor m_progress = new DefaultNodeProgressMonitor();

    @TempDir
    private Path m_folder;

    @Test
    void theFileIsReplacedInOneStep() throws Exception {
        final Path file = file("old");
        write(file, stream -> {
            stream.write("new".getBytes());
            assertEquals("old", Files.readString(file));
        });
        assertEquals("new", Files.readString(file));
        assertEquals(List.of(file), files());
    }

    @Test
    void whatFailsHalfWayLeavesTheOldFile() throws Exception {
        final Path file = file("old");
        final IOException problem = new IOException("The model is not good.");
        assertEquals(
                problem,
                assertThrows(
                        IOException.class,
                        () -> write(file, stream -> {
                            stream.write(new byte[100_000]);
                            throw problem;
                        })));
        assertThrows(
                IllegalStateException.class,
                () -> write(file, stream -> {
                    stream.write(new byte[100_000]);
                    throw new IllegalStateException("not expected");
                }));
        assertEquals("old", Files.readString(file));
        assertEquals(List.of(file), files());
    }

    @Test
    void cancellingLeavesTheOldFile() throws Exception {
        final Path file = file("old");
        assertThrows(
                CanceledExecutionException.class,
                () -> write(file, stream -> {
                    stream.write(1);
                    m_progress.setExecuteCanceled();
                }));
        assertEquals("old", Files.readString(file));
        assertEquals(List.of(file), files());
    }

    @Test
    void aFileThatAppearsMeanwhileIsKept() throws Exception {
        final Path file = m_folder.resolve("model.safetensors");
        final WholeFile.Content content = stream -> Files.writeString(file, "somebody else's");
        final IOException exception = assertThrows(
                IOException.class,
                () -> WholeFile.write(file, ExistingFile.FAIL, content, new ExecutionMonitor(m_progress)));
        assertTrue(exception.getMessage().contains("exists already"), exception.getMessage());
        assertEquals("somebody else's", Files.readString(file));
        assertEquals(List.of(file), files());
    }

    /** The device of Linux on which every write fails as on a full disk. */
    @Test
    @EnabledOnOs(OS.LINUX)
    void aFullDiskIsOneClearMessage() throws Exception {
        final Path file = m_folder.resolve("model.safetensors");
        try (OutputStream full = Files.newOutputStream(Path.of("/dev/full"))) {
            final IOException exception = assertThrows(
                    IOException.class, () -> WholeFile.writeAll(file, full, stream -> stream.write(new byte[100_000])));
            assertEquals(
                    "The file \"" + file + "\" cannot be written: No space left on device. Choose another location, or"
                            + " make sure that there is space and the right to write there.",
                    exception.getMessage());
        }
    }

    private void write(final Path file, final WholeFile.Content content) throws Exception {
        WholeFile.write(file, ExistingFile.OVERWRITE, content, new ExecutionMonitor(m_progress));
    }

    private Path file(final String content) throws IOException {
        return Files.writeString(m_folder.resolve("model.safetensors"), content);
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(m_folder)) {
            return files.toList();
        }
    }
}
