package org.knime.base.node.mine.scorer.accuracy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.jointdiffusion.embedded.Tables;
import org.jointdiffusion.embedded.node.EmbeddedNode;
import org.jointdiffusion.embedded.node.Outcome;
import org.junit.jupiter.api.Test;
import org.knime.core.data.DataTableSpec;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.core.node.port.PortType;

class ScorerTests {

    private static final PortType[] OUTPUTS = {BufferedDataTable.TYPE, BufferedDataTable.TYPE};
    private static final String[] COLUMNS = {"truth", "guess"};

    private static ScorerParameters parameters() {
        final ScorerParameters parameters = new ScorerParameters();
        parameters.m_first = "truth";
        parameters.m_second = "guess";
        return parameters;
    }

    private static Outcome<PortObject> score(final ScorerParameters parameters, final BufferedDataTable table)
            throws Exception {
        return EmbeddedNode.of(new AccuracyScorer2NodeFactory())
                .execute(parameters, new PortObject[] {table}, OUTPUTS, Tables.context());
    }

    private static BufferedDataTable table(final Outcome<PortObject> outcome, final int port) {
        return (BufferedDataTable) outcome.outputs().get(port);
    }

    /** Truth a a a a b b c, guesses a a a b b a b: 4 of 7 agree, chance 4/7 * 4/7 + 2/7 * 3/7 = 22/49. */
    private static final BufferedDataTable EXAMPLE = Tables.ofTexts(
            COLUMNS,
            new String[] {"a", "a"},
            new String[] {"a", "a"},
            new String[] {"a", "a"},
            new String[] {"a", "b"},
            new String[] {"b", "b"},
            new String[] {"b", "a"},
            new String[] {"c", "b"});

    @Test
    void countsPairsInTheConfusionMatrix() throws Exception {
        final BufferedDataTable matrix = table(score(parameters(), EXAMPLE), 0);
        assertEquals(List.of("a", "b", "c"), List.of(matrix.getDataTableSpec().getColumnNames()));
        assertEquals(List.of("a: 3 1 0", "b: 1 1 0", "c: 0 1 0"), Tables.rows(matrix));
    }

    @Test
    void computesTheStatisticsByHand() throws Exception {
        final BufferedDataTable statistics = table(score(parameters(), EXAMPLE), 1);
        final List<String> rows = Tables.rows(statistics);
        assertEquals(
                List.of(
                        "TruePositives",
                        "FalsePositives",
                        "TrueNegatives",
                        "FalseNegatives",
                        "Recall",
                        "Precision",
                        "Sensitivity",
                        "Specificity",
                        "F-measure",
                        "Accuracy",
                        "Cohen's kappa"),
                List.of(statistics.getDataTableSpec().getColumnNames()));
        assertEquals("a: 3 1 2 1 0.75 0.75 0.75 " + 2.0 / 3 + " 0.75 ? ?", rows.get(0));
        assertEquals(
                "b: 1 2 3 1 0.5 " + 1.0 / 3 + " 0.5 0.6 " + 2 * (1.0 / 3) * 0.5 / (1.0 / 3 + 0.5) + " ? ?",
                rows.get(1));
        assertEquals("c: 0 0 6 1 0.0 ? 0.0 1.0 ? ? ?", rows.get(2));
        assertTrue(rows.get(3).startsWith("Overall: ? ? ? ? ? ? ? ? ? "), rows.get(3));
        final String[] overall = rows.get(3).split(" ");
        assertEquals(4.0 / 7, Double.parseDouble(overall[10]), 1e-12);
        assertEquals((4.0 / 7 - 22.0 / 49) / (1 - 22.0 / 49), Double.parseDouble(overall[11]), 1e-12);
    }

    @Test
    void ignoresMissingValuesWithAWarning() throws Exception {
        final BufferedDataTable table =
                Tables.ofTexts(COLUMNS, new String[] {"a", "a"}, new String[] {null, "a"}, new String[] {"a", null});
        final Outcome<PortObject> outcome = score(parameters(), table);
        assertEquals(List.of("a: 1"), Tables.rows(table(outcome, 0)));
        assertEquals(
                "2 rows with a missing value were ignored.", outcome.warning().orElseThrow());
    }

    @Test
    void failsAtAMissingValueWhenToldSo() {
        final ScorerParameters parameters = parameters();
        parameters.m_ignoreMissingValues = false;
        final BufferedDataTable table = Tables.ofTexts(COLUMNS, new String[] {"a", "a"}, new String[] {null, "a"});
        final KNIMEException exception = assertThrows(KNIMEException.class, () -> score(parameters, table));
        assertTrue(exception.getMessage().contains("Row1"), exception.getMessage());
    }

    @Test
    void sortsValuesAsTold() throws Exception {
        final ScorerParameters parameters = parameters();
        parameters.m_sortingStrategy = ValueOrder.LEXICAL.ordinal();
        parameters.m_sortingReversed = true;
        final BufferedDataTable table =
                Tables.ofTexts(COLUMNS, new String[] {"b", "c"}, new String[] {"c", "b"}, new String[] {"a", "a"});
        assertEquals(List.of("c: 0 1 0", "b: 1 0 0", "a: 0 0 1"), Tables.rows(table(score(parameters, table), 0)));
    }

    @Test
    void namesTheColumnThatIsNotThere() {
        final ScorerParameters parameters = parameters();
        parameters.m_second = "Prediction (truth)";
        final PortObjectSpec[] specs = {(DataTableSpec) EXAMPLE.getSpec()};
        final InvalidSettingsException exception =
                assertThrows(InvalidSettingsException.class, () -> EmbeddedNode.of(new AccuracyScorer2NodeFactory())
                        .configure(parameters, specs, OUTPUTS));
        assertTrue(exception.getMessage().contains("Prediction (truth)"), exception.getMessage());
    }
}
