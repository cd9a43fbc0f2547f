package org.jointdiffusion.nodes.explainer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jointdiffusion.embedded.node.Outcome;
import org.jointdiffusion.embedded.node.PortGroup;
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
import org.knime.core.data.DoubleValue;
import org.knime.core.data.MissingValue;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;
import org.knime.core.node.port.PortObject;

/** The Counterfactual Explainer with labeled images at its third input. */
class ExplainerOracleTests {

    private static final List<String> ORACLE_COLUMNS = List.of("Oracle class", "P (oracle, desired class)", "Verdict");

    private final NodeRunner m_node = new NodeRunner(new CounterfactualExplainerNodeFactory());

    private final JointModelPortObject m_model = TestModels.barsAndDots();

    private final ExplainerParameters m_parameters = NodeRunner.parameters(
            ExplainerParameters.class, m_model.getSpec(), TestTables.IMAGES_AND_CLASSES, TestTables.IMAGES_AND_CLASSES);

    @BeforeEach
    void searchBriefly() {
        m_parameters.m_steps = 3;
        m_parameters.m_draws = 1;
        m_parameters.m_keepInputColumns = false;
    }

    @Test
    void labeledImagesAreAnOptionalLastInput() {
        final List<PortGroup> inputs = m_node.description().ports().stream()
                .filter(group -> group.side() == PortGroup.Side.INPUT)
                .toList();

        assertEquals(
                List.of("Model", "Images", "Labeled images"),
                inputs.stream().map(PortGroup::id).toList());
        assertEquals(PortGroup.Mode.OPTIONAL, inputs.get(2).mode());
        assertTrue(inputs.get(2).initialTypes().isEmpty());
    }

    @Test
    void theOracleJudgesEachCounterfactualAndTheSummary() throws Exception {
        final var outcome = execute(TestTables.pictures(3), TestTables.pictures(60));
        assertVerdicts(outcome);
        assertSummary(outcome);
        final var specs = m_node.configure(
                m_parameters, m_model.getSpec(), TestTables.IMAGES_AND_CLASSES, TestTables.IMAGES_AND_CLASSES);
        for (int port = 0; port < 2; port++) {
            assertArrayEquals(
                    ((DataTableSpec) specs.outputs().get(port)).getColumnNames(),
                    names(outcome, port).toArray());
        }
        // the same seed gives the same oracle
        assertEquals(probabilities(outcome), probabilities(execute(TestTables.pictures(3), TestTables.pictures(60))));
    }

    private static void assertVerdicts(final Outcome<PortObject> outcome) {
        final List<String> names = names(outcome, 0);

        assertEquals(ORACLE_COLUMNS, names.subList(names.size() - 3, names.size()));
        for (final DataRow row : rows(outcome, 0)) {
            final boolean own = ((BooleanValue) cell(row, names, "Success")).getBooleanValue();
            final boolean oracle = cell(row, names, "Oracle class").equals(cell(row, names, "Desired class"));
            final double probability = ((DoubleValue) cell(row, names, ORACLE_COLUMNS.get(1))).getDoubleValue();
            assertEquals(
                    Verdict.of(own, oracle).text(), cell(row, names, "Verdict").toString());
            assertEquals(oracle, probability > 0.5);
        }
    }

    private static void assertSummary(final Outcome<PortObject> outcome) {
        final List<String> names = names(outcome, 0);
        final List<String> summaryNames = names(outcome, 1);
        for (final DataRow summary : rows(outcome, 1)) {
            final double expected = rows(outcome, 0).stream()
                    .filter(row -> cell(row, names, "Class before").equals(summary.getCell(0))
                            && cell(row, names, "Desired class").equals(summary.getCell(1)))
                    .mapToInt(row -> cell(row, names, "Oracle class").equals(summary.getCell(1)) ? 1 : 0)
                    .average()
                    .orElseThrow();
            assertEquals(expected, ((DoubleValue) cell(summary, summaryNames, "Oracle success rate")).getDoubleValue());
            // bars and dots are easily told apart
            assertEquals(1, ((DoubleValue) cell(summary, summaryNames, "Oracle accuracy")).getDoubleValue());
        }
    }

    @Test
    void rowsThatCannotBeExplainedHaveNoVerdict() throws Exception {
        final var outcome = execute(
                TestTables.table(
                        TestTables.IMAGES_AND_CLASSES,
                        List.<DataCell[]>of(new DataCell[] {DataType.getMissingCell(), new StringCell("bar")})),
                TestTables.pictures(30));

        assertTrue(cell(rows(outcome, 0).get(0), names(outcome, 0), "Verdict").isMissing());
    }

