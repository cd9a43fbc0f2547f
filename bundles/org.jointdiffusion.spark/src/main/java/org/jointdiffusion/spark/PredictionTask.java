package org.jointdiffusion.spark;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.jointdiffusion.runtime.ProgressMonitor;
import org.jointdiffusion.runtime.model.ModelSpecification;
import org.jointdiffusion.runtime.prediction.Classifier;
import org.jointdiffusion.runtime.prediction.Prediction;

/** The probability of each class and the most probable one, in columns named as those of the node. */
record PredictionTask() implements ImageTask {

    @Override
    public List<StructField> columns(final ModelSpecification model) {
        final List<StructField> columns = new ArrayList<>();
        for (final String name : model.classNames()) {
            columns.add(DataTypes.createStructField(
                    "P (" + model.targetName() + "=" + name + ")", DataTypes.DoubleType, true));
        }
        columns.add(DataTypes.createStructField("Prediction (" + model.targetName() + ")", DataTypes.StringType, true));
        return columns;
    }

    @Override
    public List<Object[]> results(
            final List<NamedImage> images, final LoadedModel model, final ProgressMonitor monitor) {
        monitor.checkCancelled();
        final List<String> names = model.model().specification().classNames();
        return new Classifier(model.network(), model.model())
                .predict(images.stream().map(NamedImage::pixels).toList()).stream()
                        .map(prediction -> values(prediction, names))
                        .toList();
    }

    private static Object[] values(final Prediction prediction, final List<String> names) {
        final double[] probabilities = prediction.probabilities();
        final Object[] values = new Object[probabilities.length + 1];
        for (int label = 0; label < probabilities.length; label++) {
            values[label] = probabilities[label];
        }
        values[probabilities.length] = names.get(prediction.predictedClass());
        return values;
    }
}
