package org.knime.core.data.image.png;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Dimension;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.knime.core.data.DataCell;
import org.knime.core.data.container.BlobDataCell;
import org.knime.core.data.image.ImageValue;

class PNGImageContentTests {
    private static byte[] noise(final int side) throws IOException {
        final BufferedImage image = new BufferedImage(side, side, BufferedImage.TYPE_INT_RGB);
        final Random random = new Random(side);
        for (int i = 0; i < side * side; i++) {
            image.setRGB(i % side, i / side, random.nextInt());
        }
        final ByteArrayOutputStream output = new ByteArrayOutputStream();
        ImageIO.write(image, "png", output);
        return output.toByteArray();
    }

    @Test
    void keepsTheBytes() throws Exception {
        final byte[] bytes = noise(7);
        final PNGImageContent content = new PNGImageContent(new ByteArrayInputStream(bytes));
        assertArrayEquals(bytes, content.getByteArray());
        assertEquals(new Dimension(7, 7), content.getPreferredSize());
        final ByteArrayOutputStream saved = new ByteArrayOutputStream();
        content.save(saved);
        assertArrayEquals(bytes, saved.toByteArray());
    }

    @Test
    void largeImagesAreAnotherCellClassOfTheSameInterface() throws Exception {
        final DataCell small = PNGImageCellFactory.create(noise(8));
        final DataCell large = PNGImageCellFactory.create(noise(200));
        assertInstanceOf(PNGImageCell.class, small);
        assertInstanceOf(BlobDataCell.class, large);
        assertTrue(large.getType().isCompatible(PNGImageValue.class));
        assertTrue(PNGImageContent.TYPE.isASuperTypeOf(large.getType()));
        assertEquals("png", ((ImageValue) large).getImageExtension());
    }

    @Test
    void equalBytesMakeEqualCells() throws Exception {
        assertEquals(PNGImageCellFactory.create(noise(8)), PNGImageCellFactory.create(noise(8)));
    }

    @Test
    void refusesWhatIsNoImage() throws Exception {
        final byte[] truncated = Arrays.copyOf(noise(50), 60);
        assertThrows(IllegalArgumentException.class, () -> new PNGImageContent(truncated));
        assertThrows(IllegalArgumentException.class, () -> PNGImageCellFactory.create(new byte[] {1, 2, 3}));
        assertThrows(NullPointerException.class, () -> new PNGImageContent((byte[]) null));
    }
}
