package org.jointdiffusion.nodes.modelio;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;
import org.jointdiffusion.nodes.execution.GuardedExecution;
import org.jointdiffusion.nodes.modelio.ModelWriterParameters.ExistingFile;
import org.jointdiffusion.nodes.port.JointModelPortObject;
import org.jointdiffusion.nodes.table.FileLocation;
import org.jointdiffusion.runtime.model.JointModel;
import org.jointdiffusion.runtime.model.ModelFile;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionContext;
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
            write(ClassTypeFact.addTo(port), parameters, file, input.getExecutionContext());
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
            throw existing(file);
        }
    }

    /** Writes beside the file first, so that nobody ever sees half a model under its name. */
    private static void write(
            final JointModel model,
            final ModelWriterParameters parameters,
            final Path file,
            final ExecutionContext exec)
            throws IOException, CanceledExecutionException {
        final Path part = file.resolveSibling("." + UUID.randomUUID() + ".part");
        try {
            try (OutputStream stream =
                    new BufferedOutputStream(Files.newOutputStream(part, StandardOpenOption.CREATE_NEW))) {
                ModelFile.write(model, parameters.m_storage.storage(), stream);
            }
            exec.checkCanceled();
            if (parameters.m_existingFile == ExistingFile.OVERWRITE) {
                Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
            } else {
                Files.move(part, file);
            }
        } catch (FileAlreadyExistsException e) {
            throw existing(file);
        } catch (FileSystemException e) {
            throw new IOException(
                    "The file \"" + file + "\" cannot be written: " + FileProblem.reason(e)
                            + ". Choose another location, or ask for the right to write there.",
                    e);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private static IOException existing(final Path file) {
        return new IOException("The file \"" + file
                + "\" exists already. Choose another location, or let the node overwrite it: see its dialog.");
    }
}
