package org.jointdiffusion.runtime.network;

/** Normalises groups of channels of each image by itself (Wu and He 2018), then scales and shifts each channel. */
final class GroupNormalization {

    private static final int MOST_GROUPS = 32;

    private final Parameter weight;
    private final Parameter bias;
    private final int groups;

    GroupNormalization(final Declarations declarations, final String name, final int channels) {
        weight = declarations.declare(name + ".weight", InitialValues.ONE, channels);
        bias = declarations.declare(name + ".bias", InitialValues.ZERO, channels);
        groups = groups(channels);
    }

    /** The largest divisor of the channels up to 32, so that any number of channels fits. */
    static int groups(final int channels) {
        int groups = Math.min(MOST_GROUPS, channels);
        while (channels % groups != 0) {
            groups--;
        }
        return groups;
    }

    String write(final ScriptBody body, final String input) {
        return body.let("torch.group_norm(%s, %d, %s, %s, 1.0e-05)", input, groups, weight, bias);
    }
}
