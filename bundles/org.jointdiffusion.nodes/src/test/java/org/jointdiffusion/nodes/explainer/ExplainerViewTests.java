package org.jointdiffusion.nodes.explainer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.jointdiffusion.embedded.node.EmbeddedNode;
import org.jointdiffusion.embedded.node.Outcome;
import org.jointdiffusion.embedded.view.EmbeddedView;
import org.jointdiffusion.nodes.port.JointModelPortObject;
import org.jointdiffusion.nodes.port.TargetType;
import org.jointdiffusion.nodes.table.PngCells;
import org.jointdiffusion.nodes.testing.NodeRunner;
import org.jointdiffusion.nodes.testing.TestImages;
import org.jointdiffusion.nodes.testing.TestModels;
import org.jointdiffusion.nodes.testing.TestTables;
import org.jointdiffusion.runtime.image.ImageShape;
import org.jointdiffusion.runtime.image.PixelImage;
import org.jointdiffusion.runtime.image.PngEncoder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataType;
import org.knime.core.data.def.BooleanCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.port.PortObject;
import org.knime.core.webui.data.DataServiceException;

/** What the node sends to its view; tests/views tests the page in a browser. */
class ExplainerViewTests {

    private final CounterfactualExplainerNodeFactory m_factory = new CounterfactualExplainerNodeFactory();

    private final NodeRunner m_node = new NodeRunner(m_factory);

    private final EmbeddedView m_view = EmbeddedNode.of(m_factory).view().orElseThrow();

    private final JointModelPortObject m_model = TestModels.model(List.of("bar", "dot", "cross"), TargetType.STRING);

    private final ExplainerParameters m_parameters =
            NodeRunner.parameters(ExplainerParameters.class, m_model.getSpec(), TestTables.IMAGES_AND_CLASSES);

    @BeforeEach
    void searchBriefly() {
        m_parameters.m_steps = 3;
        m_parameters.m_draws = 1;
    }

    private static BufferedDataTable pictureAndNone() {
        return TestTables.table(
                TestTables.IMAGES_AND_CLASSES,
                List.of(
                        new DataCell[] {PngCells.of(TestImages.picture(0, 8, 8)), new StringCell("bar")},
                        new DataCell[] {DataType.getMissingCell(), new StringCell("bar")}));
    }

    private Outcome<PortObject> execute(final BufferedDataTable table) throws Exception {
        return m_node.execute(m_parameters, m_model, table);
    }

    @SuppressWarnings("unchecked")
    private static List<Object> column(final Map<String, Object> index, final String name) {
        return ((Map<String, List<Object>>) index.get("rows")).get(name);
    }

    @Test
    void startsWithTheFiguresOfAllRows() throws Exception {
        m_parameters.m_desiredClassRule = DesiredClassRule.EVERY_OTHER;
        final Outcome<PortObject> outcome = execute(pictureAndNone());
        final DataRow row = NodeRunner.rows(outcome, 0).get(1);
        final Map<String, Object> index = ViewIndex.of(ViewTables.of(outcome.internalData()));

        assertEquals(3, index.get("size"));
        assertEquals(3L, index.get("total"));
        assertEquals(List.of("bar", "dot", "cross"), index.get("classes"));
        assertEquals(false, index.get("hasOracle"));
        assertEquals(List.of("Row0_1", "Row0_2", "Row1_1"), column(index, "key"));
        assertEquals(List.of("Row0", "Row0", "Row1"), column(index, "inputRow"));
        assertEquals(
                List.of("bar", "dot", "cross").indexOf(row.getCell(7).toString()),
                column(index, "desired").get(1));
        assertEquals(
                row.getCell(13).equals(BooleanCell.TRUE) ? "valid" : "failed",
                column(index, "badge").get(1));
        assertEquals(-1, column(index, "before").get(2));
        assertEquals("unexplained", column(index, "badge").get(2));
        assertEquals("The image is missing.", column(index, "problem").get(2));
        assertEquals(null, column(index, "cout").get(2));
        assertTrue(m_view.initialData(null, outcome.internalData()).startsWith("{\"result\":{\"size\":3,"));
    }

