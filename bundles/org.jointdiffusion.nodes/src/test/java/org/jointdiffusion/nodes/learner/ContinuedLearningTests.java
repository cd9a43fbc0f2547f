package org.jointdiffusion.nodes.learner;

import static org.jointdiffusion.nodes.testing.TestTables.column;
import static org.jointdiffusion.nodes.testing.TestTables.spec;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jointdiffusion.embedded.node.Outcome;
import org.jointdiffusion.nodes.port.JointModelPortObject;
import org.jointdiffusion.nodes.port.TargetType;
import org.jointdiffusion.nodes.table.PngCells;
import org.jointdiffusion.nodes.testing.NodeRunner;
import org.jointdiffusion.nodes.testing.TestImages;
import org.jointdiffusion.nodes.testing.TestModels;
import org.jointdiffusion.nodes.testing.TestTables;
import org.jointdiffusion.runtime.training.CheckpointFolder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataType;
import org.knime.core.data.def.IntCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;
import org.knime.core.node.port.PortObject;

/** The learner with a model to continue from, with validation images of their own, and with both. */
class ContinuedLearningTests {

    private final NodeRunner m_node = new NodeRunner(new JointDiffusionLearnerNodeFactory());

    private final LearnerParameters m_parameters =
            NodeRunner.parameters(LearnerParameters.class, TestTables.IMAGES_AND_CLASSES);

    @BeforeEach
    void trainBriefly() {
        m_parameters.m_stopRule = StopRule.STEPS;
        m_parameters.m_maximumSteps = 2;
        m_parameters.m_batchSize = 16;
        m_parameters.m_previewsPerClass = 0;
    }

    @Test
    void goesOnWithTheModel() throws Exception {
        final JointModelPortObject first = model(execute(TestTables.pictures(40)));
        final Outcome<PortObject> outcome = execute(TestTables.pictures(40), first);
        final Map<String, String> facts = model(outcome).model().card().facts();

        assertEquals(first.getSpec().specification(), model(outcome).getSpec().specification());
        assertEquals("2", facts.get("steps of earlier trainings"));
        assertEquals(Optional.empty(), outcome.warning());
    }

    /** What a checkpoint is good for is tested in the runtime; here, that the node asks for it only when it should. */
    @Test
    void checkpointsOfOldTrainingsAreRemovedWhereCheckpointsAreKept(@TempDir final Path temporary) throws Exception {
        final String before = System.setProperty("java.io.tmpdir", temporary.toString());
        try {
            final Path folder = Files.createDirectory(CheckpointFolder.usual().folder());
            final Path old = Files.createFile(folder.resolve("old.checkpoint"));
            Files.setLastModifiedTime(old, FileTime.from(Instant.now().minus(Duration.ofDays(8))));
            execute(TestTables.pictures(40));
            assertTrue(Files.exists(old));
            m_parameters.m_keepCheckpoints = true;
            assertEquals(Optional.empty(), execute(TestTables.pictures(40)).warning());
            assertFalse(Files.exists(old));
        } finally {
            System.setProperty("java.io.tmpdir", before);
        }
    }

    @Test
    void theModelsClassesComeFirstAndNewOnesFollow() throws Exception {
        final JointModelPortObject earlier = TestModels.model(List.of("dot", "bar"), TargetType.STRING);
        final JointModelPortObject later =
                model(execute(table(30, number -> number % 5 == 0 ? "arc" : TestImages.className(number)), earlier));

        assertEquals(List.of("dot", "bar", "arc"), later.getSpec().classNames());
    }

    @Test
    void theModelDecidesSizeNetworkAndTargetName() throws Exception {
        m_parameters.m_preset = NetworkSize.PAPER;
        m_parameters.m_channels = Optional.of(20);
        m_parameters.m_targetColumn = "kind";
        final BufferedDataTable table = TestTables.table(
                spec(column("image", PngCells.TYPE), column("kind", StringCell.TYPE)),
                IntStream.range(0, 20)
                        .mapToObj(number -> new DataCell[] {
                            PngCells.of(TestImages.picture(number, 12, 12)),
                            new StringCell(TestImages.className(number))
                        })
                        .toList());
        final JointModelPortObject earlier = TestModels.barsAndDots();
        final Outcome<PortObject> outcome = execute(table, earlier);

        assertEquals(earlier.getSpec().specification(), model(outcome).getSpec().specification());
        assertEquals(
                "20 images have another size or other colours than the model's 8x8 grey and were stretched to it.",
                outcome.warning().orElseThrow());
    }

    @Test
    void classesWithoutImagesAreMentioned() throws Exception {
        final JointModelPortObject earlier = TestModels.model(List.of("arc", "bar", "dot"), TargetType.STRING);
        final Outcome<PortObject> outcome = execute(TestTables.pictures(20), earlier);

        assertEquals(List.of("arc", "bar", "dot"), model(outcome).getSpec().classNames());
        assertEquals(
                "There is no training image of 1 of the model's 3 classes, first \"arc\": the model will forget them."
                        + " Add images of all classes.",
                outcome.warning().orElseThrow());
    }

