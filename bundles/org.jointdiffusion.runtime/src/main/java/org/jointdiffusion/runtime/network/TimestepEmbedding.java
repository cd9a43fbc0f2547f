package org.jointdiffusion.runtime.network;

/** Sines and cosines of the timestep (Vaswani et al. 2017), then a small network of two linear maps. */
final class TimestepEmbedding {

    private static final double LONGEST_PERIOD = 10_000;

    private final Linear first;
    private final Linear second;
    private final int half;

    TimestepEmbedding(final Declarations declarations, final int channels) {
        half = channels / 2;
        first = Linear.of(declarations, "time.linear_1", channels, size(channels));
        second = Linear.of(declarations, "time.linear_2", size(channels), size(channels));
    }

    /** The size of the embedding: four times the base number of channels. */
    static int size(final int channels) {
        return 4 * channels;
    }

    /** Writes the embedding of the timesteps {@code t}, activated as every block uses it. */
    String write(final ScriptBody body, final Arithmetic arithmetic) {
        final int type = arithmetic.weightType();
        final String index = body.let("torch.arange(%d, dtype=%d, device=ops.prim.device(t))", half, type);
        final String frequencies = body.let("torch.exp(torch.mul(%s, %s))", index, -Math.log(LONGEST_PERIOD) / half);
        final String angles =
                body.let("torch.mul(torch.unsqueeze(torch.to(t, %d), 1), torch.unsqueeze(%s, 0))", type, frequencies);
        final String waves = body.let(arithmetic.lower("torch.cat([torch.cos(%1$s), torch.sin(%1$s)], 1)"), angles);
        final String hidden = body.let("torch.silu(%s)", first.write(body, waves));
        return body.let("torch.silu(%s)", second.write(body, hidden));
    }
}
