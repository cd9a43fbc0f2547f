package org.jointdiffusion.nodes.scorer;

import static org.jointdiffusion.nodes.testing.TestTables.column;
import static org.jointdiffusion.nodes.testing.TestTables.spec;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jointdiffusion.embedded.node.Outcome;
import org.jointdiffusion.nodes.port.JointModelPortObject;
import org.jointdiffusion.nodes.port.TargetType;
import org.jointdiffusion.nodes.table.PngCells;
import org.jointdiffusion.nodes.testing.Cancelling;
import org.jointdiffusion.nodes.testing.NodeRunner;
import org.jointdiffusion.nodes.testing.TestImages;
import org.jointdiffusion.nodes.testing.TestModels;
import org.jointdiffusion.nodes.testing.TestTables;
import org.jointdiffusion.runtime.engine.JointNetwork;
import org.jointdiffusion.runtime.prediction.Classifier;
import org.jointdiffusion.runtime.prediction.Prediction;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataType;
import org.knime.core.data.DoubleValue;
import org.knime.core.data.LongValue;
import org.knime.core.data.MissingValue;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.IntCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;
import org.knime.core.node.port.PortObject;

class JointDiffusionScorerTests {

    private final NodeRunner m_node = new NodeRunner(new JointDiffusionScorerNodeFactory());

    private final JointModelPortObject m_model = TestModels.barsAndDots();

    private final ScorerParameters m_parameters =
            NodeRunner.parameters(ScorerParameters.class, m_model.getSpec(), TestTables.IMAGES_AND_CLASSES);

    @BeforeEach
    void makeFewSamples() {
        m_parameters.m_samples = 0;
    }

    @Test
    void figuresOfTheClassifierAreThoseOfItsPredictions() throws Exception {
        final Map<String, DataRow> figures = figures(execute(TestTables.pictures(31)));
        int right = 0;
        double loss = 0;
        try (JointNetwork network = m_parameters.load(m_model.model())) {
            final List<Prediction> predictions = new Classifier(network, m_model.model())
                    .predict(IntStream.range(0, 31)
                            .mapToObj(row -> TestImages.picture(row, 8, 8))
                            .toList());
            for (int row = 0; row < 31; row++) {
                right += predictions.get(row).predictedClass() == row % 2 ? 1 : 0;
                loss -= Math.log(predictions.get(row).probabilities()[row % 2]) / 31;
            }
        }

        assertEquals(right / 31.0, value(figures.get("Accuracy")), 1e-12);
        assertEquals(loss, value(figures.get("Negative log likelihood")), 1e-6);
        assertEquals(31, ((LongValue) figures.get("Accuracy").getCell(2)).getLongValue());
    }

    @Test
    void everyFigureHasARowAndWhatWasNotMeasuredSaysWhy() throws Exception {
        final Outcome<PortObject> outcome = execute(TestTables.pictures(10));
        final Map<String, DataRow> figures = figures(outcome);

        assertEquals(
                List.of(
                        "Accuracy",
                        "Balanced accuracy",
                        "Negative log likelihood",
                        "Expected calibration error",
                        "Own agreement",
                        "Oracle agreement",
                        "Oracle accuracy",
                        "Fréchet distance",
                        "Fréchet distance of real images",
                        "Precision of samples",
                        "Recall of samples",
                        "Precision of real images",
                        "Recall of real images"),
                List.copyOf(figures.keySet()));
        assertEquals(
                "No samples were asked for.",
                ((MissingValue) figures.get("Fréchet distance").getCell(1)).getError());
        assertEquals(Optional.empty(), outcome.warning());
    }

    @Test
    void samplesAreComparedInStatedFeaturesBesideRealImages() throws Exception {
        m_parameters.m_samples = 20;
        final Outcome<PortObject> outcome = execute(TestTables.pictures(41));
        final Map<String, DataRow> figures = figures(outcome);
        final DataRow distance = figures.get("Fréchet distance");

        assertEquals(20, ((LongValue) distance.getCell(2)).getLongValue());
        assertTrue(distance.getCell(3).toString().contains("16 features of the model's own representation"));
        assertTrue(value(distance) > value(figures.get("Fréchet distance of real images")));
        assertEquals(Optional.empty(), outcome.warning());
    }

    @Test
    void classesHaveTheirOwnFigures() throws Exception {
        m_parameters.m_samples = 6;
        final JointModelPortObject model = TestModels.model(List.of("bar", "dot", "cross"), TargetType.STRING);
        final List<DataRow> rows = NodeRunner.rows(m_node.execute(m_parameters, model, TestTables.pictures(9)), 1);

        assertEquals(
                List.of("bar", "dot", "cross"),
                rows.stream().map(row -> row.getCell(0).toString()).toList());
        assertEquals(
                List.of(5L, 4L, 0L),
                rows.stream()
                        .map(row -> ((LongValue) row.getCell(1)).getLongValue())
                        .toList());
        assertEquals(
                "There is no test image of this class.",
                ((MissingValue) rows.get(2).getCell(2)).getError());
        assertEquals(
                6,
                rows.stream()
                        .mapToLong(row -> ((LongValue) row.getCell(5)).getLongValue())
                        .sum());
        assertEquals("No oracle was trained.", ((MissingValue) rows.get(0).getCell(7)).getError());
    }

