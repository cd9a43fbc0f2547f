package org.jointdiffusion.nodes.sampler;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jointdiffusion.nodes.execution.Warnings;
import org.jointdiffusion.nodes.table.ClassColumn;
import org.jointdiffusion.runtime.sampling.SampleRequest;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.LongValue;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;

/** Lists the images that are to be made, from the settings or from a table of requests. */
final class SampleRequests {

    private static final int MOST = 10_000_000;

    private final SamplerParameters m_parameters;
    private final List<String> m_classNames;

    SampleRequests(final SamplerParameters parameters, final List<String> classNames) {
        m_parameters = parameters;
        m_classNames = classNames;
    }

    /** Checks the chosen columns of a table of requests. */
    static void check(final DataTableSpec requests, final SamplerParameters parameters)
            throws InvalidSettingsException {
        classes(requests, parameters);
        if (parameters.m_tableUse == TableUse.EXISTING) {
            return;
        }
        numbers(requests, parameters.m_requestCountColumn);
        numbers(requests, parameters.m_requestSeedColumn);
    }

    /** The column of the table with the classes. */
    static ClassColumn classes(final DataTableSpec requests, final SamplerParameters parameters)
            throws InvalidSettingsException {
        return ClassColumn.find(requests, parameters.m_requestClassColumn, "class column for the requests");
    }

    /**
     * The images that the settings ask for, class after class.
     *
     * @throws KNIMEException when no class is selected, or one that the model does not know
     */
    List<SampleRequest> ofSettings() throws KNIMEException {
        final List<SampleRequest> requests = new ArrayList<>();
        for (final int desired : desiredClasses()) {
            add(requests, desired, m_parameters.m_imagesPerClass, Optional.empty());
        }
        return requests;
    }

    private int[] desiredClasses() throws KNIMEException {
        if (m_parameters.m_classSource == ClassSource.ALL) {
            return IntStream.range(0, m_classNames.size()).toArray();
        }
        if (m_parameters.m_selectedClasses.length == 0) {
            throw new KNIMEException("No class is selected. Open the dialog and select classes, or choose all.");
        }
        final int[] desired = new int[m_parameters.m_selectedClasses.length];
        for (int number = 0; number < desired.length; number++) {
            desired[number] = m_classNames.indexOf(m_parameters.m_selectedClasses[number]);
            if (desired[number] < 0) {
                throw new KNIMEException("The model does not know the selected class \""
                        + m_parameters.m_selectedClasses[number] + "\", only " + m_classNames
                        + ". Open the dialog and select classes of the model.");
            }
        }
        return desired;
    }

    /**
     * The images that a table asks for: what its rows request, or what its classes lack; rows that cannot be fulfilled
     * are left out and mentioned.
     *
     * @throws InvalidSettingsException when a chosen column is missing
     * @throws KNIMEException when there are too many images
     */
    List<SampleRequest> ofTable(final BufferedDataTable table, final Warnings warnings)
            throws InvalidSettingsException, KNIMEException {
        return m_parameters.m_tableUse == TableUse.EXISTING
                ? ExistingImages.missing(table, m_parameters, m_classNames, warnings)
                : ofRows(table, warnings);
    }

    private List<SampleRequest> ofRows(final BufferedDataTable table, final Warnings warnings)
            throws InvalidSettingsException, KNIMEException {
        final DataTableSpec spec = table.getDataTableSpec();
        final ClassColumn classes = classes(spec, m_parameters);
        final Optional<Integer> counts = numbers(spec, m_parameters.m_requestCountColumn);
        final Optional<Integer> seeds = numbers(spec, m_parameters.m_requestSeedColumn);
        final List<SampleRequest> requests = new ArrayList<>();
        int skipped = 0;
        String firstSkipped = "";
        try (var rows = table.iterator()) {
            while (rows.hasNext()) {
                final DataRow row = rows.next();
                final int desired = classes.read(row).map(m_classNames::indexOf).orElse(-1);
                final long count = counts.map(column -> number(row.getCell(column), 0))
                        .orElse((long) m_parameters.m_imagesPerClass);
                if (desired < 0 || count < 0) {
                    firstSkipped = skipped++ == 0 ? row.getKey().getString() : firstSkipped;
                } else {
                    add(requests, desired, count, seeds.map(column -> number(row.getCell(column), 0)));
                }
            }
        }
        if (skipped > 0) {
            warnings.note(skipped + (skipped == 1 ? " request was" : " requests were") + " skipped, first \""
                    + firstSkipped + "\": the class is missing or unknown to the model, or the number is negative.");
        }
        return requests;
    }

    /** Asks for a number of images of one class. */
    static void add(final List<SampleRequest> requests, final int desired, final long count, final Optional<Long> seed)
            throws KNIMEException {
        if (requests.size() + count > MOST) {
            throw new KNIMEException("More than 10,000,000 images are asked for. Ask for fewer, in several runs.");
        }
        for (int number = 0; number < count; number++) {
            // with a seed of its own a request does not depend on the requests before it
            requests.add(new SampleRequest(seed.isPresent() ? number : requests.size(), seed.orElse(0L), desired));
        }
    }

    private static Optional<Integer> numbers(final DataTableSpec spec, final Optional<String> column)
            throws InvalidSettingsException {
        if (column.isEmpty()) {
            return Optional.empty();
        }
        final int index = spec.findColumnIndex(column.get());
        if (index < 0
                || !RequestColumnsProvider.isWhole(spec.getColumnSpec(index).getType())) {
            throw new InvalidSettingsException("The requests have no column \"" + column.get()
                    + "\" with whole numbers. Open the dialog and choose another column.");
        }
        return Optional.of(index);
    }

    private static long number(final DataCell cell, final long ifMissing) {
        return cell.isMissing() ? ifMissing : ((LongValue) cell).getLongValue();
    }
}
