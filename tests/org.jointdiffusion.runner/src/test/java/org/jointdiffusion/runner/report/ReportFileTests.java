package org.jointdiffusion.runner.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonParser;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jointdiffusion.runner.figures.FigureCollector;
import org.jointdiffusion.runner.result.Columns;
import org.jointdiffusion.runner.result.ExampleRun;
import org.jointdiffusion.runner.result.NodeKind;
import org.jointdiffusion.runner.result.NodeResult;
import org.jointdiffusion.runner.result.ResultRow;
import org.jointdiffusion.runner.result.ResultTable;
import org.jointdiffusion.runner.result.RunResult;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;

class ReportFileTests {

    private static final List<String> HOSTILE =
            List.of("<script>alert('x')</script>", "\"><img src=x onerror=alert(1)>&amp;{{title}}");

    private static String html(final RunResult run) {
        return ReportFile.render(run, FigureCollector.collect(run));
    }

    /** Parses as a browser does, and fails on anything that a browser would have to repair. */
    private static Document parse(final String html) {
        final var parser = Parser.htmlParser().setTrackErrors(20);
        final var document = Jsoup.parse(html, parser);
        assertEquals(List.of(), parser.getErrors());
        return document;
    }

    private static Document report(final RunResult run) {
        return parse(html(run));
    }

    @Test
    void hasAllSections() {
        final var headings =
                report(ExampleRun.complete()).select("section > h2").eachText();
        assertEquals(
                List.of(
                        "How the model learned",
                        "What the classifier gets right and wrong",
                        "What the model draws when it is asked for a class",
                        "What would have to change",
                        "The workflow"),
                headings);
    }

    @Test
    void theLeastTypicalImagesComeFirstAndPredictionsThatWereLeftOutAreMarked() {
        final var document = report(new ExampleRun()
                .add(NodeKind.PREDICTOR, "Predictor", 1, ExampleRun.typicalities(40.4, 0.2, 99))
                .build());
        final var tiles = document.select(".tiles li");
        assertEquals(List.of("0 % left out", "40 % Bag", "99 % Bag"), tiles.eachText());
        assertEquals(List.of("left-out", "kept", "kept"), tiles.eachAttr("class"));
        assertTrue(document.select("section .note")
                .text()
                .contains("The 3 least typical of 3 images; one prediction was left out."));
    }

    @Test
    void theFiguresOfTheScorerAreATableWithTheirMeaning() {
        final var table = new ResultTable(
                List.of("Figure", "Value", "Images", "Meaning"),
                List.of(
                        new ResultRow(
                                "Row0",
                                Map.of("Figure", "Accuracy", "Value", 0.9, "Images", 1500L, "Meaning", HOSTILE.get(0))),
                        new ResultRow("Row1", Map.of("Figure", "Recall of samples"))));
        final var rows = report(new ExampleRun()
                        .add(NodeKind.MODEL_SCORER, "Joint Diffusion Scorer", 12, table)
                        .build())
                .select(".figures tbody tr");
        assertEquals(
                List.of("Accuracy", "0.900", "1,500", HOSTILE.get(0)),
                rows.get(0).children().eachText());
        assertEquals(
                List.of("Recall of samples", "–", "–"), rows.get(1).children().eachText());
    }

    @Test
    void theHeadlinesShowTheFigures() {
        final var values =
                report(ExampleRun.complete()).select(".headline .value").eachText();
        assertEquals(List.of("85.0 %", "5 min 30 s", "75.0 %", "50.0 %", "50.0 %", "4.0 %"), values);
    }

    @Test
    void theCurvesHaveTheHistoryWithGaps() {
        final var data = report(ExampleRun.complete()).select("figure.chart script");
        assertEquals(3, data.size());
        final var losses = JsonParser.parseString(data.get(0).data()).getAsJsonObject();
        assertEquals("[100.0,200.0,300.0]", losses.get("x").toString());
        assertEquals(
                "[0.3,0.2,null]",
                losses.getAsJsonObject("series").get("training").toString());
        assertEquals(
                "[0.4,0.25,null]",
                losses.getAsJsonObject("series").get("validation").toString());
    }

    @Test
    void theConfusionMatrixIsATableWithMargins() {
        final var rows = report(ExampleRun.complete()).select(".confusion tbody tr");
        assertEquals(
                List.of("Shirt", "8", "2", "80.0 %"), rows.get(0).children().eachText());
        assertEquals(
                List.of("precision", "88.9 %", "81.8 %", "85.0 %"),
                report(ExampleRun.complete())
                        .select(".confusion tfoot tr")
                        .get(0)
                        .children()
                        .eachText());
    }

    @Test
    void theSamplesAreMarkedAsAgreedOrNot() {
        final var document = report(ExampleRun.complete());
        assertEquals(3, document.select(".sample.yes").size());
        assertEquals(
                "asked for Shirt, the classifier sees Bag, P(Shirt) = 0.25",
                document.select(".sample.no").attr("title"));
        assertEquals(2, document.select(".example img").size());
    }

    @Test
    void theCounterfactualsHaveFourPicturesAndSayWhetherTheyReachTheClass() {
        final var cards = report(ExampleRun.complete()).select(".card");
        assertEquals(2, cards.size());
        assertEquals(4, cards.get(0).select("img").size());
        assertEquals("Shirt → Bag ✓ reached semantic", cards.get(0).select("h3").text());
        assertEquals("Bag → Shirt ✗ still Bag failed", cards.get(1).select("h3").text());
        assertEquals("0.90 → 0.20", cards.get(0).select(".numbers").get(0).text());
        assertEquals("0.10 → 0.80", cards.get(0).select(".numbers").get(1).text());
        assertEquals(
                "12.5 % of the pixels in 2 regions, mean change 2.0 %, confidence 0.75 · Row0",
                cards.get(0).select(".small").text());
    }

