package org.jointdiffusion.runtime.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TrainingStateFileTests {

    private static final JointModel MODEL = GoldenModelTests.model();

    @Test
    void survivesWritingAndReading() throws IOException {
        final TrainingState state = state(MODEL);
        final TrainingState read = read(write(state, MODEL), MODEL);
        assertEquals(1234, read.steps());
        assertArrayEquals(state.weights(), read.weights());
        assertArrayEquals(state.firstMoment(), read.firstMoment());
        assertArrayEquals(state.secondMoment(), read.secondMoment());
        assertArrayEquals(write(state, MODEL), write(read, MODEL));
    }

    @Test
    void aFileOfTheFirstVersionLoads() throws IOException {
        try (var stream = getClass().getResourceAsStream("training-state-version-1.safetensors")) {
            final TrainingState read = TrainingStateFile.read(stream, MODEL);
            assertEquals(1234, read.steps());
            assertArrayEquals(state(MODEL).secondMoment(), read.secondMoment());
        }
    }

    @Test
    void everyCutIsRefused() throws IOException {
        final byte[] file = write(state(MODEL), MODEL);
        for (int length = 0; length < file.length; length += 97) {
            assertRefused(Arrays.copyOf(file, length), "");
        }
        assertRefused(Arrays.copyOf(file, file.length + 1), "there is more behind");
    }

    @Test
    void alterationsAreRefused() throws IOException {
        final byte[] file = write(state(MODEL), MODEL);
        file[file.length - 3] ^= 1;
        assertRefused(file, "altered after it was written");
        assertRefused(changed("\"joint_diffusion.steps\":\"1234\"", "\"joint_diffusion.steps\":\"1235\""), "altered");
        assertRefused(changed("\"joint_diffusion.steps\":\"1234\"", "\"joint_diffusion.steps\":\"-234\""), "no number");
        assertRefused(changed("_version\":\"1\"", "_version\":\"2\""), "Update the extension");
        assertRefused(changed("\"first_moment\"", "\"other_moment\""), "the tensors [");
        assertRefused(
                changed("joint_diffusion.training_state_version", "joint_diffusion.training_state_versiom"),
                "no number");
    }

    @Test
    void theStateOfAnotherModelIsRefused() throws IOException {
        final byte[] file = write(state(MODEL), MODEL);
        final float[] others = MODEL.weights().clone();
        others[3] += 1;
        final JointModel other = new JointModel(MODEL.specification(), others, 1, new ModelCard(Map.of()));
        final ModelFormatException exception = assertThrows(ModelFormatException.class, () -> read(file, other));
        assertTrue(exception.getMessage().contains("belongs to another model"), exception.getMessage());
    }

    @Test
    void aFileCannotAskForMoreMemoryThanTheModelNeeds() throws IOException {
        final int count = MODEL.weights().length;
        final TrainingState longer = TrainingState.begin(new float[count + 1]);
        assertRefused(write(longer, MODEL), "not one 32-bit number for each weight");
    }

    @Test
    void numbersThatCannotBeAreRefused() throws IOException {
        final TrainingState state = state(MODEL);
        state.firstMoment()[5] = Float.NaN;
        assertRefused(write(state, MODEL), "not finite");
        final TrainingState negative = state(MODEL);
        negative.secondMoment()[5] = -1;
        assertRefused(write(negative, MODEL), "below 0");
    }

    @Test
    void aModelIsNoState() throws IOException {
        final ByteArrayOutputStream file = new ByteArrayOutputStream();
        ModelFile.write(MODEL, file);
        assertRefused(file.toByteArray(), "no number");
    }

    private static void assertRefused(final byte[] file, final String part) {
        final ModelFormatException exception = assertThrows(ModelFormatException.class, () -> read(file, MODEL));
        assertTrue(exception.getMessage().contains(part), exception.getMessage());
    }

    private static byte[] changed(final String from, final String to) throws IOException {
        final String text = new String(write(state(MODEL), MODEL), StandardCharsets.ISO_8859_1);
        assertTrue(text.contains(from), from);
        return text.replace(from, to).getBytes(StandardCharsets.ISO_8859_1);
    }

    private static TrainingState state(final JointModel model) {
        final float[] weights = model.weights().clone();
        final float[] first = new float[weights.length];
        final float[] second = new float[weights.length];
        for (int index = 0; index < weights.length; index++) {
            weights[index] += 0.25f;
            first[index] = (index % 17 - 8) / 64f;
            second[index] = index % 5 / 1024f;
        }
        return new TrainingState(weights, first, second, 1234);
    }

    private static byte[] write(final TrainingState state, final JointModel model) throws IOException {
        final ByteArrayOutputStream file = new ByteArrayOutputStream();
        TrainingStateFile.write(state, model, file);
        return file.toByteArray();
    }

    private static TrainingState read(final byte[] file, final JointModel model) throws IOException {
        return TrainingStateFile.read(new ByteArrayInputStream(file), model);
    }
}
