package org.jointdiffusion.nodes.modelio;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jointdiffusion.nodes.execution.GuardedExecution;
import org.jointdiffusion.nodes.modelio.ModelWriterParameters.ExistingFile;
import org.jointdiffusion.nodes.port.JointModelPortObject;
import org.jointdiffusion.nodes.table.FileLocation;
import org.jointdiffusion.runtime.model.JointModel;
import org.jointdiffusion.runtime.model.ModelFile;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;
import org.knime.node.DefaultModel.ConfigureInput;
import org.knime.node.DefaultModel.ConfigureOutput;
import org.knime.node.DefaultModel.ExecuteInput;
import org.knime.node.DefaultModel.ExecuteOutput;

/** Brings a model from a port to a file. */
final class ModelWriting {

    private ModelWriting() {}

    static void configure(final ConfigureInput input, final ConfigureOutput output) throws InvalidSettingsException {
        final ModelWriterParameters parameters = input.getParameters();
        if (parameters.m_location.isBlank()) {
            throw new InvalidSettingsException("No location is set. Open the dialog and enter the file to write.");
        }
    }

    static void execute(final ExecuteInput input, final ExecuteOutput output)
            throws CanceledExecutionException, KNIMEException {
        GuardedExecution.run(() -> {
            final ModelWriterParameters parameters = input.getParameters();
            final JointModelPortObject port = input.getInPortObject(0);
            final Path file = FileLocation.of(parameters.m_location).path().toAbsolutePath();
            input.getExecutionContext().setMessage("Writing the model");
            check(file, parameters.m_existingFile);
            final JointModel model = ClassTypeFact.addTo(port);
            WholeFile.write(
                    file,
                    parameters.m_existingFile,
                    stream -> ModelFile.write(model, parameters.m_storage.storage(), stream),
                    input.getExecutionContext());
        });
    }

    private static void check(final Path file, final ExistingFile rule) throws IOException {
        if (Files.isDirectory(file)) {
            throw new IOException(
                    "\"" + file + "\" is a folder. Add the name of the file to it, such as model.safetensors.");
        }
        if (!Files.isDirectory(file.getParent())) {
            throw new IOException(
                    "There is no folder \"" + file.getParent() + "\". Create it, or choose another location.");
        }
        if (rule == ExistingFile.FAIL && Files.exists(file)) {
            throw WholeFile.existing(file);
        }
    }
}
