package org.jointdiffusion.nodes.comparison;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jointdiffusion.embedded.node.Outcome;
import org.jointdiffusion.nodes.table.PngCells;
import org.jointdiffusion.nodes.testing.NodeRunner;
import org.jointdiffusion.nodes.testing.TestTables;
import org.jointdiffusion.runtime.image.ImageShape;
import org.jointdiffusion.runtime.image.PixelImage;
import org.junit.jupiter.api.Test;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataType;
import org.knime.core.data.DoubleValue;
import org.knime.core.data.def.BooleanCell;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.IntCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.data.image.png.PNGImageValue;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.InvalidSettingsException;

class GroupComparisonTests {

    private static final DataTableSpec SPEC = TestTables.spec(
            TestTables.column("camera", StringCell.TYPE),
            TestTables.column("Original", PngCells.TYPE),
            TestTables.column("Counterfactual", PngCells.TYPE),
            TestTables.column("Class before", StringCell.TYPE),
            TestTables.column("Desired class", StringCell.TYPE),
            TestTables.column("Success", BooleanCell.TYPE),
            TestTables.column("Mean change", DoubleCell.TYPE),
            TestTables.column("Pixels changed", DoubleCell.TYPE),
            TestTables.column("Noise level", DoubleCell.TYPE));

    private final NodeRunner m_node = new NodeRunner(new GroupComparisonNodeFactory());

    private final GroupComparisonParameters m_parameters = new GroupComparisonParameters();

    GroupComparisonTests() {
        m_parameters.m_groupColumn = "camera";
        m_parameters.m_permutations = 500;
    }

    private static DataCell picture(final int brightRow) {
        final byte[] values = new byte[16];
        for (int column = 0; column < 4 && brightRow >= 0; column++) {
            values[4 * brightRow + column] = (byte) 255;
        }
        return PngCells.of(new PixelImage(new ImageShape(1, 4, 4), values));
    }

    /** A row that succeeded, whose image became bright in the given line. */
    private static DataCell[] success(final String camera, final String before, final double change, final int line) {
        return new DataCell[] {
            new StringCell(camera),
            picture(-1),
            picture(line),
            new StringCell(before),
            new StringCell("dress"),
            BooleanCell.TRUE,
            new DoubleCell(change),
            new DoubleCell(0.25),
            new DoubleCell(0.4)
        };
    }

    private static DataCell[] failure(final String camera) {
        return new DataCell[] {
            new StringCell(camera),
            picture(-1),
            picture(0),
            new StringCell("shirt"),
            new StringCell("dress"),
            BooleanCell.FALSE,
            new DoubleCell(0.3),
            new DoubleCell(0.25),
            new DoubleCell(0.8)
        };
    }

    private Outcome execute(final List<DataCell[]> rows) throws Exception {
        return m_node.execute(m_parameters, TestTables.table(SPEC, rows));
    }

    private static List<DataRow> rows(final Outcome outcome, final int port) {
        return TestTables.rows((BufferedDataTable) outcome.outputs().get(port));
    }

    private static double number(final DataRow row, final int column) {
        return ((DoubleValue) row.getCell(column)).getDoubleValue();
    }

    @Test
    void differencesBetweenGroupsAreFoundAndShown() throws Exception {
        final List<DataCell[]> table = new ArrayList<>();
        for (int row = 0; row < 10; row++) {
            table.add(success("old", "shirt", 0.1 + 0.002 * row, 0));
            table.add(success("new", "shirt", 0.2 + 0.002 * row, 3));
        }
        final Outcome outcome = execute(table);
        final List<DataRow> groups = rows(outcome, 0);
        final List<DataRow> tests = rows(outcome, 1);

        assertEquals(2, groups.size());
        assertEquals(new StringCell("old"), groups.get(0).getCell(0));
        assertEquals(new IntCell(10), groups.get(0).getCell(1));
        assertEquals(1, number(groups.get(0), 2));
        assertEquals(0.109, number(groups.get(0), 3), 1e-6);
        assertEquals(0.209, number(groups.get(1), 3), 1e-6);
        assertTrue(groups.get(0).getCell(6) instanceof PNGImageValue);
        assertEquals(5, tests.size());
        assertEquals(1, number(tests.get(0), 3), "all succeeded: nothing to tell groups apart");
        assertTrue(number(tests.get(1), 2) > 0.98, "the groups explain nearly all of the change");
        assertEquals(1 / 501.0, number(tests.get(1), 3), 1e-9);
        assertEquals(5 / 501.0, number(tests.get(1), 4), 1e-9, "five measures are tested");
        assertEquals(1 / 501.0, number(tests.get(4), 3), 1e-9, "the changes are at other places");
        assertEquals(
                new StringCell("The groups differ more than chance explains: from 0.109 (old) to 0.209 (new)."),
                tests.get(1).getCell(5));
        assertEquals(Optional.empty(), outcome.warning());
    }

