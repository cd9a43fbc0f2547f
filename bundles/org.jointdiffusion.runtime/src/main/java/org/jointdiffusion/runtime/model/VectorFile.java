package org.jointdiffusion.runtime.model;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Named vectors, one number for each weight of a network, and texts: what a safetensors file beside a model holds.
 *
 * @param texts the texts by their keys, in the order in which they are written
 * @param vectors the vectors by their names, all of one length, in the order in which they are written; not to be
 *     changed
 */
public record VectorFile(Map<String, String> texts, Map<String, float[]> vectors) {

    /** Looks at the texts before the vectors are read. */
    @FunctionalInterface
    public interface TextCheck {
        /** Throws when the texts tell that the vectors are not to be read, as those of a later version. */
        void check(Map<String, String> texts) throws ModelFormatException;
    }

    /**
     * Writes texts and vectors; equal ones give the same bytes.
     *
     * @param stream is not closed
     */
    public void write(final OutputStream stream) throws IOException {
        final List<SafetensorsHeader.Tensor> tensors = new ArrayList<>();
        long position = 0;
        for (final Map.Entry<String, float[]> vector : vectors.entrySet()) {
            final long count = vector.getValue().length;
            final long end = position + count * Float.BYTES;
            tensors.add(new SafetensorsHeader.Tensor(vector.getKey(), TensorType.F32, List.of(count), position, end));
            position = end;
        }
        new SafetensorsHeader(texts, tensors).write(stream);
        for (final float[] vector : vectors.values()) {
            TensorType.F32.forEachChunk(vector, stream::write);
        }
    }

    /**
     * Reads a file to its last byte.
     *
     * @param stream is not closed
     * @param length the length of every vector
     * @param what the content is called in messages
     * @param check what the texts have to pass first
     * @throws ModelFormatException when the content is no such file, is cut short, holds other tensors than vectors of
     *     this length, numbers that are not finite, or more than its vectors
     * @throws IOException when the stream cannot be read
     */
    public static VectorFile read(final InputStream stream, final int length, final String what, final TextCheck check)
            throws IOException {
        final SafetensorsHeader header = SafetensorsHeader.read(stream);
        check.check(header.metadata());
        final Map<String, float[]> values = new LinkedHashMap<>();
        for (final SafetensorsHeader.Tensor tensor : header.tensors()) {
            if (tensor.type() != TensorType.F32 || !tensor.shape().equals(List.of((long) length))) {
                throw ModelFormatException.damaged(
                        "tensor \"" + tensor.name() + "\" of " + what + " is not one 32-bit number for each weight");
            }
            values.put(tensor.name(), ModelFile.readTensor(stream, tensor));
        }
        if (stream.read() >= 0) {
            throw ModelFormatException.damaged("there is more behind " + what);
        }
        return new VectorFile(header.metadata(), values);
    }

    /** The SHA-256 of a text and of some vectors, one after the other, in hexadecimal. */
    public static String checksum(final String text, final Collection<float[]> vectors) {
        try {
            final MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(text.getBytes(StandardCharsets.UTF_8));
            for (final float[] vector : vectors) {
                TensorType.F32.forEachChunk(vector, chunk -> digest.update(chunk));
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (final NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java runtime has SHA-256.", e);
        }
    }
}
