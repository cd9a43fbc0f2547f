package org.jointdiffusion.nodes.modelio;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.jointdiffusion.embedded.core.RunningWorkflow;
import org.jointdiffusion.embedded.node.Outcome;
import org.jointdiffusion.nodes.modelio.ModelWriterParameters.ExistingFile;
import org.jointdiffusion.nodes.modelio.ModelWriterParameters.Storage;
import org.jointdiffusion.nodes.port.JointModelPortObject;
import org.jointdiffusion.nodes.port.JointModelPortObjectSpec;
import org.jointdiffusion.nodes.port.TargetType;
import org.jointdiffusion.nodes.testing.NodeRunner;
import org.jointdiffusion.nodes.testing.TestModels;
import org.jointdiffusion.runtime.model.JointModel;
import org.jointdiffusion.runtime.model.ModelCard;
import org.jointdiffusion.runtime.model.ModelFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.DefaultNodeProgressMonitor;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;
import org.knime.core.node.port.PortObjectSpec;

class JointDiffusionModelReaderTests {

    private final NodeRunner m_node = new NodeRunner(new JointDiffusionModelReaderNodeFactory());

    private final ModelReaderParameters m_parameters = NodeRunner.parameters(ModelReaderParameters.class);

    @TempDir
    private Path m_folder;

    private Path m_file;

    @BeforeEach
    void writeModel() throws Exception {
        m_file = m_folder.resolve("my model.safetensors");
        m_parameters.m_location = m_file.toString();
        write(TestModels.barsAndDots(), Storage.FULL);
    }

    @Test
    void readsWhatTheWriterWrote() throws Exception {
        final JointModel expected = TestModels.barsAndDots().model();
        final JointModelPortObject read = read();

        assertArrayEquals(expected.weights(), read.model().weights());
        assertEquals(expected.specification(), read.model().specification());
        assertEquals(expected.card(), read.model().card());
        assertEquals(expected.temperature(), read.model().temperature());
        assertEquals(TargetType.STRING, read.getSpec().targetType());
    }

    @Test
    void readsHalfPrecision() throws Exception {
        write(TestModels.barsAndDots(), Storage.HALF);

        assertArrayEquals(
                TestModels.barsAndDots().model().weights(), read().model().weights(), 1e-3f);
    }

    @Test
    void classesThatWereNumbersAreNumbersAgain() throws Exception {
        write(TestModels.model(List.of("3", "7"), TargetType.INTEGER), Storage.FULL);

        assertEquals(TargetType.INTEGER, read().getSpec().targetType());
        assertEquals(TargetType.INTEGER, spec(configure()).targetType());
        write(TestModels.model(List.of("3", "7"), TargetType.STRING), Storage.FULL);
        assertEquals(TargetType.STRING, read().getSpec().targetType());
    }

    @Test
    void classesThatOnlyPretendToBeNumbersAreRefused() throws Exception {
        final JointModel model = TestModels.barsAndDots().model();
        final var facts = new LinkedHashMap<>(model.card().facts());
        facts.put("class type", "whole number");
        try (OutputStream stream = Files.newOutputStream(m_file)) {
            ModelFile.write(
                    new JointModel(model.specification(), model.weights(), model.temperature(), new ModelCard(facts)),
                    stream);
        }

        assertRefused("there is a class \"bar\"");
    }

    @Test
    void classesAreKnownBeforeReadingWhenTheFileIsThere() throws Exception {
        final var outcome = configure();

        assertEquals(List.of("bar", "dot"), spec(outcome).classNames());
        assertEquals(
                TestModels.barsAndDots().getSpec().specification(),
                spec(outcome).specification());
        assertEquals(Optional.empty(), outcome.warning());
    }

    @Test
    void locationMayBeRelativeToTheWorkflow() throws Exception {
        m_parameters.m_location = "knime://knime.workflow/my%20model.safetensors";
        try (RunningWorkflow running = RunningWorkflow.enter(m_folder)) {
            assertEquals(List.of("bar", "dot"), spec(configure()).classNames());
            assertEquals("class", read().getSpec().targetName());
        }
    }

