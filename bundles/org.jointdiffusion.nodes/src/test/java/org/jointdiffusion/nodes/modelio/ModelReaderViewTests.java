package org.jointdiffusion.nodes.modelio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.jointdiffusion.embedded.node.EmbeddedNode;
import org.jointdiffusion.embedded.view.EmbeddedView;
import org.jointdiffusion.nodes.port.JointModelPortObject;
import org.jointdiffusion.nodes.testing.NodeRunner;
import org.jointdiffusion.nodes.testing.TestImages;
import org.jointdiffusion.nodes.testing.TestModels;
import org.jointdiffusion.runtime.model.JointModel;
import org.jointdiffusion.runtime.model.ModelFile;
import org.jointdiffusion.runtime.model.ModelSamples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.knime.core.node.port.PortObject;

/** What the node sends to its view; tests/views tests the page in a browser. */
class ModelReaderViewTests {

    private final JointDiffusionModelReaderNodeFactory m_factory = new JointDiffusionModelReaderNodeFactory();

    private final EmbeddedView m_view = EmbeddedNode.of(m_factory).view().orElseThrow();

    private final JointModel m_model = TestModels.barsAndDots().model();

    @TempDir
    private Path m_folder;

    private PortObject[] read(final JointModel model) throws Exception {
        final Path file = m_folder.resolve("a.safetensors");
        write(model, file);
        final ModelReaderParameters parameters = NodeRunner.parameters(ModelReaderParameters.class);
        parameters.m_location = file.toString();
        final var outcome = new NodeRunner(m_factory).execute(parameters);
        assertEquals(
                model.samples(),
                ((JointModelPortObject) outcome.outputs().get(0)).model().samples());
        return outcome.internalData();
    }

    private static void write(final JointModel model, final Path file) throws IOException {
        try (OutputStream stream = Files.newOutputStream(file)) {
            ModelFile.write(model, stream);
        }
    }

    @Test
    void sendsTheSamplesAndTheCard() throws Exception {
        final var images = IntStream.range(0, 4)
                .mapToObj(number -> TestImages.picture(number, 8, 8))
                .toList();
        final PortObject[] internal = read(m_model.withSamples(ModelSamples.of(images, 2)));
        final var index = ModelReaderTables.of(internal).index();

        assertEquals(4, index.get("size"));
        assertEquals(List.of("bar", "bar", "dot", "dot"), index.get("samples"));
        assertEquals(List.of("bar", "dot"), index.get("classes"));
        final String initial = m_view.initialData(null, internal);
        assertTrue(initial.contains("\"facts\":{\"Fact\":[\"target\",\"class names\""), initial);
        final String all = m_view.call(null, internal, "details", 0, 4);
        assertEquals(4, all.split("iVBOR", -1).length - 1, "a PNG file for each sample");
        final String last = m_view.call(null, internal, "details", 3, 1);
        assertTrue(all.endsWith(last.substring("{\"result\":[".length())), last);
    }

    @Test
    void aModelWithoutSamplesHasItsCard() throws Exception {
        final var index = ModelReaderTables.of(read(m_model)).index();

        assertEquals(0, index.get("size"));
        assertEquals(List.of(), index.get("samples"));
        assertEquals(List.of("bar", "dot"), index.get("classes"));
    }

    @Test
    void saysWhatToDoWhenAnOlderVersionExecutedTheNode() {
        assertTrue(m_view.initialData(null).contains("execute it again"), m_view.initialData(null));
    }
}
