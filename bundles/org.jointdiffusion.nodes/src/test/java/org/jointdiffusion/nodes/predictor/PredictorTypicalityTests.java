package org.jointdiffusion.nodes.predictor;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jointdiffusion.embedded.node.Outcome;
import org.jointdiffusion.nodes.port.JointModelPortObject;
import org.jointdiffusion.nodes.port.TargetType;
import org.jointdiffusion.nodes.testing.NodeRunner;
import org.jointdiffusion.nodes.testing.TestImages;
import org.jointdiffusion.nodes.testing.TestModels;
import org.jointdiffusion.nodes.testing.TestTables;
import org.jointdiffusion.runtime.engine.JointNetwork;
import org.jointdiffusion.runtime.image.ImageTensors;
import org.jointdiffusion.runtime.image.PixelImage;
import org.jointdiffusion.runtime.model.JointModel;
import org.jointdiffusion.runtime.model.ReferenceErrors;
import org.jointdiffusion.runtime.prediction.DenoisingError;
import org.junit.jupiter.api.Test;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataType;
import org.knime.core.data.DoubleValue;
import org.knime.core.data.MissingValue;
import org.knime.core.data.collection.ListCell;
import org.knime.core.data.collection.ListDataValue;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;
import org.knime.core.node.port.PortObject;

/** What the Classifier Predictor says of an image besides its class. */
class PredictorTypicalityTests {

    private static final List<PixelImage> HELD_OUT = IntStream.range(0, 30)
            .mapToObj(row -> TestImages.picture(row, 8, 8))
            .toList();

    private final NodeRunner m_node = new NodeRunner(new ClassifierPredictorNodeFactory());

    private final JointModelPortObject m_model = TestModels.lively();

    private final PredictorParameters m_parameters =
            NodeRunner.parameters(PredictorParameters.class, m_model.getSpec(), TestTables.IMAGES_AND_CLASSES);

    @Test
    void typicalityIsThePercentileAmongHeldOutImages() throws Exception {
        m_parameters.m_appendTypicality = true;
        final Outcome<PortObject> outcome = m_node.execute(m_parameters, withHeldOut(), TestTables.pictures(30));
        final DataTableSpec spec = spec(outcome);
        final double[] errors = errors();

        assertEquals("Typicality", spec.getColumnNames()[5]);
        assertEquals(new DoubleCell(100), spec.getColumnSpec(5).getDomain().getUpperBound());
        for (int row = 0; row < 30; row++) {
            double above = 0;
            for (final double other : errors) {
                above += other > errors[row] ? 1 : other == errors[row] ? 0.5 : 0;
            }
            assertEquals(100 * above / 30, number(rows(outcome).get(row).getCell(5)), 1e-9);
        }
        assertEquals(Optional.empty(), outcome.warning());
    }

    @Test
    void aModelWithoutHeldOutErrorsSaysThatTypicalityIsNotAvailable() throws Exception {
        m_parameters.m_appendTypicality = true;
        final Outcome<PortObject> outcome = m_node.execute(m_parameters, m_model, TestTables.pictures(2));
        final DataRow row = rows(outcome).get(0);

        assertTrue(row.getCell(4) instanceof StringCell);
        assertTrue(error(row.getCell(5)).startsWith("Typicality is not available: the model does not hold"));
        assertEquals(error(row.getCell(5)), outcome.warning().orElseThrow());
    }

    @Test
    void predictionsCannotDependOnATypicalityThatIsNotAvailable() {
        m_parameters.m_smallestTypicality = Optional.of(5.0);
        final var exception =
                assertThrows(KNIMEException.class, () -> m_node.execute(m_parameters, m_model, TestTables.pictures(2)));

        assertTrue(exception.getMessage().startsWith("Typicality is not available"), exception.getMessage());
    }

    @Test
    void untypicalImagesGetNoPrediction() throws Exception {
        m_parameters.m_smallestTypicality = Optional.of(40.0);
        m_parameters.m_appendTypicality = true;
        final Outcome<PortObject> outcome = m_node.execute(m_parameters, withHeldOut(), TestTables.pictures(30));
        int refused = 0;
        for (final DataRow row : rows(outcome)) {
            final boolean untypical = number(row.getCell(5)) < 40;
            assertEquals(untypical, row.getCell(4).isMissing());
            assertTrue(!row.getCell(2).isMissing());
            if (untypical) {
                assertTrue(error(row.getCell(4)).matches("The image has a typicality of [0-9.]+ only, below 40.0."));
                refused++;
            }
        }

        assertTrue(refused > 5 && refused < 25, refused + " of 30 are refused");
        assertEquals(Optional.empty(), outcome.warning());
    }

