package org.jointdiffusion.runtime.image;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.jointdiffusion.runtime.testing.Bounds;
import org.jointdiffusion.runtime.testing.Mutation;
import org.jointdiffusion.runtime.testing.Soak;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A damaged file gives an image or an {@link ImageFormatException}, in little time and memory. */
final class ImageFuzzTests {

    private static final ImageLimits LIMITS = new ImageLimits(4096, 1 << 18, 1 << 20);

    /** 64 bytes for each pixel that the limits allow, and what a small file needs. */
    private static final Bounds BOUNDS = Bounds.mebibytes(24);

    @ParameterizedTest
    @EnumSource
    void damagedFilesAreReadOrRefused(final ImageFileFormat format) throws IOException {
        final List<Map.Entry<String, byte[]>> files =
                List.copyOf(SampleFiles.of(format).entrySet());
        final int cases = Soak.cases(250, 10_000);
        for (int seed = 0; seed < cases; seed++) {
            final Map.Entry<String, byte[]> file = files.get(seed % files.size());
            final String what = format + " (" + file.getKey() + ") with damage " + seed;
            final byte[] damaged = Mutation.of(file.getValue(), seed);
            assertTrue(BOUNDS.check(what, () -> isReadOrRefused(what, damaged)), what);
        }
        Soak.tried("damaged " + format + " files", cases);
    }

    private static boolean isReadOrRefused(final String what, final byte[] file) {
        try {
            final ImageShape shape = ImageDecoder.decode(file, LIMITS).shape();
            return shape.height() * shape.width() <= LIMITS.maximumPixels();
        } catch (final ImageFormatException e) {
            assertFalse(e.getMessage().contains("more memory"), what + ": " + e.getMessage());
            return e.getMessage().endsWith(".");
        }
    }
}
