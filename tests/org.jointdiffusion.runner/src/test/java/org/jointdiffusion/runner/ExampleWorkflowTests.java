package org.jointdiffusion.runner;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
    private static final String FEW_LABELS = "Learn from few labels";
    private static final String NEW_CLASS = "Add a class to a model";
    private static final String ODD = "Find odd images";
    private static final String BATCH = "Classify a folder in batch";
    private static final String BALANCE = "Balance a small class";
    private static final String MODEL = "data/fashion-model.safetensors";

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
    @ValueSource(strings = {TRAINING, READY, FEW_LABELS, NEW_CLASS, ODD, BATCH, BALANCE})
    void theLicenceOfTheImagesIsBesideThem(final String workflow) throws IOException {
        final var licence = Files.readString(WORKFLOWS.resolve(workflow).resolve("data/LICENSE.txt"));
        assertTrue(licence.contains("The MIT License") && licence.contains("Copyright (c) 2017 Zalando SE"));
    }

    @ParameterizedTest
    @CsvSource({
        TRAINING + ", 8",
        READY + ", 7",
        FEW_LABELS + ", 6",
        NEW_CLASS + ", 9",
        ODD + ", 4",
        BATCH + ", 5",
        BALANCE + ", 12"
    })
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

    @ParameterizedTest
    @CsvSource({
        FEW_LABELS + ", train, 1000, 100, 10",
        FEW_LABELS + ", test, 300, 300, 10",
        NEW_CLASS + ", first, 540, 540, 9",
        NEW_CLASS + ", all, 600, 600, 10",
        NEW_CLASS + ", test, 200, 200, 10",
        ODD + ", images, 53, 53, 11",
        BALANCE + ", train, 546, 546, 10",
        BALANCE + ", test, 300, 300, 10"
    })
    void everyListNamesItsImages(
            final String workflow, final String list, final int images, final int labelled, final int classes)
            throws IOException {
        final var data = WORKFLOWS.resolve(workflow).resolve("data");
        final var rows = Files.readAllLines(data.resolve(list + ".csv")).stream()
                .skip(1)
                .map(line -> line.split(",", -1))
                .toList();
        assertEquals(images, rows.size());
        for (final var row : rows) {
            assertTrue(Files.exists(data.resolve(row[0])), row[0]);
        }
        final var labels = rows.stream()
                .map(row -> row[1])
                .filter(label -> !label.isEmpty())
                .toList();
        assertEquals(labelled, labels.size());
        assertEquals(classes, Set.copyOf(labels).size());
    }

    @ParameterizedTest
    @ValueSource(strings = {ODD, BATCH, BALANCE})
    void theModelIsTheSameWhereverItIs(final String workflow) throws IOException {
        assertEquals(
                -1,
                Files.mismatch(
                        WORKFLOWS.resolve(READY).resolve(MODEL),
                        WORKFLOWS.resolve(workflow).resolve(MODEL)));
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
