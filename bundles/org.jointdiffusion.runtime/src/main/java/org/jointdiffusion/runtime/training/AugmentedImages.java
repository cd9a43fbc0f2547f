package org.jointdiffusion.runtime.training;

import org.jointdiffusion.runtime.diffusion.KeyedNoise;

/** The training images as numbers in [-1, 1], as they are or varied. */
public final class AugmentedImages {

    private static final int FLIP = 0;
    private static final int DOWN = 1;
    private static final int RIGHT = 2;

    private final TrainingImages data;
    private final Augmentation augmentation;
    private final KeyedNoise[] draws;

    /** The images with the given variation; equal seeds vary equally. */
    public AugmentedImages(final TrainingImages data, final Augmentation augmentation, final long seed) {
        this.data = data;
        this.augmentation = augmentation;
        final KeyedNoise noise = new KeyedNoise(seed);
        draws = new KeyedNoise[] {
            noise.forPurpose("flip"), noise.forPurpose("shift down"), noise.forPurpose("shift right")
        };
    }

    /** Writes a row as it is to the given place of a batch. */
    public void plain(final int row, final float[] target, final int place) {
        write(row, target, place, false, 0, 0);
    }

    /** Writes a row, mirrored and shifted at random; what is shifted in repeats the edge. */
    public void varied(final int row, final long step, final float[] target, final int place) {
        final boolean mirrored =
                augmentation.flip() == Augmentation.Flip.HORIZONTAL && draws[FLIP].uniformInt(row, step, 2) == 1;
        write(row, target, place, mirrored, shift(DOWN, row, step), shift(RIGHT, row, step));
    }

    private int shift(final int direction, final int row, final long step) {
        return draws[direction].uniformInt(row, step, 2 * augmentation.largestShift() + 1)
                - augmentation.largestShift();
    }

    private void write(
            final int row,
            final float[] target,
            final int place,
            final boolean mirrored,
            final int down,
            final int right) {
        final int height = data.shape().height();
        final int width = data.shape().width();
        int position = place * data.shape().size();
        for (int channel = 0; channel < data.shape().channels(); channel++) {
            final int plane = row * data.shape().size() + channel * height * width;
            for (int y = 0; y < height; y++) {
                final int line = plane + clamp(y - down, height) * width;
                for (int x = 0; x < width; x++) {
                    final int column = clamp(x - right, width);
                    final int value = data.pixels()[line + (mirrored ? width - 1 - column : column)] & 0xFF;
                    target[position++] = value / 127.5f - 1;
                }
            }
        }
    }

    private static int clamp(final int index, final int length) {
        return Math.max(0, Math.min(length - 1, index));
    }
}
