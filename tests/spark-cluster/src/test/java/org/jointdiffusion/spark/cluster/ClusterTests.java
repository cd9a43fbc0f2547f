package org.jointdiffusion.spark.cluster;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.univocity.parsers.common.record.Record;
import com.univocity.parsers.csv.CsvParser;
import com.univocity.parsers.csv.CsvParserSettings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.hadoop.ParquetReader;
import org.apache.parquet.hadoop.example.GroupReadSupport;
import org.jointdiffusion.runtime.explanation.Counterfactual;
import org.jointdiffusion.runtime.explanation.ExplanationSettings;
import org.jointdiffusion.runtime.image.PngEncoder;
import org.jointdiffusion.runtime.prediction.Prediction;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** The job on a cluster of a master and two workers, each a process of its own. */
class ClusterTests {

    private static final Path DATA = Path.of(System.getProperty("basedir", "."))
            .toAbsolutePath()
            .resolve("../../example-workflows/Explain with a ready model/data")
            .normalize();

    private static final Path MODEL = DATA.resolve("fashion-model.safetensors");

    /** Executors live for seconds: their JVMs need not compile well. */
    private static final List<String> SHORT_LIVED =
            List.of("--conf", "spark.executor.extraJavaOptions=-XX:+UseSerialGC -XX:TieredStopAtLevel=1");

    private static final String DAMAGED = "Coat/damaged.png";
    private static final String NO_IMAGE = "notes.txt";

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    private static Path folder;

    private static LocalCluster cluster;
    private static OneProcess oneProcess;

    @BeforeAll
    static void start() throws Exception {
        oneProcess = new OneProcess(MODEL);
        cluster = LocalCluster.start(Files.createDirectory(folder.resolve("cluster")), 2);
    }

    @AfterAll
    static void stop() {
        oneProcess.close();
        final Set<ProcessHandle> processes = cluster.running();
        cluster.close();
        assertTrue(processes.size() >= 3, () -> "a master and two workers: " + processes);
        assertTrue(processes.stream().noneMatch(ProcessHandle::isAlive), processes::toString);
    }

    @Test
    void predictsOnTwoExecutorsWhatOneProcessPredicts() throws Exception {
        final Path images = Files.createDirectory(folder.resolve("many images"));
        final List<String> names = copyImages(images, 3);
        Files.write(images.resolve(DAMAGED), Arrays.copyOf(Files.readAllBytes(images.resolve(names.get(0))), 60));
        Files.writeString(images.resolve(NO_IMAGE), "no image");
        final Path out = folder.resolve("predictions");
        final long before = cluster.busyExecutors();

        final LocalCluster.Submission job = cluster.submit(
                withNatives(),
                "predict",
                "--model",
                MODEL.toString(),
                "--images",
                images.toString(),
                "--out",
                out.toString(),
                "--format",
                "csv",
                "--rows-per-block",
                "4");

        assertEquals(0, job.code(), job::said);
        assertTrue(job.said().contains("32 rows in"), job::said);
        assertTrue(job.said().contains("2 of them without a result"), job::said);
        assertEquals(2, cluster.busyExecutors() - before, "executors that worked");
        final Map<String, Record> rows = csv(out);
        assertEquals(32, rows.size());
        for (final String name : List.of(DAMAGED, NO_IMAGE)) {
            assertEquals("", rows.get(name).getString("Prediction (" + oneProcess.targetName() + ")"));
        }
        assertTrue(rows.get(DAMAGED).getString("Problem").startsWith("PNG: "), rows.get(DAMAGED)::toString);
        assertTrue(rows.get(NO_IMAGE).getString("Problem").contains("not a PNG"), rows.get(NO_IMAGE)::toString);
        // the damaged image leaves its block with three rows
        final Map<String, Prediction> expected = new HashMap<>();
        final List<String> listed = sorted(Stream.concat(names.stream(), Stream.of(DAMAGED, NO_IMAGE)));
        for (int from = 0; from < listed.size(); from += 4) {
            final List<String> block = listed.subList(from, from + 4).stream()
                    .filter(names::contains)
                    .toList();
            expected.putAll(oneProcess.predict(images, block, 4));
        }
        for (final String name : names) {
            assertPrediction(expected.get(name), rows.get(name));
        }
    }

    private static void assertPrediction(final Prediction expected, final Record row) {
        assertEquals("", row.getString("Problem"));
        final List<String> classes = oneProcess.classNames();
        assertEquals(
                classes.get(expected.predictedClass()), row.getString("Prediction (" + oneProcess.targetName() + ")"));
        for (int label = 0; label < classes.size(); label++) {
            assertEquals(
                    expected.probabilities()[label],
                    Double.parseDouble(
                            row.getString("P (" + oneProcess.targetName() + "=" + classes.get(label) + ")")));
        }
    }