    @Test
    void theVerdictIsExplainedInWords() {
        final var badges = report(ExampleRun.complete()).select(".badge.verdict");
        assertEquals(
                List.of(
                        "Semantic: both the model and the oracle, an independent classifier, see Bag, so the image "
                                + "changed in meaning.",
                        "Failed: the model sees Bag and not Shirt; the oracle, an independent classifier, sees Bag."),
                badges.eachAttr("title"));
    }

    @Test
    void theNodesHaveTimesAndSettings() {
        final var rows = report(ExampleRun.complete()).select(".nodes tbody tr");
        assertEquals(7, rows.size());
        assertEquals("5 min 30 s", rows.get(1).select(".time").text());
        assertEquals(List.of("targetColumn", "seed"), rows.get(1).select("dt").eachText());
    }

    @Test
    void theViewOfTheModelIsLinkedWhereItsReaderIsListed() {
        final var document = report(new ExampleRun()
                .add(NodeKind.MODEL_READER, "Joint Diffusion Model Reader", 1, new ResultTable(List.of(), List.of()))
                .build());
        assertEquals(List.of("model.html"), document.select(".nodes [href]").eachAttr("href"));
    }

    @Test
    void needsNothingFromOutside() {
        final var document = report(ExampleRun.complete());
        assertTrue(document.select("link, iframe, script[src]").isEmpty());
        // files beside the report, which the run writes as well
        final var views = List.of("training.html", "samples.html", "counterfactuals.html");
        assertEquals(views, document.select("section:not(:has(.nodes)) [href]").eachAttr("href"));
        assertEquals(views, document.select(".nodes [href]").eachAttr("href"));
        assertTrue(document.select("img").stream()
                .allMatch(image -> image.attr("src").startsWith("data:image/png")));
        assertFalse(document.select("style").html().contains("url("));
        assertFalse(document.select("style").html().contains("@import"));
    }

    @Test
    void hostileClassNamesStayText() {
        final var document = report(ExampleRun.complete(HOSTILE));
        final var expected = report(ExampleRun.complete());
        assertEquals(expected.select("script").size(), document.select("script").size());
        assertEquals(expected.select("img").size(), document.select("img").size());
        assertTrue(document.select("[onerror]").isEmpty());
        assertEquals(HOSTILE, document.select(".samples tbody th").eachText());
        assertEquals(HOSTILE.get(0), document.select(".card").get(0).attr("data-class"));
    }

    @Test
    void aHostileTitleStaysText() {
        final var example = ExampleRun.complete();
        final var run = new RunResult(
                "</title><script>", example.started(), example.duration(), example.nodes(), example.environment());
        assertEquals("</title><script>", report(run).select("h1").text());
    }

    @Test
    void aFailedNodeIsShownAtTheTopAndInTheTable() {
        final var document = report(new ExampleRun()
                .addFailed("Joint Diffusion Learner", "The column \"Label\" holds one class only.")
                .build());
        assertEquals(
                List.of("Joint Diffusion Learner: The column \"Label\" holds one class only."),
                document.select("[role=alert]").eachText());
        assertEquals("✗ failed", document.select(".nodes .badge").text());
        assertEquals(List.of("The workflow"), document.select("section > h2").eachText());
    }

    /** As with a model that was read from a file: nothing was learned, and only the Scorer knows the true classes. */
    @Test
    void withoutALearnerItsSectionIsGoneAndTheScorerNamesTheTrueClasses() {
        final var example = ExampleRun.complete();
        final var nodes = example.nodes().stream()
                .filter(node -> node.kind() != NodeKind.LEARNER)
                .map(node -> withSettings(
                        node, node.kind() == NodeKind.SCORER ? Map.of("first", Columns.CLASS_AFTER) : Map.of()))
                .toList();
        final var document =
                report(new RunResult("Ready", example.started(), example.duration(), nodes, example.environment()));
        assertEquals(
                List.of(
                        "What the classifier gets right and wrong",
                        "What the model draws when it is asked for a class",
                        "What would have to change",
                        "The workflow"),
                document.select("section > h2").eachText());
        assertEquals(
                List.of("85.0 %", "75.0 %", "50.0 %", "50.0 %", "4.0 %"),
                document.select(".headline .value").eachText());
        assertTrue(document.select(".card .small").get(0).text().endsWith("Row0 · in truth: Bag"));
    }

    private static NodeResult withSettings(final NodeResult node, final Map<String, String> settings) {
        return new NodeResult(
                node.id(),
                node.name(),
                node.kind(),
                node.state(),
                node.duration(),
                node.message(),
                settings,
                node.view(),
                node.tables());
    }

    @Test
    void withoutASamplerThePreviewsOfTheLearnerAreShown() {
        final var example = ExampleRun.complete();
        final var learner = example.nodes(NodeKind.LEARNER).get(0);
        final var tables = List.of(
                learner.tables().get(0),
                learner.tables().get(1),
                example.nodes(NodeKind.SAMPLER).get(0).table(1));
        final var withPreviews = new NodeResult(
                1,
                learner.name(),
                learner.kind(),
                learner.state(),
                learner.duration(),
                learner.message(),
                learner.settings(),
                Optional.empty(),
                tables);
        final var run = new RunResult(
                "Example", example.started(), example.duration(), List.of(withPreviews), example.environment());
        assertEquals(4, report(run).select(".sample").size());
    }
}
