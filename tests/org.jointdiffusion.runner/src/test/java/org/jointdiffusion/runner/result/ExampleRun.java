package org.jointdiffusion.runner.result;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.imageio.ImageIO;

/** Results of a small workflow, made by hand: what the figures and the report are tested with. */
public final class ExampleRun {

    private static final List<String> CLASSES = List.of("Shirt", "Bag");

    private final List<NodeResult> m_nodes = new ArrayList<>();

    /** A run with every known node and two classes. */
    public static RunResult complete() {
        return complete(CLASSES);
    }

    /** A run with every known node. */
    public static RunResult complete(final List<String> classes) {
        return new ExampleRun()
                .add(NodeKind.READER, "Labeled Image Reader", 1, realImages(classes))
                .addLearner(history())
                .add(NodeKind.PREDICTOR, "Classifier Predictor", 2, realImages(classes))
                .add(NodeKind.SCORER, "Scorer", 0, confusion(classes, 8, 2, 1, 9))
                .add(NodeKind.SAMPLER, "Conditional Sampler", 6, samples(classes))
                .add(NodeKind.EXPLAINER, "Counterfactual Explainer", 8, counterfactuals(classes))
                .build();
    }

    /** Predictions of images; those below 1 % were left out. */
    public static ResultTable typicalities(final double... percentiles) {
        final var rows = new ArrayList<ResultRow>();
        for (final double percentile : percentiles) {
            final var values = new LinkedHashMap<String, Object>();
            values.put(Columns.IMAGE, png());
            values.put(Columns.TYPICALITY, percentile);
            if (percentile >= 1) {
                values.put("Prediction (Label)", "Bag");
            }
            rows.add(new ResultRow("Row" + rows.size(), values));
        }
        return new ResultTable(List.of(Columns.IMAGE, "Prediction (Label)", Columns.TYPICALITY), rows);
    }

    /** Adds a node with one output table. */
    public ExampleRun add(final NodeKind kind, final String name, final int seconds, final ResultTable table) {
        return add(kind, name, seconds, List.of(Optional.of(table)));
    }

    /** Adds a Learner with its history, without previews. */
    public ExampleRun addLearner(final ResultTable history) {
        return add(
                NodeKind.LEARNER,
                "Joint Diffusion Learner",
                330,
                List.of(Optional.empty(), Optional.of(history), Optional.empty()));
    }

    /** Adds a node that failed. */
    public ExampleRun addFailed(final String name, final String message) {
        m_nodes.add(new NodeResult(
                m_nodes.size() + 1,
                name,
                NodeKind.OTHER,
                NodeResult.FAILED,
                Duration.ZERO,
                Optional.of(message),
                Map.of(),
                Optional.empty(),
                List.of()));
        return this;
    }

    private ExampleRun add(
            final NodeKind kind, final String name, final int seconds, final List<Optional<ResultTable>> tables) {
        final var settings = new LinkedHashMap<String, String>();
        settings.put("targetColumn", Columns.LABEL);
        settings.put("seed", "42");
        m_nodes.add(new NodeResult(
                m_nodes.size() + 1,
                name,
                kind,
                "EXECUTED",
                Duration.ofSeconds(seconds),
                Optional.empty(),
                settings,
                kind.hasView() ? Optional.of("<p>view</p>") : Optional.empty(),
                tables));
        return this;
    }

    /** The run with the nodes that were added. */
    public RunResult build() {
        return new RunResult(
                "Example",
                ZonedDateTime.of(2026, 11, 24, 9, 30, 0, 0, ZoneOffset.UTC),
                Duration.ofSeconds(360),
                List.copyOf(m_nodes),
                Map.of("Java", "17"));
    }

    /** Three real images of each class. */
    public static ResultTable realImages(final List<String> classes) {
        final var rows = new ArrayList<ResultRow>();
        for (final var name : classes) {
            for (var i = 0; i < 3; i++) {
                rows.add(row(rows, Columns.IMAGE, png(), Columns.LABEL, name));
            }
        }
        return table(rows);
    }

