package org.jointdiffusion.runtime.network;

import java.util.ArrayList;
import java.util.List;

/** The second half of the UNet: turns the representation z_t into the predicted noise. */
final class Decoder {

    private final NetworkConfiguration configuration;
    private final Arithmetic arithmetic;
    private final FilmProjection film;
    /** Each stage takes its input joined with one output of the encoder, from the last to the first. */
    private final List<Block> stages = new ArrayList<>();

    private final GroupNormalization lastNormalization;
    private final Convolution lastConvolution;

    Decoder(
            final NetworkConfiguration configuration,
            final Arithmetic arithmetic,
            final Declarations declarations,
            final List<Integer> encoderChannels) {
        this.configuration = configuration;
        this.arithmetic = arithmetic;
        film = new FilmProjection(TimestepEmbedding.size(configuration.channels()));
        final UNetHalf half = new UNetHalf(declarations, film, configuration.dropout(), true);
        int skip = encoderChannels.size() - 1;
        int channels = encoderChannels.get(skip);
        for (int level = configuration.multipliers().size() - 1; level >= 0; level--) {
            final int out =
                    configuration.channels() * configuration.multipliers().get(level);
            for (int block = 0; block <= configuration.residualBlocks(); block++) {
                skip--;
                final boolean last = block == configuration.residualBlocks();
                stages.add(stage(half, level, channels + encoderChannels.get(skip), out, last && level > 0));
                channels = out;
            }
        }
        lastNormalization = new GroupNormalization(declarations, "output.normalization", channels);
        lastConvolution =
                Convolution.startingAtZero(declarations, "output.convolution", channels, configuration.patchChannels());
        film.declare(declarations);
    }

    /** Writes the body of {@code decode(z, embedding, P, masks)}; it returns the predicted noise. */
    String write() {
        final ScriptBody body = new ScriptBody();
        film.write(body, "embedding");
        int skip = stages.size();
        String hidden = "z[" + skip + "]";
        for (final Block stage : stages) {
            skip--;
            hidden = stage.write(body, body.let("torch.cat([%s, z[%d]], 1)", hidden, skip));
        }
        final String activated = body.let("torch.silu(%s)", lastNormalization.write(body, hidden));
        final String noise = arithmetic.raise(lastConvolution.write(body, activated));
        body.line("return "
                + (configuration.patch() == 1
                        ? noise
                        : "torch.pixel_shuffle(" + noise + ", " + configuration.patch() + ")"));
        return body.toString();
    }

    private Block stage(final UNetHalf half, final int level, final int in, final int out, final boolean upsample) {
        final Declarations declarations = half.declarations();
        final String name = "decoder." + stages.size();
        Block stage = new ResidualBlock(half, name + ".residual", in, out);
        if (configuration.attentionSizes().contains(configuration.height(level))) {
            stage = stage.then(
                    new AttentionBlock(declarations, name + ".attention", configuration, out, level, arithmetic));
        }
        if (upsample) {
            stage = stage.then(new Upsampling(declarations, name + ".upsampling", out));
        }
        return stage;
    }
}
