package org.jointdiffusion.nodes.modelio;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jointdiffusion.nodes.execution.GuardedExecution;
import org.jointdiffusion.nodes.port.JointModelPortObject;
import org.jointdiffusion.nodes.port.JointModelPortObjectSpec;
import org.jointdiffusion.nodes.table.FileLocation;
import org.jointdiffusion.runtime.model.JointModel;
import org.jointdiffusion.runtime.model.ModelFile;
import org.jointdiffusion.runtime.model.ModelFormatException;
import org.jointdiffusion.runtime.model.ModelOutline;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;
import org.knime.node.DefaultModel.ConfigureInput;
import org.knime.node.DefaultModel.ConfigureOutput;
import org.knime.node.DefaultModel.ExecuteInput;
import org.knime.node.DefaultModel.ExecuteOutput;

/** Brings a model from a file to a port. */
final class ModelReading {

    private ModelReading() {}

    /** Gives the real spec when the file is there, so that the dialogs of the nodes behind know the classes. */
    static void configure(final ConfigureInput input, final ConfigureOutput output) throws InvalidSettingsException {
        final ModelReaderParameters parameters = input.getParameters();
        if (parameters.m_location.isBlank()) {
            throw new InvalidSettingsException(
                    "No location is set. Open the dialog and enter the file that holds the model.");
        }
        JointModelPortObjectSpec spec = null;
        try (InputStream stream = open(parameters)) {
            final ModelOutline outline = ModelFile.readOutline(stream);
            spec = new JointModelPortObjectSpec(outline.specification(), ClassTypeFact.of(outline));
        } catch (ModelFormatException e) {
            throw new InvalidSettingsException(e.getMessage(), e);
        } catch (IOException e) {
            // another node may still have to write the file
            output.setWarningMessage(e.getMessage());
        }
        output.setOutSpec(0, spec);
    }

    static void execute(final ExecuteInput input, final ExecuteOutput output)
            throws CanceledExecutionException, KNIMEException {
        GuardedExecution.run(() -> {
            final ModelReaderParameters parameters = input.getParameters();
            input.getExecutionContext().setMessage("Reading the model");
            try (InputStream stream = open(parameters)) {
                final JointModel model = ModelFile.read(stream);
                final JointModelPortObject port = new JointModelPortObject(
                        model, ClassTypeFact.of(new ModelOutline(model.specification(), model.card())));
                output.setOutData(0, port);
                output.setInternalData(ModelReaderTables.make(port, input.getExecutionContext()));
            }
            input.getExecutionContext().checkCanceled();
        });
    }

    private static InputStream open(final ModelReaderParameters parameters) throws IOException {
        final Path file = FileLocation.of(parameters.m_location).path();
        if (Files.isDirectory(file)) {
            throw new IOException("\"" + file + "\" is a folder. Choose the model file in it.");
        }
        if (!Files.exists(file)) {
            throw new IOException(
                    "There is no file \"" + file + "\". Check the location, or execute the node that writes it first.");
        }
        try {
            return new BufferedInputStream(Files.newInputStream(file));
        } catch (IOException e) {
            throw new IOException(
                    "The file \"" + file + "\" cannot be read: " + FileProblem.reason(e)
                            + ". Choose another file, or ask for the right to read it.",
                    e);
        }
    }
}
