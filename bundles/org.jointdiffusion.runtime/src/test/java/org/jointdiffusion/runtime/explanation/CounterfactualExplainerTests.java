package org.jointdiffusion.runtime.explanation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.jointdiffusion.runtime.CancelledException;
import org.jointdiffusion.runtime.ProgressMonitor;
import org.jointdiffusion.runtime.diffusion.Guidance;
import org.jointdiffusion.runtime.diffusion.GuidanceKind;
import org.jointdiffusion.runtime.diffusion.KeyedNoise;
import org.jointdiffusion.runtime.image.ImageDecoder;
import org.jointdiffusion.runtime.image.ImageLimits;
import org.jointdiffusion.runtime.image.ImageShape;
import org.jointdiffusion.runtime.image.ImageTensors;
import org.jointdiffusion.runtime.image.PixelImage;
import org.jointdiffusion.runtime.image.PngEncoder;
import org.jointdiffusion.runtime.metrics.Calibration;
import org.jointdiffusion.runtime.metrics.ImageChange;
import org.jointdiffusion.runtime.sampling.CancelAfter;
import org.jointdiffusion.runtime.sampling.LinearNetwork;
import org.junit.jupiter.api.Test;

class CounterfactualExplainerTests {

    private static final ImageShape SHAPE = new ImageShape(1, 6, 6);

    private static final double TEMPERATURE = 1.5;

    private final LinearNetwork network = new LinearNetwork(SHAPE, 2, 20);

    private final CounterfactualExplainer explainer = new CounterfactualExplainer(network, network.model(TEMPERATURE));

    /** Strong guidance: the images of this network vary little, so each step pulls them back toward grey. */
    private final ExplanationSettings settings =
            ExplanationSettings.usual(3).withGuidance(Guidance.noise(GuidanceKind.IMAGE, 1.5));

    /** An image whose upper half has the one brightness and whose lower half the other. */
    private static PixelImage halves(final int upper, final int lower) {
        final byte[] values = new byte[SHAPE.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = (byte) (i < values.length / 2 ? upper : lower);
        }
        return new PixelImage(SHAPE, values);
    }

    private static List<ExplanationRequest> requests(final int count) {
        final KeyedNoise noise = new KeyedNoise(9);
        return IntStream.range(0, count)
                .mapToObj(row -> new ExplanationRequest(
                        row,
                        halves(noise.uniformInt(row, 0, 256), noise.uniformInt(row, 1, 256)),
                        OptionalInt.empty(),
                        0))
                .toList();
    }

    private List<Counterfactual> explain(final List<ExplanationRequest> requests, final ExplanationSettings how) {
        final List<Counterfactual> counterfactuals = new ArrayList<>();
        explainer.explain(requests, how, ProgressMonitor.silent(), counterfactuals::add);
        return counterfactuals;
    }

    private Counterfactual explain(final PixelImage image, final OptionalInt desired, final ExplanationSettings how) {
        return explain(List.of(new ExplanationRequest(0, image, desired, 0)), how)
                .get(0);
    }

    private static List<PixelImage> images(final List<Counterfactual> counterfactuals) {
        return counterfactuals.stream().map(Counterfactual::counterfactual).toList();
    }

    /**
     * The classifier compares the mean brightness of the halves, which differs by 60 here: half the values must rise,
     * or fall, by 60, or all by 30, so the smallest mean absolute change is 30 / 255.
     */
    @Test
    void theChangeIsNearTheSmallestPossibleOne() {
        final Counterfactual found = explain(halves(150, 90), OptionalInt.empty(), settings.withConfidence(0.5));
        final double smallest = 30 / 255.0;
        assertTrue(found.valid());
        assertEquals(0, found.classBefore());
        assertEquals(1, found.classAfter());
        assertTrue(found.meanAbsoluteChange() >= smallest - 1e-9, "impossibly small: " + found.meanAbsoluteChange());
        assertTrue(found.meanAbsoluteChange() < 2 * smallest, "too large: " + found.meanAbsoluteChange());
    }

