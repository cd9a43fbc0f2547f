package org.jointdiffusion.nodes.port;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jointdiffusion.nodes.testing.Archives;
import org.jointdiffusion.nodes.testing.Soak;
import org.jointdiffusion.nodes.testing.TestModels;
import org.jointdiffusion.runtime.model.ModelFile;
import org.jointdiffusion.runtime.model.TrainingState;
import org.junit.jupiter.api.Test;
import org.knime.core.node.ExecutionMonitor;
import org.knime.core.node.port.PortUtil;

class JointModelPortObjectTests {

    /** The entry of a saved port object that holds what the object itself writes, as an archive of its own. */
    private static final String OBJECT = "object.file";

    private final JointModelPortObject m_model = TestModels.barsAndDots();

    @Test
    void survivesSavingAndLoading() throws Exception {
        final JointModelPortObject loaded = load(save(m_model));

        assertEquals(m_model.getSpec(), loaded.getSpec());
        assertEquals(m_model.model().specification(), loaded.model().specification());
        assertArrayEquals(m_model.model().weights(), loaded.model().weights());
        assertEquals(m_model.model().card(), loaded.model().card());
        assertEquals(m_model.getSummary(), loaded.getSummary());
    }

    @Test
    void summaryTellsClassesSizeParametersAndTraining() {
        final int parameters = m_model.model().weights().length;

        assertEquals(
                "2 classes, 8x8 grey, " + Math.round(parameters / 1000.0) + " k parameters, trained 20 epochs",
                m_model.getSummary());
    }

    @Test
    void holdsOneSafetensorsFile() throws Exception {
        final ByteArrayOutputStream expected = new ByteArrayOutputStream();
        ModelFile.write(m_model.model(), expected);

        assertArrayEquals(
                expected.toByteArray(), Archives.entries(object(save(m_model))).get("model.safetensors"));
    }

    @Test
    void theStateOfTheTrainingSurvivesSavingAndLoading() throws Exception {
        final JointModelPortObject loaded = load(save(withState()));

        final TrainingState state = loaded.startingPoint().state().orElseThrow();
        assertEquals(7, state.steps());
        assertArrayEquals(m_model.model().weights(), state.weights());
        assertEquals(Optional.empty(), load(save(m_model)).startingPoint().state());
    }

    @Test
    void refusesStateOfATrainingThatWasAltered() throws Exception {
        assertRefused(
                withState(),
                entries -> entries.get(JointModelPortObject.STATE_FILE)[5000] ^= 1,
                "the state of its training was altered");
    }

    @Test
    void refusesFilesThatItDoesNotKnow() throws Exception {
        assertRefused(entries -> entries.put("more.bin", new byte[3]), "unknown file \"more.bin\"");
    }

    private JointModelPortObject withState() {
        final float[] weights = m_model.model().weights();
        return new JointModelPortObject(
                m_model.model(),
                TargetType.STRING,
                Optional.of(new TrainingState(weights, weights, new float[weights.length], 7)));
    }

    @Test
    void refusesFileThatWasCutShort() throws Exception {
        assertModelFileRefused(bytes -> Arrays.copyOf(bytes, bytes.length - 5), "cut short");
    }

    @Test
    void refusesFileThatWasAltered() throws Exception {
        assertModelFileRefused(
                bytes -> {
                    bytes[bytes.length - 2] ^= 1;
                    return bytes;
                },
                "altered");
    }

    @Test
    void refusesFileOfLaterVersion() throws Exception {
        final String now = "\"joint_diffusion.format_version\":\"1\"";
        assertModelFileRefused(bytes -> replaced(bytes, now, now.replace("\"1\"", "\"9\"")), "Update the extension");
    }

    @Test
    void refusesFileOfAnotherModel() throws Exception {
        final ByteArrayOutputStream other = new ByteArrayOutputStream();
        ModelFile.write(
                TestModels.model(List.of("a", "b", "c"), TargetType.STRING).model(), other);

        assertModelFileRefused(bytes -> other.toByteArray(), "does not belong to the model");
    }

    @Test
    void refusesArchiveWithoutModelFile() throws Exception {
        assertRefused(entries -> entries.remove(JointModelPortObject.MODEL_FILE), "lacks the file");
    }