    @Test
    void withoutTheColumnUntypicalImagesAreRefusedAllTheSame() throws Exception {
        m_parameters.m_smallestTypicality = Optional.of(100.0);
        final Outcome<PortObject> outcome = m_node.execute(m_parameters, withHeldOut(), TestTables.pictures(3));

        assertEquals(5, spec(outcome).getNumColumns());
        assertTrue(rows(outcome).get(0).getCell(4).isMissing());
    }

    @Test
    void unsureClassifiersPredictNothing() throws Exception {
        final List<Double> confidences = rows(m_node.execute(m_parameters, m_model, TestTables.pictures(20))).stream()
                .map(row -> Math.max(number(row.getCell(2)), number(row.getCell(3))))
                .toList();
        final double middle = confidences.stream().sorted().skip(10).findFirst().orElseThrow();
        m_parameters.m_smallestProbability = Optional.of(middle);
        final List<DataRow> rows = rows(m_node.execute(m_parameters, m_model, TestTables.pictures(20)));

        for (int row = 0; row < 20; row++) {
            assertEquals(confidences.get(row) < middle, rows.get(row).getCell(4).isMissing());
        }
        assertTrue(rows.stream().anyMatch(row -> row.getCell(4).isMissing()));
        assertTrue(rows.stream().anyMatch(row -> !row.getCell(4).isMissing()));
    }

    @Test
    void featuresAreTheRepresentationWithoutNoise() throws Exception {
        m_parameters.m_appendFeatures = true;
        final Outcome<PortObject> outcome = m_node.execute(m_parameters, m_model, TestTables.pictures(3));
        final ListDataValue features = (ListDataValue) rows(outcome).get(2).getCell(5);
        final float[] expected;
        try (JointNetwork network = m_parameters.load(m_model.model())) {
            expected = network.representation(ImageTensors.toNetwork(List.of(TestImages.picture(2, 8, 8))), new int[1]);
        }

        assertEquals(
                ListCell.getCollectionType(DoubleCell.TYPE),
                spec(outcome).getColumnSpec(5).getType());
        assertEquals(expected.length, features.size());
        for (int index = 0; index < expected.length; index++) {
            assertEquals(expected[index], number(features.get(index)), 1e-4);
        }
    }

    @Test
    void rowsWithoutImageMissEverything() throws Exception {
        m_parameters.m_appendFeatures = true;
        m_parameters.m_appendTypicality = true;
        final BufferedDataTable table = TestTables.table(
                TestTables.IMAGES_AND_CLASSES,
                List.<DataCell[]>of(new DataCell[] {DataType.getMissingCell(), new StringCell("bar")}));
        final DataRow row =
                rows(m_node.execute(m_parameters, withHeldOut(), table)).get(0);

        assertEquals(7, row.getNumCells());
        assertEquals("The image is missing.", error(row.getCell(5)));
        assertEquals("The image is missing.", error(row.getCell(6)));
    }

    @Test
    void specIsTheSameBeforeAndAfterExecution() throws Exception {
        m_parameters.m_appendFeatures = true;
        m_parameters.m_appendTypicality = true;
        final var before = m_node.configure(m_parameters, m_model.getSpec(), TestTables.IMAGES_AND_CLASSES);

        assertArrayEquals(
                ((DataTableSpec) before.outputs().get(0)).getColumnNames(),
                spec(m_node.execute(m_parameters, withHeldOut(), TestTables.pictures(1)))
                        .getColumnNames());
    }

    @Test
    void impossibleLimitsAreSettingsToFix() {
        m_parameters.m_smallestProbability = Optional.of(1.5);
        assertThrows(InvalidSettingsException.class, m_parameters::validate);
        m_parameters.m_smallestProbability = Optional.empty();
        m_parameters.m_smallestTypicality = Optional.of(-1.0);
        assertThrows(InvalidSettingsException.class, m_parameters::validate);
    }

    private double[] errors() {
        try (JointNetwork network = m_parameters.load(m_model.model())) {
            return new DenoisingError(network, m_model.model().specification().schedule(), () -> {}).of(HELD_OUT);
        }
    }

    /** The model, with the denoising errors of the pictures that the tables hold. */
    private JointModelPortObject withHeldOut() {
        final JointModel model = m_model.model();
        return new JointModelPortObject(
                new JointModel(
                        model.specification(),
                        model.weights(),
                        model.temperature(),
                        model.card(),
                        ReferenceErrors.of(errors())),
                TargetType.STRING);
    }

    private static List<DataRow> rows(final Outcome<PortObject> outcome) {
        return NodeRunner.rows(outcome, 0);
    }

    private static DataTableSpec spec(final Outcome<PortObject> outcome) {
        return ((BufferedDataTable) outcome.outputs().get(0)).getDataTableSpec();
    }

    private static double number(final DataCell cell) {
        return ((DoubleValue) cell).getDoubleValue();
    }

    private static String error(final DataCell cell) {
        return ((MissingValue) cell).getError();
    }
}
