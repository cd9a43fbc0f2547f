package org.jointdiffusion.spark;

import java.io.ByteArrayInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.jointdiffusion.runtime.engine.Device;
import org.jointdiffusion.runtime.engine.Precision;
import org.jointdiffusion.runtime.engine.RuntimeService;
import org.jointdiffusion.runtime.model.JointModel;
import org.jointdiffusion.runtime.model.ModelFile;

/**
 * A model on its way to the executors.
 *
 * <p>Spark broadcasts the bytes of its file, so that only the driver needs to reach it, and keeps one copy of this
 * object in each executor, whose tasks share the network that the first of them loads. Arithmetic is in 32 bit on the
 * processor: what is fastest may differ between machines, and then so would the results.
 */
final class SharedModel implements Serializable {

    private static final long serialVersionUID = 1;

    /** What every jar with PyTorch's native libraries holds. */
    private static final String NATIVES = "native/lib/pytorch.properties";

    private static final String LIBRARY_FOLDER = "PYTORCH_LIBRARY_PATH";

    private final byte[] file;

    private transient LoadedModel loaded;

    private SharedModel(final byte[] file) {
        this.file = file;
    }

    /**
     * The model in a file on any file system that Spark knows.
     *
     * @throws JobException when the file is not there
     * @throws IOException when the file system fails
     */
    static SharedModel at(final String location, final Configuration configuration) throws IOException, JobException {
        final Path path = new Path(location);
        try (InputStream stream = path.getFileSystem(configuration).open(path)) {
            return new SharedModel(stream.readAllBytes());
        } catch (final FileNotFoundException exception) {
            throw new JobException(
                    "The model file \"" + location + "\" does not exist, or cannot be read. Check its path.",
                    exception);
        }
    }

    /**
     * Reads the model and checks it.
     *
     * @throws org.jointdiffusion.runtime.model.ModelFormatException when the file is no model
     */
    JointModel read() throws IOException {
        return ModelFile.read(new ByteArrayInputStream(file));
    }

    /** The model, which the first caller in this process loads. */
    synchronized LoadedModel loaded() throws IOException {
        if (loaded == null) {
            checkNatives();
            final JointModel model = read();
            loaded = new LoadedModel(model, RuntimeService.shared().load(model, Device.cpu(), Precision.FLOAT32));
        }
        return loaded;
    }

    private static void checkNatives() {
        final boolean isNamed = Optional.ofNullable(System.getenv(LIBRARY_FOLDER))
                .or(() -> Optional.ofNullable(System.getProperty(LIBRARY_FOLDER)))
                .isPresent();
        if (!isNamed && SharedModel.class.getClassLoader().getResource(NATIVES) == null) {
            throw new IllegalStateException("An executor has no native libraries of PyTorch. Hand over the jar"
                    + " pytorch-native-cpu for the executors' platform: spark-submit --jars"
                    + " pytorch-native-cpu-<version>-<platform>.jar, or set spark.executorEnv." + LIBRARY_FOLDER + ".");
        }
    }
}
