package org.jointdiffusion.runtime.scoring;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class ClassificationScoreTests {

    private static final List<String> CLASSES = List.of("a", "b");
    private static final float LN_9 = (float) Math.log(9);

    /** Odds 9 to 1 for a: three times right, once wrong; and one row of b, told as likely as a and so taken for a. */
    private static final float[] LOGITS = {LN_9, 0, LN_9, 0, LN_9, 0, LN_9, 0, 0, 0};

    private static final int[] LABELS = {0, 0, 0, 1, 1};

    @Test
    void figuresAreThoseReckonedByHand() {
        final ClassificationScore score = ClassificationScore.of(LOGITS, LABELS, CLASSES, 1);
        assertEquals(0.6, score.confusion().accuracy(), 1e-12);
        assertEquals(0.5, score.confusion().balancedAccuracy(), 1e-12);
        assertEquals(-(3 * Math.log(0.9) + Math.log(0.1) + Math.log(0.5)) / 5, score.negativeLogLikelihood(), 1e-6);
        // four rows of confidence 0.9, three right: gap 0.15; one row of 0.5, wrong: gap 0.5
        assertEquals((4 * 0.15 + 0.5) / 5, score.calibrationError(), 1e-6);
    }

    @Test
    void theTemperatureChangesHowSureTheModelIsButNotWhatItSays() {
        final ClassificationScore score = ClassificationScore.of(LOGITS, LABELS, CLASSES, 2);
        assertEquals(0.6, score.confusion().accuracy(), 1e-12);
        assertEquals(-(3 * Math.log(0.75) + Math.log(0.25) + Math.log(0.5)) / 5, score.negativeLogLikelihood(), 1e-6);
        // three of four are right where the confidence is 0.75; the last row is off by 0.5
        assertEquals(0.5 / 5, score.calibrationError(), 1e-6);
    }

    @Test
    void rowsWithoutLabelAreLeftOut() {
        final ClassificationScore score = ClassificationScore.of(LOGITS, new int[] {-1, 0, -1, 1, -1}, CLASSES, 1);
        assertEquals(2, score.confusion().total());
        assertEquals(-(Math.log(0.9) + Math.log(0.1)) / 2, score.negativeLogLikelihood(), 1e-6);
    }
}
