package org.jointdiffusion.nodes.bench;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Measures the nodes in the embedded host; started by {@code ./bench nodes}.
 *
 * <p>Standard output holds one line a figure: name, median, minimum, maximum and unit, separated by tabs. Each value is
 * the ratio of neighbouring measurements.
 */
public final class NodesBench {

    private NodesBench() {}

    /** Measures something a few times. */
    @FunctionalInterface
    private interface Measurement {
        List<Double> values() throws Exception;
    }

    /** A figure that can be asked for. */
    private record Figure(String unit, Measurement measurement) {}

    /**
     * Measures all figures, or those that are named.
     *
     * @param arguments nothing, or {@code --only NAME,...}
     */
    public static void main(final String[] arguments) throws Exception {
        final Map<String, Figure> figures = figures();
        final List<String> chosen;
        if (arguments.length == 0) {
            chosen = List.copyOf(figures.keySet());
        } else if (arguments.length == 2 && arguments[0].equals("--only")) {
            chosen = List.of(arguments[1].split(","));
        } else {
            chosen = List.of();
        }
        if (chosen.isEmpty() || !figures.keySet().containsAll(chosen)) {
            System.err.println("The group \"nodes\" has one option, --only NAME,... with some of these names: "
                    + String.join(", ", figures.keySet()) + ".");
            System.exit(1);
        }
        for (final String name : chosen) {
            System.err.println("measuring " + name);
            final Figure figure = figures.get(name);
            System.out.println(line(name, figure.measurement().values(), figure.unit()));
        }
    }

    private static Map<String, Figure> figures() {
        final Map<String, Figure> figures = new LinkedHashMap<>();
        figures.put(
                "node_overhead",
                new Figure(
                        "node / decoding and classifying without it, " + PredictionSpeed.ROWS + " images",
                        PredictionSpeed::overhead));
        figures.put(
                "decode_share",
                new Figure(
                        "decoding PNG to the network's numbers / whole prediction, " + PredictionSpeed.ROWS + " images",
                        PredictionSpeed::decodingShare));
        figures.put(
                "growth_ratio",
                new Figure(
                        "time a row at " + PredictionSpeed.MANY_ROWS + " rows / at " + PredictionSpeed.FEW_ROWS
                                + " rows, Predictor node",
                        PredictionSpeed::growth));
        figures.put("two_learners_ratio", new Figure("both at once / one after the other", TwoLearners::ratio));
        return figures;
    }

    static String line(final String name, final List<Double> values, final String unit) {
        final double[] sorted =
                values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        final double median = (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
        return String.join(
                "\t",
                Stream.of(
                                Stream.of(name),
                                Stream.of(median, sorted[0], sorted[sorted.length - 1])
                                        .map(value -> String.format(Locale.ROOT, "%.4g", value)),
                                Stream.of(unit))
                        .flatMap(part -> part)
                        .toList());
    }
}
