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

/** The example workflow is complete: what the README promises and what its nodes point to is there. */
class ExampleWorkflowTests {

    private static final Path WORKFLOW = Path.of(System.getProperty("basedir", "."))
            .resolve("../../example-workflows/Explain fashion images")
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
    @CsvSource({"train, 250", "test, 100"})
    void everyClassHasItsImages(final String part, final int expected) throws IOException {
        final Map<String, Integer> counts = new TreeMap<>();
        for (final var folder : list(WORKFLOW.resolve("data").resolve(part))) {
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

    @Test
    void theLicenceOfTheImagesIsBesideThem() throws IOException {
        final var licence = Files.readString(WORKFLOW.resolve("data/LICENSE.txt"));
        assertTrue(licence.contains("The MIT License") && licence.contains("Copyright (c) 2017 Zalando SE"));
    }

    @Test
    void everyNodeHasItsSettingsAndEveryLocationExists() throws IOException {
        final var workflow = Files.readString(WORKFLOW.resolve("workflow.knime"));
        final var settingsFiles = findAll("key=\"node_settings_file\" type=\"xstring\" value=\"([^\"]+)\"", workflow);
        assertEquals(8, settingsFiles.size());
        for (final var settingsFile : settingsFiles) {
            final var settings = Files.readString(WORKFLOW.resolve(settingsFile));
            for (final var location : findAll("value=\"knime://knime\\.workflow/([^\"]+)\"", settings)) {
                assertTrue(Files.isDirectory(WORKFLOW.resolve(location)), location);
            }
        }
    }

    @Test
    void theTrainingTakesSixMinutesAtMost() throws IOException {
        final var settings = Files.readString(WORKFLOW.resolve("Joint Diffus (#2)/settings.xml"));
        assertTrue(settings.contains("key=\"stopRule\" type=\"xstring\" value=\"MINUTES\""));
        final var minutes = findAll("key=\"maximumMinutes\" type=\"xdouble\" value=\"([^\"]+)\"", settings);
        assertTrue(Double.parseDouble(minutes.get(0)) <= 6, minutes.toString());
    }
}
