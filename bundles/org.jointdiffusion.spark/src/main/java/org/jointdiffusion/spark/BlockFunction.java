package org.jointdiffusion.spark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.StreamSupport;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.util.LongAccumulator;
import org.apache.spark.util.SerializableConfiguration;
import org.jointdiffusion.runtime.image.ImageFit;
import org.jointdiffusion.runtime.image.ImageFitter;
import org.jointdiffusion.runtime.image.ImageShape;
import org.jointdiffusion.runtime.image.LabeledImage;

/**
 * What an executor does with its blocks of images, one block in memory at a time.
 *
 * @param task what is computed
 * @param columns the number of columns of the task
 * @param model the model
 * @param configuration how file systems are reached
 * @param unusable counts the rows that have a problem
 */
record BlockFunction(
        ImageTask task,
        int columns,
        Broadcast<SharedModel> model,
        Broadcast<SerializableConfiguration> configuration,
        LongAccumulator unusable)
        implements FlatMapFunction<Iterator<ImageBlock>, Row> {

    @Override
    public Iterator<Row> call(final Iterator<ImageBlock> blocks) throws IOException {
        final LoadedModel loaded = model.value().loaded();
        final ImageFiles files = new ImageFiles(configuration.value().value());
        final TaskProgress progress = new TaskProgress(TaskContext.get());
        return StreamSupport.stream(Spliterators.spliteratorUnknownSize(blocks, Spliterator.ORDERED), false)
                .flatMap(block -> rows(read(files, block), loaded, progress).stream())
                .iterator();
    }

    private static List<LabeledImage> read(final ImageFiles files, final ImageBlock block) {
        final List<LabeledImage> images = new ArrayList<>();
        for (final ImagePlace place : block.images()) {
            try {
                images.add(files.read(place));
            } catch (final IOException exception) {
                throw new UncheckedIOException(
                        "\"" + place.place() + "\" could not be read: " + exception.getMessage(), exception);
            }
        }
        return images;
    }

    private List<Row> rows(final List<LabeledImage> images, final LoadedModel loaded, final TaskProgress progress) {
        final ImageShape shape = loaded.network().configuration().image();
        final List<NamedImage> usable = images.stream()
                .filter(image -> image.image().isPresent())
                .map(image -> new NamedImage(
                        image.name(), ImageFitter.fit(image.image().orElseThrow(), shape, ImageFit.STRETCH)))
                .toList();
        final Iterator<Object[]> results =
                (usable.isEmpty() ? List.<Object[]>of() : task.results(usable, loaded, progress)).iterator();
        return images.stream()
                .map(image -> row(image, image.image().isPresent() ? results.next() : new Object[columns]))
                .toList();
    }

    /** The name, the values and the problem, of which either the values or the problem are missing. */
    private Row row(final LabeledImage image, final Object[] values) {
        if (image.problem().isPresent()) {
            unusable.add(1);
        }
        final Object[] cells = new Object[values.length + 2];
        cells[0] = image.name();
        System.arraycopy(values, 0, cells, 1, values.length);
        cells[cells.length - 1] = image.problem().orElse(null);
        return RowFactory.create(cells);
    }
}
