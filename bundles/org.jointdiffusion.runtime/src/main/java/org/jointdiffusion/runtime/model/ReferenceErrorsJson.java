package org.jointdiffusion.runtime.model;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Set;

/** Writes and reads the reference errors of a model as JSON: an optional part of model files. */
final class ReferenceErrorsJson {

    private ReferenceErrorsJson() {}

    /** One line of JSON; the same errors give the same text. */
    static String write(final ReferenceErrors reference) {
        final StringWriter text = new StringWriter();
        try (JsonGenerator json = Json.FACTORY.createGenerator(text)) {
            json.writeStartObject();
            json.writeNumberField("images", reference.images());
            json.writeArrayFieldStart("errors");
            for (final double error : reference.errors()) {
                json.writeNumber(error);
            }
            json.writeEndArray();
            json.writeEndObject();
        } catch (final IOException e) {
            throw new UncheckedIOException("Writing into memory failed.", e);
        }
        return text.toString();
    }

    /** Reads what {@link #write} wrote; refuses anything else. */
    static ReferenceErrors read(final String text) throws ModelFormatException {
        final JsonObject json = Json.read(text, "denoising errors");
        json.allowOnly(Set.of("images", "errors"));
        try {
            return new ReferenceErrors(json.integer("images"), json.numbers("errors"));
        } catch (final IllegalArgumentException e) {
            throw new ModelFormatException(
                    "The model file is damaged: " + e.getMessage() + " Copy the file again, or train the model again.",
                    e);
        }
    }
}
