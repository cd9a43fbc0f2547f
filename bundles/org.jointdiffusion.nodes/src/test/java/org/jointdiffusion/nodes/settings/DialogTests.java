package org.jointdiffusion.nodes.settings;

import static org.jointdiffusion.nodes.testing.TestTables.column;
import static org.jointdiffusion.nodes.testing.TestTables.spec;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jointdiffusion.embedded.dialog.DialogChoice;
import org.jointdiffusion.embedded.dialog.DialogParameter;
import org.jointdiffusion.embedded.dialog.ParametersDialog;
import org.jointdiffusion.embedded.node.PortGroup;
import org.jointdiffusion.embedded.settings.PortInput;
import org.jointdiffusion.nodes.explainer.CounterfactualExplainerNodeFactory;
import org.jointdiffusion.nodes.learner.JointDiffusionLearnerNodeFactory;
import org.jointdiffusion.nodes.port.JointModelPortObject;
import org.jointdiffusion.nodes.predictor.ClassifierPredictorNodeFactory;
import org.jointdiffusion.nodes.sampler.ConditionalSamplerNodeFactory;
import org.jointdiffusion.nodes.table.PngCells;
import org.jointdiffusion.nodes.testing.Factories;
import org.jointdiffusion.nodes.testing.NodeRunner;
import org.jointdiffusion.nodes.testing.TestModels;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.IntCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.core.node.port.PortType;
import org.knime.node.DefaultNodeFactory;
import org.knime.node.parameters.layout.Section;

class DialogTests {

    private static final DataTableSpec TABLE = spec(
            column("picture", PngCells.TYPE),
            column("file", StringCell.TYPE),
            column("digit", IntCell.TYPE),
            column("size", DoubleCell.TYPE));

    private static final PortObjectSpec MODEL = TestModels.barsAndDots().getSpec();

    @ParameterizedTest
    @MethodSource("org.jointdiffusion.nodes.testing.Factories#all")
    void everySettingIsInASection(final DefaultNodeFactory factory) {
        final List<String> known = Arrays.stream(DialogSections.class.getDeclaredClasses())
                .map(section -> section.getAnnotation(Section.class).title())
                .toList();
        final List<DialogParameter> parameters = open(factory, specs(factory)).parameters();

        assertFalse(parameters.isEmpty());
        parameters.forEach(parameter -> {
            assertEquals(1, parameter.section().size(), parameter.key());
            assertTrue(known.contains(parameter.section().get(0)), parameter.key());
        });
    }

    @Test
    void learnerOffersColumnsThatFit() {
        final ParametersDialog dialog = open(new JointDiffusionLearnerNodeFactory(), TABLE);

        assertEquals(List.of("picture", "file"), choices(dialog, "imageColumn"));
        assertEquals(List.of("file", "digit"), choices(dialog, "targetColumn"));
    }

    @Test
    void nodesWithAModelOfferColumnsOfTheSecondPort() {
        for (final DefaultNodeFactory factory :
                List.of(new ClassifierPredictorNodeFactory(), new CounterfactualExplainerNodeFactory())) {
            assertEquals(List.of("picture", "file"), choices(open(factory, MODEL, TABLE), "imageColumn"));
        }
    }

    @Test
    void classesOfTheModelAreOfferedOnceItIsKnown() {
        final var sampler = new ConditionalSamplerNodeFactory();

        assertEquals(List.of("bar", "dot"), choices(open(sampler, MODEL), "selectedClasses"));
        assertEquals(List.of(), choices(open(sampler, (PortObjectSpec) null), "selectedClasses"));
    }

    @Test
    void requestColumnsAreShownOnlyWithATableOfRequests() {
        final var sampler = new ConditionalSamplerNodeFactory();

        assertFalse(open(sampler, MODEL).parameter("requestClassColumn").shown());
        assertTrue(open(sampler, MODEL, TABLE).parameter("requestClassColumn").shown());
        assertFalse(open(sampler, MODEL, TABLE).parameter("classSource").shown());
        assertEquals(List.of("digit"), choices(open(sampler, MODEL, TABLE), "requestCountColumn"));
        assertEquals(List.of(), choices(open(sampler, MODEL), "requestCountColumn"));
    }

