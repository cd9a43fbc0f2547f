package org.jointdiffusion.runtime.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.pytorch.jni.LibUtils;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jointdiffusion.runtime.testing.ChildProcess;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LibraryFolderTests {

    @TempDir
    private Path temporary;

    private Path folder;

    @BeforeEach
    void makeAnEmptyFolder() throws IOException {
        folder = Files.createDirectories(temporary.resolve("libtorch/lib"));
    }

    @Test
    void saysWhatIsWrong() throws IOException {
        assertRefused(temporary.resolve("missing"), "is no folder");
        assertRefused(folder, "has no file " + System.mapLibraryName("torch"));
        addLibrary("torch");
        tellVersion("build-version", "2.6.0+cu124\n");
        assertRefused(folder, "has PyTorch 2.6.0.");
        tellVersion("build-version", "2.7.1+rocm6\n");
        assertRefused(folder, "has PyTorch for \"rocm6\", which cannot be used on ");
    }

    @Test
    void findsTheFlavor() throws IOException {
        addLibrary("torch");
        assertEquals("cpu", LibraryFolder.check(folder).flavor());
        tellVersion("version.py", "from typing import Optional\n__version__ = '2.7.1+cpu'\n");
        assertEquals("cpu", LibraryFolder.check(folder).flavor());
    }

    /** The libraries of this test in a folder of their own, as a user has unpacked them; loaded in a fresh process. */
    @Test
    void theEngineStartsWithTheLibrariesOfTheFolder() throws Exception {
        RuntimeService.shared().resolve(Device.cpu());
        try (Stream<Path> files = Files.list(Path.of(LibUtils.getLibtorchPath()))) {
            for (final Path file :
                    files.filter(file -> !file.toString().contains("djl_torch")).toList()) {
                Files.createSymbolicLink(folder.resolve(file.getFileName()), file);
            }
        }
        tellVersion("build-version", "2.7.1+cpu\n");
        final Path log = temporary.resolve("log");
        final int code = ChildProcess.run(
                LoadedFrom.class,
                log,
                List.of("-D" + LibraryFolder.NAME + "=" + folder, "-DDJL_CACHE_DIR=" + temporary.resolve("cache")));
        assertEquals(0, code, () -> ChildProcess.said(log));
        assertTrue(ChildProcess.said(log).contains("loaded from " + folder), ChildProcess.said(log));
    }

    /** Computes something and tells where the libraries are. */
    static final class LoadedFrom {

        private LoadedFrom() {}

        public static void main(final String[] arguments) {
            try (JointNetwork network =
                    RuntimeService.shared().load(TinyNetworks.model(1), Device.cpu(), Precision.FLOAT32)) {
                final float[] image = TinyNetworks.gaussian(2, TinyNetworks.IMAGE.size());
                System.out.println("computed " + network.logits(image, new int[1]).length + " numbers");
            }
            System.out.println("loaded from " + LibUtils.getLibtorchPath());
        }
    }

    private void assertRefused(final Path place, final String part) {
        final String message = assertThrows(EngineException.class, () -> LibraryFolder.check(place))
                .getMessage();
        assertTrue(message.contains(part), message);
        assertTrue(message.contains("libtorch 2.7.1"), message);
        assertTrue(message.contains(LibraryFolder.NAME), message);
    }

    private void addLibrary(final String name) throws IOException {
        Files.createFile(folder.resolve(System.mapLibraryName(name)));
    }

    private void tellVersion(final String file, final String text) throws IOException {
        Files.writeString(folder.resolveSibling(file), text);
    }
}
