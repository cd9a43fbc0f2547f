package org.jointdiffusion.runtime.explanation;

import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.List;
import java.util.OptionalInt;
import org.jointdiffusion.runtime.image.ImageShape;
import org.jointdiffusion.runtime.image.PixelImage;
import org.junit.jupiter.api.Test;

class CandidateTests {

    private static final double REQUIRED = 0.8;

    private static Candidate candidate(final int grey, final boolean flips, final double confidence) {
        final ImageShape shape = new ImageShape(1, 1, 1);
        final Query query = new Query(
                new ExplanationRequest(0, new PixelImage(shape, new byte[1]), OptionalInt.of(1), 0),
                0,
                1,
                new double[] {1, 0});
        return new Candidate(
                query, new PixelImage(shape, new byte[] {(byte) grey}), new Judgement(flips, confidence), 0.5);
    }

    private static void assertBest(final Candidate best, final Candidate other) {
        assertSame(best, Candidate.best(List.of(best, other), REQUIRED));
        assertSame(best, Candidate.best(List.of(other, best), REQUIRED));
    }

    @Test
    void convincingBeatsSmaller() {
        assertBest(candidate(100, true, 0.8), candidate(10, true, 0.79));
    }

    @Test
    void amongConvincingOnesTheSmallerWins() {
        assertBest(candidate(10, true, 0.81), candidate(11, true, 0.99));
    }

    @Test
    void aFlipBeatsConfidence() {
        assertBest(candidate(100, true, 0.3), candidate(10, false, 0.9));
    }

    @Test
    void whereNoneConvincesTheSmallerOfAlmostEquallyConfidentOnesWins() {
        assertBest(candidate(10, true, 0.66), candidate(100, true, 0.7));
        assertBest(candidate(100, true, 0.7), candidate(10, true, 0.64));
    }

    @Test
    void whereNoneFlipsTheMoreConfidentIsCloser() {
        assertBest(candidate(100, false, 0.4), candidate(10, false, 0.3));
    }
}