    @Test
    void groupsWithOtherClassesAreComparedWithinTheirClasses() throws Exception {
        final List<DataCell[]> table = new ArrayList<>();
        for (int row = 0; row < 12; row++) {
            final boolean shirt = row % 4 != 0;
            table.add(success("old", shirt ? "shirt" : "bag", (shirt ? 0.1 : 0.3) + 0.001 * row, 0));
            table.add(success("new", shirt ? "bag" : "shirt", (shirt ? 0.3 : 0.1) + 0.001 * row, 0));
        }
        assertTrue(number(rows(execute(table), 1).get(1), 3) > 0.05);
        m_parameters.m_rule = ComparisonRule.ALL_ROWS;
        assertTrue(number(rows(execute(table), 1).get(1), 3) < 0.05);
    }

    @Test
    void whatCannotBeComparedIsLeftOut() throws Exception {
        final DataCell[] withoutGroup = success("old", "shirt", 0.1, 0);
        withoutGroup[0] = DataType.getMissingCell();
        final DataCell[] unexplained = success("new", "shirt", 0.1, 0);
        unexplained[5] = DataType.getMissingCell();
        final Outcome outcome = execute(
                List.of(success("old", "shirt", 0.1, 0), withoutGroup, unexplained, failure("new"), failure("new")));
        final List<DataRow> groups = rows(outcome, 0);
        assertEquals(2, groups.size());
        assertEquals(new IntCell(2), groups.get(1).getCell(1));
        assertEquals(0, number(groups.get(1), 2));
        assertTrue(groups.get(1).getCell(3).isMissing());
        assertTrue(groups.get(1).getCell(6).isMissing());
        assertEquals(new IntCell(3), rows(outcome, 1).get(0).getCell(1));
        assertEquals(new IntCell(1), rows(outcome, 1).get(1).getCell(1));
    }

    @Test
    void oneGroupIsNothingToCompare() throws Exception {
        final Outcome outcome = execute(List.of(success("old", "shirt", 0.1, 0), failure("old")));
        assertTrue(outcome.warning().orElseThrow().toString().contains("at least two groups"));
        assertEquals(1, rows(outcome, 0).size());
        assertEquals(0, rows(execute(List.of()), 0).size());
    }

    @Test
    void onlyTheExplainersOutputCanBeCompared() {
        final InvalidSettingsException noResult = assertThrows(
                InvalidSettingsException.class, () -> m_node.configure(m_parameters, TestTables.IMAGES_AND_CLASSES));
        assertTrue(noResult.getMessage().contains("first output of the Counterfactual Explainer"));
        m_parameters.m_groupColumn = "lens";
        final InvalidSettingsException noColumn =
                assertThrows(InvalidSettingsException.class, () -> m_node.configure(m_parameters, SPEC));
        assertTrue(noColumn.getMessage().contains("lens"));
    }

    @Test
    void specsAreTheSameBeforeAndAfterExecution() throws Exception {
        final var before = m_node.configure(m_parameters, SPEC);
        final Outcome after = execute(List.of(success("old", "shirt", 0.1, 0), failure("new")));
        for (int port = 0; port < 2; port++) {
            assertArrayEquals(
                    ((DataTableSpec) before.outputs().get(port)).getColumnNames(),
                    ((BufferedDataTable) after.outputs().get(port))
                            .getDataTableSpec()
                            .getColumnNames());
        }
    }
}
