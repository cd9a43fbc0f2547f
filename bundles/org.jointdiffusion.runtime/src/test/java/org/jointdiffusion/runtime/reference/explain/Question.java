package org.jointdiffusion.runtime.reference.explain;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jointdiffusion.runtime.diffusion.KeyedNoise;
import org.jointdiffusion.runtime.image.PixelImage;
import org.jointdiffusion.runtime.prediction.Prediction;

/**
 * A test image that is to change its class; every method answers the same ones.
 *
 * @param row its row
 * @param original the image
 * @param classBefore the class that the model sees
 * @param desiredClass another class
 * @param choice how the desired class was chosen
 */
record Question(int row, PixelImage original, int classBefore, int desiredClass, Choice choice) {

    /** How a desired class is chosen. */
    enum Choice {
        /** The model's second most probable class. */
        SECOND_BEST,
        /** Any class but the model's most probable one. */
        RANDOM
    }

    /** The first test images: even rows toward their second best class, odd ones toward a random one. */
    static List<Question> of(final TestBed bed) {
        final int rows = bed.options().rows();
        final List<PixelImage> images = bed.data().test().subList(0, rows);
        final List<Prediction> predictions = bed.predictions(images);
        final KeyedNoise noise = new KeyedNoise(bed.options().seed()).forPurpose("desired class");
        final List<Question> questions = new ArrayList<>();
        for (int row = 0; row < rows; row++) {
            final int before = predictions.get(row).predictedClass();
            final double[] probabilities = predictions.get(row).probabilities();
            final Choice choice = row % 2 == 0 ? Choice.SECOND_BEST : Choice.RANDOM;
            final int desired = choice == Choice.SECOND_BEST
                    ? secondBest(probabilities, before)
                    : (before + 1 + noise.uniformInt(row, 0, probabilities.length - 1)) % probabilities.length;
            questions.add(new Question(row, images.get(row), before, desired, choice));
        }
        return questions;
    }

    private static int secondBest(final double[] probabilities, final int best) {
        return IntStream.range(0, probabilities.length)
                .filter(i -> i != best)
                .boxed()
                .max((a, b) -> Double.compare(probabilities[a], probabilities[b]))
                .orElseThrow();
    }

    /** Their images. */
    static List<PixelImage> originals(final List<Question> questions) {
        return questions.stream().map(Question::original).toList();
    }

    /** Their desired classes. */
    static int[] desiredClasses(final List<Question> questions) {
        return questions.stream().mapToInt(Question::desiredClass).toArray();
    }

    /** The places of the questions with a choice. */
    static int[] places(final List<Question> questions, final Choice choice) {
        return IntStream.range(0, questions.size())
                .filter(i -> questions.get(i).choice() == choice)
                .toArray();
    }

    /** The values at some places. */
    static double[] select(final double[] values, final int[] places) {
        return Arrays.stream(places).mapToDouble(i -> values[i]).toArray();
    }
}
