package org.jointdiffusion.runtime.model;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import org.jointdiffusion.runtime.image.ImageShape;
import org.jointdiffusion.runtime.image.PixelImage;

/**
 * Writes and reads the samples of a model as JSON: an optional part of model files. The pixels are plain bytes in
 * Base64, so that no image format has to be decoded and their number is known beforehand.
 */
final class ModelSamplesJson {

    private ModelSamplesJson() {}

    /** One line of JSON; the same samples give the same text. */
    static String write(final ModelSamples samples) {
        final ByteBuffer pixels = ByteBuffer.allocate(
                samples.images().size() * samples.images().get(0).shape().size());
        samples.images().forEach(image -> pixels.put(image.values()));
        final StringWriter text = new StringWriter();
        try (JsonGenerator json = Json.FACTORY.createGenerator(text)) {
            json.writeStartObject();
            json.writeNumberField("classes", samples.classes());
            json.writeNumberField("perClass", samples.perClass());
            json.writeStringField("pixels", Base64.getEncoder().encodeToString(pixels.array()));
            json.writeEndObject();
        } catch (final IOException e) {
            throw new UncheckedIOException("Writing into memory failed.", e);
        }
        return text.toString();
    }

    /** Reads what {@link #write} wrote for a model; refuses anything else. */
    static ModelSamples read(final String text, final ModelSpecification model) throws ModelFormatException {
        final JsonObject json = Json.read(text, "samples");
        json.allowOnly(Set.of("classes", "perClass", "pixels"));
        final int classes = json.integer("classes");
        final int perClass = json.integer("perClass");
        final int most = Math.min(ModelSamples.MOST_CLASSES, model.classNames().size());
        if (classes < 1 || classes > most || perClass < 1 || perClass > ModelSamples.MOST_PER_CLASS) {
            throw ModelFormatException.damaged("its samples are " + perClass + " of each of " + classes + " classes");
        }
        final ImageShape shape = model.network().image();
        final byte[] pixels = pixels(json.text("pixels"), (long) classes * perClass * shape.size());
        final List<PixelImage> images = new ArrayList<>();
        for (int image = 0; image < classes * perClass; image++) {
            final byte[] values = new byte[shape.size()];
            System.arraycopy(pixels, image * values.length, values, 0, values.length);
            images.add(new PixelImage(shape, values));
        }
        return new ModelSamples(classes, perClass, images);
    }

    /** Exactly as many bytes as expected; nothing is decoded that has another length. */
    private static byte[] pixels(final String text, final long expected) throws ModelFormatException {
        if (expected > ModelSamples.MOST_BYTES || text.length() != (expected + 2) / 3 * 4) {
            throw ModelFormatException.damaged("its samples do not have the " + expected + " values of their images");
        }
        try {
            final byte[] pixels = Base64.getDecoder().decode(text);
            if (pixels.length == expected) {
                return pixels;
            }
        } catch (final IllegalArgumentException e) {
            // reported below, as another number of bytes
        }
        throw ModelFormatException.damaged("the values of its samples are not Base64 of " + expected + " bytes");
    }
}
