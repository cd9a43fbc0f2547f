package org.jointdiffusion.nodes.learner;

import static org.jointdiffusion.nodes.testing.TestTables.column;
import static org.jointdiffusion.nodes.testing.TestTables.spec;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.jointdiffusion.embedded.node.Outcome;
import org.jointdiffusion.nodes.port.JointModelPortObject;
import org.jointdiffusion.nodes.port.TargetType;
import org.jointdiffusion.nodes.table.PngCells;
import org.jointdiffusion.nodes.testing.Cancelling;
import org.jointdiffusion.nodes.testing.NodeRunner;
import org.jointdiffusion.nodes.testing.TestImages;
import org.jointdiffusion.nodes.testing.TestTables;
import org.jointdiffusion.runtime.image.ImageShape;
import org.jointdiffusion.runtime.model.ModelFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataType;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.IntCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.data.image.png.PNGImageValue;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;
import org.knime.core.node.port.PortObject;

class JointDiffusionLearnerTests {

    private final NodeRunner m_node = new NodeRunner(new JointDiffusionLearnerNodeFactory());

    private final LearnerParameters m_parameters =
            NodeRunner.parameters(LearnerParameters.class, TestTables.IMAGES_AND_CLASSES);

    @BeforeEach
    void trainBriefly() {
        m_parameters.m_stopRule = StopRule.EPOCHS;
        m_parameters.m_maximumEpochs = 1;
        m_parameters.m_batchSize = 16;
        m_parameters.m_previewsPerClass = 0;
    }

    @Test
    void givesModelHistoryAndPreviews() throws Exception {
        m_parameters.m_previewsPerClass = 1;
        final var outcome = execute(TestTables.pictures(40));
        final JointModelPortObject model = model(outcome);
        final List<DataRow> history = NodeRunner.rows(outcome, 1);
        final List<DataRow> previews = NodeRunner.rows(outcome, 2);

        assertEquals(List.of("bar", "dot"), model.getSpec().classNames());
        assertEquals(TargetType.STRING, model.getSpec().targetType());
        assertEquals("class", model.getSpec().targetName());
        assertEquals(
                new ImageShape(1, 8, 8), model.model().specification().network().image());
        assertTrue(history.size() >= 1);
        assertEquals(11, history.get(0).getNumCells());
        assertEquals(
                List.of("bar", "dot"),
                previews.stream().map(row -> row.getCell(0).toString()).toList());
        assertTrue(previews.get(0).getCell(1) instanceof PNGImageValue);
        assertEquals(
                previews.stream().map(row -> row.getCell(1)).toList(),
                model.model().samples().orElseThrow().images().stream()
                        .map(PngCells::of)
                        .toList());
        assertEquals(Optional.empty(), outcome.warning());
    }

    @Test
    void aModelKeepsAFewOfItsPreviews() throws Exception {
        m_parameters.m_previewsPerClass = 6;
        final var outcome = execute(TestTables.pictures(40));
        final List<DataRow> previews = NodeRunner.rows(outcome, 2);
        final var samples = model(outcome).model().samples().orElseThrow();

        assertEquals(4, samples.perClass());
        assertEquals(
                IntStream.of(0, 1, 2, 3, 6, 7, 8, 9)
                        .mapToObj(row -> previews.get(row).getCell(1))
                        .toList(),
                samples.images().stream().map(PngCells::of).toList());
    }

    @Test
    void aModelWithoutPreviewsKeepsNone() throws Exception {
        assertEquals(
                Optional.empty(),
                model(execute(TestTables.pictures(20))).model().samples());
    }

    @Test
    void sameSeedGivesSameModelByteForByte() throws Exception {
        final BufferedDataTable table = TestTables.pictures(40);

        assertArrayEquals(bytes(execute(table)), bytes(execute(table)));
    }

    @Test
    void wholeNumbersAreClassesInTheirOrder() throws Exception {
        final DataTableSpec spec = spec(column("image", PngCells.TYPE), column("digit", IntCell.TYPE));
        m_parameters.m_targetColumn = "digit";
        final var model =
                model(execute(TestTables.table(spec, rows(20, number -> new IntCell(number % 2 == 0 ? 10 : 9)))));

        assertEquals(List.of("9", "10"), model.getSpec().classNames());
        assertEquals(TargetType.INTEGER, model.getSpec().targetType());
    }

    @Test
    void rowsWithoutClassAreUnlabelledImages() throws Exception {
        final var model = model(execute(table(
                30, number -> number < 10 ? DataType.getMissingCell() : new StringCell(TestImages.className(number)))));

        assertEquals("10", model.model().card().facts().get("unlabelled rows"));
        assertEquals("20", model.model().card().facts().get("labelled rows"));
    }