    /** The history of 300 steps; the last row has no validation. */
    public static ResultTable history() {
        final var rows = new ArrayList<ResultRow>();
        rows.add(row(
                rows,
                Columns.STEP,
                100L,
                Columns.EPOCH,
                2.5,
                Columns.DIFFUSION_LOSS,
                0.3,
                Columns.CLASSIFICATION_LOSS,
                1.5,
                Columns.VALIDATION_DIFFUSION_LOSS,
                0.4,
                Columns.VALIDATION_CLASSIFICATION_LOSS,
                1.6,
                Columns.TRAINING_ACCURACY,
                0.5,
                Columns.VALIDATION_ACCURACY,
                0.45,
                Columns.IMAGES_PER_SECOND,
                100.0));
        rows.add(row(
                rows,
                Columns.STEP,
                200L,
                Columns.EPOCH,
                5.0,
                Columns.DIFFUSION_LOSS,
                0.2,
                Columns.CLASSIFICATION_LOSS,
                0.9,
                Columns.VALIDATION_DIFFUSION_LOSS,
                0.25,
                Columns.VALIDATION_CLASSIFICATION_LOSS,
                1.0,
                Columns.TRAINING_ACCURACY,
                0.8,
                Columns.VALIDATION_ACCURACY,
                0.75,
                Columns.IMAGES_PER_SECOND,
                200.0));
        rows.add(row(
                rows,
                Columns.STEP,
                300L,
                Columns.EPOCH,
                7.5,
                Columns.DIFFUSION_LOSS,
                Double.NaN,
                Columns.CLASSIFICATION_LOSS,
                0.7,
                Columns.TRAINING_ACCURACY,
                0.9,
                Columns.IMAGES_PER_SECOND,
                300.0));
        return table(rows);
    }

    /** A confusion matrix as the Scorer writes it, row by row. */
    public static ResultTable confusion(final List<String> classes, final long... counts) {
        final var rows = new ArrayList<ResultRow>();
        for (var i = 0; i < classes.size(); i++) {
            final var values = new LinkedHashMap<String, Object>();
            for (var j = 0; j < classes.size(); j++) {
                values.put(classes.get(j), counts[i * classes.size() + j]);
            }
            rows.add(new ResultRow(classes.get(i), values));
        }
        return table(rows);
    }

    /** Two samples of each class; the second one of the first class is not what was asked for. */
    public static ResultTable samples(final List<String> classes) {
        final var rows = new ArrayList<ResultRow>();
        for (final var name : classes) {
            for (var i = 0; i < 2; i++) {
                final var isWrong = i == 1 && name.equals(classes.get(0));
                rows.add(row(
                        rows,
                        Columns.IMAGE,
                        png(),
                        Columns.CLASS,
                        name,
                        Columns.PREDICTION,
                        isWrong ? classes.get(1) : name,
                        Columns.CLASS_PROBABILITY,
                        isWrong ? 0.25 : 0.75));
            }
        }
        return table(rows);
    }

    /** A counterfactual that reaches its class, one that does not, and a row without an image. */
    public static ResultTable counterfactuals(final List<String> classes) {
        final var first = classes.get(0);
        final var second = classes.get(1);
        final var rows = new ArrayList<ResultRow>();
        rows.add(counterfactual(rows, first, second, second, true, 0.02));
        rows.add(counterfactual(rows, second, first, second, false, 0.06));
        rows.add(row(rows, Columns.LABEL, first));
        return table(rows);
    }

    private static ResultRow counterfactual(
            final List<ResultRow> rows,
            final String before,
            final String desired,
            final String after,
            final boolean success,
            final double change) {
        return row(
                rows,
                Columns.LABEL,
                before,
                Columns.ORIGINAL,
                png(),
                Columns.COUNTERFACTUAL,
                png(),
                Columns.DIFFERENCE,
                png(),
                Columns.OVERLAY,
                png(),
                Columns.CLASS_BEFORE,
                before,
                Columns.DESIRED_CLASS,
                desired,
                Columns.CLASS_AFTER,
                after,
                Columns.BEFORE_IN_ORIGINAL,
                0.9,
                Columns.BEFORE_IN_COUNTERFACTUAL,
                0.2,
                Columns.DESIRED_IN_ORIGINAL,
                0.1,
                Columns.DESIRED_IN_COUNTERFACTUAL,
                0.8,
                Columns.SUCCESS,
                success,
                Columns.CONFIDENCE,
                0.75,
                Columns.MEAN_CHANGE,
                change,
                Columns.PIXELS_CHANGED,
                0.125,
                Columns.REGIONS,
                2L,
                Columns.COUT,
                0.5,
                Columns.NOISE_LEVEL,
                0.4,
                Columns.ORACLE_CLASS,
                after,
                Columns.VERDICT,
                success ? "semantic" : "failed");
    }

    private static ResultRow row(final List<ResultRow> rows, final Object... columnsAndValues) {
        final var values = new LinkedHashMap<String, Object>();
        for (var i = 0; i < columnsAndValues.length; i += 2) {
            values.put((String) columnsAndValues[i], columnsAndValues[i + 1]);
        }
        return new ResultRow("Row" + rows.size(), values);
    }

    private static ResultTable table(final List<ResultRow> rows) {
        final var columns = new LinkedHashSet<String>();
        rows.forEach(row -> columns.addAll(row.values().keySet()));
        return new ResultTable(List.copyOf(columns), List.copyOf(rows));
    }

    private static byte[] png() {
        try (var stream = new ByteArrayOutputStream()) {
            ImageIO.write(new BufferedImage(2, 2, BufferedImage.TYPE_BYTE_GRAY), "png", stream);
            return stream.toByteArray();
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
