package org.jointdiffusion.nodes.explainer;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
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
        private int m_judged;
        private int m_oracleAgrees;

        private void add(final Counterfactual result, final Optional<Judgement> judgement) {
            m_count++;
            m_seconds += result.seconds();
            if (judgement.filter(Judgement::knowsDesiredClass).isPresent()) {
                m_judged++;
                m_oracleAgrees += judgement.get().agrees() ? 1 : 0;
            }
            if (result.valid()) {
                m_successes++;
                m_meanChange += result.meanAbsoluteChange();
                m_pixelsChanged += result.changedShare();
                m_cout += result.cout();
                m_noiseLevel += result.noiseLevel();
            }
        }

        private DataCell oracleRate() {
            return m_judged == 0
                    ? new MissingCell(
                            "There is no labeled image of the desired class from which the oracle could" + " learn it.")
                    : new DoubleCell((double) m_oracleAgrees / m_judged);
        }

        private DataCell meanOfSuccesses(final double sum) {
            return m_successes == 0
                    ? new MissingCell("No counterfactual succeeded.")
                    : new DoubleCell(sum / m_successes);
        }
    }

    private final JointModelPortObjectSpec m_model;
    private final Judges m_judges;
    private final Map<Transition, Sums> m_sums =
            new TreeMap<>(Comparator.comparingInt(Transition::before).thenComparingInt(Transition::desired));

    TransitionSummary(final JointModelPortObjectSpec model, final Judges judges) {
        m_model = model;
        m_judges = judges;
    }

    void add(final Counterfactual result, final Optional<Judgement> judgement) {
        m_sums.computeIfAbsent(new Transition(result.classBefore(), result.desiredClass()), missing -> new Sums())
                .add(result, judgement);
    }

    static DataTableSpec spec(final JointModelPortObjectSpec model, final Judges judges) {
        final NewColumns columns = new NewColumns()
                .addClass("Class before", model.targetType(), model.classNames())
                .addClass("Desired class", model.targetType(), model.classNames())
                .add("Count", IntCell.TYPE)
                .add("Successes", IntCell.TYPE)
                .addShare("Success rate")
                .addShare("Mean change")
                .addShare("Pixels changed")
                .add("COUT", DoubleCell.TYPE)
                .addShare("Noise level")
                .add("Seconds per image", DoubleCell.TYPE);
        return judges == Judges.CLASSIFIER
                ? columns.spec()
                : columns.addShare("Oracle success rate")
                        .addShare("Oracle accuracy")
                        .spec();
    }

    BufferedDataTable table(final OptionalDouble oracleAccuracy, final ExecutionContext exec) {
        final BufferedDataContainer container = exec.createDataContainer(spec(m_model, m_judges), true);
        m_sums.forEach((transition, sums) -> container.addRowToTable(
                new DefaultRow(RowKey.createRowKey(container.size()), cells(transition, sums, oracleAccuracy))));
        container.close();
        return container.getTable();
    }

    private DataCell[] cells(final Transition transition, final Sums sums, final OptionalDouble oracleAccuracy) {
        final List<DataCell> cells = new ArrayList<>(List.of(
                m_model.targetType().cell(m_model.classNames().get(transition.before())),
                m_model.targetType().cell(m_model.classNames().get(transition.desired())),
                new IntCell(sums.m_count),
                new IntCell(sums.m_successes),
                new DoubleCell((double) sums.m_successes / sums.m_count),
                sums.meanOfSuccesses(sums.m_meanChange),
                sums.meanOfSuccesses(sums.m_pixelsChanged),
                sums.meanOfSuccesses(sums.m_cout),
                sums.meanOfSuccesses(sums.m_noiseLevel),
                new DoubleCell(sums.m_seconds / sums.m_count)));
        if (m_judges == Judges.CLASSIFIER_AND_ORACLE) {
            cells.add(sums.oracleRate());
            cells.add(accuracy(oracleAccuracy.orElseThrow()));
        }
        return cells.toArray(DataCell[]::new);
    }

    private static DataCell accuracy(final double accuracy) {
        return Double.isNaN(accuracy)
                ? new MissingCell("No class has a second labeled image that could be held out.")
                : new DoubleCell(accuracy);
    }
}
