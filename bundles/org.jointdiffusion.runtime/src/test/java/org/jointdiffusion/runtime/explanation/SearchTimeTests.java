package org.jointdiffusion.runtime.explanation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicLong;
import org.jointdiffusion.runtime.ProgressMonitor;
import org.jointdiffusion.runtime.diffusion.Guidance;
import org.jointdiffusion.runtime.diffusion.GuidanceKind;
import org.jointdiffusion.runtime.image.ImageShape;
import org.jointdiffusion.runtime.image.PixelImage;
import org.jointdiffusion.runtime.sampling.LinearNetwork;
import org.junit.jupiter.api.Test;

/** The clock of these tests goes on by a second whenever it is looked at: once for each noise level but the first. */
class SearchTimeTests {

    private static final ImageShape SHAPE = new ImageShape(1, 6, 6);

    private static final ExplanationRequest NEAR = request(0, 130, 120);

    private static final ExplanationRequest FAR = request(1, 200, 50);

    /** A confidence of 1 is never reached, so that every level is tried while there is time. */
    private final ExplanationSettings endless = ExplanationSettings.usual(3)
            .withGuidance(Guidance.noise(GuidanceKind.IMAGE, 1.5))
            .withConfidence(1);

    private static ExplanationRequest request(final long row, final int upper, final int lower) {
        final byte[] values = new byte[SHAPE.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = (byte) (i < values.length / 2 ? upper : lower);
        }
        return new ExplanationRequest(row, new PixelImage(SHAPE, values), OptionalInt.of(1), 0);
    }

    private static List<Counterfactual> explain(final ExplanationSettings how, final ExplanationRequest... requests) {
        final LinearNetwork network = new LinearNetwork(SHAPE, 2, 20);
        final AtomicLong seconds = new AtomicLong();
        final List<Counterfactual> found = new ArrayList<>();
        new CounterfactualExplainer(network, network.model(1), () -> seconds.getAndIncrement() * 1_000_000_000)
                .explain(List.of(requests), how, ProgressMonitor.silent(), found::add);
        return found;
    }

    private ExplanationSettings levels(final int count) {
        return endless.withNoiseLevels(endless.noiseLevels().subList(0, count));
    }

    private static List<PixelImage> images(final List<Counterfactual> found) {
        return found.stream().map(Counterfactual::counterfactual).toList();
    }

    private static List<SearchEnd> ends(final List<Counterfactual> found) {
        return found.stream().map(Counterfactual::end).toList();
    }

    @Test
    void theBestOfTheLevelsForWhichTheTimeWasEnoughIsTaken() {
        final List<Counterfactual> limited = explain(endless.withSecondsPerRow(1.5), FAR);
        assertEquals(images(explain(levels(2), FAR)), images(limited));
        assertNotEquals(images(explain(levels(7), FAR)), images(limited));
        assertEquals(List.of(SearchEnd.TIME_USED_UP), ends(limited));
    }

    @Test
    void theFirstLevelIsAlwaysTried() {
        final List<Counterfactual> limited = explain(endless.withSecondsPerRow(1e-9), FAR);
        assertEquals(images(explain(levels(1), FAR)), images(limited));
        assertEquals(0.2, limited.get(0).noiseLevel());
    }

    @Test
    void theRowsOfABatchShareTheirTime() {
        final List<Counterfactual> limited = explain(endless.withSecondsPerRow(1.5), FAR, NEAR);
        assertEquals(images(explain(levels(3), FAR, NEAR)), images(limited));
    }

    @Test
    void withEnoughTimeEverythingIsAsWithoutALimit() {
        final List<Counterfactual> limited = explain(endless.withSecondsPerRow(1000), NEAR, FAR);
        assertEquals(images(explain(endless, NEAR, FAR)), images(limited));
        assertEquals(List.of(SearchEnd.COMPLETE, SearchEnd.COMPLETE), ends(limited));
    }

    @Test
    void onlyRowsWhoseSearchWasCutShortSaySo() {
        final ExplanationSettings modest = endless.withConfidence(0.6);
        final double level = explain(modest, NEAR).get(0).noiseLevel();
        final int levelsForNear = modest.noiseLevels().indexOf(level) + 1;
        final ExplanationRequest alreadyThere = request(2, 50, 200);
        final List<Counterfactual> limited =
                explain(modest.withSecondsPerRow(levelsForNear / 3.0), NEAR, FAR, alreadyThere);
        assertEquals(List.of(SearchEnd.COMPLETE, SearchEnd.TIME_USED_UP, SearchEnd.COMPLETE), ends(limited));
    }
}
