package org.knime.base.node.io.filehandling.csv.writer;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jointdiffusion.embedded.core.RunningWorkflow;
import org.knime.base.node.io.filehandling.csv.writer.CsvWriterParameters.Existing;
import org.knime.base.node.io.filehandling.csv.writer.CsvWriterParameters.Location;
import org.knime.base.node.io.filehandling.csv.writer.CsvWriterParameters.Target;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataRow;
import org.knime.core.data.DoubleValue;
import org.knime.core.data.StringValue;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;
import org.knime.node.DefaultModel.ConfigureInput;
import org.knime.node.DefaultModel.ConfigureOutput;
import org.knime.node.DefaultModel.ExecuteInput;
import org.knime.node.DefaultModel.ExecuteOutput;

/** Writes a table into a CSV file: texts in quotes, numbers as they are. */
final class CsvWriting {

    private CsvWriting() {}

    static void configure(final ConfigureInput input, final ConfigureOutput output) throws InvalidSettingsException {
        for (final DataColumnSpec column : input.getInTableSpec(0)) {
            if (!column.getType().isCompatible(DoubleValue.class)
                    && !column.getType().isCompatible(StringValue.class)) {
                throw new InvalidSettingsException("The column \"" + column.getName()
                        + "\" holds neither texts nor numbers, so it cannot be written. Remove it with a Column"
                        + " Filter.");
            }
        }
        final CsvWriterParameters parameters = input.getParameters();
        final Target target = parameters.m_main.m_target;
        final Path file = resolve(target.m_path);
        if (target.m_ifPathExists == Existing.overwrite && Files.exists(file)) {
            output.setWarningMessage("Output file '" + file + "' exists and will be overwritten");
        }
    }

    static void execute(final ExecuteInput input, final ExecuteOutput output)
            throws CanceledExecutionException, KNIMEException {
        final CsvWriterParameters parameters = input.getParameters();
        final Target target = parameters.m_main.m_target;
        try {
            final Path file = resolve(target.m_path);
            if (target.m_createMissingFolders) {
                Files.createDirectories(file.getParent());
            }
            if (target.m_ifPathExists == Existing.fail && Files.exists(file)) {
                throw new KNIMEException("The file " + file + " exists. Choose another one, or let it be overwritten.");
            }
            write(input, parameters, file);
        } catch (IOException | InvalidSettingsException exception) {
            throw new KNIMEException("The CSV file cannot be written: " + exception.getMessage(), exception);
        }
    }

    private static void write(final ExecuteInput input, final CsvWriterParameters parameters, final Path file)
            throws IOException, CanceledExecutionException {
        final BufferedDataTable table = input.getInTable(0);
        final boolean rowIds = parameters.m_main.m_writeRowHeader;
        try (BufferedWriter writer = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            if (parameters.m_main.m_writeColumnHeader) {
                final List<String> names = new ArrayList<>(rowIds ? List.of(quoted("row ID")) : List.of());
                table.getDataTableSpec().forEach(column -> names.add(quoted(column.getName())));
                writeLine(writer, names, parameters);
            }
            for (final DataRow row : table) {
                input.getExecutionContext().checkCanceled();
                final List<String> texts =
                        new ArrayList<>(rowIds ? List.of(quoted(row.getKey().getString())) : List.of());
                row.forEach(cell -> texts.add(text(cell, parameters)));
                writeLine(writer, texts, parameters);
            }
        }
    }

    private static void writeLine(
            final BufferedWriter writer, final List<String> texts, final CsvWriterParameters parameters)
            throws IOException {
        writer.write(String.join(parameters.m_main.m_columnDelimiter, texts));
        writer.newLine();
    }

    private static String text(final DataCell cell, final CsvWriterParameters parameters) {
        if (cell.isMissing()) {
            return parameters.m_advanced.m_missing;
        }
        return cell instanceof DoubleValue ? cell.toString() : quoted(cell.toString());
    }

    private static String quoted(final String text) {
        return "\"" + text.replace("\"", "\"\"") + "\"";
    }

    /** Returns the file that is meant: on this machine, or in the data area of the workflow. */
    private static Path resolve(final Location location) throws InvalidSettingsException {
        if ("LOCAL".equals(location.m_fileSystem)) {
            return Path.of(location.m_path).toAbsolutePath().normalize();
        }
        if ("RELATIVE".equals(location.m_fileSystem) && "knime.workflow.data".equals(location.m_specifier)) {
            final Path data = RunningWorkflow.directory()
                    .orElseThrow(() -> new InvalidSettingsException(
                            "No workflow is executed to whose data area " + location.m_path + " could be relative."))
                    .resolve("data");
            final Path file = data.resolve(location.m_path).normalize();
            if (!file.startsWith(data)) {
                throw new InvalidSettingsException("The path " + location.m_path
                        + " leaves the data area of the workflow. Choose a path within it.");
            }
            return file;
        }
        throw new InvalidSettingsException("The embedded host knows the local file system and the data area of the"
                + " workflow, but not " + location.m_fileSystem + " " + location.m_specifier
                + ". Choose one of them in the CSV Writer's dialog.");
    }
}
