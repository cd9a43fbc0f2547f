package org.jointdiffusion.runtime.reference.explain;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import org.jointdiffusion.runtime.image.ImageShape;
import org.jointdiffusion.runtime.image.PixelImage;
import org.jointdiffusion.runtime.sampling.LinearNetwork;
import org.junit.jupiter.api.Test;

class GradientAttackTests {

    private static final ImageShape SHAPE = new ImageShape(1, 4, 4);

    /** An image belongs to the class whose half is brighter. */
    private static final LinearNetwork NETWORK = new LinearNetwork(SHAPE, 2, 5);

    private static final TestBed BED = new TestBed(
            ExplainOptions.DEFAULT, new FashionData(null, List.of(), new int[0]), NETWORK.model(1), NETWORK, null);

    private static Question question(final int upper, final int lower) {
        final byte[] values = new byte[16];
        Arrays.fill(values, 0, 8, (byte) upper);
        Arrays.fill(values, 8, 16, (byte) lower);
        return new Question(0, new PixelImage(SHAPE, values), 0, 1, Question.Choice.RANDOM);
    }

    @Test
    void theFewestStepsThatTurnTheClassAreTaken() {
        // each step brightens one half and darkens the other by two levels: ten apart need three steps
        final List<Question> questions = List.of(question(130, 120), question(122, 121));
        final List<PixelImage> answers = new GradientAttack(BED).answer(questions);
        assertArrayEquals(new int[] {1, 1}, BED.ownClasses(answers));
        assertEquals(124, answers.get(0).value(0, 0, 0));
        assertEquals(126, answers.get(0).value(0, 3, 3));
        // an easy image stops before a hard one of its batch
        assertEquals(120, answers.get(1).value(0, 0, 0));
    }

    @Test
    void distantImagesTakeAsManyStepsAsTheyNeed() {
        // after 50 steps the halves are at 101 and 100, after 51 at 99 and 102
        final PixelImage answer =
                new GradientAttack(BED).answer(List.of(question(201, 0))).get(0);
        assertEquals(99, answer.value(0, 0, 0));
        assertEquals(102, answer.value(0, 3, 3));
    }
}
