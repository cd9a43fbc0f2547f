package org.jointdiffusion.nodes.sampler;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jointdiffusion.nodes.execution.Warnings;
import org.jointdiffusion.nodes.table.ClassColumn;
import org.jointdiffusion.runtime.sampling.ClassBalance;
import org.jointdiffusion.runtime.sampling.SampleRequest;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;

/** Asks for the images that a table lacks so that all classes of the model have equally many. */
final class ExistingImages {

    private ExistingImages() {}

    /**
     * The missing images, class after class; rows of an unknown class are mentioned, those without a class are not
     * counted.
     *
     * @throws InvalidSettingsException when the class column is missing
     * @throws KNIMEException when there are too many images
     */
    static List<SampleRequest> missing(
            final BufferedDataTable table,
            final SamplerParameters parameters,
            final List<String> classNames,
            final Warnings warnings)
            throws InvalidSettingsException, KNIMEException {
        final ClassColumn classes = SampleRequests.classes(table.getDataTableSpec(), parameters);
        final int[] existing = new int[classNames.size()];
        final List<String> unknown = new ArrayList<>();
        try (var rows = table.iterator()) {
            while (rows.hasNext()) {
                final String name = classes.read(rows.next()).orElse(null);
                final int label = name == null ? -1 : classNames.indexOf(name);
                if (label >= 0) {
                    existing[label]++;
                } else if (name != null && (unknown.isEmpty() || !unknown.contains(name))) {
                    unknown.add(name);
                }
            }
        }
        if (!unknown.isEmpty()) {
            warnings.note("The existing images have " + unknown.size()
                    + (unknown.size() == 1 ? " class" : " classes") + " that the model does not know, first \""
                    + unknown.get(0) + "\", of which no images can be made.");
        }
        final OptionalInt wanted = parameters.m_imagesPerClassInAll.isPresent()
                ? OptionalInt.of(parameters.m_imagesPerClassInAll.get())
                : OptionalInt.empty();
        final int[] missing = ClassBalance.missing(existing, wanted);
        final List<SampleRequest> requests = new ArrayList<>();
        for (int label = 0; label < missing.length; label++) {
            SampleRequests.add(requests, label, missing[label], Optional.empty());
        }
        return requests;
    }
}
