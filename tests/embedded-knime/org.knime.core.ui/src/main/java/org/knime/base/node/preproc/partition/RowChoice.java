package org.knime.base.node.preproc.partition;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Chooses rows by their positions, exactly as many as wanted. */
final class RowChoice {

    private RowChoice() {}

    static BitSet first(final int count) {
        final BitSet chosen = new BitSet();
        chosen.set(0, count);
        return chosen;
    }

    /** Chooses rows at equal distances, the first and the last one included if there are two or more. */
    static BitSet linear(final int rows, final int count) {
        final BitSet chosen = new BitSet();
        for (int index = 0; index < count; index++) {
            chosen.set(count == 1 ? 0 : (int) Math.round(index * (rows - 1.0) / (count - 1)));
        }
        return chosen;
    }

    static BitSet random(final int rows, final int count, final Random random) {
        final List<Integer> positions = IntStream.range(0, rows).boxed().collect(Collectors.toList());
        Collections.shuffle(positions, random);
        return toBits(positions.subList(0, count));
    }

    /**
     * Chooses rows at random such that each group has its share; what rounding leaves goes to the largest remainders.
     *
     * @param groups the group of each row
     */
    static BitSet stratified(final List<?> groups, final int count, final Random random) {
        final Map<Object, List<Integer>> positions = new LinkedHashMap<>();
        for (int row = 0; row < groups.size(); row++) {
            positions
                    .computeIfAbsent(groups.get(row), group -> new ArrayList<>())
                    .add(row);
        }
        final double share = count / (double) Math.max(1, groups.size());
        final List<Object> byRemainder = new ArrayList<>(positions.keySet());
        byRemainder.sort(
                Comparator.comparingDouble(group -> -(positions.get(group).size() * share % 1)));
        int left = count
                - positions.values().stream()
                        .mapToInt(rows -> (int) (rows.size() * share))
                        .sum();
        final BitSet chosen = new BitSet();
        for (final Object group : byRemainder) {
            final List<Integer> rows = positions.get(group);
            final int extra = left > 0 ? 1 : 0;
            left -= extra;
            Collections.shuffle(rows, random);
            chosen.or(toBits(rows.subList(0, (int) (rows.size() * share) + extra)));
        }
        return chosen;
    }

    private static BitSet toBits(final List<Integer> positions) {
        final BitSet bits = new BitSet();
        positions.forEach(bits::set);
        return bits;
    }
}
