package org.jointdiffusion.runtime.network;

import java.util.ArrayList;
import java.util.List;

/**
 * The oracle's layers: 3x3 convolutions that halve the image, the means of a coarse grid of each feature map, and two
 * linear maps.
 *
 * <p>Large images are first halved until they are small enough for the wide convolutions. From the pooling on,
 * arithmetic is never lowered.
 */
final class OracleDefinition {

    private static final int[] CHANNELS = {32, 64, 64};
    /** The longest side at which the first convolution works at full size. */
    private static final int LONGEST_SIDE = 40;
    /** Few groups, because the brightness of a map says something about the class. */
    private static final int GROUPS = 4;

    /** Positions a side that are left for the linear maps: where something is often decides the class. */
    private static final int GRID = 3;

    private record Stage(Convolution convolution, GroupNormalization normalization) {}

    private final Declarations declarations = new Declarations();
    private final List<Stage> stages = new ArrayList<>();
    private final Arithmetic arithmetic;
    private final Linear hidden;
    private final Linear output;

    OracleDefinition(final OracleConfiguration configuration, final Arithmetic arithmetic) {
        this.arithmetic = arithmetic;
        int channels = configuration.image().channels();
        int side =
                Math.max(configuration.image().height(), configuration.image().width());
        for (; side > LONGEST_SIDE; side = (side + 1) / 2) {
            channels = add(Convolution.halving(declarations, nextName(), channels, CHANNELS[0]), CHANNELS[0]);
        }
        if (stages.isEmpty()) {
            channels = add(Convolution.ofKernel(declarations, nextName(), channels, CHANNELS[0], 3), CHANNELS[0]);
        }
        for (int level = 1; level < CHANNELS.length; level++) {
            channels = add(Convolution.halving(declarations, nextName(), channels, CHANNELS[level]), CHANNELS[level]);
        }
        declarations.useFullPrecision();
        hidden = Linear.of(declarations, "hidden", GRID * GRID * channels, OracleConfiguration.FEATURES);
        output = Linear.of(declarations, "output", OracleConfiguration.FEATURES, configuration.classes());
    }

    ParameterLayout layout() {
        return declarations.layout();
    }

    /** The methods that describe the network itself. */
    String methods() {
        return ProgramText.unpacking(declarations, arithmetic)
                + ProgramText.method("features(self: __torch__.M, x: Tensor, P: List[Tensor]) -> Tensor", features())
                + ProgramText.method(
                        "classify(self: __torch__.M, features: Tensor, P: List[Tensor]) -> Tensor", classifier());
    }

    private String features() {
        final ScriptBody body = new ScriptBody();
        String maps = body.let(arithmetic.lower("x"));
        for (final Stage stage : stages) {
            maps = body.let(
                    "torch.silu(%s)",
                    stage.normalization().write(body, stage.convolution().write(body, maps)));
        }
        final String last = body.let(arithmetic.raise(maps));
        final String pooled = body.let("torch.flatten(torch.adaptive_avg_pool2d(%s, [%d, %d]), 1)", last, GRID, GRID);
        body.line("return torch.silu(" + hidden.write(body, pooled) + ")");
        return body.toString();
    }

    private String classifier() {
        final ScriptBody body = new ScriptBody();
        body.line("return " + output.write(body, "features"));
        return body.toString();
    }

    private String nextName() {
        return "convolution." + stages.size();
    }

    private int add(final Convolution convolution, final int channels) {
        stages.add(new Stage(
                convolution, new GroupNormalization(declarations, "normalization." + stages.size(), channels, GROUPS)));
        return channels;
    }
}
