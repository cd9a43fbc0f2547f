package org.jointdiffusion.spark;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.jointdiffusion.runtime.ProgressMonitor;
import org.jointdiffusion.runtime.diffusion.RowNumber;
import org.jointdiffusion.runtime.explanation.ChangeSentence;
import org.jointdiffusion.runtime.explanation.Counterfactual;
import org.jointdiffusion.runtime.explanation.CounterfactualExplainer;
import org.jointdiffusion.runtime.explanation.ExplanationRequest;
import org.jointdiffusion.runtime.explanation.ExplanationSettings;
import org.jointdiffusion.runtime.image.PngEncoder;
import org.jointdiffusion.runtime.model.ModelSpecification;

/**
 * A counterfactual of each image and what changed, in columns named as those of the node.
 *
 * @param desiredClass the number of the class to reach, or {@link #SECOND_BEST}
 * @param seed the seed of all noise
 * @param draws see {@link ExplanationSettings}
 * @param steps see {@link ExplanationSettings}
 */
record ExplanationTask(int desiredClass, long seed, int draws, int steps) implements ImageTask {

    /** Means the second most probable class of each image. */
    static final int SECOND_BEST = -1;

    /**
     * A task for a model.
     *
     * @param desiredClass the name of the class to reach; empty for the second most probable one
     * @throws JobException when the model does not know the class
     */
    static ExplanationTask of(
            final ModelSpecification model,
            final Optional<String> desiredClass,
            final long seed,
            final int draws,
            final int steps)
            throws JobException {
        if (desiredClass.isEmpty()) {
            return new ExplanationTask(SECOND_BEST, seed, draws, steps);
        }
        final int number = model.classNames().indexOf(desiredClass.get());
        if (number < 0) {
            throw new JobException("The model knows no class \"" + desiredClass.get() + "\". Its classes are: "
                    + String.join(", ", model.classNames()) + ".");
        }
        return new ExplanationTask(number, seed, draws, steps);
    }

    @Override
    public List<StructField> columns(final ModelSpecification model) {
        return List.of(
                column("Counterfactual", DataTypes.BinaryType),
                column("Class before", DataTypes.StringType),
                column("Desired class", DataTypes.StringType),
                column("Class after", DataTypes.StringType),
                column("P of desired class in original", DataTypes.DoubleType),
                column("P of desired class in counterfactual", DataTypes.DoubleType),
                column("Success", DataTypes.BooleanType),
                column("Confidence", DataTypes.DoubleType),
                column("Mean change", DataTypes.DoubleType),
                column("Root mean square change", DataTypes.DoubleType),
                column("Pixels changed", DataTypes.DoubleType),
                column("Regions", DataTypes.IntegerType),
                column("COUT", DataTypes.DoubleType),
                column("Noise level", DataTypes.DoubleType),
                column("Seed", DataTypes.LongType),
                column("Explanation", DataTypes.StringType));
    }

    private static StructField column(final String name, final DataType type) {
        return DataTypes.createStructField(name, type, true);
    }

    @Override
    public List<Object[]> results(
            final List<NamedImage> images, final LoadedModel model, final ProgressMonitor monitor) {
        final List<String> names = model.model().specification().classNames();
        final List<ExplanationRequest> requests = images.stream()
                .map(image -> new ExplanationRequest(RowNumber.of(image.name()), image.pixels(), desired(), 0))
                .toList();
        final List<Object[]> results = new ArrayList<>(images.size());
        new CounterfactualExplainer(model.network(), model.model())
                .explain(requests, settings(), monitor, result -> results.add(values(result, names)));
        return results;
    }

    /** How the search is done. */
    ExplanationSettings settings() {
        return ExplanationSettings.usual(seed).withDraws(draws).withSteps(steps);
    }

    private OptionalInt desired() {
        return desiredClass == SECOND_BEST ? OptionalInt.empty() : OptionalInt.of(desiredClass);
    }

    private Object[] values(final Counterfactual result, final List<String> names) {
        return new Object[] {
            PngEncoder.encode(result.counterfactual()),
            names.get(result.classBefore()),
            names.get(result.desiredClass()),
            names.get(result.classAfter()),
            result.probabilitiesBefore()[result.desiredClass()],
            result.probabilitiesAfter()[result.desiredClass()],
            result.valid(),
            result.confidence(),
            result.meanAbsoluteChange(),
            result.rootMeanSquareChange(),
            result.changedShare(),
            result.regions(),
            result.cout(),
            result.noiseLevel(),
            seed,
            ChangeSentence.of(result, names)
        };
    }
}
