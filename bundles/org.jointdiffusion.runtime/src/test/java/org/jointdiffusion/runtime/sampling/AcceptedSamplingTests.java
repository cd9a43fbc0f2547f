package org.jointdiffusion.runtime.sampling;

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
import org.jointdiffusion.runtime.image.ImageShape;
import org.junit.jupiter.api.Test;

class AcceptedSamplingTests {

    /** Without guidance, so that about a third of all tries is accepted. */
    private static final SamplingSettings SETTINGS = new SamplingSettings(SamplerKind.DDPM, 4, Guidance.NONE, 7, 16);

    private final LinearNetwork network = new LinearNetwork(new ImageShape(1, 6, 6), 3, 4);

    private final ConditionalSampler sampler = new ConditionalSampler(network, network.model(1));

    private static List<SampleRequest> requests(final int count) {
        return IntStream.range(0, count)
                .mapToObj(row -> new SampleRequest(row, 0, row % 3))
                .toList();
    }

    private List<AcceptedSample> accepted(final int tries, final List<SampleRequest> requests) {
        final List<AcceptedSample> samples = new ArrayList<>();
        new AcceptedSampling(sampler, tries).sample(requests, SETTINGS, ProgressMonitor.silent(), samples::add);
        return samples;
    }

    @Test
    void oneTryIsThePlainSample() {
        final List<Sample> plain = new ArrayList<>();
        sampler.sample(requests(9), SETTINGS, ProgressMonitor.silent(), plain::add);
        final List<AcceptedSample> once = accepted(1, requests(9));
        for (int row = 0; row < 9; row++) {
            assertEquals(plain.get(row).image(), once.get(row).sample().image());
            assertEquals(1, once.get(row).tries());
        }
    }

    @Test
    void rowsAreTriedUntilTheyAreAccepted() {
        final List<AcceptedSample> once = accepted(1, requests(30));
        final List<AcceptedSample> often = accepted(40, requests(30));
        assertTrue(once.stream().filter(AcceptedSample::accepted).count() < 20);
        for (int row = 0; row < 30; row++) {
            assertEquals(row, often.get(row).sample().request().row());
            assertTrue(often.get(row).accepted());
            assertEquals(once.get(row).accepted(), often.get(row).tries() == 1);
        }
    }

    @Test
    void aRowsResultDependsOnlyOnItsSeedAndTries() {
        final List<AcceptedSample> all = accepted(40, requests(30));
        for (final int row : new int[] {4, 17, 29}) {
            final AcceptedSample alone =
                    accepted(40, requests(30).subList(row, row + 1)).get(0);
            assertEquals(all.get(row).tries(), alone.tries());
            assertEquals(all.get(row).sample().image(), alone.sample().image());
        }
        final List<SampleRequest> backwards = new ArrayList<>(requests(30));
        Collections.reverse(backwards);
        assertEquals(
                all.get(3).sample().image(),
                accepted(40, backwards).get(26).sample().image());
    }

    @Test
    void everyTryHasOtherNoise() {
        final AcceptedSample again = accepted(40, requests(30)).stream()
                .filter(sample -> sample.tries() > 1)
                .findFirst()
                .orElseThrow();
        final int row = (int) again.sample().request().row();
        assertNotEquals(
                accepted(1, requests(30)).get(row).sample().image(),
                again.sample().image());
    }

    @Test
    void ofARowThatIsNeverAcceptedTheBestTryIsKept() {
        final List<AcceptedSample> once = accepted(1, requests(60));
        final List<AcceptedSample> twice = accepted(2, requests(60));
        int refused = 0;
        for (int row = 0; row < 60; row++) {
            if (!twice.get(row).accepted()) {
                assertEquals(2, twice.get(row).tries());
                assertTrue(probability(twice.get(row)) >= probability(once.get(row)));
                refused++;
            }
        }
        assertTrue(refused > 5, refused + " rows are refused twice");
    }

    private static double probability(final AcceptedSample sample) {
        return sample.sample().probabilities()[sample.sample().request().desiredClass()];
    }

    @Test
    void progressRisesToOne() {
        final List<Double> fractions = new ArrayList<>();
        new AcceptedSampling(sampler, 5)
                .sample(
                        requests(300),
                        SETTINGS,
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
                        sample -> {});
        assertEquals(fractions.stream().sorted().toList(), fractions);
        assertEquals(1, fractions.get(fractions.size() - 1));
    }

    @Test
    void canBeCancelled() {
        assertThrows(CancelledException.class, () -> new AcceptedSampling(sampler, 3)
                .sample(requests(30), SETTINGS, new CancelAfter(5), sample -> {}));
    }

    @Test
    void withoutATryThereIsNoSample() {
        assertThrows(IllegalArgumentException.class, () -> new AcceptedSampling(sampler, 0));
    }
}
