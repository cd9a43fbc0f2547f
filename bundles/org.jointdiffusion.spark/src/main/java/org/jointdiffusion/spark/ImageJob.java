package org.jointdiffusion.spark;

import java.io.IOException;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.util.LongAccumulator;
import org.apache.spark.util.SerializableConfiguration;
import org.jointdiffusion.runtime.model.ModelSpecification;

/** Computes a table, one row an image, on the executors of a Spark session. */
final class ImageJob {

    /** The first column: the name of the image. */
    static final String IMAGE = "Image";

    /** The last column: why a row has no result. */
    static final String PROBLEM = "Problem";

    /** More tasks than cores, so that no core waits long for the last ones. */
    private static final int TASKS_PER_CORE = 4;

    /** Chooses what is computed once the model is known. */
    @FunctionalInterface
    interface TaskChoice {

        /** The task for a model; throws when the model cannot do it. */
        ImageTask of(ModelSpecification model) throws JobException;
    }

    private final SparkSession spark;
    private final JavaSparkContext context;
    private final Configuration configuration;

    ImageJob(final SparkSession spark) {
        this.spark = spark;
        context = new JavaSparkContext(spark.sparkContext());
        configuration = context.hadoopConfiguration();
    }

    /**
     * Computes and stores the table.
     *
     * @throws JobException with a message for the user when something that the request names is missing or wrong
     * @throws IOException when the model file is none, or a file system fails
     */
    JobResult run(final JobRequest request, final TaskChoice choice) throws IOException, JobException {
        final long start = System.nanoTime();
        final Path result = new Path(request.result());
        if (result.getFileSystem(configuration).exists(result)) {
            throw new JobException(
                    "\"" + request.result() + "\" is there already. Name another folder for the result, or remove it.");
        }
        final SharedModel model = SharedModel.at(request.model(), configuration);
        final ModelSpecification specification = model.read().specification();
        final ImageTask task = choice.of(specification);
        final List<ImagePlace> images = new ImageList(configuration).of(request.images());
        final LongAccumulator unusable = context.sc().longAccumulator("rows without a result");
        final Broadcast<SharedModel> shared = context.broadcast(model);
        final Broadcast<SerializableConfiguration> files =
                context.broadcast(new SerializableConfiguration(configuration));
        final List<ImageBlock> blocks = ImageBlock.of(images, request.rowsPerBlock());
        final JavaRDD<Row> rows = context.parallelize(blocks, partitions(blocks.size()))
                .mapPartitions(
                        new BlockFunction(task, task.columns(specification).size(), shared, files, unusable));
        ResultTable.write(
                spark.createDataFrame(rows, columns(task, specification)), request.format(), request.result());
        return new JobResult(images.size(), unusable.value(), (System.nanoTime() - start) / 1e9);
    }

    private int partitions(final int blocks) {
        return Math.max(1, Math.min(blocks, TASKS_PER_CORE * context.defaultParallelism()));
    }

    private static StructType columns(final ImageTask task, final ModelSpecification model) {
        StructType columns = new StructType().add(IMAGE, DataTypes.StringType, false);
        for (final var column : task.columns(model)) {
            columns = columns.add(column);
        }
        return columns.add(PROBLEM, DataTypes.StringType, true);
    }
}
