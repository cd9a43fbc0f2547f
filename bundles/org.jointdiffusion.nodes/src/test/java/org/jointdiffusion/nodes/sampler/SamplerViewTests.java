package org.jointdiffusion.nodes.sampler;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jointdiffusion.embedded.node.EmbeddedNode;
import org.jointdiffusion.embedded.node.Outcome;
import org.jointdiffusion.embedded.view.EmbeddedView;
import org.jointdiffusion.nodes.port.JointModelPortObject;
import org.jointdiffusion.nodes.port.TargetType;
import org.jointdiffusion.nodes.table.NewColumns;
import org.jointdiffusion.nodes.table.PngCells;
import org.jointdiffusion.nodes.testing.NodeRunner;
import org.jointdiffusion.nodes.testing.TestImages;
import org.jointdiffusion.nodes.testing.TestModels;
import org.jointdiffusion.nodes.testing.TestTables;
import org.jointdiffusion.nodes.view.SampleRows;
import org.jointdiffusion.nodes.view.SampleService;
import org.jointdiffusion.nodes.view.ViewTable;
import org.jointdiffusion.runtime.image.PngEncoder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.MissingCell;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.port.PortObject;

/** What the node sends to its view; tests/views tests the page in a browser. */
class SamplerViewTests {

    private static final DataTableSpec SAMPLES = new NewColumns()
            .add("Image", PngCells.TYPE)
            .addStrings("Class", List.of("bar", "dot"))
            .add("Prediction", StringCell.TYPE)
            .addShare("P (Class)")
            .spec();

    private final ConditionalSamplerNodeFactory m_factory = new ConditionalSamplerNodeFactory();

    private final EmbeddedView m_view = EmbeddedNode.of(m_factory).view().orElseThrow();

    private final JointModelPortObject m_model = TestModels.model(List.of("bar", "dot"), TargetType.STRING);

    private final SamplerParameters m_parameters = NodeRunner.parameters(SamplerParameters.class, m_model.getSpec());

    @BeforeEach
    void takeFewSteps() {
        m_parameters.m_steps = Optional.of(2);
        m_parameters.m_imagesPerClass = 2;
    }

    @Test
    void sendsTheFiguresFirstAndTheImagesWhenAsked() throws Exception {
        final Outcome<PortObject> outcome = new NodeRunner(m_factory).execute(m_parameters, m_model);
        final PortObject[] internal = outcome.internalData();

        final String initial = m_view.initialData(null, internal);
        assertTrue(initial.startsWith("{\"result\":{\"size\":4,\"total\":4,\"classes\":[\"bar\",\"dot\"]"), initial);
        assertTrue(initial.contains("\"key\":[\"Row0\",\"Row1\",\"Row2\",\"Row3\"],\"desired\":[0,0,1,1]"), initial);
        assertTrue(initial.contains("\"seed\":[\"42\",\"42\",\"42\",\"42\"]"), initial);
        assertTrue(initial.contains("\"row\":[\"0\",\"1\",\"2\",\"3\"]"), initial);
        assertTrue(initial.contains("\"DDPM, 2 steps, image guidance 3.0, seed 42\""), initial);
        assertFalse(initial.contains("iVBOR"), "the images come when they are asked for");
        assertTrue(m_view.call(null, internal, "details", 0, 4).startsWith("{\"result\":[{\"image\":\"iVBOR"));
    }

    @Test
    @SuppressWarnings("unchecked")
    void missingCellsAreAbsentAndUnknownClassesAreAppended() {
        final BufferedDataTable table = TestTables.table(
                SAMPLES,
                List.of(
                        row(PngCells.of(TestImages.picture(0, 8, 8)), "ring", new DoubleCell(0.123456789)),
                        row(new MissingCell("lost"), "", new MissingCell("lost"))));
        final ViewTable rows = ViewTable.of(new PortObject[] {table}, 1)[0];
        final Map<String, Object> index = new SampleRows(rows, "P (Class)").index(Map.of(), Map.of());
        final SampleService service = new SampleService(() -> rows);
        final var columns = (Map<String, List<Object>>) index.get("rows");

        assertEquals(List.of("dot", "ring"), index.get("classes"));
        assertEquals(List.of(1, -1), columns.get("predicted"));
        assertEquals(0.12346, columns.get("probability").get(0));
        assertEquals(null, columns.get("probability").get(1));
        assertArrayEquals(PngEncoder.encode(TestImages.picture(0, 8, 8)), (byte[])
                service.details(0, 2).get(0).get("image"));
        assertEquals(Map.of(), service.details(1, 24).get(0));
    }

    private static DataCell[] row(final DataCell image, final String prediction, final DataCell probability) {
        return new DataCell[] {
            image,
            new StringCell("dot"),
            prediction.isEmpty() ? new MissingCell("lost") : new StringCell(prediction),
            probability
        };
    }

    @Test
    void saysWhatToDoWhenAnOlderVersionExecutedTheNode() {
        assertTrue(m_view.initialData(null).startsWith("{\"userError\":"), m_view.initialData(null));
        assertTrue(m_view.initialData(null).contains("execute it again"), m_view.initialData(null));
        assertTrue(m_view.initialData(null, m_model).contains("execute it again"));
    }
}
