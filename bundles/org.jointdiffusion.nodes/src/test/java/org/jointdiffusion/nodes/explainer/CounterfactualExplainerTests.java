package org.jointdiffusion.nodes.explainer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jointdiffusion.embedded.node.Outcome;
import org.jointdiffusion.nodes.port.JointModelPortObject;
import org.jointdiffusion.nodes.port.TargetType;
import org.jointdiffusion.nodes.table.PngCells;
import org.jointdiffusion.nodes.testing.Cancelling;
import org.jointdiffusion.nodes.testing.NodeRunner;
import org.jointdiffusion.nodes.testing.TestImages;
import org.jointdiffusion.nodes.testing.TestModels;
import org.jointdiffusion.nodes.testing.TestTables;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.knime.core.data.BooleanValue;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataType;
import org.knime.core.data.IntValue;
import org.knime.core.data.MissingValue;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.data.image.png.PNGImageValue;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;
import org.knime.core.node.port.PortObject;

class CounterfactualExplainerTests {

    private static final List<String> COLUMNS = List.of(
            "Original",
            "Counterfactual",
            "Difference",
            "Overlay",
            "Class before",
            "Desired class",
            "Class after",
            "P of class before in original",
            "P of class before in counterfactual",
            "P of desired class in original",
            "P of desired class in counterfactual",
            "Success",
            "Confidence",
            "Mean change",
            "Root mean square change",
            "Pixels changed",
            "Regions",
            "COUT",
            "Noise level",
            "Guidance strength",
            "Attempt",
            "Seed",
            "Seconds",
            "Explanation");

    private final NodeRunner m_node = new NodeRunner(new CounterfactualExplainerNodeFactory());

    private final JointModelPortObject m_model = TestModels.model(List.of("bar", "dot", "cross"), TargetType.STRING);

    private final ExplainerParameters m_parameters =
            NodeRunner.parameters(ExplainerParameters.class, m_model.getSpec(), TestTables.IMAGES_AND_CLASSES);

    @BeforeEach
    void searchBriefly() {
        m_parameters.m_steps = 3;
        m_parameters.m_draws = 1;
    }

    @Test
    void keepsTheInputAndAppendsTheExplanation() throws Exception {
        final var outcome = m_node.execute(m_parameters, m_model, TestTables.pictures(2));
        final BufferedDataTable output = (BufferedDataTable) outcome.outputs().get(0);
        final List<String> names = Arrays.asList(output.getDataTableSpec().getColumnNames());
        final DataRow row = TestTables.rows(output).get(1);

        assertEquals(List.of("image", "class"), names.subList(0, 2));
        assertEquals(COLUMNS, names.subList(2, names.size()));
        assertEquals("Row1", row.getKey().getString());
        assertEquals(PngCells.of(TestImages.picture(1, 8, 8)), row.getCell(2));
        for (int column = 3; column < 6; column++) {
            assertTrue(row.getCell(column) instanceof PNGImageValue, names.get(column));
        }
        assertEquals(Optional.empty(), outcome.warning());
    }

    @Test
    void specsAreTheSameBeforeAndAfterExecution() throws Exception {
        m_parameters.m_keepInputColumns = false;
        final BufferedDataTable input = TestTables.pictures(1);
        final var before = m_node.configure(m_parameters, m_model.getSpec(), input.getDataTableSpec());
        final var after = m_node.execute(m_parameters, m_model, input);

        for (int port = 0; port < 2; port++) {
            assertArrayEquals(
                    ((DataTableSpec) before.outputs().get(port)).getColumnNames(),
                    ((BufferedDataTable) after.outputs().get(port))
                            .getDataTableSpec()
                            .getColumnNames());
        }
        assertEquals(COLUMNS, List.of(((DataTableSpec) before.outputs().get(0)).getColumnNames()));
    }

    @Test
    void everyOtherClassGivesSeveralRows() throws Exception {
        m_parameters.m_desiredClassRule = DesiredClassRule.EVERY_OTHER;
        m_parameters.m_counterfactualsPerRow = 2;
        final List<DataRow> rows = rows(execute(TestTables.pictures(2)));

        assertEquals(2 * 2 * 2, rows.size());
        assertEquals(
                List.of("Row0_1", "Row0_2", "Row0_3", "Row0_4"),
                rows.subList(0, 4).stream().map(row -> row.getKey().getString()).toList());
        assertEquals(
                List.of(1, 2, 1, 2),
                rows.subList(0, 4).stream()
                        .map(row -> ((IntValue) row.getCell(22)).getIntValue())
                        .toList());
        rows.forEach(row -> assertTrue(!row.getCell(6).equals(row.getCell(7)), "Before and desired are the same"));
    }