    @Test
    void rowsWithoutUsableImageAreSkippedWithOneWarning() throws Exception {
        final List<DataCell[]> rows = rows(20, number -> new StringCell(TestImages.className(number)));
        rows.add(new DataCell[] {DataType.getMissingCell(), new StringCell("bar")});
        rows.add(new DataCell[] {DataType.getMissingCell(), new StringCell("dot")});
        final var outcome = execute(TestTables.table(TestTables.IMAGES_AND_CLASSES, rows));

        assertEquals("20", model(outcome).model().card().facts().get("rows"));
        assertEquals(
                "2 rows without a usable image were skipped, first \"Row20\": The image is missing.",
                outcome.warning().orElseThrow());
    }

    @Test
    void imagesOfOtherSizesAreFittedToTheMostFrequentOneWithAWarning() throws Exception {
        final List<DataCell[]> rows = rows(20, number -> new StringCell(TestImages.className(number)));
        rows.add(new DataCell[] {PngCells.of(TestImages.picture(0, 30, 17)), new StringCell("bar")});
        final var outcome = execute(TestTables.table(TestTables.IMAGES_AND_CLASSES, rows));

        assertEquals(
                new ImageShape(1, 8, 8),
                model(outcome).model().specification().network().image());
        assertEquals(
                "1 image has another size or other colours than the model's 8x8 grey and was stretched to it.",
                outcome.warning().orElseThrow());
    }

    @Test
    void chosenSizeAndColoursAreUsedWithoutAWarning() throws Exception {
        m_parameters.m_sizeRule = ImageSizeRule.CUSTOM;
        m_parameters.m_imageWidth = 12;
        m_parameters.m_imageHeight = 8;
        m_parameters.m_colors = ColorRule.RGB;
        final var outcome = execute(TestTables.pictures(20));

        assertEquals(
                new ImageShape(3, 8, 12),
                model(outcome).model().specification().network().image());
        assertEquals(Optional.empty(), outcome.warning());
    }

    @Test
    void sizesThatNoNetworkHasAreRoundedUp() throws Exception {
        final var outcome = execute(TestTables.table(
                TestTables.IMAGES_AND_CLASSES,
                IntStream.range(0, 20)
                        .mapToObj(number -> new DataCell[] {
                            PngCells.of(TestImages.picture(number, 9, 11)), new StringCell(TestImages.className(number))
                        })
                        .toList()));

        assertEquals(
                new ImageShape(1, 12, 12),
                model(outcome).model().specification().network().image());
    }

    @Test
    void theNetworkCanBeChosenFreely() throws Exception {
        m_parameters.m_channels = Optional.of(12);
        m_parameters.m_levels = Optional.of(3);
        m_parameters.m_residualBlocks = Optional.of(2);
        m_parameters.m_dropout = Optional.of(0.3);
        final var network = model(execute(TestTables.table(
                        TestTables.IMAGES_AND_CLASSES,
                        IntStream.range(0, 20)
                                .mapToObj(number -> new DataCell[] {
                                    PngCells.of(TestImages.picture(number, 12, 12)),
                                    new StringCell(TestImages.className(number))
                                })
                                .toList())))
                .model()
                .specification()
                .network();

        assertEquals(12, network.channels());
        assertEquals(3, network.multipliers().size());
        assertEquals(2, network.residualBlocks());
        assertEquals(0.3, network.dropout());
        // three levels need sizes that can be halved twice after the patches
        assertEquals(new ImageShape(1, 16, 16), network.image());
    }

    @Test
    void stepsLimitTheTrainingAndImagesAtOnceDoNotChangeIt() throws Exception {
        m_parameters.m_stopRule = StopRule.STEPS;
        m_parameters.m_maximumSteps = 3;
        m_parameters.m_imagesAtOnce = Optional.of(5);
        m_parameters.m_classWeights = ClassWeights.BALANCED;
        m_parameters.m_learningRateRule = LearningRateRule.CONSTANT;
        m_parameters.m_warmUpSteps = 0;
        final var outcome = execute(TestTables.pictures(40));

        assertEquals("3", model(outcome).model().card().facts().get("steps"));
        assertEquals("balanced", model(outcome).model().card().facts().get("class weights"));
        assertEquals(new DoubleCell(0.001), NodeRunner.rows(outcome, 1).get(0).getCell(9));
        assertEquals(Optional.empty(), outcome.warning());
    }

    @Test
    void oneClassIsNotEnough() {
        assertExecutionFails("has only the class \"bar\"", table(20, number -> new StringCell("bar")));
    }

    @Test
    void missingClassesAloneAreNotEnough() {
        assertExecutionFails(
                "All values of the class column \"class\" are missing", table(20, number -> DataType.getMissingCell()));
    }

    @Test
    void tableWithoutRowsIsNotEnough() {
        assertExecutionFails("has no rows", TestTables.pictures(0));
    }

    @Test
    void tableWithoutUsableImageIsNotEnough() {
        assertExecutionFails(
                "No image can be used: 1 row without a usable image",
                TestTables.table(
                        TestTables.IMAGES_AND_CLASSES,
                        List.<DataCell[]>of(new DataCell[] {DataType.getMissingCell(), new StringCell("bar")})));
    }

