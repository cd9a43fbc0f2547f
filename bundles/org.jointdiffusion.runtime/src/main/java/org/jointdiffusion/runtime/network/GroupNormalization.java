package org.jointdiffusion.runtime.network;

/** Normalises groups of channels of each image by itself (Wu and He 2018), then scales and shifts each channel. */
final class GroupNormalization {

    private static final int MOST_GROUPS = 32;

    private final Parameter weight;
    private final Parameter bias;
    private final int groups;

    GroupNormalization(final Declarations declarations, final String name, final int channels) {
        this(declarations, name, channels, groups(channels));
    }

    /** A normalisation with a number of groups that divides the channels. */
    GroupNormalization(final Declarations declarations, final String name, final int channels, final int groups) {
        weight = declarations.declare(name + ".weight", InitialValues.ONE, channels);
        bias = declarations.declare(name + ".bias", InitialValues.ZERO, channels);
        this.groups = groups;
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

    /**
     * Writes the normalisation of each row with a scale and shift of its own, [rows, channels]: GN(x) scale + shift.
     *
     * <p>All rows become the channels of one image, so that scale and shift are part of the normalisation's own weights
     * and need no further pass over the feature maps, forward or backward.
     */
    String writeModulated(final ScriptBody body, final String input, final String scale, final String shift) {
        final String weights = body.let("torch.flatten(torch.mul(%s, %s))", scale, weight);
        final String biases = body.let("torch.flatten(torch.addcmul(%s, %s, %s))", shift, scale, bias);
        final String joined = body.let("torch.unsqueeze(torch.flatten(%s, 0, 1), 0)", input);
        final String normalized = body.let(
                "torch.group_norm(%s, torch.mul(torch.size(%s, 0), %d), %s, %s, 1.0e-05)",
                joined, input, groups, weights, biases);
        return body.let("torch.view_as(%s, %s)", normalized, input);
    }
}
