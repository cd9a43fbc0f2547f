package org.jointdiffusion.runtime.scoring;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jointdiffusion.runtime.CancelledException;
import org.jointdiffusion.runtime.ProgressMonitor;
import org.jointdiffusion.runtime.diffusion.NoiseSchedule;
import org.jointdiffusion.runtime.engine.Device;
import org.jointdiffusion.runtime.engine.JointNetwork;
import org.jointdiffusion.runtime.engine.Precision;
import org.jointdiffusion.runtime.engine.RuntimeService;
import org.jointdiffusion.runtime.image.ImageShape;
import org.jointdiffusion.runtime.model.JointModel;
import org.jointdiffusion.runtime.model.ModelCard;
import org.jointdiffusion.runtime.model.ModelSpecification;
import org.jointdiffusion.runtime.network.InitialWeights;
import org.jointdiffusion.runtime.network.NetworkConfiguration;
import org.jointdiffusion.runtime.network.ParameterLayout;
import org.jointdiffusion.runtime.oracle.StepBudget;
import org.jointdiffusion.runtime.prediction.Classifier;
import org.jointdiffusion.runtime.prediction.Prediction;
import org.jointdiffusion.runtime.training.TrainingImages;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ModelScorerTests {

    private static final ImageShape SHAPE = new ImageShape(1, 8, 8);
    private static final List<String> CLASSES = List.of("left", "right");
    private static final NetworkConfiguration NETWORK =
            new NetworkConfiguration(SHAPE, 2, 8, List.of(1, 2), 1, List.of(), 2, 2, 0, 0);
    private static final JointModel MODEL = new JointModel(
            new ModelSpecification(NETWORK, NoiseSchedule.DEFAULT, "side", CLASSES),
            InitialWeights.draw(ParameterLayout.of(NETWORK), 1),
            1.5,
            new ModelCard(Map.of()));
    private static final ScoringSettings SETTINGS = ScoringSettings.DEFAULT
            .withSamples(24)
            .withOracleBudget(StepBudget.ofSteps(30))
            .on(Device.cpu(), Precision.FLOAT32);

    private static JointNetwork network;

    @BeforeAll
    static void load() {
        network = RuntimeService.shared().load(MODEL, Device.cpu(), Precision.FLOAT32);
    }

    @AfterAll
    static void close() {
        network.close();
    }

    @Test
    void theClassifierIsScoredAsItPredicts() {
        final TrainingImages data = halves(50);
        final ClassificationScore score = score(data, SETTINGS.withSamples(0)).classification();
        final List<Prediction> predictions = new Classifier(network, MODEL)
                .predict(ModelScorer.images(data, IntStream.range(0, 50).toArray()));
        double right = 0;
        double loss = 0;
        for (int row = 0; row < 50; row++) {
            right += predictions.get(row).predictedClass() == data.labels()[row] ? 1 : 0;
            loss -= Math.log(predictions.get(row).probabilities()[data.labels()[row]]);
        }
        assertEquals(right / 50, score.confusion().accuracy(), 1e-12);
        assertEquals(loss / 50, score.negativeLogLikelihood(), 1e-6);
    }

    @Test
    void withFewImagesTheModelsOwnFeaturesAreTakenAndStated() {
        final GenerationScore score = score(halves(60), SETTINGS).generation();
        final SetComparison comparison = score.comparison().orElseThrow();
        assertEquals(24, comparison.images());
        assertEquals("16 features of the model's own representation (the middle of its network)", comparison.space());
        assertTrue(comparison.distance() > comparison.floor(), comparison.toString());
        assertTrue(score.oracle().isEmpty());
        assertArrayEquals(new int[] {12, 12}, score.own().asked());
    }

    @Test
    void withEnoughImagesAnOracleJudgesAndCompares() {
        final GenerationScore score =
                score(halves(GenerationScoring.ENOUGH_FOR_ORACLE), SETTINGS).generation();
        final SetComparison comparison = score.comparison().orElseThrow();
        assertEquals("128 features of an oracle that learned from 152 other test images", comparison.space());
        assertEquals(24, comparison.images());
        assertTrue(comparison.distance() > comparison.floor(), comparison.toString());
        assertEquals(48, score.oracle().orElseThrow().images().samples());
        assertEquals(24, score.oracle().orElseThrow().samples().samples());
        assertTrue(score.oracle().orElseThrow().images().share() > 0.9, score.toString());
    }

    @Test
    void noMoreThanAQuarterOfTheImagesIsComparedByAnOracle() {
        final GenerationScore score = score(
                        halves(80), SETTINGS.withFeatures(FeatureChoice.ORACLE).withSamples(40))
                .generation();
        assertEquals(20, score.comparison().orElseThrow().images());
        assertEquals(40, score.own().samples());
    }

    @Test
    void tooFewImagesForADistanceAreNamed() {
        final GenerationScore score = score(halves(30), SETTINGS).generation();
        assertTrue(score.comparison().isEmpty());
        assertEquals(
                "There are too few test images to compare samples with: 30. Connect at least 40, better a thousand.",
                score.problem());
        assertEquals(24, score.own().samples());
    }

    @Test
    void tooFewSamplesForADistanceAreNamed() {
        assertEquals(
                "There are too few samples to compare them with test images: 5. Ask for at least 20, better some"
                        + " hundreds.",
                score(halves(60), SETTINGS.withSamples(5)).generation().problem());
    }

    @Test
    void imagesFromWhichNoOracleLearnsGiveTheReason() {
        final TrainingImages data = halves(60);
        final TrainingImages one = new TrainingImages(SHAPE, data.pixels(), new int[60], CLASSES);
        final GenerationScore forced =
                score(one, SETTINGS.withFeatures(FeatureChoice.ORACLE)).generation();
        assertTrue(forced.comparison().isEmpty());
        assertTrue(forced.problem().contains("at least two classes"), forced.problem());
        assertArrayEquals(new int[] {24, 0}, forced.own().asked());
    }

    @Test
    void withoutSamplesOnlyTheClassifierIsScored() {
        final ModelScore score = score(halves(60), SETTINGS.withSamples(0));
        assertEquals(60, score.classification().confusion().total());
        assertEquals("No samples were asked for.", score.generation().problem());
    }

    @Test
    void equalSeedsGiveEqualScores() {
        final TrainingImages data = halves(60);
        assertEquals(
                score(data, SETTINGS).generation().comparison(),
                score(data, SETTINGS).generation().comparison());
        assertTrue(!score(data, SETTINGS)
                .generation()
                .comparison()
                .equals(score(data, SETTINGS.withSeed(5)).generation().comparison()));
    }

    @Test
    void whatTheModelDoesNotKnowIsRefused() {
        final TrainingImages data = halves(4);
        for (final TrainingImages wrong : List.of(
                new TrainingImages(SHAPE, data.pixels(), data.labels(), List.of("left", "up")),
                new TrainingImages(new ImageShape(1, 4, 16), data.pixels(), data.labels(), CLASSES),
                new TrainingImages(SHAPE, data.pixels(), new int[] {-1, -1, -1, -1}, CLASSES))) {
            assertThrows(IllegalArgumentException.class, () -> score(wrong, SETTINGS));
        }
        assertThrows(IllegalArgumentException.class, () -> SETTINGS.withSamples(-1));
    }

    @Test
    void cancellingEndsTheScoring() {
        final ProgressMonitor cancelled = new ProgressMonitor() {
            @Override
            public void report(final double fraction, final String message) {
                // nobody listens
            }

            @Override
            public void checkCancelled() {
                throw new CancelledException();
            }
        };
        assertThrows(
                CancelledException.class, () -> new ModelScorer(network, MODEL).score(halves(4), SETTINGS, cancelled));
    }

    private static ModelScore score(final TrainingImages data, final ScoringSettings settings) {
        return new ModelScorer(network, MODEL).score(data, settings, ProgressMonitor.silent());
    }

    /** Images whose left or right half is bright, more or less, in turn. */
    private static TrainingImages halves(final int count) {
        final byte[] pixels = new byte[count * SHAPE.size()];
        for (int index = 0; index < pixels.length; index++) {
            final int row = index / SHAPE.size();
            final boolean bright = (index % 8 < 4) == (row % 2 == 0);
            pixels[index] = (byte) (bright ? 150 + row * 37 % 100 : row * 53 % 60);
        }
        return new TrainingImages(
                SHAPE, pixels, IntStream.range(0, count).map(row -> row % 2).toArray(), CLASSES);
    }
}
