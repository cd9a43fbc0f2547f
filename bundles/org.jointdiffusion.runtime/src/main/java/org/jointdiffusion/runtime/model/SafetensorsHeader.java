package org.jointdiffusion.runtime.model;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The head of a safetensors file: its length as 8 bytes, little-endian, then JSON that names every tensor with its
 * type, shape and place in the data that follows.
 *
 * @param metadata texts by name
 * @param tensors in the order of their data, which they cover without holes or overlaps
 */
record SafetensorsHeader(Map<String, String> metadata, List<Tensor> tensors) {

    private static final String METADATA = "__metadata__";

    /** Far more than the names of any network that fits into memory. */
    private static final long LONGEST = 16L << 20;

    /**
     * One tensor.
     *
     * @param name its name
     * @param type the type of its numbers
     * @param shape its sizes, outermost first
     * @param begin its first byte, counted from the end of the header
     * @param end the byte behind its last
     */
    record Tensor(String name, TensorType type, List<Long> shape, long begin, long end) {}

    /** Writes the header, padded with spaces so that the data begins at a multiple of 8 bytes. */
    void write(final OutputStream stream) throws IOException {
        final ByteArrayOutputStream text = new ByteArrayOutputStream();
        try (JsonGenerator json = Json.FACTORY.createGenerator(text)) {
            json.writeStartObject();
            json.writeObjectFieldStart(METADATA);
            for (final Map.Entry<String, String> entry : metadata.entrySet()) {
                json.writeStringField(entry.getKey(), entry.getValue());
            }
            json.writeEndObject();
            for (final Tensor tensor : tensors) {
                json.writeObjectFieldStart(tensor.name());
                json.writeStringField("dtype", tensor.type().name());
                writeLongs(json, "shape", tensor.shape());
                writeLongs(json, "data_offsets", List.of(tensor.begin(), tensor.end()));
                json.writeEndObject();
            }
            json.writeEndObject();
        }
        while (text.size() % 8 != 0) {
            text.write(' ');
        }
        if (text.size() > LONGEST) {
            throw new IOException("The names of the classes and the facts of the model card are too long for a model"
                    + " file. Shorten them.");
        }
        stream.write(ByteBuffer.allocate(8)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(text.size())
                .array());
        text.writeTo(stream);
    }

    /** Reads and checks a header; the stream is left at the beginning of the data. */
    static SafetensorsHeader read(final InputStream stream) throws IOException {
        final byte[] prefix = stream.readNBytes(8);
        if (prefix.length < 8) {
            throw ModelFormatException.damaged("it is cut short within its first 8 bytes");
        }
        final long length =
                ByteBuffer.wrap(prefix).order(ByteOrder.LITTLE_ENDIAN).getLong();
        if (length < 2 || length > LONGEST) {
            throw new ModelFormatException("The file is not a model file in the safetensors format: the length of its"
                    + " header is " + length + " bytes. Choose a file that the Joint Diffusion Learner wrote.");
        }
        final byte[] text = stream.readNBytes((int) length);
        if (text.length < length) {
            throw ModelFormatException.damaged("it is cut short within its header");
        }
        return parse(text);
    }

    private static SafetensorsHeader parse(final byte[] text) throws ModelFormatException {
        final JsonObject json;
        try {
            json = Json.read(
                    StandardCharsets.UTF_8
                            .newDecoder()
                            .decode(ByteBuffer.wrap(text))
                            .toString(),
                    "header");
        } catch (final CharacterCodingException e) {
            throw ModelFormatException.damaged("its header is not text in UTF-8");
        }
        final Map<String, String> metadata = new HashMap<>();
        final List<Tensor> tensors = new ArrayList<>();
        for (final String key : json.members().keySet()) {
            final JsonObject entry = json.object(key);
            if (key.equals(METADATA)) {
                for (final String name : entry.members().keySet()) {
                    metadata.put(name, entry.text(name));
                }
            } else {
                tensors.add(tensor(key, entry));
            }
        }
        tensors.sort(Comparator.comparingLong(Tensor::begin).thenComparingLong(Tensor::end));
        long position = 0;
        for (final Tensor tensor : tensors) {
            if (tensor.begin() != position) {
                throw ModelFormatException.damaged("the data of tensor \"" + tensor.name() + "\" begins at byte "
                        + tensor.begin() + " instead of " + position);
            }
            position = tensor.end();
        }
        return new SafetensorsHeader(metadata, tensors);
    }

    private static Tensor tensor(final String name, final JsonObject entry) throws ModelFormatException {
        entry.allowOnly(Set.of("dtype", "shape", "data_offsets"));
        final TensorType type = TensorType.of(entry.text("dtype"), name);
        final List<Long> shape = entry.longs("shape");
        final List<Long> offsets = entry.longs("data_offsets");
        long bytes = type.size();
        try {
            for (final long size : shape) {
                bytes = Math.multiplyExact(bytes, size);
            }
        } catch (final ArithmeticException e) {
            throw ModelFormatException.damaged("the shape of tensor \"" + name + "\" is too large");
        }
        if (shape.stream().anyMatch(size -> size < 1)
                || offsets.size() != 2
                || offsets.get(0) < 0
                || offsets.get(1) < offsets.get(0)
                || offsets.get(1) - offsets.get(0) != bytes) {
            throw ModelFormatException.damaged("the shape and the place of tensor \"" + name + "\" do not agree");
        }
        return new Tensor(name, type, shape, offsets.get(0), offsets.get(1));
    }

    private static void writeLongs(final JsonGenerator json, final String key, final List<Long> values)
            throws IOException {
        json.writeArrayFieldStart(key);
        for (final long value : values) {
            json.writeNumber(value);
        }
        json.writeEndArray();
    }
}