    @Test
    void missingColumnsAreSettingsToFix() {
        assertConfigurationFails("has no image column", spec(column("x", DoubleCell.TYPE)));
        assertConfigurationFails("has no class column", spec(column("image", PngCells.TYPE)));
        m_parameters.m_targetColumn = "gone";
        final var exception = assertThrows(
                InvalidSettingsException.class, () -> m_node.configure(m_parameters, TestTables.IMAGES_AND_CLASSES));
        assertTrue(exception.getMessage().contains("no column \"gone\""), exception.getMessage());
    }

    @Test
    void onlyFittingColumnsAreGuessed() {
        assertEquals("image", m_parameters.m_imageColumn);
        assertEquals("class", m_parameters.m_targetColumn);
        final LearnerParameters unsure = NodeRunner.parameters(
                LearnerParameters.class, spec(column("a", StringCell.TYPE), column("b", StringCell.TYPE)));
        assertNull(unsure.m_imageColumn);
        assertNull(unsure.m_targetColumn);
    }

    @Test
    void onlyTheHistoryIsKnownBeforeTraining() throws Exception {
        final var specs =
                m_node.configure(m_parameters, TestTables.IMAGES_AND_CLASSES).outputs();

        assertNull(specs.get(0));
        assertNotNull(specs.get(1));
        assertNull(specs.get(2));
    }

    @Test
    void settingsOutOfRangeAreRefused() {
        assertRefused("multiple of 4", parameters -> {
            parameters.m_sizeRule = ImageSizeRule.CUSTOM;
            parameters.m_imageWidth = 30;
        });
        assertRefused("validation share", parameters -> parameters.m_validationShare = 0.9);
        assertRefused("learning rate", parameters -> parameters.m_learningRate = 0);
        assertRefused("batch", parameters -> parameters.m_batchSize = 0);
        assertRefused("1 step", parameters -> parameters.m_maximumSteps = 0);
        assertRefused("at once", parameters -> parameters.m_imagesAtOnce = Optional.of(0));
        assertRefused("warm-up", parameters -> parameters.m_warmUpSteps = -1);
        assertRefused("moving average", parameters -> parameters.m_averageDecay = Optional.of(1.0));
        assertRefused("multiple of 4", parameters -> parameters.m_channels = Optional.of(50));
        assertRefused("residual blocks", parameters -> parameters.m_residualBlocks = Optional.of(0));
        assertRefused("dropout", parameters -> parameters.m_dropout = Optional.of(1.0));
        assertRefused("1 to 6 levels", parameters -> parameters.m_levels = Optional.of(0));
        assertRefused("multiple of 8", parameters -> {
            parameters.m_sizeRule = ImageSizeRule.CUSTOM;
            parameters.m_levels = Optional.of(3);
        });
    }

    private static void assertRefused(final String message, final Consumer<LearnerParameters> mistake) {
        final LearnerParameters parameters =
                NodeRunner.parameters(LearnerParameters.class, TestTables.IMAGES_AND_CLASSES);
        mistake.accept(parameters);
        final String text = assertThrows(InvalidSettingsException.class, parameters::validate)
                .getMessage();
        assertTrue(text.contains(message), text);
    }

    @Test
    void canBeCancelledWithinTwoSeconds() {
        m_parameters.m_maximumEpochs = 100_000;

        Cancelling.assertStopsSoon(0.05, progress -> m_node.execute(progress, m_parameters, TestTables.pictures(64)));
    }

    private Outcome<PortObject> execute(final BufferedDataTable table) throws Exception {
        return m_node.execute(m_parameters, table);
    }

    private static JointModelPortObject model(final Outcome<PortObject> outcome) {
        return (JointModelPortObject) outcome.outputs().get(0);
    }

    private static byte[] bytes(final Outcome<PortObject> outcome) throws Exception {
        final ByteArrayOutputStream file = new ByteArrayOutputStream();
        ModelFile.write(model(outcome).model(), file);
        return file.toByteArray();
    }

    private void assertExecutionFails(final String message, final BufferedDataTable table) {
        final String text =
                assertThrows(KNIMEException.class, () -> execute(table)).getMessage();
        assertTrue(text.contains(message), text);
    }

    private void assertConfigurationFails(final String message, final DataTableSpec spec) {
        final LearnerParameters parameters = NodeRunner.parameters(LearnerParameters.class, spec);
        final String text = assertThrows(InvalidSettingsException.class, () -> m_node.configure(parameters, spec))
                .getMessage();
        assertTrue(text.contains(message), text);
    }

    /** Makes the class of the row with this number. */
    private interface ClassOfRow {
        DataCell of(int number);
    }

    private static BufferedDataTable table(final int rows, final ClassOfRow classes) {
        return TestTables.table(TestTables.IMAGES_AND_CLASSES, rows(rows, classes));
    }

    private static List<DataCell[]> rows(final int count, final ClassOfRow classes) {
        final List<DataCell[]> rows = new ArrayList<>();
        for (int number = 0; number < count; number++) {
            rows.add(new DataCell[] {PngCells.of(TestImages.picture(number, 8, 8)), classes.of(number)});
        }
        return rows;
    }
}
