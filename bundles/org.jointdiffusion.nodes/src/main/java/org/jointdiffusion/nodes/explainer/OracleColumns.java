package org.jointdiffusion.nodes.explainer;

import java.util.List;
import org.jointdiffusion.nodes.port.JointModelPortObjectSpec;
import org.jointdiffusion.nodes.table.NewColumns;
import org.knime.core.data.DataCell;
import org.knime.core.data.MissingCell;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.StringCell;

/** The columns with what the oracle says about a counterfactual. */
final class OracleColumns {

    static final int COUNT = 3;

    private final JointModelPortObjectSpec m_model;

    OracleColumns(final JointModelPortObjectSpec model) {
        m_model = model;
    }

    NewColumns addTo(final NewColumns columns) {
        return columns.addClass("Oracle class", m_model.targetType(), m_model.classNames())
                .addShare("P (oracle, desired class)")
                .addStrings("Verdict", Verdict.texts());
    }

    List<DataCell> cells(final Judgement judgement) {
        return List.of(
                m_model.targetType().cell(m_model.classNames().get(judgement.oracleClass())),
                judgement.knowsDesiredClass() ? new DoubleCell(judgement.desiredProbability()) : unknown(),
                judgement.knowsDesiredClass()
                        ? new StringCell(judgement.verdict().text())
                        : unknown());
    }

    private static DataCell unknown() {
        return new MissingCell("There is no labeled image of the desired class from which the oracle could learn it.");
    }
}
