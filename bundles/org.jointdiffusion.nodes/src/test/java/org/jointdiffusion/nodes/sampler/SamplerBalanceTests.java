package org.jointdiffusion.nodes.sampler;

import static org.jointdiffusion.nodes.testing.TestTables.column;
import static org.jointdiffusion.nodes.testing.TestTables.spec;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jointdiffusion.embedded.node.Outcome;
import org.jointdiffusion.nodes.port.JointModelPortObject;
import org.jointdiffusion.nodes.testing.NodeRunner;
import org.jointdiffusion.nodes.testing.TestModels;
import org.jointdiffusion.nodes.testing.TestTables;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataType;
import org.knime.core.data.IntValue;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.port.PortObject;

/** The Conditional Sampler that fills up classes, and that tries again. */
class SamplerBalanceTests {

    private static final DataTableSpec EXISTING = spec(column("class", StringCell.TYPE));

    private final NodeRunner m_node = new NodeRunner(new ConditionalSamplerNodeFactory());

    private final JointModelPortObject m_model = TestModels.barsAndDots();

    private final SamplerParameters m_parameters =
            NodeRunner.parameters(SamplerParameters.class, m_model.getSpec(), EXISTING);

    @BeforeEach
    void takeFewSteps() {
        m_parameters.m_steps = Optional.of(2);
        m_parameters.m_imagesPerClass = 12;
    }

    @Test
    void classesAreFilledUpToTheLargest() throws Exception {
        m_parameters.m_tableUse = TableUse.EXISTING;
        final Outcome<PortObject> outcome = m_node.execute(m_parameters, m_model, existing("bar", "dot", "bar", "bar"));

        assertEquals(List.of("dot", "dot"), classes(outcome));
        assertEquals(Optional.empty(), outcome.warning());
    }

    @Test
    void classesAreFilledUpToTheChosenNumber() throws Exception {
        m_parameters.m_tableUse = TableUse.EXISTING;
        m_parameters.m_imagesPerClassInAll = Optional.of(2);

        assertEquals(
                List.of("dot"), classes(m_node.execute(m_parameters, m_model, existing("bar", "dot", "bar", "bar"))));
        assertEquals(List.of("bar", "bar", "dot", "dot"), classes(m_node.execute(m_parameters, m_model, existing())));
    }

    @Test
    void imagesThatCannotBeCountedAreNotCounted() throws Exception {
        m_parameters.m_tableUse = TableUse.EXISTING;
        final BufferedDataTable table = TestTables.table(
                EXISTING,
                List.of(
                        new DataCell[] {new StringCell("bar")},
                        new DataCell[] {DataType.getMissingCell()},
                        new DataCell[] {new StringCell("circle")},
                        new DataCell[] {new StringCell("circle")}));
        final Outcome<PortObject> outcome = m_node.execute(m_parameters, m_model, table);

        assertEquals(List.of("dot"), classes(outcome));
        assertEquals(
                "The existing images have 1 class that the model does not know, first \"circle\", of which no images "
                        + "can be made.",
                outcome.warning().orElseThrow());
    }

    @Test
    void existingImagesNeedAClassColumn() {
        m_parameters.m_tableUse = TableUse.EXISTING;
        final DataTableSpec numbers = spec(column("x", DoubleCell.TYPE));

        assertThrows(InvalidSettingsException.class, () -> m_node.configure(m_parameters, m_model.getSpec(), numbers));
    }

    @Test
    void triesAreCountedAndFailuresAreMentioned() throws Exception {
        m_parameters.m_mostTries = Optional.of(2);
        final Outcome<PortObject> outcome = m_node.execute(m_parameters, m_model);
        final List<DataRow> rows = NodeRunner.rows(outcome, 0);
        int failed = 0;
        int tries = 0;
        for (final DataRow row : rows) {
            final int count = ((IntValue) row.getCell(8)).getIntValue();
            final boolean agrees = row.getCell(1).equals(row.getCell(2));
            assertTrue(count == 1 && agrees || count == 2);
            failed += agrees ? 0 : 1;
            tries += count;
        }

        assertEquals(24, rows.size());
        assertTrue(failed > 0 && failed < 24, failed + " fail");
        assertTrue(
                outcome.warning()
                        .orElseThrow()
                        .startsWith("In " + failed + " of 24 images the classifier does not see the class asked for, "
                                + "after 2 tries each; the best try is kept. Of all " + tries + " tries, "),
                outcome.warning()::get);
    }

    @Test
    void firstTriesAreTheImagesThatAreMadeOnce() throws Exception {
        final List<DataRow> once = NodeRunner.rows(m_node.execute(m_parameters, m_model), 0);
        m_parameters.m_mostTries = Optional.of(3);
        final List<DataRow> often = NodeRunner.rows(m_node.execute(m_parameters, m_model), 0);
        for (int row = 0; row < 24; row++) {
            if (once.get(row).getCell(1).equals(once.get(row).getCell(2))) {
                assertEquals(once.get(row).getCell(0), often.get(row).getCell(0));
            }
        }
    }

    @Test
    void specIsTheSameBeforeAndAfterExecution() throws Exception {
        m_parameters.m_mostTries = Optional.of(1);
        final var before = (DataTableSpec)
                m_node.configure(m_parameters, m_model.getSpec()).outputs().get(0);
        final var after = (BufferedDataTable)
                m_node.execute(m_parameters, m_model).outputs().get(0);

        assertEquals("Tries", Arrays.asList(before.getColumnNames()).get(8));
        assertArrayEquals(before.getColumnNames(), after.getDataTableSpec().getColumnNames());
    }

    @Test
    void impossibleNumbersAreSettingsToFix() {
        m_parameters.m_mostTries = Optional.of(0);
        assertThrows(InvalidSettingsException.class, m_parameters::validate);
        m_parameters.m_mostTries = Optional.empty();
        m_parameters.m_imagesPerClassInAll = Optional.of(0);
        assertThrows(InvalidSettingsException.class, m_parameters::validate);
    }

    private static BufferedDataTable existing(final String... classes) {
        return TestTables.table(
                EXISTING,
                Arrays.stream(classes)
                        .map(name -> new DataCell[] {new StringCell(name)})
                        .toList());
    }

    private static List<String> classes(final Outcome<PortObject> outcome) {
        return NodeRunner.rows(outcome, 0).stream()
                .map(row -> row.getCell(1).toString())
                .toList();
    }
}
