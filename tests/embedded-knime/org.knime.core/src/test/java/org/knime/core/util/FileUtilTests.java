package org.knime.core.util;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.jointdiffusion.embedded.core.RunningWorkflow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileUtilTests {
    @TempDir
    private Path m_folder;

    private Path resolve(final String location) throws Exception {
        return FileUtil.resolveToPath(FileUtil.toURL(location));
    }

    @Test
    void resolvesLocationsRelativeToTheRunningWorkflow() throws Exception {
        final Path workflow = Files.createDirectories(m_folder.resolve("My group/My workflow"));
        try (RunningWorkflow running = RunningWorkflow.enter(workflow)) {
            assertEquals(workflow.resolve("data/an image.png"), resolve("knime://knime.workflow/data/an image.png"));
            assertEquals(workflow.resolve("data/a+b.png"), resolve("knime://knime.workflow/data/a%2Bb.png"));
            assertEquals(m_folder.resolve("My group/Other"), resolve("knime://LOCAL/Other"));
            Files.write(workflow.resolve("a.bin"), new byte[] {7});
            final URL url = FileUtil.toURL("knime://knime.workflow/a.bin");
            try (var input = FileUtil.openStreamWithTimeout(url)) {
                assertArrayEquals(new byte[] {7}, input.readAllBytes());
            }
        }
        assertThrows(IOException.class, () -> resolve("knime://knime.workflow/data"));
    }

    @Test
    void neverLeavesTheWorkflow() throws Exception {
        try (RunningWorkflow running = RunningWorkflow.enter(m_folder)) {
            assertThrows(IOException.class, () -> resolve("knime://knime.workflow/../secret"));
            assertThrows(IOException.class, () -> resolve("knime://My-Hub/data"));
        }
    }

    @Test
    void takesPathsAndFileUrls() throws Exception {
        final Path file = m_folder.resolve("an image.png");
        assertEquals(file, resolve(file.toString()));
        assertEquals(file, resolve(file.toUri().toString()));
        assertEquals(file.toFile(), FileUtil.getFileFromURL(file.toUri().toURL()));
        assertNull(resolve("https://example.org/image.png"));
        assertThrows(InvalidPathException.class, () -> FileUtil.toURL(""));
    }

    @Test
    void deletesFoldersWithTheirContent() throws Exception {
        final File folder = FileUtil.createTempDir("test");
        Files.write(folder.toPath().resolve("file"), new byte[1]);
        assertTrue(FileUtil.deleteRecursively(folder));
        assertTrue(!folder.exists());
    }
}
