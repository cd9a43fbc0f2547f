package org.jointdiffusion.nodes.modelio;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jointdiffusion.embedded.core.RunningWorkflow;
import org.jointdiffusion.nodes.modelio.ModelWriterParameters.ExistingFile;
import org.jointdiffusion.nodes.modelio.ModelWriterParameters.Storage;
import org.jointdiffusion.nodes.port.JointModelPortObject;
import org.jointdiffusion.nodes.port.TargetType;
import org.jointdiffusion.nodes.testing.NodeRunner;
import org.jointdiffusion.nodes.testing.TestModels;
import org.jointdiffusion.runtime.model.JointModel;
import org.jointdiffusion.runtime.model.ModelFile;
import org.jointdiffusion.runtime.model.WeightStorage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.DefaultNodeProgressMonitor;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;

class JointDiffusionModelWriterTests {

    private final NodeRunner m_node = new NodeRunner(new JointDiffusionModelWriterNodeFactory());

    private final ModelWriterParameters m_parameters = NodeRunner.parameters(ModelWriterParameters.class);

    private final JointModelPortObject m_model = TestModels.barsAndDots();

    @TempDir
    private Path m_folder;

    private Path m_file;

    @BeforeEach
    void chooseFile() {
        m_file = m_folder.resolve("my model.safetensors");
        m_parameters.m_location = m_file.toString();
    }

    @Test
    void writesTheModelAsItIs() throws Exception {
        m_node.execute(m_parameters, m_model);

        assertArrayEquals(bytes(WeightStorage.FULL), Files.readAllBytes(m_file));
        assertEquals(List.of(m_file), files());
    }

    @Test
    void halfPrecisionTakesLessSpace() throws Exception {
        m_parameters.m_storage = Storage.HALF;
        m_node.execute(m_parameters, m_model);

        assertArrayEquals(bytes(WeightStorage.HALF), Files.readAllBytes(m_file));
    }

    @Test
    void locationMayBeRelativeToTheWorkflow() throws Exception {
        m_parameters.m_location = "knime://knime.workflow/my%20model.safetensors";
        try (RunningWorkflow running = RunningWorkflow.enter(m_folder)) {
            m_node.execute(m_parameters, m_model);
        }

        assertEquals(List.of(m_file), files());
    }

    @Test
    void existingFileIsKept() throws Exception {
        Files.writeString(m_file, "precious");

        assertFails("exists already. Choose another location, or let the node overwrite it", m_model);
        assertEquals("precious", Files.readString(m_file));
        assertEquals(List.of(m_file), files());
    }

    @Test
    void existingFileIsReplacedWhenTheUserWantsIt() throws Exception {
        Files.writeString(m_file, "old");
        m_parameters.m_existingFile = ExistingFile.OVERWRITE;
        m_node.execute(m_parameters, m_model);

        assertArrayEquals(bytes(WeightStorage.FULL), Files.readAllBytes(m_file));
        assertEquals(List.of(m_file), files());
    }

    @Test
    void missingFolderIsNamedAndNotCreated() {
        m_parameters.m_location = m_folder.resolve("nowhere/model.safetensors").toString();

        assertFails("There is no folder \"" + m_folder.resolve("nowhere") + "\". Create it", m_model);
        assertTrue(Files.notExists(m_folder.resolve("nowhere")));
    }

    @Test
    void folderInsteadOfFileIsNamed() {
        m_parameters.m_location = m_folder.toString();

        assertFails("\"" + m_folder + "\" is a folder. Add the name of the file", m_model);
    }

    /** A name that no file system takes: permissions would not stop a superuser. */
    @Test
    void locationThatCannotBeWrittenIsNamed() throws Exception {
        m_parameters.m_location = m_folder.resolve("m".repeat(300)).toString();

        assertFails("cannot be written: ", m_model);
        assertEquals(List.of(), files());
    }

    @Test
    void locationOnAnotherMachineIsNamed() {
        m_parameters.m_location = "https://example.org/model.safetensors";

        assertFails("is not on this machine", m_model);
    }

    @Test
    void weightThatDoesNotFitLeavesNothingBehind() throws Exception {
        final JointModel model = m_model.model();
        final float[] weights = model.weights().clone();
        weights[7] = 1e6f;
        m_parameters.m_storage = Storage.HALF;
        m_parameters.m_existingFile = ExistingFile.OVERWRITE;
        Files.writeString(m_file, "precious");

        assertFails(
                "does not fit into half precision",
                new JointModelPortObject(
                        new JointModel(model.specification(), weights, model.temperature(), model.card()),
                        TargetType.STRING));
        assertEquals("precious", Files.readString(m_file));
        assertEquals(List.of(m_file), files());
    }

    @Test
    void cancellingLeavesNothingBehind() throws Exception {
        final var progress = new DefaultNodeProgressMonitor();
        progress.setExecuteCanceled();

        assertThrows(CanceledExecutionException.class, () -> m_node.execute(progress, m_parameters, m_model));
        assertEquals(List.of(), files());
    }

    @Test
    void emptyLocationIsASettingToFix() {
        m_parameters.m_location = " ";
        final var exception =
                assertThrows(InvalidSettingsException.class, () -> m_node.configure(m_parameters, m_model.getSpec()));

        assertTrue(exception.getMessage().startsWith("No location is set."));
    }

    private void assertFails(final String message, final JointModelPortObject model) {
        final var exception = assertThrows(KNIMEException.class, () -> m_node.execute(m_parameters, model));

        assertTrue(exception.getMessage().contains(message), exception.getMessage());
        assertTrue(exception.getMessage().endsWith("."), exception.getMessage());
    }

    private byte[] bytes(final WeightStorage storage) throws IOException {
        final var bytes = new ByteArrayOutputStream();
        ModelFile.write(m_model.model(), storage, bytes);
        return bytes.toByteArray();
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(m_folder)) {
            return files.toList();
        }
    }
}
