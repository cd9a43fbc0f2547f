package org.jointdiffusion.runtime.model;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Numbers as the bytes of a model file: 32-bit floating point, little-endian. */
final class FloatBytes {

    private static final int CHUNK = 1 << 14;

    private FloatBytes() {}

    /** Takes bytes; may throw what the receiver throws. */
    interface Receiver<E extends Exception> {
        void take(byte[] bytes) throws E;
    }

    /** Passes the bytes of a part of an array on, in order, without holding all of them. */
    static <E extends Exception> void forEachChunk(
            final float[] values, final int start, final int length, final Receiver<E> receiver) throws E {
        for (int done = 0; done < length; done += CHUNK) {
            final int count = Math.min(CHUNK, length - done);
            final ByteBuffer bytes = ByteBuffer.allocate(count * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
            bytes.asFloatBuffer().put(values, start + done, count);
            receiver.take(bytes.array());
        }
    }

    /** The numbers of a whole array of bytes. */
    static float[] read(final byte[] bytes) {
        final float[] values = new float[bytes.length / Float.BYTES];
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(values);
        return values;
    }
}
