package org.jointdiffusion.runtime.network;

/** Self-attention among all positions of a feature map, around a skip connection. */
final class AttentionBlock implements Block {

    /** The most positions whose attention is computed by plain products instead of the fused kernel. */
    static final int MOST_PLAIN_POSITIONS = 64;

    private final GroupNormalization normalization;
    private final Linear queriesKeysValues;
    private final Linear projection;
    private final Arithmetic arithmetic;
    private final int channels;
    private final int heads;
    private final int height;
    private final int width;

    AttentionBlock(
            final Declarations declarations,
            final String name,
            final NetworkConfiguration configuration,
            final int channels,
            final int level,
            final Arithmetic arithmetic) {
        this.arithmetic = arithmetic;
        this.channels = channels;
        heads = configuration.heads();
        height = configuration.height(level);
        width = configuration.width(level);
        normalization = new GroupNormalization(declarations, name + ".normalization", channels);
        queriesKeysValues = Linear.of(declarations, name + ".queries_keys_values", channels, 3 * channels);
        projection = Linear.startingAtZero(declarations, name + ".projection", channels, channels);
    }

    @Override
    public String write(final ScriptBody body, final String input) {
        final int positions = height * width;
        final String joined = body.let(
                "torch.view(%s, [-1, 3, %d, %d, %d])",
                queriesKeysValues.writePositions(body, normalization.write(body, input)),
                heads,
                channels / heads,
                positions);
        final String mixed =
                body.let("torch.reshape(%s, [-1, %d, %d, %d])", attention(body, joined), channels, height, width);
        return body.let("torch.add(%s, %s)", input, projection.writePositions(body, mixed));
    }

    /**
     * Mixes the values of all positions; the result is [rows, heads, channels, positions].
     *
     * <p>On processors the fused kernel is three times faster for large maps in 32 bit; but it is seven times slower in
     * bfloat16, and for small maps the plain products are faster (a guided call with 49 positions: by a seventh).
     */
    private String attention(final ScriptBody body, final String joined) {
        if (!arithmetic.isMixed() && height * width > MOST_PLAIN_POSITIONS) {
            final String tokens =
                    body.let("torch.unbind(torch.contiguous(torch.permute(%s, [1, 0, 2, 4, 3])), 0)", joined);
            return body.let(
                    "torch.transpose(torch.scaled_dot_product_attention(%1$s[0], %1$s[1], %1$s[2]), 2, 3)", tokens);
        }
        final String parts = body.let("torch.unbind(%s, 1)", joined);
        final String queries = body.let(
                "torch.transpose(torch.mul(%s[0], %s), 2, 3)", parts, 1 / Math.sqrt((double) channels / heads));
        final String weights = body.let("torch.softmax(torch.matmul(%s, %s[1]), -1)", queries, parts);
        return body.let("torch.matmul(%s[2], torch.transpose(%s, 2, 3))", parts, weights);
    }
}
