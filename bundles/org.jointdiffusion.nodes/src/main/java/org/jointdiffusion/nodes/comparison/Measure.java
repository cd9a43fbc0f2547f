package org.jointdiffusion.nodes.comparison;

import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.jointdiffusion.runtime.ProgressMonitor;
import org.jointdiffusion.runtime.explanation.PermutationTest;

/** What groups are compared by. */
enum Measure {
    /** The share of counterfactuals that the classifier takes for the desired class. */
    SUCCESS("Success rate", 0),
    /** The mean absolute change of those that succeeded. */
    MEAN_CHANGE("Mean change", 0),
    /** Their share of changed pixels. */
    PIXELS_CHANGED("Pixels changed", 1),
    /** The noise level that was needed. */
    NOISE_LEVEL("Noise level", 2),
    /** Where, and in which direction, brightness changes. */
    PLACE("Place of the change", 3);

    private static final double USUAL_LEVEL = 0.05;

    private final String m_title;
    private final int m_index;

    Measure(final String title, final int index) {
        m_title = title;
        m_index = index;
    }

    String title() {
        return m_title;
    }

    /** The rows that have this measure. */
    MeasuredRows rows(final GroupFigures figures) {
        return this == SUCCESS ? figures.all() : figures.successes();
    }

    /** The mean of a group; empty where the measure has none, or the group no row. */
    OptionalDouble mean(final GroupFigures figures, final int group) {
        return this == PLACE ? OptionalDouble.empty() : rows(figures).mean(m_index, group);
    }

    PermutationTest.Result test(final GroupFigures figures, final PermutationTest test, final ProgressMonitor monitor) {
        return rows(figures).compare(m_index, test, monitor);
    }

    /** Says in a sentence what came out. */
    String sentence(final GroupFigures figures, final double correctedPValue) {
        final String finding = correctedPValue < USUAL_LEVEL
                ? "The groups differ more than chance explains"
                : "No more difference between the groups than chance explains";
        final List<String> names = figures.groups();
        final int[] order = IntStream.range(0, names.size())
                .filter(group -> mean(figures, group).isPresent())
                .boxed()
                .sorted((a, b) -> Double.compare(
                        mean(figures, a).getAsDouble(), mean(figures, b).getAsDouble()))
                .mapToInt(Integer::intValue)
                .toArray();
        if (order.length < 2) {
            return finding + ".";
        }
        final int lowest = order[0];
        final int highest = order[order.length - 1];
        return String.format(
                Locale.ROOT,
                "%s: from %.3f (%s) to %.3f (%s).",
                finding,
                mean(figures, lowest).getAsDouble(),
                names.get(lowest),
                mean(figures, highest).getAsDouble(),
                names.get(highest));
    }
}
