package org.jointdiffusion.nodes.comparison;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.jointdiffusion.runtime.ProgressMonitor;
import org.jointdiffusion.runtime.explanation.PermutationTest;

/** Rows with their groups and strata, and with the same measures of each. */
final class MeasuredRows {

    private final List<Integer> m_groups = new ArrayList<>();
    private final List<Integer> m_strata = new ArrayList<>();
    private final List<List<float[]>> m_values = new ArrayList<>();

    MeasuredRows(final int measures) {
        IntStream.range(0, measures).forEach(measure -> m_values.add(new ArrayList<>()));
    }

    /** Adds a row with the numbers of each measure. */
    void add(final int group, final int stratum, final float[]... values) {
        m_groups.add(group);
        m_strata.add(stratum);
        for (int measure = 0; measure < values.length; measure++) {
            m_values.get(measure).add(values[measure]);
        }
    }

    /** The number of rows. */
    int size() {
        return m_groups.size();
    }

    /** The number of rows of a group. */
    int size(final int group) {
        return (int) m_groups.stream().filter(other -> other == group).count();
    }

    /** The mean of a measure's first number over the rows of a group; empty when it has none. */
    OptionalDouble mean(final int measure, final int group) {
        return IntStream.range(0, size())
                .filter(row -> m_groups.get(row) == group)
                .mapToDouble(row -> m_values.get(measure).get(row)[0])
                .average();
    }

    /** Tests whether the groups differ in a measure. */
    PermutationTest.Result compare(final int measure, final PermutationTest test, final ProgressMonitor monitor) {
        return test.compare(m_values.get(measure), numbers(m_groups), numbers(m_strata), monitor);
    }

    private static int[] numbers(final List<Integer> list) {
        return list.stream().mapToInt(Integer::intValue).toArray();
    }
}