    @Test
    void explainsInWordsAndKeepsThePathForTheView() throws Exception {
        m_parameters.m_keepInputColumns = false;
        final var outcome = execute(TestTables.table(
                TestTables.IMAGES_AND_CLASSES,
                List.of(
                        new DataCell[] {DataType.getMissingCell(), new StringCell("bar")},
                        new DataCell[] {PngCells.of(TestImages.picture(0, 8, 8)), new StringCell("bar")})));
        final DataRow row = rows(outcome).get(1);
        final String sentence = row.getCell(23).toString();

        assertTrue(sentence.contains("\"" + row.getCell(5) + "\""), sentence);
        final BufferedDataTable paths = (BufferedDataTable) outcome.internalData()[1];
        final DataRow path = TestTables.rows(paths).get(1);
        assertEquals(
                List.of(0, -1),
                List.of(
                        PathColumns.before(TestTables.rows(paths).get(0)).length,
                        PathColumns.flip(TestTables.rows(paths).get(0))));
        assertEquals(row.getCell(7), new DoubleCell(PathColumns.before(path)[0]));
        assertEquals(row.getCell(8), new DoubleCell(PathColumns.before(path)[16]));
        assertEquals(row.getCell(9), new DoubleCell(PathColumns.desired(path)[0]));
        assertEquals(row.getCell(10), new DoubleCell(PathColumns.desired(path)[16]));
        assertEquals(((BooleanValue) row.getCell(11)).getBooleanValue(), PathColumns.flip(path) > 0);
    }

    @Test
    void resultOfARowDoesNotDependOnTheOthers() throws Exception {
        final List<DataRow> two = rows(execute(TestTables.pictures(2)));
        final List<DataRow> one = rows(execute(TestTables.pictures(1)));

        assertEquals(one.get(0).getCell(3), two.get(0).getCell(3));
    }

    @Test
    void desiredClassCanComeFromAColumn() throws Exception {
        final String predicted =
                rows(execute(TestTables.pictures(1))).get(0).getCell(6).toString();
        final String other = predicted.equals("cross") ? "bar" : "cross";
        final DataCell picture = PngCells.of(TestImages.picture(0, 8, 8));
        m_parameters.m_desiredClassRule = DesiredClassRule.COLUMN;
        m_parameters.m_desiredClassColumn = "class";
        final var outcome = execute(TestTables.table(
                TestTables.IMAGES_AND_CLASSES,
                List.of(
                        new DataCell[] {picture, new StringCell(other)},
                        new DataCell[] {picture, new StringCell(predicted)},
                        new DataCell[] {picture, DataType.getMissingCell()},
                        new DataCell[] {picture, new StringCell("circle")})));
        final List<DataRow> rows = rows(outcome);

        assertEquals(other, rows.get(0).getCell(7).toString());
        assertTrue(reason(rows.get(1)).startsWith("The model already takes the image for"), reason(rows.get(1)));
        assertEquals("The desired class is missing.", reason(rows.get(2)));
        assertEquals("The model does not know the desired class \"circle\".", reason(rows.get(3)));
    }

    @Test
    void rowsWithoutImageGetMissingCellsAndOneWarning() throws Exception {
        final var outcome = execute(TestTables.table(
                TestTables.IMAGES_AND_CLASSES,
                List.of(
                        new DataCell[] {DataType.getMissingCell(), new StringCell("bar")},
                        new DataCell[] {PngCells.of(TestImages.picture(0, 12, 9)), new StringCell("bar")})));

        assertEquals("The image is missing.", reason(rows(outcome).get(0)));
        assertTrue(rows(outcome).get(1).getCell(3) instanceof PNGImageValue);
        assertTrue(outcome.warning().orElseThrow().startsWith("1 row without a usable image got missing cells"));
    }

