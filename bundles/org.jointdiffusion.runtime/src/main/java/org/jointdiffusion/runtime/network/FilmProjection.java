package org.jointdiffusion.runtime.network;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Projects the timestep embedding to the scales and shifts (FiLM) of all residual blocks of one half of the UNet, as
 * one matrix product.
 */
final class FilmProjection {

    private record Target(String name, int channels) {}

    private final List<Target> targets = new ArrayList<>();
    private final int embedding;
    private int width;
    private Parameter weight;
    private Parameter bias;

    /** A projection of an embedding of the given size. */
    FilmProjection(final int embedding) {
        this.embedding = embedding;
    }

    /** Reserves scale and shift for a block's channels and gives the index of the scale; the shift is the next. */
    int reserve(final String block, final int channels) {
        final int first = 2 * targets.size();
        targets.add(new Target(block + ".film", channels));
        width += 2 * channels;
        return first;
    }

    /** Declares the parameters of all blocks; to be called when the last one is there. */
    void declare(final Declarations declarations) {
        final InitialValues initial = InitialValues.uniform(embedding);
        final List<ParameterTensor> weights = new ArrayList<>();
        final List<ParameterTensor> biases = new ArrayList<>();
        for (final Target target : targets) {
            final int rows = 2 * target.channels();
            weights.add(new ParameterTensor(target.name() + ".weight", List.of(rows, embedding), initial));
            biases.add(new ParameterTensor(target.name() + ".bias", List.of(rows), initial));
        }
        weight = declarations.declareJoined(weights, List.of(width, embedding));
        bias = declarations.declareJoined(biases, List.of(width));
    }

    /**
     * Writes the product; the result {@code film} is a list of scales and shifts, each [rows, channels].
     *
     * <p>Split at once, because the gradient of a split is one concatenation, that of a slice a whole matrix of zeros.
     */
    void write(final ScriptBody body, final String input) {
        final String sizes = targets.stream()
                .map(target -> target.channels() + ", " + target.channels())
                .collect(Collectors.joining(", "));
        body.line("film = torch.split_with_sizes(torch.linear(" + input + ", " + weight + ", " + bias + "), [" + sizes
                + "], 1)");
    }
}
