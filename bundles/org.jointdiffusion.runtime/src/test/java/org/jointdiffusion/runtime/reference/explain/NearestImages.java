package org.jointdiffusion.runtime.reference.explain;

import java.util.List;
import org.jointdiffusion.runtime.image.PixelImage;
import org.jointdiffusion.runtime.training.TrainingImages;

/** The training image of the desired class with the smallest L1 distance: what an explanation must beat. */
final class NearestImages {

    private final FashionData data;

    NearestImages(final FashionData data) {
        this.data = data;
    }

    /** The nearest image of the desired class, for each question. */
    List<PixelImage> answer(final List<Question> questions) {
        return questions.stream()
                .map(question -> data.trainingImage(nearest(question)))
                .toList();
    }

    private int nearest(final Question question) {
        final TrainingImages training = data.training();
        final byte[] values = question.original().values();
        int nearest = -1;
        long smallest = Long.MAX_VALUE;
        for (int row = 0; row < training.count(); row++) {
            if (training.labels()[row] == question.desiredClass()) {
                final long distance = distance(values, training.pixels(), row * values.length);
                if (distance < smallest) {
                    smallest = distance;
                    nearest = row;
                }
            }
        }
        return nearest;
    }

    private static long distance(final byte[] values, final byte[] pixels, final int start) {
        long sum = 0;
        for (int i = 0; i < values.length; i++) {
            sum += Math.abs((values[i] & 0xff) - (pixels[start + i] & 0xff));
        }
        return sum;
    }
}
