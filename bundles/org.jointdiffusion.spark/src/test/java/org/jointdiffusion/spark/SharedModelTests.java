package org.jointdiffusion.spark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.jointdiffusion.runtime.model.ModelFormatException;
import org.jointdiffusion.runtime.model.ModelSpecification;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SharedModelTests {

    private static final String MODEL = Path.of(System.getProperty("basedir", "."))
            .resolve("../../example-workflows/Explain with a ready model/data/fashion-model.safetensors")
            .toString();

    @TempDir
    private Path folder;

    private static SharedModel at(final String location) throws Exception {
        return SharedModel.at(location, new Configuration());
    }

    @Test
    void saysThatTheFileIsMissing() {
        final String lost = folder.resolve("lost.safetensors").toString();
        assertEquals(
                "The model file \"" + lost + "\" does not exist, or cannot be read. Check its path.",
                assertThrows(JobException.class, () -> at(lost)).getMessage());
    }

    @Test
    void refusesAFileThatIsNoModel() throws Exception {
        final Path file = Files.writeString(folder.resolve("text.safetensors"), "This is a text and no model.");
        final SharedModel model = at(file.toString());
        assertThrows(ModelFormatException.class, model::read);
    }

    @Test
    void saysHowToHandOverTheNativeLibraries() throws Exception {
        final SharedModel model = at(MODEL);
        final String message =
                assertThrows(IllegalStateException.class, model::loaded).getMessage();
        assertTrue(message.contains("spark-submit --jars pytorch-native-cpu-<version>-<platform>.jar"), message);
    }

    @Test
    void anExplanationNeedsAClassOfTheModel() throws Exception {
        final ModelSpecification model = at(MODEL).read().specification();
        assertEquals(
                model.classNames().indexOf("Coat"),
                ExplanationTask.of(model, Optional.of("Coat"), 1, 3, 30).desiredClass());
        final String message = assertThrows(
                        JobException.class, () -> ExplanationTask.of(model, Optional.of("Hat"), 1, 3, 30))
                .getMessage();
        assertTrue(message.startsWith("The model knows no class \"Hat\". Its classes are: "), message);
    }
}