    @Test
    void explainsOnTwoExecutorsAsOneProcessDoes() throws Exception {
        final Path images = Files.createDirectory(folder.resolve("few images"));
        final List<String> names = copyImages(images, 1).subList(0, 6);
        final Path list = images.resolve("list.txt");
        Files.write(list, Stream.concat(names.stream(), Stream.of("lost.png")).toList());
        final Path out = folder.resolve("explanations");
        final long before = cluster.busyExecutors();

        final LocalCluster.Submission job = cluster.submit(
                withNatives(),
                "explain",
                "--model",
                MODEL.toString(),
                "--images",
                list.toString(),
                "--out",
                out.toString(),
                "--rows-per-block",
                "2",
                "--seed",
                "7",
                "--draws",
                "1",
                "--steps",
                "8");

        assertEquals(0, job.code(), job::said);
        assertEquals(2, cluster.busyExecutors() - before, "executors that worked");
        final Map<String, Group> rows = parquet(out);
        assertEquals(7, rows.size());
        final Group lost = rows.get("lost.png");
        assertEquals(0, lost.getFieldRepetitionCount("Counterfactual"));
        assertTrue(lost.getString("Problem", 0).contains("does not exist"));
        final ExplanationSettings settings =
                ExplanationSettings.usual(7).withDraws(1).withSteps(8);
        final Map<String, Counterfactual> expected = oneProcess.explain(images, names, 2, settings);
        assertTrue(expected.values().stream().anyMatch(Counterfactual::valid));
        for (final String name : names) {
            assertCounterfactual(expected.get(name), rows.get(name));
        }
    }

    private static void assertCounterfactual(final Counterfactual expected, final Group row) {
        final List<String> classes = oneProcess.classNames();
        assertEquals(0, row.getFieldRepetitionCount("Problem"));
        assertArrayEquals(
                PngEncoder.encode(expected.counterfactual()),
                row.getBinary("Counterfactual", 0).getBytes());
        assertEquals(classes.get(expected.classBefore()), row.getString("Class before", 0));
        assertEquals(classes.get(expected.desiredClass()), row.getString("Desired class", 0));
        assertEquals(classes.get(expected.classAfter()), row.getString("Class after", 0));
        assertEquals(expected.valid(), row.getBoolean("Success", 0));
        assertEquals(expected.meanAbsoluteChange(), row.getDouble("Mean change", 0));
        assertEquals(expected.confidence(), row.getDouble("Confidence", 0));
    }

    @Test
    void saysHowToHandOverTheNativeLibraries() throws Exception {
        final LocalCluster.Submission job = cluster.submit(
                Stream.concat(SHORT_LIVED.stream(), Stream.of("--total-executor-cores", "1"))
                        .toList(),
                "predict",
                "--model",
                MODEL.toString(),
                "--images",
                DATA.resolve("test/Bag").toString(),
                "--out",
                folder.resolve("no libraries").toString());

        assertEquals(4, job.code(), job::said);
        assertTrue(job.said().contains("An executor has no native libraries of PyTorch."), job::said);
        assertTrue(job.said().contains("spark-submit --jars pytorch-native-cpu-"), job::said);
    }

    private static List<String> withNatives() {
        return Stream.concat(SHORT_LIVED.stream(), LocalCluster.withNatives().stream())
                .toList();
    }

    /** Copies some images of each class; their names in the order of the job's list. */
    private static List<String> copyImages(final Path target, final int ofEachClass) throws IOException {
        final List<String> names = new ArrayList<>();
        try (Stream<Path> classes = Files.list(DATA.resolve("test"))) {
            for (final Path from : classes.filter(Files::isDirectory).sorted().toList()) {
                final Path to = Files.createDirectory(target.resolve(from.getFileName()));
                try (Stream<Path> files = Files.list(from)) {
                    for (final Path file : files.sorted().limit(ofEachClass).toList()) {
                        Files.copy(file, to.resolve(file.getFileName()));
                        names.add(from.getFileName() + "/" + file.getFileName());
                    }
                }
            }
        }
        return sorted(names.stream());
    }

    private static List<String> sorted(final Stream<String> names) {
        return names.sorted().toList();
    }

    private static Map<String, Record> csv(final Path result) throws IOException {
        final CsvParserSettings settings = new CsvParserSettings();
        settings.setHeaderExtractionEnabled(true);
        settings.setNullValue("");
        final Map<String, Record> rows = new HashMap<>();
        for (final Path part : parts(result, ".csv")) {
            new CsvParser(settings)
                    .parseAllRecords(part.toFile(), StandardCharsets.UTF_8)
                    .forEach(row -> rows.put(row.getString("Image"), row));
        }
        return rows;
    }

    private static Map<String, Group> parquet(final Path result) throws IOException {
        final Map<String, Group> rows = new HashMap<>();
        for (final Path part : parts(result, ".parquet")) {
            try (ParquetReader<Group> reader = ParquetReader.builder(
                            new GroupReadSupport(), new org.apache.hadoop.fs.Path(part.toUri()))
                    .withConf(new Configuration())
                    .build()) {
                for (Group row = reader.read(); row != null; row = reader.read()) {
                    rows.put(row.getString("Image", 0), row);
                }
            }
        }
        return rows;
    }

    private static List<Path> parts(final Path result, final String ending) throws IOException {
        assertTrue(Files.exists(result.resolve("_SUCCESS")), () -> "no result in " + result);
        try (Stream<Path> files = Files.list(result)) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .toList();
        }
    }
}
