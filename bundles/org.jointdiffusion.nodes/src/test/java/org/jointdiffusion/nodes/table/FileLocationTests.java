package org.jointdiffusion.nodes.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.knime.filehandling.core.connections.FSCategory;
import org.knime.filehandling.core.connections.FSLocation;

class FileLocationTests {

    @TempDir
    private Path m_folder;

    @Test
    void understandsPathsAndUrls() throws Exception {
        final Path folder = m_folder.resolve("a folder");

        assertEquals(folder, FileLocation.of(folder.toString()).path());
        assertEquals(folder, FileLocation.of(" " + folder + " ").path());
        assertEquals(folder, FileLocation.of(folder.toUri().toString()).path());
    }

    @Test
    void pathsRelativeToTheWorkflowBecomeKnimeUrls() throws Exception {
        assertEquals(
                "knime://knime.workflow/data/my%20images/1.png",
                FileLocation.of(new FSLocation(FSCategory.RELATIVE, "knime.workflow.data", "my images/1.png"))
                        .text());
        assertEquals(
                "knime://knime.mountpoint/images/1.png",
                FileLocation.of(new FSLocation(FSCategory.RELATIVE, "knime.mountpoint", "/images/1.png"))
                        .text());
        assertEquals(
                "knime://LOCAL/1.png",
                FileLocation.of(new FSLocation(FSCategory.MOUNTPOINT, "LOCAL", "1.png"))
                        .text());
    }

    @Test
    void connectedFileSystemIsRefusedWithAdvice() {
        final var exception = assertThrows(
                IOException.class,
                () -> FileLocation.of(new FSLocation(FSCategory.CONNECTED, "amazon-s3", "/bucket/1.png")));
        assertTrue(exception.getMessage().contains("Transfer Files"), exception.getMessage());
    }

    @Test
    void locationOnAnotherMachineHasNoPath() {
        final var exception = assertThrows(IOException.class, () -> FileLocation.of("https://example.org/images")
                .path());
        assertTrue(exception.getMessage().contains("is not on this machine"), exception.getMessage());
    }

    @Test
    void emptyLocationIsRefused() {
        assertThrows(IOException.class, () -> FileLocation.of("  ").path());
    }
}
