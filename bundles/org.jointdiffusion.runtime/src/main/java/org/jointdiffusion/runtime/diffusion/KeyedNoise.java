package org.jointdiffusion.runtime.diffusion;

/**
 * Random numbers that depend only on (seed, row, step): the source of everything random in this project.
 *
 * <p>A row gets the same numbers in every batch, order and thread. Immutable, hence safe to share. Different kinds of
 * draw (Gaussian, uniform, whole number, purpose) never share random words.
 */
public final class KeyedNoise {

    private static final double TWO_POW_MINUS_32 = 0x1p-32;
    private static final double TWO_POW_MINUS_53 = 0x1p-53;
    private static final float TWO_POW_MINUS_24 = 0x1p-24f;
    /** The kinds of draw use different block numbers: Gaussian noise those from 0 on. */
    private static final int UNIFORM_BLOCK = 0x80000000;

    private static final int INTEGER_BLOCK = 0x80000001;
    private static final int PURPOSE_BLOCK = 0x80000002;
    private static final int UNIFORM_ARRAY_BLOCK = 0xC0000000;

    private final int keyLow;
    private final int keyHigh;

    /** Noise of the given seed; equal seeds give equal noise. */
    public KeyedNoise(final long seed) {
        keyLow = (int) seed;
        keyHigh = (int) (seed >>> 32);
    }

    /**
     * Independent noise of the same seed for another use, such as "dropout".
     *
     * @param purpose a short constant name; each use of random numbers has its own
     */
    public KeyedNoise forPurpose(final String purpose) {
        final int[] words = {PURPOSE_BLOCK, 0, purpose.hashCode(), purpose.length()};
        Philox.scramble(words, keyLow, keyHigh);
        return new KeyedNoise(joined(words[0], words[1]));
    }

    /** The seed that gives this noise. */
    public long seed() {
        return joined(keyLow, keyHigh);
    }

    /**
     * Fills part of an array with independent standard normal numbers (Box and Muller 1958).
     *
     * <p>The first numbers of a row and step are the same for every length.
     *
     * @param row any row number
     * @param step the step within the row, in [0, 2^32)
     * @param target where the numbers go
     * @param offset the index of the first number
     * @param length how many numbers
     */
    public void gaussian(final long row, final long step, final float[] target, final int offset, final int length) {
        final int stepWord = stepWord(step);
        final int[] words = new int[4];
        for (int done = 0, block = 0; done < length; done += 4, block++) {
            draw(words, block, stepWord, row);
            normalPair(words[0], words[1], target, offset + done, Math.min(2, length - done));
            normalPair(words[2], words[3], target, offset + done + 2, Math.min(2, length - done - 2));
        }
    }

    /** Fills part of an array with independent numbers in [0, 1) of 24 random bits; see {@link #gaussian}. */
    public void uniform(final long row, final long step, final float[] target, final int offset, final int length) {
        final int stepWord = stepWord(step);
        final int[] words = new int[4];
        for (int done = 0; done < length; done++) {
            if (done % 4 == 0) {
                draw(words, UNIFORM_ARRAY_BLOCK + done / 4, stepWord, row);
            }
            target[offset + done] = (words[done % 4] >>> 8) * TWO_POW_MINUS_24;
        }
    }

    /**
     * A whole number in [0, bound), all equally likely; throws {@link IllegalArgumentException} for a bound below 1.
     */
    public int uniformInt(final long row, final long step, final int bound) {
        if (bound < 1) {
            throw new IllegalArgumentException(
                    "The bound of a random whole number must be 1 or more, not " + bound + ".");
        }
        final int[] words = new int[4];
        draw(words, INTEGER_BLOCK, stepWord(step), row);
        // a 64-bit fraction times the bound: the bias is below 2^-32 of the probability of each number
        return (int) Math.multiplyHigh(joined(words[0], words[1]) >>> 1, (long) bound << 1);
    }

    /** A number in [0, 1) with 53 random bits. */
    public double uniform(final long row, final long step) {
        final int[] words = new int[4];
        draw(words, UNIFORM_BLOCK, stepWord(step), row);
        return (joined(words[0], words[1]) >>> 11) * TWO_POW_MINUS_53;
    }

    private void draw(final int[] words, final int block, final int step, final long row) {
        words[0] = block;
        words[1] = step;
        words[2] = (int) row;
        words[3] = (int) (row >>> 32);
        Philox.scramble(words, keyLow, keyHigh);
    }

    private static int stepWord(final long step) {
        if (step < 0 || step >>> 32 != 0) {
            throw new IllegalArgumentException("The step of keyed noise must be in [0, 2^32), not " + step + ".");
        }
        return (int) step;
    }

    private static long joined(final int low, final int high) {
        return (low & 0xFFFFFFFFL) | (long) high << 32;
    }

    /** StrictMath, because Math may differ in the last bit from one machine to the next. */
    private static void normalPair(
            final int first, final int second, final float[] target, final int offset, final int count) {
        if (count <= 0) {
            return;
        }
        final double radius = StrictMath.sqrt(-2 * StrictMath.log(((first & 0xFFFFFFFFL) + 1) * TWO_POW_MINUS_32));
        final double angle = 2 * Math.PI * ((second & 0xFFFFFFFFL) * TWO_POW_MINUS_32);
        target[offset] = (float) (radius * StrictMath.cos(angle));
        if (count > 1) {
            target[offset + 1] = (float) (radius * StrictMath.sin(angle));
        }
    }
}
