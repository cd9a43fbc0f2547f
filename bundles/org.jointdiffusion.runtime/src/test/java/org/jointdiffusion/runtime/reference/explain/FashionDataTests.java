package org.jointdiffusion.runtime.reference.explain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jointdiffusion.runtime.image.PixelImage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FashionDataTests {

    @Test
    void theMessageNamesThePackageThatIsMissing(@TempDir final Path folder) {
        final IOException exception =
                assertThrows(IOException.class, () -> FashionData.read(folder, FashionData.NAMES));
        assertTrue(exception.getMessage().contains("dataset-fashion-mnist"), exception.getMessage());
        assertTrue(exception.getMessage().contains("--data"), exception.getMessage());
    }

    @Test
    void classesAreNumberedAsTheModelNumbersThem() throws IOException {
        final Path folder = ExplainOptions.DEFAULT.data();
        assumeTrue(Files.isDirectory(folder), () -> "Fashion-MNIST was NOT read: there is no " + folder + ".");
        final FashionData usual = FashionData.read(folder, FashionData.NAMES);
        final List<String> sorted = FashionData.NAMES.stream().sorted().toList();
        final FashionData other = FashionData.read(folder, sorted);
        assertEquals(60_000, usual.training().count());
        assertEquals(10_000, usual.test().size());
        for (int row = 0; row < 1000; row++) {
            assertEquals(FashionData.NAMES.get(usual.testLabels()[row]), sorted.get(other.testLabels()[row]));
            assertEquals(
                    FashionData.NAMES.get(usual.training().labels()[row]),
                    sorted.get(other.training().labels()[row]));
        }
        final List<PixelImage> first = usual.balancedTest(0, 3);
        assertEquals(30, first.size());
        assertTrue(usual.balancedTest(3, 3).stream().noneMatch(first::contains));
        assertThrows(IOException.class, () -> FashionData.read(folder, List.of("a", "b")));
    }
}
