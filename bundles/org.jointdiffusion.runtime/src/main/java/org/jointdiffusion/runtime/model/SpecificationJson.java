package org.jointdiffusion.runtime.model;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jointdiffusion.runtime.diffusion.NoiseSchedule;
import org.jointdiffusion.runtime.image.ImageShape;
import org.jointdiffusion.runtime.network.NetworkConfiguration;

/** Writes and reads the specification of a model as JSON; part of model files and of the model port. */
public final class SpecificationJson {

    /** The version that is written, and the only one that can be read. */
    static final int FORMAT_VERSION = 1;

    private static final int LARGEST_SIDE = 1 << 14;

    private SpecificationJson() {}

    /** The specification as one line of JSON; the same specification gives the same text. */
    public static String write(final ModelSpecification specification) {
        final StringWriter text = new StringWriter();
        try (JsonGenerator json = Json.FACTORY.createGenerator(text)) {
            json.writeStartObject();
            json.writeNumberField("formatVersion", FORMAT_VERSION);
            writeNetwork(json, specification.network());
            json.writeObjectFieldStart("schedule");
            json.writeStringField("kind", specification.schedule().kind().name().toLowerCase(Locale.ROOT));
            json.writeNumberField("timesteps", specification.schedule().timesteps());
            json.writeEndObject();
            json.writeStringField("targetName", specification.targetName());
            json.writeArrayFieldStart("classNames");
            for (final String name : specification.classNames()) {
                json.writeString(name);
            }
            json.writeEndArray();
            json.writeEndObject();
        } catch (final IOException e) {
            throw new UncheckedIOException("Writing into memory failed.", e);
        }
        return text.toString();
    }

    /**
     * Reads what {@link #write} wrote.
     *
     * @throws ModelFormatException when the text is something else, of a later version, or no possible specification
     */
    public static ModelSpecification read(final String text) throws ModelFormatException {
        final JsonObject json = Json.read(text, "specification");
        checkVersion(json.integer("formatVersion"));
        json.allowOnly(Set.of("formatVersion", "network", "schedule", "targetName", "classNames"));
        try {
            return new ModelSpecification(
                    readNetwork(json.object("network")),
                    readSchedule(json.object("schedule")),
                    json.text("targetName"),
                    json.texts("classNames"));
        } catch (final IllegalArgumentException e) {
            throw new ModelFormatException(
                    "The model file is damaged: " + e.getMessage() + " Copy the file again, or train the model again.",
                    e);
        }
    }

    /** Refuses versions that only a later release knows. */
    static void checkVersion(final int version) throws ModelFormatException {
        if (version > FORMAT_VERSION) {
            throw new ModelFormatException("The model has format version " + version
                    + ", but this extension reads versions up to " + FORMAT_VERSION + ". Update the extension.");
        }
        if (version < 1) {
            throw ModelFormatException.damaged("there is no format version " + version);
        }
    }

    private static void writeNetwork(final JsonGenerator json, final NetworkConfiguration network) throws IOException {
        json.writeObjectFieldStart("network");
        json.writeNumberField("imageChannels", network.image().channels());
        json.writeNumberField("imageHeight", network.image().height());
        json.writeNumberField("imageWidth", network.image().width());
        json.writeNumberField("classes", network.classes());
        json.writeNumberField("channels", network.channels());
        writeIntegers(json, "multipliers", network.multipliers());
        json.writeNumberField("residualBlocks", network.residualBlocks());
        writeIntegers(json, "attentionSizes", network.attentionSizes());
        json.writeNumberField("heads", network.heads());
        json.writeNumberField("patch", network.patch());
        json.writeNumberField("dropout", network.dropout());
        json.writeNumberField("headDropout", network.headDropout());
        json.writeEndObject();
    }

    private static NetworkConfiguration readNetwork(final JsonObject json) throws ModelFormatException {
        json.allowOnly(Set.of(
                "imageChannels",
                "imageHeight",
                "imageWidth",
                "classes",
                "channels",
                "multipliers",
                "residualBlocks",
                "attentionSizes",
                "heads",
                "patch",
                "dropout",
                "headDropout"));
        final int height = json.integer("imageHeight");
        final int width = json.integer("imageWidth");
        if (height > LARGEST_SIDE || width > LARGEST_SIDE) {
            throw ModelFormatException.damaged("images of " + width + " x " + height + " pixels are too large");
        }
        return new NetworkConfiguration(
                new ImageShape(json.integer("imageChannels"), height, width),
                json.integer("classes"),
                json.integer("channels"),
                json.integers("multipliers"),
                json.integer("residualBlocks"),
                json.integers("attentionSizes"),
                json.integer("heads"),
                json.integer("patch"),
                json.number("dropout"),
                json.number("headDropout"));
    }

    private static NoiseSchedule readSchedule(final JsonObject json) throws ModelFormatException {
        json.allowOnly(Set.of("kind", "timesteps"));
        final String name = json.text("kind");
        for (final NoiseSchedule.Kind kind : NoiseSchedule.Kind.values()) {
            if (kind.name().toLowerCase(Locale.ROOT).equals(name)) {
                return new NoiseSchedule(kind, json.integer("timesteps"));
            }
        }
        throw ModelFormatException.damaged("the noise schedule \"" + name + "\" is unknown");
    }

    private static void writeIntegers(final JsonGenerator json, final String key, final List<Integer> values)
            throws IOException {
        json.writeArrayFieldStart(key);
        for (final int value : values) {
            json.writeNumber(value);
        }
        json.writeEndArray();
    }
}
