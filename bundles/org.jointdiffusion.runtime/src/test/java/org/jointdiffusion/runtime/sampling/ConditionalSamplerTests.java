package org.jointdiffusion.runtime.sampling;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.jointdiffusion.runtime.CancelledException;
import org.jointdiffusion.runtime.ProgressMonitor;
import org.jointdiffusion.runtime.diffusion.Guidance;
import org.jointdiffusion.runtime.diffusion.GuidanceKind;
import org.jointdiffusion.runtime.image.ImageShape;
import org.jointdiffusion.runtime.image.ImageTensors;
import org.jointdiffusion.runtime.image.PixelImage;
import org.jointdiffusion.runtime.metrics.Calibration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ConditionalSamplerTests {

    private static final double TEMPERATURE = 2;

    private final LinearNetwork network = new LinearNetwork(new ImageShape(1, 6, 6), 3, 20);

    private final ConditionalSampler sampler = new ConditionalSampler(network, network.model(TEMPERATURE));

    private static List<SampleRequest> requests(final int count) {
        return IntStream.range(0, count)
                .mapToObj(row -> new SampleRequest(row, 0, row % 3))
                .toList();
    }

    private static SamplingSettings settings(final SamplerKind kind, final int batchSize) {
        return new SamplingSettings(kind, 12, Guidance.noise(GuidanceKind.IMAGE, 0.3), 7, batchSize);
    }

    private List<Sample> samples(final List<SampleRequest> requests, final SamplingSettings settings) {
        final List<Sample> samples = new ArrayList<>();
        sampler.sample(requests, settings, ProgressMonitor.silent(), samples::add);
        return samples;
    }

    private static List<PixelImage> images(final List<Sample> samples) {
        return samples.stream().map(Sample::image).toList();
    }

    @ParameterizedTest
    @EnumSource
    void aBatchEqualsSingleRuns(final SamplerKind kind) {
        final List<PixelImage> together = images(samples(requests(7), settings(kind, 7)));
        assertEquals(together, images(samples(requests(7), settings(kind, 1))));
        assertEquals(together, images(samples(requests(7), settings(kind, 3))));
    }

    @Test
    void theOrderOfRequestsDoesNotMatter() {
        final List<SampleRequest> reversed = new ArrayList<>(requests(5));
        Collections.reverse(reversed);
        final List<PixelImage> images = new ArrayList<>(images(samples(reversed, settings(SamplerKind.DDPM, 2))));
        Collections.reverse(images);
        assertEquals(images(samples(requests(5), settings(SamplerKind.DDPM, 2))), images);
    }

    @Test
    void bothSeedsAndTheRowChangeTheSample() {
        final SamplingSettings settings = settings(SamplerKind.DDPM, 1);
        final PixelImage image =
                samples(List.of(new SampleRequest(1, 2, 0)), settings).get(0).image();
        final SamplingSettings otherSeed =
                new SamplingSettings(settings.sampler(), settings.steps(), settings.guidance(), 8, 1);
        assertNotEquals(
                image,
                samples(List.of(new SampleRequest(3, 2, 0)), settings).get(0).image());
        assertNotEquals(
                image,
                samples(List.of(new SampleRequest(1, 3, 0)), settings).get(0).image());
        assertNotEquals(
                image,
                samples(List.of(new SampleRequest(1, 2, 0)), otherSeed).get(0).image());
    }

    @Test
    void guidanceLeadsToTheDesiredClass() {
        final List<Sample> guided = samples(requests(30), settings(SamplerKind.DDPM, 30));
        final List<Sample> free =
                samples(requests(30), new SamplingSettings(SamplerKind.DDPM, 12, Guidance.NONE, 7, 30));
        assertTrue(agreeing(guided) > 28, agreeing(guided) + " of 30 guided samples agree");
        assertTrue(agreeing(free) < 20, agreeing(free) + " of 30 unguided samples agree");
    }

    private static long agreeing(final List<Sample> samples) {
        return samples.stream()
                .filter(sample -> sample.predictedClass() == sample.request().desiredClass())
                .count();
    }

    @Test
    void probabilitiesAreCalibratedAndJudgedAfterRounding() {
        for (final Sample sample : samples(requests(3), settings(SamplerKind.DPM_SOLVER, 3))) {
            final float[] logits = network.logits(ImageTensors.toNetwork(List.of(sample.image())), new int[1]);
            final double[] expected = Calibration.softmax(logits, 0, 3, TEMPERATURE);
            assertArrayEquals(expected, sample.probabilities(), 1e-12);
            assertEquals(Calibration.mostProbable(expected), sample.predictedClass());
        }
    }

    @Test
    void theBatchSizeIsKept() {
        samples(requests(10), settings(SamplerKind.DDIM, 4));
        assertEquals(4, network.largestBatch());
    }

    @Test
    void cancellingAnswersBeforeTheNextStep() {
        final List<Sample> finished = new ArrayList<>();
        final CancelAfter monitor = new CancelAfter(17);
        assertThrows(
                CancelledException.class,
                () -> sampler.sample(requests(9), settings(SamplerKind.DDPM, 3), monitor, finished::add));
        assertEquals(3, finished.size());
        assertEquals(17, monitor.reports());
    }

    @Test
    void progressRisesToOneAndCountsImages() {
        final List<Double> fractions = new ArrayList<>();
        final List<String> messages = new ArrayList<>();
        sampler.sample(
                requests(4),
                settings(SamplerKind.DDPM, 2),
                new ProgressMonitor() {
                    @Override
                    public void report(final double fraction, final String message) {
                        fractions.add(fraction);
                        messages.add(message);
                    }

                    @Override
                    public void checkCancelled() {
                        // never
                    }
                },
                sample -> {});
        assertEquals(fractions.stream().sorted().toList(), fractions);
        assertEquals(1, fractions.get(fractions.size() - 1));
        assertEquals("Sampling: 4 of 4 images.", messages.get(messages.size() - 1));
    }

    @Test
    void anUnknownClassIsNamed() {
        final IllegalArgumentException error = assertThrows(
                IllegalArgumentException.class,
                () -> samples(List.of(new SampleRequest(5, 0, 3)), settings(SamplerKind.DDPM, 1)));
        assertEquals("Row 5 asks for class number 3, but the model knows the numbers 0 to 2.", error.getMessage());
    }
}
