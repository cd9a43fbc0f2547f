package org.jointdiffusion.nodes.comparison;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jointdiffusion.runtime.explanation.ChangeGrid;
import org.jointdiffusion.runtime.image.ImageShape;

/** Gathers what is compared: the numbers of each row, and the mean change of each group. */
final class GroupFigures {

    /** The places of changes are compared on so many cells a side: fine enough for parts of a thing. */
    private static final int TESTED_SIDE = 16;

    private final Map<String, Integer> m_groups = new LinkedHashMap<>();
    private final Map<String, Integer> m_strata = new LinkedHashMap<>();
    private final ComparisonRule m_rule;
    private final List<MeanChange> m_means = new ArrayList<>();
    private final MeasuredRows m_all = new MeasuredRows(1);
    private final MeasuredRows m_successes = new MeasuredRows(4);
    private ImageShape m_shape;

    GroupFigures(final ComparisonRule rule) {
        m_rule = rule;
    }

    /**
     * Adds a counterfactual; throws {@link IllegalArgumentException} when its image has another size than the first.
     */
    void add(final Explained row) {
        final int group = m_groups.computeIfAbsent(row.group(), missing -> m_groups.size());
        if (group == m_means.size()) {
            m_means.add(new MeanChange());
        }
        final String classes = m_rule == ComparisonRule.SAME_CLASSES ? row.classes() : "";
        final int stratum = m_strata.computeIfAbsent(classes, missing -> m_strata.size());
        m_all.add(group, stratum, new float[] {row.success() ? 1 : 0});
        row.change().ifPresent(change -> {
            final ImageShape shape = change.original().shape();
            m_shape = m_shape == null ? shape : m_shape;
            if (!shape.equals(m_shape) || !change.counterfactual().shape().equals(m_shape)) {
                throw new IllegalArgumentException("The images have different sizes (" + m_shape + " and " + shape
                        + "). Compare the counterfactuals of one model.");
            }
            m_means.get(group).add(change.original(), change.counterfactual());
            m_successes.add(
                    group,
                    stratum,
                    new float[] {(float) change.mean()},
                    new float[] {(float) change.pixels()},
                    new float[] {(float) change.noiseLevel()},
                    ChangeGrid.of(shape, TESTED_SIDE).change(change.original(), change.counterfactual()));
        });
    }

    /** The names of the groups, in the order in which they came. */
    List<String> groups() {
        return List.copyOf(m_groups.keySet());
    }

    /** All explained rows, with the success as their number. */
    MeasuredRows all() {
        return m_all;
    }

    /** The rows that succeeded: mean change, pixels changed, noise level, and the change on a grid. */
    MeasuredRows successes() {
        return m_successes;
    }

    /** The mean change of a group. */
    MeanChange meanChange(final int group) {
        return m_means.get(group);
    }
}
