package org.jointdiffusion.runtime.diffusion;

/**
 * The counter-based random function Philox 4x32-10 (Salmon et al. 2011, "Parallel random numbers: as easy as 1, 2, 3").
 *
 * <p>A pure function of 128 counter bits and 64 key bits, so that any number can be drawn without its predecessors.
 */
final class Philox {

    private static final int ROUNDS = 10;
    private static final long MULTIPLIER_0 = 0xD2511F53L;
    private static final long MULTIPLIER_1 = 0xCD9E8D57L;
    private static final int WEYL_0 = 0x9E3779B9;
    private static final int WEYL_1 = 0xBB67AE85;

    private Philox() {}

    /**
     * Replaces the four counter words by four random words.
     *
     * @param words the counter on entry, the random words on return; length 4
     * @param keyLow the low half of the key
     * @param keyHigh the high half of the key
     */
    static void scramble(final int[] words, final int keyLow, final int keyHigh) {
        int word0 = words[0];
        int word1 = words[1];
        int word2 = words[2];
        int word3 = words[3];
        int key0 = keyLow;
        int key1 = keyHigh;
        for (int round = 0; round < ROUNDS; round++) {
            final long product0 = MULTIPLIER_0 * (word0 & 0xFFFFFFFFL);
            final long product1 = MULTIPLIER_1 * (word2 & 0xFFFFFFFFL);
            word0 = (int) (product1 >>> 32) ^ word1 ^ key0;
            word2 = (int) (product0 >>> 32) ^ word3 ^ key1;
            word1 = (int) product1;
            word3 = (int) product0;
            key0 += WEYL_0;
            key1 += WEYL_1;
        }
        words[0] = word0;
        words[1] = word1;
        words[2] = word2;
        words[3] = word3;
    }
}
