package org.jointdiffusion.runtime.model;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.stream.Collectors;

/** The types of numbers that tensors of a model file may have, named as safetensors names them; little-endian. */
enum TensorType {
    /** 32-bit floating point. */
    F32(Float.BYTES) {
        @Override
        float get(final ByteBuffer bytes) {
            return bytes.getFloat();
        }

        @Override
        void put(final ByteBuffer bytes, final float value) {
            bytes.putFloat(value);
        }
    },
    /** IEEE 754 half precision. */
    F16(Short.BYTES) {
        @Override
        float get(final ByteBuffer bytes) {
            return HalfPrecision.toFloat(bytes.getShort());
        }

        @Override
        void put(final ByteBuffer bytes, final float value) {
            bytes.putShort(HalfPrecision.ofFloat(value));
        }
    },
    /** The upper half of a 32-bit floating-point number; files of other programs may have it. */
    BF16(Short.BYTES) {
        @Override
        float get(final ByteBuffer bytes) {
            return Float.intBitsToFloat(bytes.getShort() << 16);
        }

        @Override
        void put(final ByteBuffer bytes, final float value) {
            throw new UnsupportedOperationException("Models are not written in this type.");
        }
    };

    private static final int CHUNK = 1 << 14;

    private final int size;

    TensorType(final int size) {
        this.size = size;
    }

    /** Takes bytes; may throw what the receiver throws. */
    interface Receiver<E extends Exception> {
        void take(byte[] bytes) throws E;
    }

    /** The type of a name in a file. */
    static TensorType of(final String name, final String tensor) throws ModelFormatException {
        for (final TensorType type : values()) {
            if (type.name().equals(name)) {
                return type;
            }
        }
        final String known = Arrays.stream(values()).map(TensorType::name).collect(Collectors.joining(", "));
        throw new ModelFormatException("Tensor \"" + tensor + "\" of the model file has the type " + name
                + ", but only these can be read: " + known + ". Convert the weights to 32-bit floating point.");
    }

    /** The bytes of one number. */
    int size() {
        return size;
    }

    /** The numbers of a whole array of bytes. */
    float[] read(final byte[] bytes) {
        final ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        final float[] values = new float[bytes.length / size];
        for (int i = 0; i < values.length; i++) {
            values[i] = get(buffer);
        }
        return values;
    }

    /** Passes the bytes of an array on, in order, without holding all of them. */
    <E extends Exception> void forEachChunk(final float[] values, final Receiver<E> receiver) throws E {
        for (int done = 0; done < values.length; done += CHUNK) {
            final int count = Math.min(CHUNK, values.length - done);
            final ByteBuffer bytes = ByteBuffer.allocate(count * size).order(ByteOrder.LITTLE_ENDIAN);
            for (int i = 0; i < count; i++) {
                put(bytes, values[done + i]);
            }
            receiver.take(bytes.array());
        }
    }

    abstract float get(ByteBuffer bytes);

    abstract void put(ByteBuffer bytes, float value);
}