    @Test
    void classesHaveTheTypeOfTheTarget() throws Exception {
        final JointModelPortObject model = TestModels.model(List.of("3", "12"), TargetType.INTEGER);
        final DataTableSpec spec = spec(column("image", PngCells.TYPE), column("class", IntCell.TYPE));
        final List<DataCell[]> rows =
                List.<DataCell[]>of(new DataCell[] {PngCells.of(TestImages.picture(0, 8, 8)), new IntCell(12)});

        assertEquals(
                new IntCell(12),
                NodeRunner.rows(m_node.execute(m_parameters, model, TestTables.table(spec, rows)), 1)
                        .get(1)
                        .getCell(0));
    }

    @Test
    void tooFewImagesForADistanceGiveMissingFiguresAndOneWarning() throws Exception {
        m_parameters.m_samples = 20;
        final Outcome<PortObject> outcome = execute(TestTables.pictures(10));
        final Map<String, DataRow> figures = figures(outcome);

        assertTrue(figures.get("Recall of samples").getCell(1).isMissing());
        assertTrue(value(figures.get("Own agreement")) >= 0);
        assertEquals(
                "There are too few test images to compare samples with: 10. Connect at least 40, better a thousand.",
                outcome.warning().orElseThrow());
    }

    @Test
    void rowsThatCannotBeScoredAreLeftOutWithOneWarning() throws Exception {
        final List<DataCell[]> rows = new ArrayList<>();
        rows.add(new DataCell[] {PngCells.of(TestImages.picture(0, 8, 8)), new StringCell("bar")});
        rows.add(new DataCell[] {DataType.getMissingCell(), new StringCell("bar")});
        rows.add(new DataCell[] {PngCells.of(TestImages.picture(0, 8, 8)), DataType.getMissingCell()});
        rows.add(new DataCell[] {PngCells.of(TestImages.picture(0, 8, 8)), new StringCell("circle")});
        final Outcome<PortObject> outcome = execute(TestTables.table(TestTables.IMAGES_AND_CLASSES, rows));

        assertEquals(1, ((LongValue) figures(outcome).get("Accuracy").getCell(2)).getLongValue());
        assertEquals(
                "1 row without a usable image were left out, first \"Row1\": The image is missing. 1 test image has a "
                        + "class that the model does not know, first \"circle\", and cannot be scored.",
                outcome.warning().orElseThrow());
    }

    @Test
    void withoutAnyLabelThereIsNothingToScore() {
        final BufferedDataTable table = TestTables.table(
                TestTables.IMAGES_AND_CLASSES,
                List.of(
                        new DataCell[] {PngCells.of(TestImages.picture(0, 8, 8)), DataType.getMissingCell()},
                        new DataCell[] {PngCells.of(TestImages.picture(0, 8, 8)), new StringCell("circle")}));
        final var exception = assertThrows(KNIMEException.class, () -> execute(table));

        assertTrue(exception.getMessage().startsWith("None of the 2 rows has both"), exception.getMessage());
        assertTrue(exception.getMessage().contains("[bar, dot]"), exception.getMessage());
    }

    @Test
    void emptyTableGivesEmptyTables() throws Exception {
        final Outcome<PortObject> outcome = execute(TestTables.pictures(0));

        assertEquals(0, NodeRunner.rows(outcome, 0).size());
        assertEquals(0, NodeRunner.rows(outcome, 1).size());
        assertEquals(Optional.empty(), outcome.warning());
    }

    @Test
    void specIsTheSameBeforeAndAfterExecution() throws Exception {
        final var before = m_node.configure(m_parameters, m_model.getSpec(), TestTables.IMAGES_AND_CLASSES);
        final Outcome<PortObject> after = execute(TestTables.pictures(2));
        for (int port = 0; port < 2; port++) {
            assertArrayEquals(
                    ((DataTableSpec) before.outputs().get(port)).getColumnNames(),
                    ((BufferedDataTable) after.outputs().get(port))
                            .getDataTableSpec()
                            .getColumnNames());
        }
        assertNull(m_node.configure(m_parameters, null, TestTables.IMAGES_AND_CLASSES)
                .outputs()
                .get(1));
    }

    @Test
    void columnsAreGuessed() {
        assertEquals("image", m_parameters.m_imageColumn);
        assertEquals("class", m_parameters.m_classColumn);
    }

    @Test
    void missingColumnsAreSettingsToFix() {
        final DataTableSpec numbers = spec(column("image", PngCells.TYPE), column("x", DoubleCell.TYPE));
        final var exception = assertThrows(
                InvalidSettingsException.class,
                () -> m_node.configure(
                        NodeRunner.parameters(ScorerParameters.class, m_model.getSpec(), numbers),
                        m_model.getSpec(),
                        numbers));
        assertTrue(exception.getMessage().contains("has no column with the true classes"), exception.getMessage());
        m_parameters.m_samples = -1;
        assertThrows(InvalidSettingsException.class, m_parameters::validate);
    }

    @Test
    void canBeCancelledWithinTwoSeconds() {
        m_parameters.m_samples = 10_000;

        Cancelling.assertStopsSoon(
                0.15, progress -> m_node.execute(progress, m_parameters, m_model, TestTables.pictures(20)));
    }

    private Outcome<PortObject> execute(final BufferedDataTable table) throws Exception {
        return m_node.execute(m_parameters, m_model, table);
    }

    private static Map<String, DataRow> figures(final Outcome<PortObject> outcome) {
        final Map<String, DataRow> figures = new LinkedHashMap<>();
        NodeRunner.rows(outcome, 0).forEach(row -> figures.put(row.getCell(0).toString(), row));
        return figures;
    }

    private static double value(final DataRow figure) {
        return ((DoubleValue) figure.getCell(1)).getDoubleValue();
    }
}
