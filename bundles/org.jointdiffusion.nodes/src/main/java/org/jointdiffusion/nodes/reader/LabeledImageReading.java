package org.jointdiffusion.nodes.reader;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.jointdiffusion.nodes.execution.GuardedExecution;
import org.jointdiffusion.nodes.execution.NodeProgress;
import org.jointdiffusion.nodes.execution.Warnings;
import org.jointdiffusion.nodes.table.FileLocation;
import org.jointdiffusion.nodes.table.NewColumns;
import org.jointdiffusion.nodes.table.PngCells;
import org.jointdiffusion.runtime.image.LabeledImage;
import org.jointdiffusion.runtime.image.LabeledImageScanner;
import org.jointdiffusion.runtime.image.LabeledImageSource;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataType;
import org.knime.core.data.MissingCell;
import org.knime.core.data.RowKey;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.BufferedDataContainer;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;
import org.knime.node.DefaultModel.ExecuteInput;
import org.knime.node.DefaultModel.ExecuteOutput;

/** Turns a set of labelled images into a table. */
final class LabeledImageReading {

    private LabeledImageReading() {}

    static DataTableSpec configure(final LabeledImageReaderParameters parameters) throws InvalidSettingsException {
        if (parameters.m_location.isBlank()) {
            throw new InvalidSettingsException(
                    "No location is set. Open the dialog and enter the folder or file that holds the images.");
        }
        return spec();
    }

    static void execute(final ExecuteInput input, final ExecuteOutput output)
            throws CanceledExecutionException, KNIMEException {
        GuardedExecution.run(() -> {
            final Warnings warnings = new Warnings();
            output.setOutData(0, read(source(input.getParameters()), input.getExecutionContext(), warnings));
            warnings.tell("got a missing cell", output::setWarningMessage);
        });
    }

    private static DataTableSpec spec() {
        return new NewColumns()
                .add("Image", PngCells.TYPE)
                .add("Label", StringCell.TYPE)
                .add("Name", StringCell.TYPE)
                .spec();
    }

    private static LabeledImageSource source(final LabeledImageReaderParameters parameters) throws IOException {
        final Path location = FileLocation.of(parameters.m_location).path();
        final Optional<Path> labels = parameters.m_labelsLocation.isBlank()
                ? Optional.empty()
                : Optional.of(FileLocation.of(parameters.m_labelsLocation).path());
        return new LabeledImageSource(
                parameters.m_layout.layout(),
                location,
                named(parameters.m_csvFileColumn),
                named(parameters.m_csvLabelColumn),
                labels,
                parameters.m_imageLimits.limits());
    }

    private static Optional<String> named(final String column) {
        return column.isBlank() ? Optional.empty() : Optional.of(column);
    }

    private static BufferedDataTable read(
            final LabeledImageSource source, final ExecutionContext exec, final Warnings warnings) throws IOException {
        final BufferedDataContainer container = exec.createDataContainer(spec());
        try {
            LabeledImageScanner.open(source).forEach(new NodeProgress(exec), image -> {
                image.problem().ifPresent(problem -> warnings.unusableImage(image.name(), problem));
                container.addRowToTable(new DefaultRow(RowKey.createRowKey(container.size()), cells(image)));
            });
        } finally {
            container.close();
        }
        return container.getTable();
    }

    private static DataCell[] cells(final LabeledImage image) {
        return new DataCell[] {
            image.image()
                    .map(PngCells::of)
                    .orElseGet(() -> new MissingCell(image.problem().orElseThrow())),
            image.label().<DataCell>map(StringCell::new).orElseGet(DataType::getMissingCell),
            new StringCell(image.name())
        };
    }
}
