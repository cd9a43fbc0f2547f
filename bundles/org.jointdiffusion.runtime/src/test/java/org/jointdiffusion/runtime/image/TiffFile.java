package org.jointdiffusion.runtime.image;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Map;
import java.util.TreeMap;

/** Puts TIFF files together, honest ones and lying ones. */
final class TiffFile {

    static final int WIDTH = 256;
    static final int HEIGHT = 257;
    static final int BITS_PER_SAMPLE = 258;
    static final int COMPRESSION = 259;
    static final int PHOTOMETRIC = 262;
    static final int STRIP_OFFSETS = 273;
    static final int SAMPLES_PER_PIXEL = 277;
    static final int ROWS_PER_STRIP = 278;
    static final int STRIP_BYTES = 279;
    static final int TILE_WIDTH = 322;
    static final int TILE_HEIGHT = 323;
    static final int TILE_OFFSETS = 324;
    static final int TILE_BYTES = 325;

    private static final int HEADER = 8;
    private static final int ENTRY = 12;
    private static final int SHORT = 3;
    private static final int LONG = 4;

    private final ByteOrder order;
    private final byte[] data;
    private final Map<Integer, Integer> entries = new TreeMap<>();
    private int next;

    /** A grey image of 8 bits in one strip; {@code data} lies right behind the header. */
    TiffFile(final ByteOrder order, final int width, final int height, final byte[] data) {
        this.order = order;
        this.data = data;
        with(WIDTH, width)
                .with(HEIGHT, height)
                .with(BITS_PER_SAMPLE, 8)
                .with(COMPRESSION, 1)
                .with(PHOTOMETRIC, 1)
                .with(STRIP_OFFSETS, HEADER)
                .with(SAMPLES_PER_PIXEL, 1)
                .with(ROWS_PER_STRIP, height)
                .with(STRIP_BYTES, data.length);
    }

    /** Sets an entry of the directory. */
    TiffFile with(final int tag, final int value) {
        entries.put(tag, value);
        return this;
    }

    /** Removes an entry of the directory. */
    TiffFile without(final int tag) {
        entries.remove(tag);
        return this;
    }

    /** Lets the directory be followed by itself. */
    TiffFile inACircle() {
        next = HEADER + data.length;
        return this;
    }

    byte[] bytes() {
        final int directory = HEADER + data.length;
        final ByteBuffer file =
                ByteBuffer.allocate(directory + 2 + ENTRY * entries.size() + 4).order(order);
        final byte mark = (byte) (order == ByteOrder.LITTLE_ENDIAN ? 'I' : 'M');
        file.put(mark).put(mark).putShort((short) 42).putInt(directory).put(data);
        file.putShort((short) entries.size());
        entries.forEach((tag, value) -> {
            final boolean isShort = value >>> Short.SIZE == 0;
            file.putShort(tag.shortValue())
                    .putShort((short) (isShort ? SHORT : LONG))
                    .putInt(1);
            if (isShort) {
                file.putShort(value.shortValue()).putShort((short) 0);
            } else {
                file.putInt(value);
            }
        });
        return file.putInt(next).array();
    }
}
