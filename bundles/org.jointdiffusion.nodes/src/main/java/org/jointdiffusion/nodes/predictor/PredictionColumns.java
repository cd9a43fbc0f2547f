package org.jointdiffusion.nodes.predictor;

import java.util.Arrays;
import org.jointdiffusion.nodes.port.JointModelPortObjectSpec;
import org.jointdiffusion.nodes.table.NewColumns;
import org.jointdiffusion.runtime.prediction.Prediction;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.MissingCell;
import org.knime.core.data.def.DoubleCell;

/** The columns that a predictor appends: the probability of each class, then the predicted class. */
final class PredictionColumns {

    private final JointModelPortObjectSpec m_model;
    private final PredictorParameters m_parameters;

    PredictionColumns(final JointModelPortObjectSpec model, final PredictorParameters parameters) {
        m_model = model;
        m_parameters = parameters;
    }

    /** The name of the prediction column unless the user chose another one. */
    static String usualName(final String targetName) {
        return "Prediction (" + targetName + ")";
    }

    DataTableSpec appendedTo(final DataTableSpec input) {
        final NewColumns columns = new NewColumns(input);
        if (m_parameters.m_appendProbabilities) {
            for (final String className : m_model.classNames()) {
                columns.addShare(
                        "P (" + m_model.targetName() + "=" + className + ")" + m_parameters.m_probabilitySuffix);
            }
        }
        return columns.addClass(
                        m_parameters.m_predictionColumnName.orElse(usualName(m_model.targetName())),
                        m_model.targetType(),
                        m_model.classNames())
                .spec();
    }

    DataCell[] cells(final Prediction prediction) {
        final DataCell[] cells = new DataCell[probabilities() + 1];
        for (int number = 0; number < probabilities(); number++) {
            cells[number] = new DoubleCell(prediction.probabilities()[number]);
        }
        cells[probabilities()] = m_model.targetType().cell(m_model.classNames().get(prediction.predictedClass()));
        return cells;
    }

    /** What stands in the columns of a row without a usable image. */
    DataCell[] missing(final String reason) {
        final DataCell[] cells = new DataCell[probabilities() + 1];
        Arrays.fill(cells, new MissingCell(reason));
        return cells;
    }

    private int probabilities() {
        return m_parameters.m_appendProbabilities ? m_model.classNames().size() : 0;
    }
}
