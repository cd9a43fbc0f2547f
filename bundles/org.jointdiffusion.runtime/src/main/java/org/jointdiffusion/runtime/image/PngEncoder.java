package org.jointdiffusion.runtime.image;

import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.DataBufferByte;
import java.awt.image.PixelInterleavedSampleModel;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Writes images as PNG files, without loss and without times or other chance content: same image, same bytes. */
public final class PngEncoder {

    private PngEncoder() {}

    /** The content of a PNG file of 8-bit grey or RGB. */
    public static byte[] encode(final PixelImage image) {
        final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        final ImageWriter writer = writer();
        try (MemoryCacheImageOutputStream stream = new MemoryCacheImageOutputStream(bytes)) {
            writer.setOutput(stream);
            writer.write(toBufferedImage(image));
        } catch (final IOException e) {
            throw new UncheckedIOException("Writing a PNG file into memory failed.", e);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    private static ImageWriter writer() {
        final Iterator<ImageWriter> writers = ImageIO.getImageWritersByFormatName("png");
        while (writers.hasNext()) {
            final ImageWriter writer = writers.next();
            if (writer.getClass().getModule().equals(ImageIO.class.getModule())) {
                return writer;
            }
        }
        throw new IllegalStateException("This Java installation cannot write PNG files. Install a complete one.");
    }

    private static BufferedImage toBufferedImage(final PixelImage image) {
        final ImageShape shape = image.shape();
        final int channels = shape.channels();
        final int plane = shape.height() * shape.width();
        final byte[] planar = image.values();
        final byte[] interleaved = new byte[planar.length];
        for (int i = 0; i < planar.length; i++) {
            interleaved[i % plane * channels + i / plane] = planar[i];
        }
        final int[] offsets = channels == 1 ? new int[] {0} : new int[] {0, 1, 2};
        final WritableRaster raster = Raster.createWritableRaster(
                new PixelInterleavedSampleModel(
                        DataBuffer.TYPE_BYTE,
                        shape.width(),
                        shape.height(),
                        channels,
                        shape.width() * channels,
                        offsets),
                new DataBufferByte(interleaved, interleaved.length),
                null);
        final ColorSpace space = ColorSpace.getInstance(channels == 1 ? ColorSpace.CS_GRAY : ColorSpace.CS_sRGB);
        return new BufferedImage(
                new ComponentColorModel(space, false, false, ComponentColorModel.OPAQUE, DataBuffer.TYPE_BYTE),
                raster,
                false,
                null);
    }
}