    @Test
    void summaryCountsEachTransition() throws Exception {
        final var outcome = execute(TestTables.pictures(4));
        final List<DataRow> summary = NodeRunner.rows(outcome, 1);

        assertEquals(
                4,
                summary.stream()
                        .mapToInt(row -> ((IntValue) row.getCell(2)).getIntValue())
                        .sum());
        assertEquals(
                rows(outcome).stream()
                        .map(row -> row.getCell(6) + " " + row.getCell(7))
                        .distinct()
                        .sorted()
                        .toList(),
                summary.stream()
                        .map(row -> row.getCell(0) + " " + row.getCell(1))
                        .sorted()
                        .toList());
    }

    @Test
    void emptyTableGivesEmptyTables() throws Exception {
        final var outcome = execute(TestTables.pictures(0));

        assertEquals(List.of(), rows(outcome));
        assertEquals(List.of(), NodeRunner.rows(outcome, 1));
    }

    @Test
    void unknownFixedClassIsNamed() {
        m_parameters.m_desiredClassRule = DesiredClassRule.FIXED;
        m_parameters.m_desiredClass = "circle";
        final var exception = assertThrows(KNIMEException.class, () -> execute(TestTables.pictures(1)));

        assertTrue(exception.getMessage().contains("\"circle\""), exception.getMessage());
    }

    @Test
    void missingChoicesAreSettingsToFix() {
        m_parameters.m_desiredClassRule = DesiredClassRule.FIXED;
        assertThrows(
                InvalidSettingsException.class,
                () -> m_node.configure(m_parameters, m_model.getSpec(), TestTables.IMAGES_AND_CLASSES));
        m_parameters.m_desiredClassRule = DesiredClassRule.COLUMN;
        m_parameters.m_desiredClassColumn = "wish";
        assertThrows(
                InvalidSettingsException.class,
                () -> m_node.configure(m_parameters, m_model.getSpec(), TestTables.IMAGES_AND_CLASSES));
    }

    @Test
    void whenTheTimeIsUsedUpTheRowsAndOneWarningSaySo() throws Exception {
        m_parameters.m_confidence = 1;
        m_parameters.m_secondsPerRow = Optional.of(1e-6);
        final var outcome = execute(TestTables.pictures(2));

        for (final DataRow row : rows(outcome)) {
            assertTrue(row.getCell(3) instanceof PNGImageValue);
            assertEquals(new DoubleCell(0.2), row.getCell(20), "The first noise level is the only one");
            assertTrue(row.getCell(25).toString().contains("The time for this row was used up"));
        }
        final String warning = outcome.warning().orElseThrow();
        assertTrue(warning.startsWith("The time was used up before the search had ended for 2 of 2 counter"), warning);
    }

    @Test
    void enoughTimeChangesNothing() throws Exception {
        final List<DataRow> unlimited = rows(execute(TestTables.pictures(2)));
        m_parameters.m_secondsPerRow = Optional.of(3600.0);
        final var limited = execute(TestTables.pictures(2));

        assertEquals(unlimited.get(1).getCell(3), rows(limited).get(1).getCell(3));
        assertEquals(Optional.empty(), limited.warning());
    }

    @Test
    void secondsPerRowMustBeAboveZero() {
        for (final double seconds : new double[] {0, -1, Double.NaN, Double.POSITIVE_INFINITY}) {
            m_parameters.m_secondsPerRow = Optional.of(seconds);
            final String message = assertThrows(InvalidSettingsException.class, m_parameters::validate)
                    .getMessage();
            assertTrue(message.startsWith("The seconds per row are above 0"), message);
        }
    }

    @Test
    void canBeCancelledWithinTwoSeconds() {
        m_parameters.m_steps = 1000;
        m_parameters.m_draws = 10;
        final BufferedDataTable input = TestTables.pictures(300);

        Cancelling.assertStopsSoon(0.0005, progress -> m_node.execute(progress, m_parameters, m_model, input));
    }

    private Outcome<PortObject> execute(final BufferedDataTable table) throws Exception {
        return m_node.execute(m_parameters, m_model, table);
    }

    private static List<DataRow> rows(final Outcome<PortObject> outcome) {
        return NodeRunner.rows(outcome, 0);
    }

    private static String reason(final DataRow row) {
        return ((MissingValue) row.getCell(3)).getError();
    }
}