    @Test
    void classesOfAnotherTypeAreASettingToFix() {
        final JointModelPortObject numbers = TestModels.model(List.of("1", "2"), TargetType.INTEGER);
        final String message = assertThrows(
                        InvalidSettingsException.class,
                        () -> m_node.configure(m_parameters, TestTables.IMAGES_AND_CLASSES, numbers.getSpec()))
                .getMessage();

        assertEquals(
                "The classes of the connected model are whole numbers, but the class column \"class\" holds strings."
                        + " Convert the column, or choose another.",
                message);
    }

    @Test
    void aModelOfWhichNothingIsKnownYetIsNoMistake() throws Exception {
        assertNotNull(m_node.configure(m_parameters, TestTables.IMAGES_AND_CLASSES, null)
                .outputs()
                .get(1));
    }

    @Test
    void theStateOfTheTrainingIsKeptOnRequest() throws Exception {
        assertEquals(
                Optional.empty(),
                model(execute(TestTables.pictures(40))).startingPoint().state());
        m_parameters.m_keepTrainingState = true;
        final JointModelPortObject first = model(execute(TestTables.pictures(40)));
        final JointModelPortObject second = model(execute(TestTables.pictures(40), first));

        assertEquals(2, first.startingPoint().state().orElseThrow().steps());
        assertEquals(4, second.startingPoint().state().orElseThrow().steps());
    }

    @Test
    void validationImagesJudgeTheModel() throws Exception {
        final Outcome<PortObject> outcome =
                execute(TestTables.pictures(40), table(12, number -> number < 3 ? null : TestImages.className(number)));
        final Map<String, String> facts = model(outcome).model().card().facts();

        assertEquals("40", facts.get("training rows"));
        assertEquals("9", facts.get("validation rows"));
        assertEquals(Optional.empty(), outcome.warning());
    }

    @Test
    void modelAndValidationImagesWorkTogether() throws Exception {
        final JointModelPortObject later =
                model(execute(TestTables.pictures(40), TestModels.barsAndDots(), TestTables.pictures(6)));

        assertEquals("6", later.model().card().facts().get("validation rows"));
        assertEquals("0", later.model().card().facts().get("steps of earlier trainings"));
    }

    @Test
    void unusableValidationImagesAreMentionedByThemselves() throws Exception {
        final List<DataCell[]> rows = List.of(
                new DataCell[] {DataType.getMissingCell(), new StringCell("bar")},
                new DataCell[] {PngCells.of(TestImages.picture(1, 8, 8)), new StringCell("dot")});
        final Outcome<PortObject> outcome =
                execute(TestTables.pictures(40), TestTables.table(TestTables.IMAGES_AND_CLASSES, rows));

        assertEquals(
                "Among the validation images, 1 row without a usable image cannot judge the model, first \"Row0\": The"
                        + " image is missing.",
                outcome.warning().orElseThrow());
    }

    @Test
    void validationImagesOfAnUnknownClassAreAnError() {
        assertFails(
                "Input \"Validation images\": 2 images have a class that no training image has, first \"arc\".",
                () -> execute(TestTables.pictures(40), table(4, number -> number < 2 ? "arc" : "bar")));
    }

    @Test
    void validationImagesThatCannotJudgeAreAnError() {
        assertFails("has no usable image", () -> execute(TestTables.pictures(40), TestTables.pictures(0)));
        assertFails(
                "No validation image has a class", () -> execute(TestTables.pictures(40), table(4, number -> null)));
    }

    @Test
    void validationImagesNeedTheSameColumns() {
        final String missing = assertThrows(
                        InvalidSettingsException.class,
                        () -> m_node.configure(
                                m_parameters,
                                TestTables.IMAGES_AND_CLASSES,
                                spec(column("image", PngCells.TYPE), column("kind", StringCell.TYPE))))
                .getMessage();
        assertTrue(missing.startsWith("Input \"Validation images\": "), missing);
        assertTrue(missing.contains("no column \"class\""), missing);
        final String type = assertThrows(
                        InvalidSettingsException.class,
                        () -> m_node.configure(
                                m_parameters,
                                TestTables.IMAGES_AND_CLASSES,
                                spec(column("image", PngCells.TYPE), column("class", IntCell.TYPE))))
                .getMessage();
        assertTrue(type.contains("another type"), type);
    }

    private static void assertFails(final String message, final Executable execution) {
        final String text = assertThrows(KNIMEException.class, execution).getMessage();
        assertTrue(text.contains(message), text);
    }

    private Outcome<PortObject> execute(final PortObject... inputs) throws Exception {
        return m_node.execute(m_parameters, inputs);
    }

    private static JointModelPortObject model(final Outcome<PortObject> outcome) {
        return (JointModelPortObject) outcome.outputs().get(0);
    }

    /** The name of the class of the row with this number; null for a missing one. */
    private interface ClassOfRow {
        String of(int number);
    }

    private static BufferedDataTable table(final int rows, final ClassOfRow classes) {
        return TestTables.table(
                TestTables.IMAGES_AND_CLASSES,
                IntStream.range(0, rows)
                        .mapToObj(number -> new DataCell[] {
                            PngCells.of(TestImages.picture(number, 8, 8)),
                            classes.of(number) == null ? DataType.getMissingCell() : new StringCell(classes.of(number))
                        })
                        .toList());
    }
}
