package org.jointdiffusion.runtime.network;

import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * What of a preset is overridden; what is empty stays as the preset has it.
 *
 * @param channels base number of channels, a multiple of 4
 * @param levels the number of sizes of feature maps, from 1 to 6; each level but the last halves the size
 * @param residualBlocks residual blocks a level of the encoder, from 1 to 16
 * @param dropout share of feature maps dropped in residual blocks while training, in [0, 1)
 */
public record NetworkOptions(
        OptionalInt channels, OptionalInt levels, OptionalInt residualBlocks, OptionalDouble dropout) {

    /** Everything as the preset has it. */
    public static final NetworkOptions NONE =
            new NetworkOptions(OptionalInt.empty(), OptionalInt.empty(), OptionalInt.empty(), OptionalDouble.empty());

    private static final int CHANNEL_MULTIPLE = 4;
    private static final int MOST_CHANNELS = 1024;
    private static final int MOST_LEVELS = 6;
    private static final int MOST_BLOCKS = 16;

    /** Checks the values; throws {@link IllegalArgumentException} with the offending one. */
    public NetworkOptions {
        final int channelCount = channels.orElse(CHANNEL_MULTIPLE);
        if (channelCount < CHANNEL_MULTIPLE || channelCount > MOST_CHANNELS || channelCount % CHANNEL_MULTIPLE != 0) {
            throw new IllegalArgumentException("The channels must be a multiple of " + CHANNEL_MULTIPLE + " from "
                    + CHANNEL_MULTIPLE + " to " + MOST_CHANNELS + ", not " + channelCount + ".");
        }
        check("levels", levels, MOST_LEVELS);
        check("residual blocks", residualBlocks, MOST_BLOCKS);
        final double rate = dropout.orElse(0);
        if (!(rate >= 0) || !(rate < 1)) {
            throw new IllegalArgumentException("The dropout must be at least 0 and below 1, not " + rate + ".");
        }
    }

    private static void check(final String what, final OptionalInt value, final int most) {
        if (value.orElse(1) < 1 || value.orElse(1) > most) {
            throw new IllegalArgumentException(
                    "The network must have 1 to " + most + " " + what + ", not " + value.getAsInt() + ".");
        }
    }
}