    /** Damaged anywhere in the entry of the model: its header, its packed data, and the directory behind. */
    @Test
    void damagedArchivesGiveAnEqualModelOrOneMessage() throws Exception {
        damagedArchivesGiveAnEqualModelOrOneMessage(m_model);
        damagedArchivesGiveAnEqualModelOrOneMessage(withState());
    }

    private void damagedArchivesGiveAnEqualModelOrOneMessage(final JointModelPortObject model) throws Exception {
        final byte[] saved = save(model);
        final byte[] object = object(saved);
        final Map<String, byte[]> file = Archives.entries(saved);
        final int cases = Soak.cases(150, 10_000);
        for (int seed = 0; seed < cases; seed++) {
            file.put(OBJECT, damaged(object, new SplittableRandom(seed)));
            try {
                final JointModelPortObject loaded = load(Archives.archive(file));
                assertArrayEquals(m_model.model().weights(), loaded.model().weights());
                assertEquals(m_model.model().card(), loaded.model().card());
            } catch (final IOException e) {
                assertTrue(e.getMessage() != null && e.getMessage().endsWith("."), "damage " + seed + ": " + e);
            }
        }
    }

    private static byte[] damaged(final byte[] archive, final SplittableRandom random) {
        final byte[] damaged = archive.clone();
        // 30 bytes before its name, where what KNIME itself reads ends
        final int begin =
                new String(archive, StandardCharsets.ISO_8859_1).indexOf(JointModelPortObject.MODEL_FILE) - 30;
        for (int changes = random.nextInt(1, 4); changes > 0; changes--) {
            final int end = random.nextBoolean() ? begin + 64 : damaged.length;
            damaged[random.nextInt(begin, end)] = (byte) random.nextInt(256);
        }
        return random.nextInt(5) == 0 ? Arrays.copyOf(damaged, random.nextInt(begin, damaged.length)) : damaged;
    }

    /** A few kilobytes that unpack to gigabytes: only as much is unpacked as the model has weights. */
    @Test
    void anArchiveThatUnpacksToMoreThanTheModelIsRefused() throws Exception {
        assertModelFileRefused(bytes -> Arrays.copyOf(bytes, 200 << 20), "there is more behind its last tensor");
    }

    private void assertModelFileRefused(final UnaryOperator<byte[]> change, final String message) throws Exception {
        assertRefused(
                entries ->
                        entries.computeIfPresent(JointModelPortObject.MODEL_FILE, (name, bytes) -> change.apply(bytes)),
                message);
    }

    private void assertRefused(final Consumer<Map<String, byte[]>> change, final String message) throws Exception {
        assertRefused(m_model, change, message);
    }

    private static void assertRefused(
            final JointModelPortObject model, final Consumer<Map<String, byte[]>> change, final String message)
            throws Exception {
        final byte[] saved = save(model);
        final Map<String, byte[]> object = Archives.entries(object(saved));
        change.accept(object);
        final Map<String, byte[]> file = Archives.entries(saved);
        file.put(OBJECT, Archives.archive(object));

        final IOException exception = assertThrows(IOException.class, () -> load(Archives.archive(file)));
        assertTrue(exception.getMessage().contains(message), exception.getMessage());
    }

    private static byte[] save(final JointModelPortObject model) throws Exception {
        final ByteArrayOutputStream saved = new ByteArrayOutputStream();
        PortUtil.writeObjectToStream(model, saved, new ExecutionMonitor());
        return saved.toByteArray();
    }

    private static JointModelPortObject load(final byte[] saved) throws Exception {
        return (JointModelPortObject)
                PortUtil.readObjectFromStream(new ByteArrayInputStream(saved), new ExecutionMonitor());
    }

    private static byte[] object(final byte[] saved) throws IOException {
        return Archives.entries(saved).get(OBJECT);
    }

    private static byte[] replaced(final byte[] bytes, final String from, final String to) {
        // one byte a character keeps the binary part as it is
        final String text = new String(bytes, StandardCharsets.ISO_8859_1);
        assertTrue(text.contains(from), "The file has no " + from);
        return text.replace(from, to).getBytes(StandardCharsets.ISO_8859_1);
    }
}
