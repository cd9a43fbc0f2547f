package org.jointdiffusion.runtime.model;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a model file says about a model beside its weights, as texts.
 *
 * <p>A SHA-256 over specification, temperature, card and, if there are any, reference errors and samples (each followed
 * by a line feed) and the weights in the order of the parameter layout, as 32-bit numbers however they are stored,
 * shows whether anything was altered.
 *
 * @param specification JSON of {@link SpecificationJson}
 * @param temperature a decimal number
 * @param card a JSON object of texts
 * @param referenceErrors JSON of {@link ReferenceErrorsJson}; empty in files of models without them
 * @param samples JSON of {@link ModelSamplesJson}; empty in files of models without them
 */
record ModelMetadata(
        String specification,
        String temperature,
        String card,
        Optional<String> referenceErrors,
        Optional<String> samples) {

    private static final String FORMAT_VERSION = "joint_diffusion.format_version";
    private static final String SPECIFICATION = "joint_diffusion.specification";
    private static final String TEMPERATURE = "joint_diffusion.temperature";
    private static final String CARD = "joint_diffusion.card";
    private static final String REFERENCE_ERRORS = "joint_diffusion.denoising_errors";
    private static final String SAMPLES = "joint_diffusion.samples";
    private static final String CHECKSUM = "joint_diffusion.sha256";

    static ModelMetadata of(final JointModel model) {
        return new ModelMetadata(
                SpecificationJson.write(model.specification()),
                Double.toString(model.temperature()),
                writeCard(model.card()),
                model.referenceErrors().map(ReferenceErrorsJson::write),
                model.samples().map(ModelSamplesJson::write));
    }

    /** Takes the texts from a file and refuses files of a later version. */
    static ModelMetadata read(final Map<String, String> texts) throws ModelFormatException {
        if (!texts.containsKey(FORMAT_VERSION)) {
            throw new ModelFormatException(
                    "The file holds tensors, but no joint diffusion model. Choose a file that the"
                            + " Joint Diffusion Learner wrote.");
        }
        try {
            SpecificationJson.checkVersion(Integer.parseInt(texts.get(FORMAT_VERSION)));
        } catch (final NumberFormatException e) {
            throw ModelFormatException.damaged("its format version is not a number");
        }
        return new ModelMetadata(
                text(texts, SPECIFICATION),
                text(texts, TEMPERATURE),
                text(texts, CARD),
                Optional.ofNullable(texts.get(REFERENCE_ERRORS)),
                Optional.ofNullable(texts.get(SAMPLES)));
    }

    /** The texts to be stored, with the checksum. */
    Map<String, String> texts(final float[] weights) {
        final Map<String, String> texts = new LinkedHashMap<>();
        texts.put(FORMAT_VERSION, Integer.toString(SpecificationJson.FORMAT_VERSION));
        texts.put(SPECIFICATION, specification);
        texts.put(TEMPERATURE, temperature);
        texts.put(CARD, card);
        referenceErrors.ifPresent(text -> texts.put(REFERENCE_ERRORS, text));
        samples.ifPresent(text -> texts.put(SAMPLES, text));
        texts.put(CHECKSUM, checksum(weights));
        return texts;
    }

    /** Checks everything against the stored checksum and puts the model together. */
    JointModel model(final ModelSpecification readSpecification, final float[] weights, final Map<String, String> texts)
            throws ModelFormatException {
        if (!text(texts, CHECKSUM).equals(checksum(weights))) {
            throw ModelFormatException.damaged("its content was altered after it was written");
        }
        return new JointModel(
                readSpecification,
                weights,
                readTemperature(),
                readCard(),
                referenceErrors.isPresent()
                        ? Optional.of(ReferenceErrorsJson.read(referenceErrors.get()))
                        : Optional.empty(),
                samples.isPresent()
                        ? Optional.of(ModelSamplesJson.read(samples.get(), readSpecification))
                        : Optional.empty());
    }

    private double readTemperature() throws ModelFormatException {
        try {
            final double value = Double.parseDouble(temperature);
            if (value > 0 && value < Double.POSITIVE_INFINITY) {
                return value;
            }
        } catch (final NumberFormatException e) {
            // reported below, as other values that are no temperature
        }
        throw ModelFormatException.damaged("its temperature is not a positive number");
    }

    /** The model card. */
    ModelCard readCard() throws ModelFormatException {
        final JsonObject json = Json.read(card, "model card");
        final Map<String, String> facts = new LinkedHashMap<>();
        for (final String name : json.members().keySet()) {
            facts.put(name, json.text(name));
        }
        return new ModelCard(facts);
    }

    private static String writeCard(final ModelCard card) {
        final StringWriter text = new StringWriter();
        try (JsonGenerator json = Json.FACTORY.createGenerator(text)) {
            json.writeStartObject();
            for (final Map.Entry<String, String> fact : card.facts().entrySet()) {
                json.writeStringField(fact.getKey(), fact.getValue());
            }
            json.writeEndObject();
        } catch (final IOException e) {
            throw new UncheckedIOException("Writing into memory failed.", e);
        }
        return text.toString();
    }

    private String checksum(final float[] weights) {
        try {
            final MessageDigest digest = MessageDigest.getInstance("SHA-256");
            final Stream<String> texts = Stream.of(specification, temperature, card);
            Stream.concat(texts, Stream.concat(referenceErrors.stream(), samples.stream()))
                    .forEach(text -> digest.update((text + "\n").getBytes(StandardCharsets.UTF_8)));
            TensorType.F32.forEachChunk(weights, chunk -> digest.update(chunk));
            return HexFormat.of().formatHex(digest.digest());
        } catch (final NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java runtime has SHA-256.", e);
        }
    }

    private static String text(final Map<String, String> texts, final String key) throws ModelFormatException {
        final String text = texts.get(key);
        if (text == null) {
            throw ModelFormatException.damaged("its metadata has no \"" + key + "\"");
        }
        return text;
    }
}
