package org.jointdiffusion.runtime.model;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
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
        final Map<String, String> texts = new LinkedHashMap<>();
        texts.put(VERSION_KEY, Integer.toString(VERSION));
        texts.put(STEPS, Long.toString(state.steps()));
        texts.put(CHECKSUM, checksum(state, model));
        new VectorFile(texts, vectors(state)).write(stream);
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
        final VectorFile file = VectorFile.read(
                stream, model.weights().length, "the state of its training", TrainingStateFile::checkVersion);
        final Map<String, String> texts = file.texts();
        final Map<String, float[]> values = file.vectors();
        if (!values.keySet().equals(Set.of(WEIGHTS, FIRST_MOMENT, SECOND_MOMENT))) {
            throw ModelFormatException.damaged("the state of its training has the tensors " + values.keySet());
        }
        for (final float value : values.get(SECOND_MOMENT)) {
            if (value < 0) {
                throw ModelFormatException.damaged("the state of its training has a mean of squares below 0");
            }
        }
        final TrainingState state = new TrainingState(
                values.get(WEIGHTS), values.get(FIRST_MOMENT), values.get(SECOND_MOMENT), number(texts, STEPS));
        if (!checksum(state, model).equals(texts.get(CHECKSUM))) {
            throw ModelFormatException.damaged(
                    "the state of its training was altered after it was written, or belongs to another model");
        }
        return state;
    }

    private static void checkVersion(final Map<String, String> texts) throws ModelFormatException {
        final long version = number(texts, VERSION_KEY);
        if (version != VERSION) {
            throw new ModelFormatException("The state of the training has the version " + version
                    + ", but this extension reads version " + VERSION + ". Update the extension.");
        }
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
        final List<float[]> all = new ArrayList<>(vectors(state).values());
        all.add(model.weights());
        return VectorFile.checksum(state.steps() + "\n", all);
    }
}