    @Test
    void settingsThatDoNotApplyAreHidden() {
        final ParametersDialog dialog = open(new JointDiffusionLearnerNodeFactory(), TABLE);

        assertEquals(
                List.of(
                        "gpuNumber",
                        "imageHeight",
                        "imageWidth",
                        "maximumEpochs",
                        "maximumSteps",
                        "minimumImprovement",
                        "patience"),
                dialog.parameters().stream()
                        .filter(parameter -> !parameter.shown())
                        .map(DialogParameter::key)
                        .sorted()
                        .toList());
    }

    @Test
    void whatFewNeedIsFoldedAway() {
        final ParametersDialog dialog = open(new JointDiffusionLearnerNodeFactory(), TABLE);

        Stream.of(
                        "device",
                        "precision",
                        "batchSize",
                        "imagesAtOnce",
                        "learningRate",
                        "learningRateRule",
                        "warmUpSteps",
                        "classificationWeight",
                        "averageDecay",
                        "validationShare",
                        "channels",
                        "levels",
                        "residualBlocks",
                        "dropout",
                        "keepTrainingState",
                        "keepCheckpoints")
                .forEach(key -> assertTrue(dialog.parameter(key).advanced(), key));
        Stream.of("imageColumn", "targetColumn", "preset", "maximumMinutes", "classWeights", "seed")
                .forEach(key -> assertFalse(dialog.parameter(key).advanced(), key));
    }

    @Test
    void limitsOfImageFilesHaveAFoldedSectionOfTheirOwn() {
        for (final DefaultNodeFactory factory : Factories.all()) {
            open(factory, specs(factory)).parameters().stream()
                    .filter(parameter -> parameter.key().startsWith("imageLimits/"))
                    .forEach(limit -> {
                        assertEquals(List.of("Limits of image files"), limit.section(), limit.key());
                        assertTrue(limit.advanced(), limit.key());
                    });
        }
    }

    @Test
    void aModelToContinueFromDecidesImagesAndNetwork() {
        final ParametersDialog dialog = openLearner(JointModelPortObject.TYPE, MODEL);

        Stream.of("preset", "sizeRule", "imageWidth", "colors", "channels", "levels", "residualBlocks", "dropout")
                .forEach(key -> assertFalse(dialog.parameter(key).shown(), key));
        Stream.of("imageFit", "validationShare", "learningRate")
                .forEach(key -> assertTrue(dialog.parameter(key).shown(), key));
        assertEquals(2, dialog.messages().size());
        assertEquals(
                "The training goes on with the connected model",
                dialog.messages().get(0).title());
        assertTrue(dialog.messages().get(1).description().contains("images of 8x8 grey"));
    }

    @Test
    void validationImagesReplaceTheShareThatIsHeldOut() {
        final ParametersDialog dialog = openLearner(BufferedDataTable.TYPE, TABLE);

        assertFalse(dialog.parameter("validationShare").shown());
        assertTrue(dialog.parameter("preset").shown());
        assertEquals(List.of(), dialog.messages());
    }

    /** The learner's dialog with a second input port. */
    private static ParametersDialog openLearner(final PortType type, final PortObjectSpec spec) {
        final PortObjectSpec[] specs = {TABLE, spec};
        return ParametersDialog.open(
                NodeRunner.parameters(new NodeRunner(new JointDiffusionLearnerNodeFactory()).parametersClass(), specs),
                new PortInput(
                        new PortType[] {BufferedDataTable.TYPE, type}, specs, new PortObject[2], new PortType[0]));
    }

    /** The specs at the input ports of a node. */
    private static PortObjectSpec[] specs(final DefaultNodeFactory factory) {
        return new NodeRunner(factory)
                .description().ports().stream()
                        .filter(group -> group.side() == PortGroup.Side.INPUT)
                        .map(group -> group.fixedTypes().contains(JointModelPortObject.TYPE) ? MODEL : TABLE)
                        .toArray(PortObjectSpec[]::new);
    }

    private static ParametersDialog open(final DefaultNodeFactory factory, final PortObjectSpec... specs) {
        return ParametersDialog.open(
                NodeRunner.parameters(new NodeRunner(factory).parametersClass(), specs), PortInput.ofSpecs(specs));
    }

    private static List<String> choices(final ParametersDialog dialog, final String key) {
        return dialog.parameter(key).choices().orElseThrow().stream()
                .map(DialogChoice::id)
                .toList();
    }
}