    @Test
    void withoutLabeledImagesOfTheDesiredClassThereIsNoVerdict() throws Exception {
        m_parameters.m_desiredClassRule = DesiredClassRule.EVERY_OTHER;
        final JointModelPortObject model = TestModels.model(List.of("bar", "dot", "cross"), TargetType.STRING);
        final var outcome = m_node.execute(m_parameters, model, TestTables.pictures(2), TestTables.pictures(40));
        final List<String> names = names(outcome, 0);
        int judged = 0;
        for (final DataRow row : rows(outcome, 0)) {
            final boolean cross = cell(row, names, "Desired class").toString().equals("cross");
            assertEquals(cross, cell(row, names, "Verdict") instanceof MissingValue);
            judged += cross ? 0 : 1;
        }

        assertTrue(judged > 0);
        assertTrue(outcome.warning().orElseThrow().contains("first \"cross\""), outcome.warning()::get);
    }

    @Test
    void labeledImagesThatCannotBeUsedAreLeftOutWithOneWarning() throws Exception {
        final List<DataCell[]> rows = new ArrayList<>(IntStream.range(0, 40)
                .mapToObj(row -> new DataCell[] {
                    PngCells.of(TestImages.picture(row, 8, 8)), new StringCell(TestImages.className(row))
                })
                .toList());
        rows.add(new DataCell[] {DataType.getMissingCell(), new StringCell("bar")});
        rows.add(new DataCell[] {PngCells.of(TestImages.picture(0, 8, 8)), DataType.getMissingCell()});
        rows.add(new DataCell[] {PngCells.of(TestImages.picture(0, 8, 8)), new StringCell("circle")});
        final var outcome = execute(TestTables.pictures(1), TestTables.table(TestTables.IMAGES_AND_CLASSES, rows));

        assertEquals(
                "Among the labeled images, 1 row without a usable image could not teach the oracle, first \"Row40\": "
                        + "The image is missing. 1 of the labeled images have a class that the model does not know, "
                        + "first \"circle\"; the oracle does not learn from them.",
                outcome.warning().orElseThrow());
    }

    @Test
    void labeledImagesThatTeachNothingAreNamed() {
        final var exception =
                assertThrows(KNIMEException.class, () -> execute(TestTables.pictures(1), TestTables.pictures(4)));

        assertTrue(
                exception.getMessage().startsWith("Input \"Labeled images\": There are only 4 labelled images"),
                exception.getMessage());
    }

    @Test
    void columnsThatNobodyChoseAreGuessed() throws Exception {
        assertEquals("image", m_parameters.m_labeledImageColumn);
        assertEquals("class", m_parameters.m_labeledClassColumn);
        m_parameters.m_labeledImageColumn = null;
        m_parameters.m_labeledClassColumn = null;

        assertEquals(
                1,
                rows(execute(TestTables.pictures(1), TestTables.pictures(30)), 0)
                        .size());
    }

    @Test
    void aMissingColumnIsASettingToFix() {
        m_parameters.m_labeledClassColumn = "kind";
        final var exception = assertThrows(
                InvalidSettingsException.class,
                () -> m_node.configure(
                        m_parameters, m_model.getSpec(), TestTables.IMAGES_AND_CLASSES, TestTables.IMAGES_AND_CLASSES));

        assertTrue(exception.getMessage().startsWith("Input \"Labeled images\": "), exception.getMessage());
        assertTrue(exception.getMessage().contains("\"kind\""), exception.getMessage());
    }

    @Test
    void trainingTheOracleCanBeCancelledWithinTwoSeconds() {
        final BufferedDataTable labeled = TestTables.pictures(20_000);

        Cancelling.assertStopsSoon(
                0.03, progress -> m_node.execute(progress, m_parameters, m_model, TestTables.pictures(1), labeled));
    }

    private Outcome<PortObject> execute(final BufferedDataTable images, final BufferedDataTable labeled)
            throws Exception {
        return m_node.execute(m_parameters, m_model, images, labeled);
    }

    private static List<DataCell> probabilities(final Outcome<PortObject> outcome) {
        final List<String> names = names(outcome, 0);
        return rows(outcome, 0).stream()
                .map(row -> cell(row, names, "P (oracle, desired class)"))
                .toList();
    }

    private static List<String> names(final Outcome<PortObject> outcome, final int port) {
        return Arrays.asList(((BufferedDataTable) outcome.outputs().get(port))
                .getDataTableSpec()
                .getColumnNames());
    }

    private static List<DataRow> rows(final Outcome<PortObject> outcome, final int port) {
        return NodeRunner.rows(outcome, port);
    }

    private static DataCell cell(final DataRow row, final List<String> names, final String name) {
        return row.getCell(names.indexOf(name));
    }
}
