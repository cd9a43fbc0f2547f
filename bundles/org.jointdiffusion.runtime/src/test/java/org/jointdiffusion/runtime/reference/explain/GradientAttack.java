package org.jointdiffusion.runtime.reference.explain;

import java.util.ArrayList;
import java.util.List;
import org.jointdiffusion.runtime.engine.ImageGradient;
import org.jointdiffusion.runtime.image.ImageTensors;
import org.jointdiffusion.runtime.image.PixelImage;
import org.jointdiffusion.runtime.sampling.WorkProgress;

/**
 * A plain attack on the pixels: follows the classifier's gradient toward the desired class in small steps of fixed
 * length and stops as soon as the image, rounded to 8 bits, has that class (targeted basic iterative method of Kurakin
 * et al. 2017, with the gradient's direction in place of its signs).
 */
final class GradientAttack {

    /** The root mean square of a step, on [-1, 1]: two grey levels. */
    private static final double STEP = 4 / 255.0;

    private static final int MOST_STEPS = 100;

    private static final int BATCH = 64;

    private final TestBed bed;

    GradientAttack(final TestBed bed) {
        this.bed = bed;
    }

    /** The attacked images; where the class was not reached, the last attempt. */
    List<PixelImage> answer(final List<Question> questions) {
        final WorkProgress progress =
                new WorkProgress(new ConsoleProgress("attack"), "Attacking", "images", questions.size());
        final List<PixelImage> answers = new ArrayList<>();
        for (int from = 0; from < questions.size(); from += BATCH) {
            answers.addAll(attack(questions.subList(from, Math.min(questions.size(), from + BATCH))));
            progress.report(answers.size());
        }
        return answers;
    }

    private List<PixelImage> attack(final List<Question> questions) {
        final float[] images = ImageTensors.toNetwork(Question.originals(questions));
        final int[] desired = Question.desiredClasses(questions);
        final List<PixelImage> answers = new ArrayList<>(Question.originals(questions));
        final boolean[] done = new boolean[desired.length];
        for (int step = 0; step < MOST_STEPS; step++) {
            final ImageGradient slope = bed.network().imageGradient(images, new int[desired.length], desired);
            for (int row = 0; row < desired.length; row++) {
                if (!done[row]) {
                    move(images, slope.gradient(), row);
                    answers.set(
                            row,
                            ImageTensors.fromNetwork(
                                    images, row, questions.get(row).original().shape()));
                }
            }
            final int[] classes = bed.ownClasses(answers);
            boolean all = true;
            for (int row = 0; row < desired.length; row++) {
                done[row] |= classes[row] == desired[row];
                all &= done[row];
            }
            if (all) {
                break;
            }
        }
        return answers;
    }

    private void move(final float[] images, final float[] gradient, final int row) {
        final int size = bed.network().configuration().image().size();
        double squares = 0;
        for (int i = row * size; i < (row + 1) * size; i++) {
            squares += (double) gradient[i] * gradient[i];
        }
        final double scale = STEP / Math.max(1e-30, Math.sqrt(squares / size));
        for (int i = row * size; i < (row + 1) * size; i++) {
            images[i] = (float) Math.max(-1, Math.min(1, images[i] - scale * gradient[i]));
        }
    }
}
