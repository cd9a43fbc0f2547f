package org.jointdiffusion.runtime.engine;

import java.util.HashMap;
import java.util.Map;
import org.jointdiffusion.runtime.image.ImageShape;
import org.jointdiffusion.runtime.network.OracleConfiguration;
import org.jointdiffusion.runtime.network.ParameterLayout;
import org.jointdiffusion.runtime.network.ParameterTensor;

/** The oracle's forward pass in plain Java loops, one image at a time. */
final class ReferenceOracle {

    private static final int GROUPS = 4;
    private static final int GRID = 3;

    /** Feature maps [channel][row][column]. */
    private double[][][] maps;

    private final Map<String, double[]> weights = new HashMap<>();
    private final OracleConfiguration configuration;

    ReferenceOracle(final OracleConfiguration configuration, final float[] flat) {
        this.configuration = configuration;
        int position = 0;
        for (final ParameterTensor tensor : ParameterLayout.of(configuration).tensors()) {
            final double[] values = new double[tensor.size()];
            for (int index = 0; index < values.length; index++) {
                values[index] = flat[position++];
            }
            weights.put(tensor.name(), values);
        }
    }

    double[] features(final float[] image) {
        final ImageShape shape = configuration.image();
        maps = new double[shape.channels()][shape.height()][shape.width()];
        int position = 0;
        for (final double[][] map : maps) {
            for (final double[] line : map) {
                for (int x = 0; x < line.length; x++) {
                    line[x] = image[position++];
                }
            }
        }
        final int longest = Math.max(shape.height(), shape.width());
        for (int stage = 0; weights.containsKey("convolution." + stage + ".weight"); stage++) {
            convolve("convolution." + stage, stage == 0 && longest <= 40 ? 1 : 2);
            normalize("normalization." + stage);
        }
        return activated(linear("hidden", pooled()));
    }

    double[] logits(final float[] image) {
        return linear("output", features(image));
    }

    private void convolve(final String name, final int stride) {
        final double[] kernel = weights.get(name + ".weight");
        final double[] bias = weights.get(name + ".bias");
        final int height = (maps[0].length + stride - 1) / stride;
        final int width = (maps[0][0].length + stride - 1) / stride;
        final double[][][] result = new double[bias.length][height][width];
        for (int out = 0; out < bias.length; out++) {
            for (int y = 0; y < height; y++) {
                for (int x = 0; x < width; x++) {
                    double sum = bias[out];
                    for (int in = 0; in < maps.length; in++) {
                        for (int tap = 0; tap < 9; tap++) {
                            sum += kernel[(out * maps.length + in) * 9 + tap]
                                    * value(in, y * stride + tap / 3 - 1, x * stride + tap % 3 - 1);
                        }
                    }
                    result[out][y][x] = sum;
                }
            }
        }
        maps = result;
    }

    private double value(final int channel, final int y, final int x) {
        return y < 0 || x < 0 || y >= maps[0].length || x >= maps[0][0].length ? 0 : maps[channel][y][x];
    }

    private void normalize(final String name) {
        final int size = maps.length / GROUPS;
        for (int group = 0; group < GROUPS; group++) {
            double sum = 0;
            double squares = 0;
            final int count = size * maps[0].length * maps[0][0].length;
            for (int channel = group * size; channel < (group + 1) * size; channel++) {
                for (final double[] line : maps[channel]) {
                    for (final double value : line) {
                        sum += value;
                        squares += value * value;
                    }
                }
            }
            final double mean = sum / count;
            final double deviation = Math.sqrt(squares / count - mean * mean + 1e-5);
            for (int channel = group * size; channel < (group + 1) * size; channel++) {
                for (final double[] line : maps[channel]) {
                    for (int x = 0; x < line.length; x++) {
                        line[x] = silu((line[x] - mean) / deviation * weights.get(name + ".weight")[channel]
                                + weights.get(name + ".bias")[channel]);
                    }
                }
            }
        }
    }

    private double[] pooled() {
        final int height = maps[0].length;
        final int width = maps[0][0].length;
        final double[] means = new double[maps.length * GRID * GRID];
        for (int index = 0; index < means.length; index++) {
            final int row = index / GRID % GRID;
            final int column = index % GRID;
            double sum = 0;
            int count = 0;
            for (int y = row * height / GRID; y < ((row + 1) * height + GRID - 1) / GRID; y++) {
                for (int x = column * width / GRID; x < ((column + 1) * width + GRID - 1) / GRID; x++) {
                    sum += maps[index / (GRID * GRID)][y][x];
                    count++;
                }
            }
            means[index] = sum / count;
        }
        return means;
    }

    private double[] linear(final String name, final double[] input) {
        final double[] result = weights.get(name + ".bias").clone();
        for (int out = 0; out < result.length; out++) {
            for (int in = 0; in < input.length; in++) {
                result[out] += weights.get(name + ".weight")[out * input.length + in] * input[in];
            }
        }
        return result;
    }

    private static double[] activated(final double[] values) {
        final double[] result = new double[values.length];
        for (int index = 0; index < values.length; index++) {
            result[index] = silu(values[index]);
        }
        return result;
    }

    private static double silu(final double value) {
        return value / (1 + Math.exp(-value));
    }
}
