package org.jointdiffusion.runner;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The example workflows are complete: what the README promises and what their nodes point to is there. */
class ExampleWorkflowTests {

    private static final String TRAINING = "Explain fashion images";
    private static final String READY = "Explain with a ready model";

    private static final Path WORKFLOWS = Path.of(System.getProperty("basedir", "."))
            .resolve("../../example-workflows")
            .toAbsolutePath()
            .normalize();

    private static final List<String> CLASSES = List.of(
            "Ankle boot", "Bag", "Coat", "Dress", "Pullover", "Sandal", "Shirt", "Sneaker", "T-shirt", "Trouser");

    private static List<Path> list(final Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }

    private static List<String> findAll(final String pattern, final String text) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .map((MatchResult result) -> result.group(1))
                .toList();
    }

    @ParameterizedTest
    @CsvSource({TRAINING + ", train, 250", TRAINING + ", test, 100", READY + ", test, 10"})
    void everyClassHasItsImages(final String workflow, final String part, final int expected) throws IOException {
        final Map<String, Integer> counts = new TreeMap<>();
        for (final var folder : list(WORKFLOWS.resolve(workflow).resolve("data").resolve(part))) {
            final var images = list(folder);
            counts.put(folder.getFileName().toString(), images.size());
            for (final var image : images) {
                final var pixels = ImageIO.read(image.toFile());
                assertEquals(28, pixels.getWidth(), image.toString());
                assertEquals(28, pixels.getHeight(), image.toString());
                assertEquals(1, pixels.getRaster().getNumBands(), image.toString());
            }
        }
        final Map<String, Integer> wanted = new TreeMap<>();
        CLASSES.forEach(name -> wanted.put(name, expected));
        assertEquals(wanted, counts);
    }

    @ParameterizedTest
    @ValueSource(strings = {TRAINING, READY})
    void theLicenceOfTheImagesIsBesideThem(final String workflow) throws IOException {
        final var licence = Files.readString(WORKFLOWS.resolve(workflow).resolve("data/LICENSE.txt"));
        assertTrue(licence.contains("The MIT License") && licence.contains("Copyright (c) 2017 Zalando SE"));
    }

    @ParameterizedTest
    @CsvSource({TRAINING + ", 8", READY + ", 7"})
    void everyNodeHasItsSettingsAndEveryLocationExists(final String name, final int nodes) throws IOException {
        final var folder = WORKFLOWS.resolve(name);
        final var workflow = Files.readString(folder.resolve("workflow.knime"));
        final var settingsFiles = findAll("key=\"node_settings_file\" type=\"xstring\" value=\"([^\"]+)\"", workflow);
        assertEquals(nodes, settingsFiles.size());
        for (final var settingsFile : settingsFiles) {
            final var settings = Files.readString(folder.resolve(settingsFile));
            for (final var location : findAll("value=\"knime://knime\\.workflow/([^\"]+)\"", settings)) {
                assertTrue(Files.exists(folder.resolve(location)), location);
            }
        }
    }

    /** Nobody should have to look at the same image twice, or wonder which of two versions is the right one. */
    @Test
    void theImagesOfTheReadyModelAreAPartOfTheOthers() throws IOException {
        for (final var folder : list(WORKFLOWS.resolve(READY).resolve("data/test"))) {
            for (final var image : list(folder)) {
                final var original = WORKFLOWS
                        .resolve(TRAINING)
                        .resolve(WORKFLOWS.resolve(READY).relativize(image));
                assertEquals(-1, Files.mismatch(image, original), image.toString());
            }
        }
    }

    @Test
    void theReadyModelIsSmallAndHasItsCardBesideIt() throws IOException {
        final var data = WORKFLOWS.resolve(READY).resolve("data");
        assertTrue(Files.size(data.resolve("fashion-model.safetensors")) <= 6_000_000);
        assertTrue(Files.readString(data.resolve("MODEL-CARD.md")).contains("fashion-model.safetensors"));
    }

    @Test
    void theTrainingTakesSixMinutesAtMost() throws IOException {
        final var settings = Files.readString(WORKFLOWS.resolve(TRAINING).resolve("Joint Diffus (#2)/settings.xml"));
        assertTrue(settings.contains("key=\"stopRule\" type=\"xstring\" value=\"MINUTES\""));
        final var minutes = findAll("key=\"maximumMinutes\" type=\"xdouble\" value=\"([^\"]+)\"", settings);
        assertTrue(Double.parseDouble(minutes.get(0)) <= 6, minutes.toString());
    }
}
