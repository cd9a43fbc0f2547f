package org.jointdiffusion.nodes.learner;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jointdiffusion.nodes.execution.NodeProgress;
import org.jointdiffusion.nodes.execution.Warnings;
import org.jointdiffusion.nodes.table.CellImage;
import org.jointdiffusion.nodes.table.ClassColumn;
import org.jointdiffusion.nodes.table.ImageColumn;
import org.jointdiffusion.runtime.image.ImageShape;
import org.knime.core.data.DataRow;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.KNIMEException;

/** A first look through a table: which rows can be used, which classes there are, and what sizes the images have. */
final class ImageSurvey {

    private final BitSet m_usable = new BitSet();
    private final List<Optional<String>> m_labels = new ArrayList<>();
    private final Map<ImageShape, Integer> m_shapes = new LinkedHashMap<>();

    private ImageSurvey() {}

    /** Reads every row of the table once; rows without a usable image are reported and left out. */
    static ImageSurvey of(
            final BufferedDataTable table,
            final ImageColumn images,
            final ClassColumn classes,
            final NodeProgress progress,
            final Warnings warnings) {
        final ImageSurvey survey = new ImageSurvey();
        int number = 0;
        try (var rows = table.iterator()) {
            while (rows.hasNext()) {
                progress.checkCancelled();
                final DataRow row = rows.next();
                survey.add(
                        number++,
                        images.read(row),
                        classes.read(row),
                        row.getKey().getString(),
                        warnings);
                progress.report((double) number / table.size(), "Looking at image " + number + " of " + table.size());
            }
        }
        return survey;
    }

    private void add(
            final int number,
            final CellImage image,
            final Optional<String> label,
            final String row,
            final Warnings warnings) {
        if (image.image().isPresent()) {
            m_usable.set(number);
            m_labels.add(label);
            m_shapes.merge(image.image().get().shape(), 1, Integer::sum);
        } else {
            warnings.unusableImage(row, image.problem());
        }
    }

    /** Whether the row with this number, counted from 0, has a usable image. */
    boolean isUsable(final int row) {
        return m_usable.get(row);
    }

    /** The number of usable images. */
    int count() {
        return m_labels.size();
    }

    /** The label of each usable image; empty where it is unknown. */
    List<Optional<String>> labels() {
        return m_labels;
    }

    /** The number of each usable image's class in the list; -1 where it is unknown. */
    int[] labelNumbers(final List<String> classNames) {
        return m_labels.stream()
                .mapToInt(label -> label.map(classNames::indexOf).orElse(-1))
                .toArray();
    }

    /** How many usable images have each shape, in the order in which the shapes first appear. */
    Map<ImageShape, Integer> shapes() {
        return m_shapes;
    }

    /**
     * The classes of the usable images, in the order of the column's type.
     *
     * @throws KNIMEException when there are fewer than two, which no classifier can learn from
     */
    List<String> classNames(final ClassColumn column) throws KNIMEException {
        final List<String> names = m_labels.stream()
                .flatMap(Optional::stream)
                .distinct()
                .sorted(column.type().order())
                .toList();
        if (names.isEmpty()) {
            throw new KNIMEException("All values of the class column \"" + column.name()
                    + "\" are missing. At least two classes need labelled images; check the column, "
                    + "or choose another.");
        }
        if (names.size() == 1) {
            throw new KNIMEException("The class column \"" + column.name() + "\" has only the class \"" + names.get(0)
                    + "\". A classifier needs at least two; check the rows before this "
                    + "node, or choose another column.");
        }
        return names;
    }
}
