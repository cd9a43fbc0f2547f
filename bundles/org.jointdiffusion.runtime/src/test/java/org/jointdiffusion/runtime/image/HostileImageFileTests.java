package org.jointdiffusion.runtime.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A damaged file gives an image or an {@link ImageFormatException}, whatever its bytes are. */
final class HostileImageFileTests {

    private static final PixelImage RGB = TestImages.gradient(3, 24, 20);

    /** One good file of each format. */
    enum Sample {
        PNG {
            @Override
            byte[] file() {
                return PngEncoder.encode(RGB);
            }
        },
        GREY_PNG {
            @Override
            byte[] file() {
                return PngEncoder.encode(TestImages.gradient(1, 24, 20));
            }
        },
        JPEG {
            @Override
            byte[] file() throws IOException {
                return TestImages.file("jpg", TestImages.rgb(RGB));
            }
        },
        GIF {
            @Override
            byte[] file() throws IOException {
                return TestImages.file("gif", TestImages.rgb(RGB));
            }
        },
        BMP {
            @Override
            byte[] file() throws IOException {
                return TestImages.file("bmp", TestImages.rgb(RGB));
            }
        },
        TIFF {
            @Override
            byte[] file() throws IOException {
                return TestImages.file("tiff", TestImages.rgb(RGB));
            }
        },
        GREY_TIFF {
            @Override
            byte[] file() throws IOException {
                return TestImages.file("tiff", TestImages.grey(RGB, BufferedImage.TYPE_BYTE_GRAY));
            }
        },
        PNM {
            @Override
            byte[] file() {
                final byte[] header = TestImages.text("P6\n20 24\n255\n");
                return ByteBuffer.allocate(header.length + RGB.shape().size())
                        .put(header)
                        .put(RGB.values())
                        .array();
            }
        };

        abstract byte[] file() throws IOException;
    }

    @ParameterizedTest
    @EnumSource
    void aFileCutShortIsRefusedUnlessNothingOfTheImageIsMissing(final Sample sample) throws IOException {
        final byte[] file = sample.file();
        final PixelImage whole = ImageDecoder.decode(file, ImageLimits.DEFAULT);
        int refused = 0;
        for (int length = 0; length < file.length; length += Math.max(1, file.length / 150)) {
            final PixelImage image = decodeOrNull(Arrays.copyOf(file, length));
            if (image == null) {
                refused++;
            } else {
                assertEquals(whole, image, "cut to " + length + " of " + file.length + " bytes");
            }
        }
        assertTrue(refused > 100, "refused only " + refused);
    }

    @ParameterizedTest
    @EnumSource
    void lengthsThatLieNeverCauseAnotherException(final Sample sample) throws IOException {
        final byte[] file = sample.file();
        final int[] lies = {0, -1, Integer.MAX_VALUE, Integer.MIN_VALUE, 0x7fff0000, 0x0000ff7f, 0xffff0000};
        for (int position = 0; position + 4 <= Math.min(file.length, 160); position++) {
            for (final int lie : lies) {
                final byte[] changed = file.clone();
                ByteBuffer.wrap(changed).putInt(position, lie);
                decodeOrNull(changed);
            }
        }
        // the tables of a TIFF file lie at its end
        for (int position = Math.max(0, file.length - 200); position + 4 <= file.length; position++) {
            final byte[] changed = file.clone();
            ByteBuffer.wrap(changed).putInt(position, Integer.MAX_VALUE);
            decodeOrNull(changed);
        }
    }

    @Test
    void aPaletteThatClaimsTwoGigabytesIsRefused() {
        final byte[] lie = TestImages.chunk("PLTE", new byte[6]);
        ByteBuffer.wrap(lie).putInt(0, Integer.MAX_VALUE);
        final byte[] file = TestImages.png(2, 1, 8, 3, lie, TestImages.data(0, 0, 1));
        assertThrows(ImageFormatException.class, () -> ImageDecoder.decode(file, ImageLimits.DEFAULT));
    }

    @Test
    void aGifFrameLargerThanTheScreenIsRefused() throws IOException {
        final byte[] file = Sample.GIF.file();
        // the image descriptor begins with a comma, left and top
        int start = 13 + 3 * 256;
        while (file[start] != ',') {
            start++;
        }
        Arrays.fill(file, start + 5, start + 9, (byte) 0xff);
        assertThrows(ImageFormatException.class, () -> ImageDecoder.decode(file, ImageLimits.DEFAULT));
    }

    private static PixelImage decodeOrNull(final byte[] file) {
        try {
            return ImageDecoder.decode(file, ImageLimits.DEFAULT);
        } catch (final ImageFormatException e) {
            assertTrue(e.getMessage().endsWith("."), e.getMessage());
            return null;
        }
    }
}
