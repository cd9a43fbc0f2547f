package org.jointdiffusion.runtime.model;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Writes and reads the state of a training as one safetensors file beside its model; {@code docs/model-files.md}
 * describes the format.
 *
 * <p>A state belongs to one model: a checksum covers both. Reading is as strict as that of models.
 */
public final class TrainingStateFile {

    private static final int VERSION = 1;
    private static final String VERSION_KEY = "joint_diffusion.training_state_version";
    private static final String STEPS = "joint_diffusion.steps";
    private static final String CHECKSUM = "joint_diffusion.sha256";
    private static final String WEIGHTS = "weights";
    private static final String FIRST_MOMENT = "first_moment";
    private static final String SECOND_MOMENT = "second_moment";

    private TrainingStateFile() {}

    /**
     * Writes the state of a model's training; the same state gives the same bytes.
     *
     * @param model the model whose weights were averaged at that state
     * @param stream is not closed
     */
    public static void write(final TrainingState state, final JointModel model, final OutputStream stream)
            throws IOException {
        final List<SafetensorsHeader.Tensor> tensors = new ArrayList<>();
        long position = 0;
        for (final String name : vectors(state).keySet()) {
            final long count = state.weights().length;
            final long end = position + count * Float.BYTES;
            tensors.add(new SafetensorsHeader.Tensor(name, TensorType.F32, List.of(count), position, end));
            position = end;
        }
        final Map<String, String> texts = new LinkedHashMap<>();
        texts.put(VERSION_KEY, Integer.toString(VERSION));
        texts.put(STEPS, Long.toString(state.steps()));
        texts.put(CHECKSUM, checksum(state, model));
        new SafetensorsHeader(texts, tensors).write(stream);
        for (final float[] vector : vectors(state).values()) {
            TensorType.F32.forEachChunk(vector, stream::write);
        }
    }

    /**
     * Reads the state of a model's training to its last byte.
     *
     * @param model the model that lies beside the file
     * @param stream is not closed
     * @throws ModelFormatException when the content is no such state, is cut short or altered, belongs to another model
     *     or is of a later version
     * @throws IOException when the stream cannot be read
     */
    public static TrainingState read(final InputStream stream, final JointModel model) throws IOException {
        final SafetensorsHeader header = SafetensorsHeader.read(stream);
        final Map<String, String> texts = header.metadata();
        final long version = number(texts, VERSION_KEY);
        if (version != VERSION) {
            throw new ModelFormatException("The state of the training has the version " + version
                    + ", but this extension reads version " + VERSION + ". Update the extension.");
        }
        final List<String> names =
                header.tensors().stream().map(SafetensorsHeader.Tensor::name).toList();
        if (names.size() != 3 || !Set.copyOf(names).equals(Set.of(WEIGHTS, FIRST_MOMENT, SECOND_MOMENT))) {
            throw ModelFormatException.damaged("the state of its training has the tensors " + names);
        }
        final Map<String, float[]> values = new HashMap<>();
        for (final SafetensorsHeader.Tensor tensor : header.tensors()) {
            if (tensor.type() != TensorType.F32 || !tensor.shape().equals(List.of((long) model.weights().length))) {
                throw ModelFormatException.damaged("tensor \"" + tensor.name()
                        + "\" of the state of its training is not one 32-bit number for each weight");
            }
            values.put(tensor.name(), ModelFile.readTensor(stream, tensor));
        }
        for (final float value : values.get(SECOND_MOMENT)) {
            if (value < 0) {
                throw ModelFormatException.damaged("the state of its training has a mean of squares below 0");
            }
        }
        if (stream.read() >= 0) {
            throw ModelFormatException.damaged("there is more behind the state of its training");
        }
        final TrainingState state = new TrainingState(
                values.get(WEIGHTS), values.get(FIRST_MOMENT), values.get(SECOND_MOMENT), number(texts, STEPS));
        if (!checksum(state, model).equals(texts.get(CHECKSUM))) {
            throw ModelFormatException.damaged(
                    "the state of its training was altered after it was written, or belongs to another model");
        }
        return state;
    }

    /** A number that is not negative. */
    private static long number(final Map<String, String> texts, final String key) throws ModelFormatException {
        final String text = texts.getOrDefault(key, "");
        if (!text.matches("\\d{1,15}")) {
            throw ModelFormatException.damaged("the state of its training has no number \"" + key + "\"");
        }
        return Long.parseLong(text);
    }

    private static Map<String, float[]> vectors(final TrainingState state) {
        final Map<String, float[]> vectors = new LinkedHashMap<>();
        vectors.put(WEIGHTS, state.weights());
        vectors.put(FIRST_MOMENT, state.firstMoment());
        vectors.put(SECOND_MOMENT, state.secondMoment());
        return vectors;
    }

    /** Of the steps and a line feed, the three vectors in the order of the file, and the model's weights. */
    private static String checksum(final TrainingState state, final JointModel model) {
        try {
            final MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update((state.steps() + "\n").getBytes(StandardCharsets.UTF_8));
            for (final float[] vector : vectors(state).values()) {
                TensorType.F32.forEachChunk(vector, chunk -> digest.update(chunk));
            }
            TensorType.F32.forEachChunk(model.weights(), chunk -> digest.update(chunk));
            return HexFormat.of().formatHex(digest.digest());
        } catch (final NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java runtime has SHA-256.", e);
        }
    }
}