    /** Another node may write the file before this one is executed, so it is no error yet. */
    @Test
    void missingFileIsAWarningFirstAndAnErrorThen() throws Exception {
        Files.delete(m_file);
        final var outcome = configure();
        final var exception = assertThrows(KNIMEException.class, this::read);

        assertNull(spec(outcome));
        assertTrue(outcome.warning().orElseThrow().startsWith("There is no file \"" + m_file + "\"."));
        assertEquals(outcome.warning().orElseThrow(), exception.getMessage());
    }

    @Test
    void folderInsteadOfFileIsNamed() {
        m_parameters.m_location = m_folder.toString();
        final var exception = assertThrows(KNIMEException.class, this::read);

        assertTrue(exception.getMessage().startsWith("\"" + m_folder + "\" is a folder."), exception.getMessage());
    }

    @Test
    void emptyLocationIsASettingToFix() {
        m_parameters.m_location = "";
        final var exception = assertThrows(InvalidSettingsException.class, this::configure);

        assertTrue(exception.getMessage().startsWith("No location is set."));
    }

    @Test
    void fileOfSomethingElseIsRefused() throws Exception {
        Files.writeString(m_file, "PK, the beginning of a long archive and no model");
        assertRefused("The file is not a model file in the safetensors format");
    }

    @Test
    void emptyFileIsRefused() throws Exception {
        Files.write(m_file, new byte[0]);
        assertRefused("cut short within its first 8 bytes");
    }

    @Test
    void laterVersionAsksForAnUpdate() throws Exception {
        final String text = Files.readString(m_file, StandardCharsets.ISO_8859_1);
        Files.writeString(
                m_file, text.replace("format_version\":\"1\"", "format_version\":\"2\""), StandardCharsets.ISO_8859_1);
        assertRefused("The model has format version 2, but this extension reads versions up to 1. Update");
    }

    @Test
    void weightsThatAreCutShortAreRefusedWhenTheyAreRead() throws Exception {
        final byte[] file = Files.readAllBytes(m_file);
        Files.write(m_file, Arrays.copyOf(file, file.length - 1));
        configure();
        final var exception = assertThrows(KNIMEException.class, this::read);

        assertTrue(exception.getMessage().contains("cut short within tensor"), exception.getMessage());
    }

    @Test
    void canBeCancelled() {
        final var progress = new DefaultNodeProgressMonitor();
        progress.setExecuteCanceled();

        assertThrows(CanceledExecutionException.class, () -> m_node.execute(progress, m_parameters));
    }

    private void assertRefused(final String message) throws IOException {
        final var setting = assertThrows(InvalidSettingsException.class, this::configure);
        final var execution = assertThrows(KNIMEException.class, this::read);

        assertTrue(setting.getMessage().contains(message), setting.getMessage());
        assertEquals(setting.getMessage(), execution.getMessage());
    }

    private void write(final JointModelPortObject model, final Storage storage) throws Exception {
        final ModelWriterParameters parameters = NodeRunner.parameters(ModelWriterParameters.class);
        parameters.m_location = m_file.toString();
        parameters.m_existingFile = ExistingFile.OVERWRITE;
        parameters.m_storage = storage;
        new NodeRunner(new JointDiffusionModelWriterNodeFactory()).execute(parameters, model);
    }

    private JointModelPortObject read() throws Exception {
        return (JointModelPortObject) m_node.execute(m_parameters).outputs().get(0);
    }

    private Outcome<PortObjectSpec> configure() throws InvalidSettingsException {
        return m_node.configure(m_parameters);
    }

    private static JointModelPortObjectSpec spec(final Outcome<PortObjectSpec> outcome) {
        return (JointModelPortObjectSpec) outcome.outputs().get(0);
    }
}
