package org.jointdiffusion.runtime.network;

import java.util.ArrayList;
import java.util.List;

/**
 * The first half of the UNet and the middle block: everything whose outputs are the representation z_t (paper, section
 * "Joint Diffusion Models").
 */
final class Encoder {

    private final TimestepEmbedding embedding;
    private final FilmProjection film;
    private final List<Block> stages = new ArrayList<>();
    private final List<Integer> stageChannels = new ArrayList<>();
    private final NetworkConfiguration configuration;
    private final Arithmetic arithmetic;

    Encoder(final NetworkConfiguration configuration, final Arithmetic arithmetic, final Declarations declarations) {
        this.configuration = configuration;
        this.arithmetic = arithmetic;
        embedding = new TimestepEmbedding(declarations, configuration.channels());
        film = new FilmProjection(TimestepEmbedding.size(configuration.channels()));
        final UNetHalf half = new UNetHalf(declarations, film, configuration.dropout(), false);
        int channels = configuration.channels() * configuration.multipliers().get(0);
        add(Convolution.ofKernel(declarations, nextName(), configuration.patchChannels(), channels, 3), channels);
        final int levels = configuration.multipliers().size();
        for (int level = 0; level < levels; level++) {
            final int out =
                    configuration.channels() * configuration.multipliers().get(level);
            for (int block = 0; block < configuration.residualBlocks(); block++) {
                add(residual(half, level, channels, out), out);
                channels = out;
            }
            if (level < levels - 1) {
                add(Convolution.halving(declarations, nextName() + ".downsampling", channels), channels);
            }
        }
        add(middle(half, channels, levels - 1), channels);
        film.declare(declarations);
    }

    /** The channels of every output, the middle block's last. */
    List<Integer> outputChannels() {
        return List.copyOf(stageChannels);
    }

    /** Writes the body of {@code encode(x, t, P, masks)}; it returns all outputs and the activated embedding. */
    String write() {
        final ScriptBody body = new ScriptBody();
        final String embedded = embedding.write(body, arithmetic);
        film.write(body, embedded);
        final String patches =
                configuration.patch() == 1 ? "x" : "torch.pixel_unshuffle(x, " + configuration.patch() + ")";
        String hidden = body.let(arithmetic.lower(patches));
        final List<String> outputs = new ArrayList<>();
        for (final Block stage : stages) {
            hidden = stage.write(body, hidden);
            outputs.add(hidden);
        }
        body.line("return ([" + String.join(", ", outputs) + "], " + embedded + ")");
        return body.toString();
    }

    private Block residual(final UNetHalf half, final int level, final int in, final int out) {
        final String name = nextName();
        final Block residual = new ResidualBlock(half, name + ".residual", in, out);
        return configuration.attentionSizes().contains(configuration.height(level))
                ? residual.then(attention(half, name + ".attention", out, level))
                : residual;
    }

    private Block middle(final UNetHalf half, final int channels, final int level) {
        return new ResidualBlock(half, "middle.residual_1", channels, channels)
                .then(attention(half, "middle.attention", channels, level))
                .then(new ResidualBlock(half, "middle.residual_2", channels, channels));
    }

    private Block attention(final UNetHalf half, final String name, final int channels, final int level) {
        return new AttentionBlock(half.declarations(), name, configuration, channels, level, arithmetic);
    }

    private String nextName() {
        return "encoder." + stages.size();
    }

    private void add(final Block stage, final int channels) {
        stages.add(stage);
        stageChannels.add(channels);
    }
}
