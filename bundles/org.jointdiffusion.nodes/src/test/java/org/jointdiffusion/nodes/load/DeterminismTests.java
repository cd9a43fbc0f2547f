package org.jointdiffusion.nodes.load;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.jointdiffusion.nodes.port.JointModelPortObject;
import org.jointdiffusion.nodes.table.PngCells;
import org.jointdiffusion.nodes.testing.NodeJob;
import org.jointdiffusion.nodes.testing.TestImages;
import org.jointdiffusion.nodes.testing.TestModels;
import org.jointdiffusion.nodes.testing.TestTables;
import org.junit.jupiter.api.Test;
import org.knime.core.data.DataCell;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.BufferedDataContainer;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.DefaultNodeProgressMonitor;
import org.knime.core.node.ExecutionContext;

/** A row's result depends on the seed, the row and the image; never on the rows beside it. */
class DeterminismTests {

    private final JointModelPortObject m_model = TestModels.barsAndDots();

    @Test
    void aCounterfactualDoesNotDependOnTheOrderAndTheNumberOfRows() throws Exception {
        final List<Integer> rows = IntStream.range(0, 6).boxed().toList();
        final List<String> together = explained(rows);
        final List<Integer> backwards = new ArrayList<>(rows);
        Collections.reverse(backwards);
        final List<String> reversed = new ArrayList<>(explained(backwards));
        Collections.reverse(reversed);
        assertEquals(together, reversed);
        for (final int row : List.of(0, 3, 5)) {
            assertEquals(together.subList(row, row + 1), explained(List.of(row)));
        }
    }

    @Test
    void anImageDoesNotDependOnHowManyAreDrawn() throws Exception {
        final List<String> few = drawn(2);
        final List<String> many = drawn(9);
        // the first class comes first
        assertEquals(few.subList(0, 2), many.subList(0, 2));
    }

    private List<String> explained(final List<Integer> rows) throws Exception {
        final List<String> lines =
                NodeJob.lines(NodeJob.explainer(m_model, table(rows), 4, 7).execute(new DefaultNodeProgressMonitor()));
        return List.copyOf(lines.subList(0, rows.size()));
    }

    private List<String> drawn(final int images) throws Exception {
        return NodeJob.lines(NodeJob.sampler(m_model, images, 6, 3).execute(new DefaultNodeProgressMonitor()));
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
