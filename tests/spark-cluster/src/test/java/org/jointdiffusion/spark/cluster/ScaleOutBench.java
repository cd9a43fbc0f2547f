package org.jointdiffusion.spark.cluster;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Measures the job on clusters of 1, 2 and 4 workers with a core each: rows a second from the start of the job, when
 * all executors are there, to the stored table. Loading the model is included, starting processes is not.
 */
public final class ScaleOutBench {

    private static final List<Integer> WORKERS = List.of(1, 2, 4);
    private static final int PREDICTED_ROWS = 8192;
    private static final int EXPLAINED_ROWS = 48;
    private static final Pattern RATE = Pattern.compile("rows in [0-9.]+ s, ([0-9.]+) rows a second");

    private final Path data;
    private final Path folder;
    private final Map<String, List<Double>> figures = new LinkedHashMap<>();

    private ScaleOutBench(final Path data, final Path folder) {
        this.data = data;
        this.folder = folder;
    }

    /** Takes the project's folder and, if wanted, the number of rounds (1). */
    public static void main(final String[] arguments) throws IOException, InterruptedException {
        final Path folder = Files.createTempDirectory("scale-out");
        try {
            final ScaleOutBench bench = new ScaleOutBench(
                    Path.of(arguments[0], "example-workflows/Explain with a ready model/data"), folder);
            final int rounds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 1;
            for (int round = 0; round < rounds; round++) {
                for (final int workers : WORKERS) {
                    bench.measure(round, workers);
                }
            }
            bench.print();
        } finally {
            delete(folder);
        }
    }

    private void measure(final int round, final int workers) throws IOException, InterruptedException {
        final Path place = Files.createDirectory(folder.resolve(round + "-" + workers));
        try (LocalCluster cluster = LocalCluster.start(place, workers)) {
            add("predict_rows_per_s_" + workers, cluster, place, PREDICTED_ROWS, "predict", "--rows-per-block", "64");
            // enough blocks for every worker to get several
            add("explain_rows_per_s_" + workers, cluster, place, EXPLAINED_ROWS, "explain", "--rows-per-block", "4");
        }
    }

    private void add(
            final String figure,
            final LocalCluster cluster,
            final Path place,
            final int rows,
            final String command,
            final String... options)
            throws IOException, InterruptedException {
        final List<String> arguments = new ArrayList<>(List.of(
                command,
                "--model",
                data.resolve("fashion-model.safetensors").toString(),
                "--images",
                list(place.resolve(command + ".txt"), rows).toString(),
                "--out",
                place.resolve(command).toString()));
        arguments.addAll(List.of(options));
        final LocalCluster.Submission job =
                cluster.submit(LocalCluster.withNatives(), arguments.toArray(String[]::new));
        final Matcher rate = RATE.matcher(job.said());
        if (job.code() != 0 || !rate.find()) {
            throw new IllegalStateException("The job failed:\n" + job.said());
        }
        figures.computeIfAbsent(figure, missing -> new ArrayList<>()).add(Double.parseDouble(rate.group(1)));
    }

    /** A list of so many images, which names those of the example workflow over and over. */
    private Path list(final Path file, final int rows) throws IOException {
        try (Stream<Path> files = Files.walk(data.resolve("test"))) {
            final List<String> images = files.filter(image -> image.toString().endsWith(".png"))
                    .map(Path::toString)
                    .sorted(Comparator.comparing(image -> Integer.toHexString(image.hashCode())))
                    .toList();
            return Files.write(
                    file,
                    Stream.iterate(0, row -> row + 1)
                            .limit(rows)
                            .map(row -> images.get(row % images.size()))
                            .toList());
        }
    }

    private void print() {
        figures.forEach((name, values) -> {
            final List<Double> sorted = values.stream().sorted().toList();
            System.out.printf(
                    Locale.ROOT,
                    "%s\t%.1f\t%.1f\t%.1f\trows/s%n",
                    name,
                    sorted.get(sorted.size() / 2),
                    sorted.get(0),
                    sorted.get(sorted.size() - 1));
        });
    }

    private static void delete(final Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).forEach(ScaleOutBench::deleteFile);
        }
    }

    private static void deleteFile(final Path file) {
        try {
            Files.delete(file);
        } catch (final IOException exception) {
            throw new UncheckedIOException(exception);
        }
    }
}