    @Test
    void nothingChangesOutsideTheMask() {
        final ChangeMask mask = leftColumns(3);
        final PixelImage original = halves(150, 90);
        final Counterfactual found = explain(
                        List.of(
                                new ExplanationRequest(0, original, OptionalInt.empty(), 0, Optional.of(mask)),
                                new ExplanationRequest(1, original, OptionalInt.empty(), 0)),
                        settings.withConfidence(0.5))
                .get(0);
        int changed = 0;
        for (int row = 0; row < 6; row++) {
            for (int column = 0; column < 6; column++) {
                final boolean same =
                        original.value(0, row, column) == found.counterfactual().value(0, row, column);
                assertTrue(same || column < 3, "row " + row + ", column " + column);
                changed += same ? 0 : 1;
            }
        }
        assertTrue(changed > 0);
        assertTrue(found.probabilitiesAfter()[1] > found.probabilitiesBefore()[1]);
    }

    @Test
    void aMaskHasTheSizeOfItsImage() {
        final ChangeMask small = new ChangeMask(new PixelImage(new ImageShape(1, 2, 2), new byte[4]));
        assertFalse(small.allowsAny());
        assertTrue(leftColumns(1).allowsAny());
        final IllegalArgumentException error = assertThrows(
                IllegalArgumentException.class,
                () -> new ExplanationRequest(7, halves(1, 2), OptionalInt.empty(), 0, Optional.of(small)));
        assertTrue(error.getMessage().startsWith("Row 7: the mask is 2x2 grey"), error.getMessage());
    }

    private static ChangeMask leftColumns(final int columns) {
        final byte[] values = new byte[SHAPE.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = (byte) (i % 6 < columns ? 128 : 127);
        }
        return new ChangeMask(new PixelImage(SHAPE, values));
    }

    @Test
    void farImagesNeedMoreNoiseThanNearOnes() {
        final ExplanationSettings modest = settings.withConfidence(0.6);
        final Counterfactual near = explain(halves(130, 120), OptionalInt.empty(), modest);
        final Counterfactual far = explain(halves(200, 50), OptionalInt.empty(), modest);
        assertTrue(near.valid() && far.valid());
        assertTrue(near.noiseLevel() < far.noiseLevel(), near.noiseLevel() + " and " + far.noiseLevel());
        assertTrue(near.meanAbsoluteChange() < far.meanAbsoluteChange());
    }

    @Test
    void thePullMakesTheChangeSmaller() {
        final double free = meanChange(settings.withPull(0));
        final double pulled = meanChange(settings.withPull(12));
        assertTrue(pulled < 0.95 * free, pulled + " against " + free);
    }

    private double meanChange(final ExplanationSettings how) {
        return explain(requests(20), how).stream()
                .mapToDouble(Counterfactual::meanAbsoluteChange)
                .average()
                .orElseThrow();
    }

    @Test
    void everythingIsJudgedOnTheStoredImage() throws IOException {
        for (final Counterfactual found : explain(requests(10), settings)) {
            final PixelImage stored =
                    ImageDecoder.decode(PngEncoder.encode(found.counterfactual()), ImageLimits.DEFAULT);
            final double[] probabilities = probabilities(stored);
            assertArrayEquals(probabilities, found.probabilitiesAfter(), 1e-12);
            assertArrayEquals(probabilities(found.request().original()), found.probabilitiesBefore(), 1e-12);
            assertEquals(probabilities[found.desiredClass()] > 0.5, found.valid());
            assertEquals(ImageChange.meanAbsolute(found.request().original(), stored), found.meanAbsoluteChange());
            assertEquals(ImageChange.rootMeanSquare(found.request().original(), stored), found.rootMeanSquareChange());
            assertEquals(ImageChange.changedShare(found.request().original(), stored), found.changedShare());
            assertEquals(ImageChange.regions(found.request().original(), stored), found.regions());
        }
    }

    private double[] probabilities(final PixelImage image) {
        return Calibration.softmax(
                network.logits(ImageTensors.toNetwork(List.of(image)), new int[1]), 0, 2, TEMPERATURE);
    }

    @Test
    void theDemandedConfidenceIsReached() {
        for (final Counterfactual found : explain(requests(10), settings.withConfidence(0.6))) {
            assertTrue(found.valid());
            assertTrue(found.confidence() >= 0.6, "confidence " + found.confidence());
        }
    }

    @Test
    void aRowDoesNotDependOnItsBatch() {
        final List<PixelImage> together = images(explain(requests(7), settings.withBatchSize(21)));
        assertEquals(together, images(explain(requests(7), settings.withBatchSize(1))));
        assertEquals(together, images(explain(requests(7), settings.withBatchSize(6))));
        final List<ExplanationRequest> reversed = new ArrayList<>(requests(7));
        Collections.reverse(reversed);
        final List<PixelImage> images = new ArrayList<>(images(explain(reversed, settings)));
        Collections.reverse(images);
        assertEquals(together, images);
    }

