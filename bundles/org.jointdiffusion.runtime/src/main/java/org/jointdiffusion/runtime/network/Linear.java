package org.jointdiffusion.runtime.network;

/** A linear map of the last dimension, with bias. */
final class Linear {

    private final Parameter weight;
    private final Parameter bias;

    private Linear(
            final Declarations declarations,
            final String name,
            final int in,
            final int out,
            final InitialValues initial) {
        weight = declarations.declare(name + ".weight", initial, out, in);
        bias = declarations.declare(name + ".bias", initial, out);
    }

    static Linear of(final Declarations declarations, final String name, final int in, final int out) {
        return new Linear(declarations, name, in, out, InitialValues.uniform(in));
    }

    static Linear startingAtZero(final Declarations declarations, final String name, final int in, final int out) {
        return new Linear(declarations, name, in, out, InitialValues.ZERO);
    }

    String write(final ScriptBody body, final String input) {
        return body.let("torch.linear(%s, %s, %s)", input, weight, bias);
    }

    /** Writes the map of the channels at every position of feature maps, as a convolution, which is the fastest way. */
    String writePositions(final ScriptBody body, final String input) {
        return body.let("torch.conv2d(%s, torch.unsqueeze(torch.unsqueeze(%s, -1), -1), %s)", input, weight, bias);
    }
}
