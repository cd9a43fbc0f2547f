package org.jointdiffusion.runner.figures;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.jointdiffusion.runner.result.ExampleRun;
import org.jointdiffusion.runner.result.NodeKind;
import org.jointdiffusion.runner.result.ResultRow;
import org.jointdiffusion.runner.result.ResultTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FigureCollectorTests {

    private static final List<String> CLASSES = List.of("Shirt", "Bag");

    private static void assertFigure(final double expected, final Figures figures, final String name) {
        assertEquals(expected, figures.get(name).orElse(Double.NaN), 1e-6, name);
    }

    @Test
    void collectsTheFiguresOfEveryKnownNode() {
        final var figures = FigureCollector.collect(ExampleRun.complete());
        assertFigure(330, figures, "train_seconds");
        assertFigure(300, figures, "train_steps");
        assertFigure(7.5, figures, "train_epochs");
        assertFigure(200, figures, "train_images_per_s");
        assertFigure(0.2, figures, "train_diffusion_loss");
        assertFigure(0.25, figures, "validation_diffusion_loss");
        assertFigure(0.75, figures, "validation_accuracy");
        assertFigure(3, figures, "predict_images_per_s");
        assertFigure(0.85, figures, "accuracy");
        assertFigure(0.85, figures, "balanced_accuracy");
        assertFigure(20, figures, "test_images");
        assertFigure(4, figures, "sample_images");
        assertFigure(0.75, figures, "sample_own_agreement");
        assertFigure(1.5, figures, "sample_seconds_per_image");
        assertFigure(2, figures, "cf_images");
        assertFigure(0.5, figures, "cf_own_validity");
        assertFigure(0.5, figures, "cf_oracle_validity");
        assertFigure(0.75, figures, "cf_confidence");
        assertFigure(0.04, figures, "cf_l1");
        assertFigure(0.125, figures, "cf_changed_share");
        assertFigure(8, figures, "cf_seconds");
        assertFigure(360, figures, "total_seconds");
    }

    @Test
    void takesTheFiguresOfTheModelScorerByTheirNames() {
        final var figures = FigureCollector.collect(new ExampleRun()
                .add(
                        NodeKind.MODEL_SCORER,
                        "Joint Diffusion Scorer",
                        12,
                        new ResultTable(
                                List.of("Figure", "Value", "Images", "Meaning"),
                                List.of(
                                        new ResultRow(
                                                "Row0", Map.of("Figure", "Accuracy", "Value", 0.9, "Images", 500L)),
                                        new ResultRow(
                                                "Row1",
                                                Map.of("Figure", "Fréchet distance", "Value", 12.5, "Images", 100L)),
                                        new ResultRow("Row2", Map.of("Figure", "Recall of samples")),
                                        new ResultRow("Row3", Map.of("Figure", "Something new", "Value", 1.0)))))
                .build());
        assertEquals(
                List.of(
                        "model_score_seconds",
                        "model_accuracy",
                        "model_test_images",
                        "sample_frechet_distance",
                        "sample_compared_images",
                        "total_seconds"),
                List.copyOf(figures.values().keySet()));
        assertFigure(0.9, figures, "model_accuracy");
        assertFigure(500, figures, "model_test_images");
        assertFigure(12.5, figures, "sample_frechet_distance");
        assertFigure(100, figures, "sample_compared_images");
    }

    @Test
    void leavesOutWhatWasNotMeasured() {
        final var figures = FigureCollector.collect(new ExampleRun()
                .addFailed("Joint Diffusion Learner", "All rows of the column \"Label\" are missing.")
                .build());
        assertEquals(List.of("total_seconds"), List.copyOf(figures.values().keySet()));
        assertEquals(OptionalDouble.empty(), figures.get("accuracy"));
    }

    @Test
    void theSecondNodeOfAKindHasItsNumberInTheNames() {
        final var figures = FigureCollector.collect(new ExampleRun()
                .add(NodeKind.SCORER, "Scorer #1", 0, ExampleRun.confusion(CLASSES, 1, 1, 1, 1))
                .add(NodeKind.SCORER, "Scorer #2", 0, ExampleRun.confusion(CLASSES, 2, 0, 0, 2))
                .build());
        assertFigure(0.5, figures, "accuracy");
        assertFigure(1, figures, "accuracy_2");
    }

    @Test
    void anEmptyConfusionMatrixGivesNoAccuracy() {
        final var figures = FigureCollector.collect(new ExampleRun()
                .add(NodeKind.SCORER, "Scorer", 0, ExampleRun.confusion(CLASSES, 0, 0, 0, 0))
                .build());
        assertTrue(figures.get("accuracy").isEmpty());
    }

    @Test
    void theFileIsOneFlatObjectOfNumbers(@TempDir final Path folder) throws IOException {
        final var figures = FigureCollector.collect(ExampleRun.complete());
        FiguresFile.write(figures, folder.resolve("figures.json"));
        final var json = JsonParser.parseString(Files.readString(folder.resolve("figures.json")))
                .getAsJsonObject();
        assertEquals(figures.values().keySet(), json.keySet());
        for (final var name : json.keySet()) {
            assertEquals(figures.get(name).getAsDouble(), json.get(name).getAsDouble(), name);
        }
    }

    @Test
    void notANumberIsLeftOut() {
        final var figures = new Figures();
        figures.put("bad", Double.NaN);
        figures.put("worse", Double.POSITIVE_INFINITY);
        figures.put("good", 0.123456789);
        assertEquals("{good=0.123457}", figures.values().toString());
    }
}