    @Test
    void sendsTheDetailsOfSomeRows() throws Exception {
        final Outcome<PortObject> outcome = execute(pictureAndNone());
        final List<Map<String, Object>> details = new ViewService(outcome.internalData()).details(0, 24);

        assertEquals(2, details.size());
        assertArrayEquals(PngEncoder.encode(TestImages.picture(0, 8, 8)), (byte[])
                details.get(0).get("original"));
        assertEquals(17, ((double[]) details.get(0).get("before")).length);
        assertEquals(
                NodeRunner.rows(outcome, 0).get(0).getCell(25).toString(),
                details.get(0).get("sentence"));
        assertEquals(false, details.get(1).containsKey("original"));
        assertEquals(0, ((double[]) details.get(1).get("desired")).length);
        assertEquals(-1, details.get(1).get("flip"));
        assertEquals(1, new ViewService(outcome.internalData()).details(1, 1).size());
    }

    @Test
    void answersThePageAsText() throws Exception {
        final PortObject[] internal = execute(pictureAndNone()).internalData();

        assertTrue(m_view.call(null, internal, "details", 0, 1).startsWith("{\"result\":[{\"original\":\"iVBOR"));
        assertTrue(m_view.call(null, internal, "atlas").startsWith("{\"result\":["));
    }

    @Test
    void findsItsColumnsBehindThoseOfAnotherExplainer() throws Exception {
        m_parameters.m_imageColumn = "image";
        final BufferedDataTable once =
                (BufferedDataTable) execute(TestTables.pictures(1)).outputs().get(0);
        final Outcome<PortObject> twice = execute(once);
        final ResultColumns columns = ViewTables.of(twice.internalData()).columns();

        final int first = once.getDataTableSpec().getNumColumns();
        assertEquals(first, columns.find("Original").getAsInt());
        assertEquals(first + 11, columns.find("Success").getAsInt());
        assertEquals(true, columns.find("Verdict").isEmpty());
    }

    @Test
    void theAtlasAveragesTheChangesOfSuccesses() {
        final DataTableSpec spec = TestTables.spec(
                TestTables.column("Original", PngCells.TYPE),
                TestTables.column("Counterfactual", PngCells.TYPE),
                TestTables.column("Class before", StringCell.TYPE),
                TestTables.column("Desired class", StringCell.TYPE),
                TestTables.column("Success", BooleanCell.TYPE));
        final BufferedDataTable table = TestTables.table(
                spec,
                List.of(
                        transition(255, "bar", "dot", true),
                        transition(127, "bar", "dot", true),
                        transition(255, "bar", "dot", false),
                        transition(0, "dot", "bar", true)));
        final BufferedDataTable paths = TestTables.table(
                PathColumns.SPEC,
                List.of(
                        PathColumns.missing("a", ""),
                        PathColumns.missing("b", ""),
                        PathColumns.missing("c", ""),
                        PathColumns.missing("d", "")));
        final List<Map<String, Object>> maps = TransitionMaps.of(ViewTables.of(new PortObject[] {table, paths}));

        assertEquals(2, maps.size());
        assertEquals("bar", maps.get(0).get("before"));
        assertEquals("dot", maps.get(0).get("desired"));
        assertEquals(2, maps.get(0).get("width"));
        // the first position gains 255 and 127 of 255, the other stays
        assertArrayEquals(new byte[] {95, 0}, (byte[]) maps.get(0).get("mean"));
        assertArrayEquals(new byte[] {0, 0}, (byte[]) maps.get(1).get("mean"));
    }

    private static DataCell[] transition(
            final int brightness, final String before, final String desired, final boolean isSuccess) {
        final ImageShape shape = new ImageShape(1, 1, 2);
        return new DataCell[] {
            PngCells.of(new PixelImage(shape, new byte[] {0, 9})),
            PngCells.of(new PixelImage(shape, new byte[] {(byte) brightness, 9})),
            new StringCell(before),
            new StringCell(desired),
            BooleanCell.get(isSuccess)
        };
    }

    @Test
    void saysWhatToDoWhenAnOlderVersionExecutedTheNode() {
        for (final PortObject[] internal : new PortObject[][] {null, {}}) {
            final var exception = assertThrows(DataServiceException.class, () -> ViewTables.of(internal));
            assertTrue(exception.getMessage().contains("execute it again"), exception.getMessage());
        }
        assertTrue(m_view.initialData(null).startsWith("{\"userError\":"), m_view.initialData(null));
    }

    @Test
    void emptyTableGivesAnEmptyView() throws Exception {
        final PortObject[] internal = execute(TestTables.pictures(0)).internalData();

        assertEquals(0, ViewIndex.of(ViewTables.of(internal)).get("size"));
        assertEquals(List.of(), new ViewService(internal).details(0, 24));
        assertEquals(List.of(), new ViewService(internal).atlas());
    }
}
