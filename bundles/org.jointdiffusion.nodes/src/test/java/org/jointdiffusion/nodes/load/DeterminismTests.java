package org.jointdiffusion.nodes.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.jointdiffusion.nodes.port.JointModelPortObject;
import org.jointdiffusion.nodes.table.PngCells;
import org.jointdiffusion.nodes.testing.NodeJob;
import org.jointdiffusion.nodes.testing.RowDifference;
import org.jointdiffusion.nodes.testing.TestImages;
import org.jointdiffusion.nodes.testing.TestModels;
import org.jointdiffusion.nodes.testing.TestTables;
import org.junit.jupiter.api.Test;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.BufferedDataContainer;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.DefaultNodeProgressMonitor;
import org.knime.core.node.ExecutionContext;

/**
 * A row's result depends on the seed, the row and the image; not on the order of the rows, and on their number only as
 * far as the arithmetic of a batch rounds differently: the last digits of a 32-bit number.
 */
class DeterminismTests {

    private static final Set<String> MEASURED = Set.of("Seconds");

    /** What rounding may make of a pixel, of 255, and of a probability or another number of a row. */
    private static final int GREY_LEVELS = 1;

    private static final double NUMBER = 1e-5;

    private final JointModelPortObject m_model = TestModels.barsAndDots();

    private DataTableSpec m_spec;

    @Test
    void aCounterfactualDoesNotDependOnTheOrderAndTheNumberOfRows() throws Exception {
        final List<DataRow> together = explained(List.of(0, 1, 2));
        final List<DataRow> reversed = new ArrayList<>(explained(List.of(2, 1, 0)));
        Collections.reverse(reversed);
        assertClose("counterfactuals in another order", together, reversed);
        final List<DataRow> alone = new ArrayList<>();
        for (final int row : List.of(0, 1, 2)) {
            alone.addAll(explained(List.of(row)));
        }
        assertClose("counterfactuals one by one", together, alone);
    }

    @Test
    void anImageDoesNotDependOnHowManyAreDrawn() throws Exception {
        // the first class comes first
        assertClose("2 and 9 images a class", drawn(2), drawn(9).subList(0, 2));
    }

    @Test
    void theSameRowsGiveTheSameBytes() throws Exception {
        assertEquals(RowDifference.NONE, difference(explained(List.of(1)), explained(List.of(1))));
        assertEquals(RowDifference.NONE, difference(drawn(3), drawn(3)));
    }

    private void assertClose(final String what, final List<DataRow> first, final List<DataRow> second)
            throws Exception {
        final RowDifference difference = difference(first, second);
        System.out.println("Difference of " + what + ": " + difference);
        assertTrue(
                difference.greyLevels() <= GREY_LEVELS && difference.number() <= NUMBER,
                () -> what + ": " + difference);
    }

    private RowDifference difference(final List<DataRow> first, final List<DataRow> second) throws Exception {
        RowDifference largest = RowDifference.NONE;
        for (int row = 0; row < Math.min(first.size(), second.size()); row++) {
            largest = largest.and(RowDifference.of(first.get(row), second.get(row), m_spec, MEASURED));
        }
        return largest;
    }

    private List<DataRow> explained(final List<Integer> rows) throws Exception {
        return rows(NodeJob.explainer(m_model, table(rows), 4, 7));
    }

    private List<DataRow> drawn(final int images) throws Exception {
        return rows(NodeJob.sampler(m_model, images, 6, 3));
    }

    private List<DataRow> rows(final NodeJob job) throws Exception {
        final BufferedDataTable table = (BufferedDataTable)
                job.execute(new DefaultNodeProgressMonitor()).outputs().get(0);
        m_spec = table.getDataTableSpec();
        return TestTables.rows(table);
    }

    private static BufferedDataTable table(final List<Integer> rows) {
        final BufferedDataContainer container = new ExecutionContext(new DefaultNodeProgressMonitor(), null)
                .createDataContainer(TestTables.IMAGES_AND_CLASSES);
        for (final int row : rows) {
            container.addRowToTable(new DefaultRow("Row" + row, new DataCell[] {
                PngCells.of(TestImages.picture(row, 8, 8)), new StringCell(TestImages.className(row))
            }));
        }
        container.close();
        return container.getTable();
    }
}
