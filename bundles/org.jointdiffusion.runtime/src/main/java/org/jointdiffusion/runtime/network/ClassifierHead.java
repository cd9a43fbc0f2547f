package org.jointdiffusion.runtime.network;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The classifier on the pooled representation (paper, section "Joint Diffusion Models").
 *
 * <p>Layer normalisation instead of batch normalisation and no timestep among the features: with both, as in the
 * authors' code, the head fails at noise levels on which it was not trained. Its arithmetic is never lowered.
 */
final class ClassifierHead {

    private static final String MEAN =
            "torch.div(torch.sum(z[%1$d], [2, 3]), torch.mul(torch.size(z[%1$d], 2), torch.size(z[%1$d], 3)))";

    private final int features;
    private final Arithmetic arithmetic;
    private final Parameter scale;
    private final Parameter shift;
    private final Linear hidden;
    private final Linear output;
    private final int featureMask;
    private final int hiddenMask;

    ClassifierHead(
            final NetworkConfiguration configuration,
            final Arithmetic arithmetic,
            final Declarations declarations,
            final List<Integer> encoderChannels) {
        this.arithmetic = arithmetic;
        features = encoderChannels.stream().mapToInt(Integer::intValue).sum();
        declarations.useFullPrecision();
        scale = declarations.declare("head.normalization.weight", InitialValues.ONE, features);
        shift = declarations.declare("head.normalization.bias", InitialValues.ZERO, features);
        hidden = Linear.of(declarations, "head.hidden", features, features / 2);
        output = Linear.of(declarations, "head.output", features / 2, configuration.classes());
        featureMask = declarations.declareMask(features, configuration.headDropout(), false);
        hiddenMask = declarations.declareMask(features / 2, configuration.headDropout(), false);
    }

    /** The number of pooled features: the channels of all outputs of the encoder. */
    int features() {
        return features;
    }

    /**
     * Writes the body of {@code pool(z)}; it returns the features, [rows, features].
     *
     * <p>A sum that is divided afterwards instead of a mean: its gradient is a view of one number for each map, where
     * that of a mean is written out map by map (1.6 % of a guided call).
     */
    String writePooling(final int outputs) {
        final String means =
                IntStream.range(0, outputs).mapToObj(MEAN::formatted).collect(Collectors.joining(", "));
        return "    return " + arithmetic.raise("torch.cat([" + means + "], 1)") + "\n";
    }

    /** Writes the body of {@code classify(features, P, masks)}; it returns the logits, [rows, classes]. */
    String write() {
        final ScriptBody body = new ScriptBody();
        final String normalized = body.let("torch.layer_norm(features, [%d], %s, %s)", features, scale, shift);
        final String first = hidden.write(body, dropped(body, normalized, featureMask));
        final String activated = body.let("torch.leaky_relu(%s)", first);
        body.line("return " + output.write(body, dropped(body, activated, hiddenMask)));
        return body.toString();
    }

    private static String dropped(final ScriptBody body, final String input, final int mask) {
        return mask < 0 ? input : body.let("(self).drop(%s, masks, %d)", input, mask);
    }
}