    @Test
    void attemptsShowOtherWays() {
        final PixelImage image = halves(150, 90);
        final List<PixelImage> images = images(explain(
                IntStream.range(0, 4)
                        .mapToObj(attempt -> new ExplanationRequest(0, image, OptionalInt.of(1), attempt))
                        .toList(),
                settings));
        assertEquals(4, images.stream().distinct().count());
    }

    @Test
    void anotherSeedGivesAnotherImage() {
        assertNotEquals(
                images(explain(requests(3), settings)), images(explain(requests(3), ExplanationSettings.usual(4))));
    }

    @Test
    void theDesiredClassMayBeChosen() {
        final LinearNetwork three = new LinearNetwork(SHAPE, 3, 20);
        final List<Counterfactual> found = new ArrayList<>();
        final byte[] values = new byte[SHAPE.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = (byte) (i < 12 ? 140 : i < 24 ? 100 : 120);
        }
        final PixelImage image = new PixelImage(SHAPE, values);
        new CounterfactualExplainer(three, three.model(1))
                .explain(
                        List.of(
                                new ExplanationRequest(0, image, OptionalInt.empty(), 0),
                                new ExplanationRequest(0, image, OptionalInt.of(1), 0)),
                        settings,
                        ProgressMonitor.silent(),
                        found::add);
        assertEquals(
                List.of(2, 1), found.stream().map(Counterfactual::desiredClass).toList());
        assertEquals(
                List.of(2, 1), found.stream().map(Counterfactual::classAfter).toList());
    }

    @Test
    void aRowThatCannotBeTurnedComesBackAsNotValid() {
        final Counterfactual found = explain(
                halves(250, 5),
                OptionalInt.empty(),
                settings.withGuidance(Guidance.NONE).withPull(255));
        assertFalse(found.valid());
        assertEquals(0, found.classAfter());
        assertEquals(1, found.desiredClass());
        assertTrue(found.probabilitiesAfter()[0] > 0.5);
    }

    @Test
    void aRowThatAlreadyHasTheDesiredClassIsLeftAlone() {
        final List<Counterfactual> found = explain(
                List.of(
                        new ExplanationRequest(0, halves(150, 90), OptionalInt.of(0), 0),
                        new ExplanationRequest(1, halves(150, 90), OptionalInt.of(1), 0)),
                settings);
        assertEquals(halves(150, 90), found.get(0).counterfactual());
        assertFalse(found.get(0).valid());
        assertEquals(0, found.get(0).noiseLevel());
        assertTrue(found.get(1).valid());
    }

    @Test
    void noRowsGiveNoResults() {
        assertEquals(List.of(), explain(List.of(), settings));
    }

    @Test
    void cancellingAnswersBeforeTheNextStep() {
        final CancelAfter monitor = new CancelAfter(9);
        assertThrows(CancelledException.class, () -> explainer.explain(requests(5), settings, monitor, found -> {}));
        assertEquals(9, monitor.reports());
    }

    @Test
    void progressNeverFallsAndEndsAtOne() {
        final List<Double> fractions = new ArrayList<>();
        explainer.explain(
                requests(5),
                settings.withBatchSize(6),
                new ProgressMonitor() {
                    @Override
                    public void report(final double fraction, final String message) {
                        fractions.add(fraction);
                    }

                    @Override
                    public void checkCancelled() {
                        // never
                    }
                },
                found -> {});
        assertEquals(fractions.stream().sorted().toList(), fractions);
        assertEquals(1, fractions.get(fractions.size() - 1));
    }

    @Test
    void aWrongShapeAndAnUnknownClassAreNamed() {
        final PixelImage small = new PixelImage(new ImageShape(1, 2, 3), new byte[6]);
        assertEquals(
                "The image of row 0 is 3x2 grey, but the model explains images of 6x6 grey. "
                        + "Fit the image to that shape first.",
                assertThrows(IllegalArgumentException.class, () -> explain(small, OptionalInt.empty(), settings))
                        .getMessage());
        assertEquals(
                "Row 0 asks for class number 2, but the model knows the numbers 0 to 1.",
                assertThrows(IllegalArgumentException.class, () -> explain(halves(1, 2), OptionalInt.of(2), settings))
                        .getMessage());
    }
}
