package org.jointdiffusion.nodes.predictor;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.jointdiffusion.nodes.port.JointModelPortObjectSpec;
import org.jointdiffusion.nodes.table.NewColumns;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.MissingCell;
import org.knime.core.data.collection.CollectionCellFactory;
import org.knime.core.data.collection.ListCell;
import org.knime.core.data.def.DoubleCell;

/**
 * The columns that a predictor appends: the probability of each class, the predicted class, and what else is wanted.
 */
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
        columns.addClass(
                m_parameters.m_predictionColumnName.orElse(usualName(m_model.targetName())),
                m_model.targetType(),
                m_model.classNames());
        if (m_parameters.m_appendTypicality) {
            columns.addPercentile("Typicality");
        }
        if (m_parameters.m_appendFeatures) {
            columns.add("Features", ListCell.getCollectionType(DoubleCell.TYPE));
        }
        return columns.spec();
    }

    DataCell[] cells(final Assessment assessment) {
        final List<DataCell> cells = new ArrayList<>();
        if (m_parameters.m_appendProbabilities) {
            for (final double probability : assessment.prediction().probabilities()) {
                cells.add(new DoubleCell(probability));
            }
        }
        cells.add(prediction(assessment));
        if (m_parameters.m_appendTypicality) {
            cells.add(
                    assessment.typicality().isPresent()
                            ? new DoubleCell(assessment.typicality().getAsDouble())
                            : new MissingCell(ImageAssessor.NO_TYPICALITY));
        }
        assessment.features().ifPresent(features -> cells.add(list(features)));
        return cells.toArray(DataCell[]::new);
    }

    /** What stands in the columns of a row without a usable image. */
    DataCell[] missing(final String reason) {
        final int count = appendedTo(new DataTableSpec()).getNumColumns();
        return IntStream.range(0, count)
                .mapToObj(column -> new MissingCell(reason))
                .toArray(DataCell[]::new);
    }

    private DataCell prediction(final Assessment assessment) {
        final double smallestProbability = m_parameters.m_smallestProbability.orElse(0.0);
        if (assessment.confidence() < smallestProbability) {
            return refused("most probable class has a probability of", assessment.confidence(), smallestProbability);
        }
        final double smallestTypicality = m_parameters.m_smallestTypicality.orElse(0.0);
        final double typicality = assessment.typicality().orElse(Double.POSITIVE_INFINITY);
        if (typicality < smallestTypicality) {
            return refused("image has a typicality of", typicality, smallestTypicality);
        }
        return m_model.targetType()
                .cell(m_model.classNames().get(assessment.prediction().predictedClass()));
    }

    private static DataCell refused(final String what, final double value, final double smallest) {
        return new MissingCell(
                String.format(Locale.ROOT, "The %s %.3f only, below %s.", what, value, Double.toString(smallest)));
    }

    private static ListCell list(final float[] features) {
        final List<DataCell> cells = new ArrayList<>(features.length);
        for (final float feature : features) {
            cells.add(new DoubleCell(feature));
        }
        return CollectionCellFactory.createListCell(cells);
    }
}
