package org.jointdiffusion.nodes.explainer;

import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import org.jointdiffusion.nodes.port.JointModelPortObjectSpec;
import org.jointdiffusion.nodes.table.NewColumns;
import org.jointdiffusion.runtime.explanation.Counterfactual;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.MissingCell;
import org.knime.core.data.RowKey;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.IntCell;
import org.knime.core.node.BufferedDataContainer;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ExecutionContext;

/** Sums up counterfactuals for each pair of class before and desired class. */
final class TransitionSummary {

    private record Transition(int before, int desired) {}

    /** Sums over the counterfactuals of one pair; the changes only over those that succeeded. */
    private static final class Sums {
        private int m_count;
        private int m_successes;
        private double m_meanChange;
        private double m_pixelsChanged;
        private double m_cout;
        private double m_noiseLevel;
        private double m_seconds;

        private void add(final Counterfactual result) {
            m_count++;
            m_seconds += result.seconds();
            if (result.valid()) {
                m_successes++;
                m_meanChange += result.meanAbsoluteChange();
                m_pixelsChanged += result.changedShare();
                m_cout += result.cout();
                m_noiseLevel += result.noiseLevel();
            }
        }

        private DataCell meanOfSuccesses(final double sum) {
            return m_successes == 0
                    ? new MissingCell("No counterfactual succeeded.")
                    : new DoubleCell(sum / m_successes);
        }
    }

    private final JointModelPortObjectSpec m_model;
    private final Map<Transition, Sums> m_sums =
            new TreeMap<>(Comparator.comparingInt(Transition::before).thenComparingInt(Transition::desired));

    TransitionSummary(final JointModelPortObjectSpec model) {
        m_model = model;
    }

    void add(final Counterfactual result) {
        m_sums.computeIfAbsent(new Transition(result.classBefore(), result.desiredClass()), missing -> new Sums())
                .add(result);
    }

    static DataTableSpec spec(final JointModelPortObjectSpec model) {
        return new NewColumns()
                .addClass("Class before", model.targetType(), model.classNames())
                .addClass("Desired class", model.targetType(), model.classNames())
                .add("Count", IntCell.TYPE)
                .add("Successes", IntCell.TYPE)
                .addShare("Success rate")
                .addShare("Mean change")
                .addShare("Pixels changed")
                .add("COUT", DoubleCell.TYPE)
                .addShare("Noise level")
                .add("Seconds per image", DoubleCell.TYPE)
                .spec();
    }

    BufferedDataTable table(final ExecutionContext exec) {
        final BufferedDataContainer container = exec.createDataContainer(spec(m_model), true);
        m_sums.forEach((transition, sums) -> container.addRowToTable(
                new DefaultRow(RowKey.createRowKey(container.size()), cells(transition, sums))));
        container.close();
        return container.getTable();
    }

    private DataCell[] cells(final Transition transition, final Sums sums) {
        return new DataCell[] {
            m_model.targetType().cell(m_model.classNames().get(transition.before())),
            m_model.targetType().cell(m_model.classNames().get(transition.desired())),
            new IntCell(sums.m_count),
            new IntCell(sums.m_successes),
            new DoubleCell((double) sums.m_successes / sums.m_count),
            sums.meanOfSuccesses(sums.m_meanChange),
            sums.meanOfSuccesses(sums.m_pixelsChanged),
            sums.meanOfSuccesses(sums.m_cout),
            sums.meanOfSuccesses(sums.m_noiseLevel),
            new DoubleCell(sums.m_seconds / sums.m_count)
        };
    }
}
