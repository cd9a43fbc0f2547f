package org.jointdiffusion.views;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;

/** Data as the Explainer sends it to its view: drawn images, figures that differ from row to row. */
record ViewData(Map<String, Object> initial, List<Map<String, Object>> details, List<Map<String, Object>> atlas)
        implements ViewContent {

    static final int STEPS = 16;

    /** What the data are to look like. */
    record Plan(
            int rows, List<String> classes, int side, BadgeRule badges, int counterfactualsPerRow, boolean isColour) {

        static Plan of(final int rows) {
            return new Plan(rows, names(10), 28, BadgeRule.WITHOUT_ORACLE, 1, false);
        }

        Plan withClasses(final List<String> names) {
            return new Plan(rows, names, side, badges, counterfactualsPerRow, isColour);
        }

        Plan withSide(final int pixels) {
            return new Plan(rows, classes, pixels, badges, counterfactualsPerRow, isColour);
        }

        Plan withBadges(final BadgeRule rule) {
            return new Plan(rows, classes, side, rule, counterfactualsPerRow, isColour);
        }

        Plan withCounterfactualsPerRow(final int count) {
            return new Plan(rows, classes, side, badges, count, isColour);
        }

        Plan inColour() {
            return new Plan(rows, classes, side, badges, counterfactualsPerRow, true);
        }
    }

    /** Which badge a row has, by its number. */
    enum BadgeRule {
        WITHOUT_ORACLE(row -> row % 10 == 9 ? "failed" : "valid"),
        WITH_ORACLE(row -> row % 10 == 9 ? "failed" : row % 5 == 3 ? "adversarial" : "semantic"),
        EVERY_THIRD_MISSING(row -> row % 3 == 2 ? "unexplained" : "valid"),
        ALL_FAILED(row -> "failed");

        private final Function<Integer, String> m_rule;

        BadgeRule(final Function<Integer, String> rule) {
            m_rule = rule;
        }

        String badge(final int row) {
            return m_rule.apply(row);
        }
    }

    @Override
    public String page() {
        return "explainer.html";
    }

    static List<String> names(final int count) {
        return IntStream.range(0, count).mapToObj(number -> "Class " + number).toList();
    }

    static ViewData of(final Plan plan) {
        final Map<String, List<Object>> columns = new LinkedHashMap<>();
        final List<Map<String, Object>> details = new ArrayList<>();
        final Map<List<Integer>, Map<String, Object>> atlas = new LinkedHashMap<>();
        for (int row = 0; row < plan.rows(); row++) {
            final String badge = plan.badges().badge(row);
            final int before =
                    row / plan.counterfactualsPerRow() * 7 % plan.classes().size();
            final int desired = (before + 1 + row % Math.max(1, plan.classes().size() - 1))
                    % plan.classes().size();
            final boolean isExplained = !badge.equals("unexplained");
            figures(plan, row, badge, before, desired)
                    .forEach((name, value) -> columns.computeIfAbsent(name, missing -> new ArrayList<>())
                            .add(value));
            details.add(isExplained ? detail(plan, row, !badge.equals("failed")) : nothing());
            if (isExplained && !badge.equals("failed")) {
                atlas.computeIfAbsent(List.of(before, desired), missing -> map(plan, before, desired));
            }
        }
        final Map<String, Object> initial = new LinkedHashMap<>();
        initial.put("size", plan.rows());
        initial.put("total", plan.rows());
        initial.put("classes", plan.classes());
        initial.put("hasOracle", plan.badges() == BadgeRule.WITH_ORACLE);
        initial.put("rows", columns);
        return new ViewData(initial, details, List.copyOf(atlas.values()));
    }

    /** The share of pixels that a row changes: no two rows the same, not in order. */
    static double changedShare(final int row) {
        return (row * 7919 % 1009 + 1) / 2000.0;
    }

    private static Map<String, Object> figures(
            final Plan plan, final int row, final String badge, final int before, final int desired) {
        final boolean isExplained = !badge.equals("unexplained");
        final int input = row / plan.counterfactualsPerRow();
        final Map<String, Object> figures = new TreeMap<>();
        figures.put("key", plan.counterfactualsPerRow() == 1 ? "Row" + row : "Row" + input + "_" + row % 10);
        figures.put("inputRow", "Row" + input);
        figures.put("before", isExplained ? before : -1);
        figures.put("desired", isExplained ? desired : -1);
        figures.put("after", !isExplained ? -1 : badge.equals("failed") ? before : desired);
        figures.put("badge", badge);
        figures.put("oracle", badge.equals("semantic") ? desired : badge.equals("adversarial") ? before : -1);
        figures.put("problem", isExplained ? "" : "The image is missing.");
        figures.put("beforeInOriginal", isExplained ? 0.9 : null);
        figures.put("beforeInCounterfactual", isExplained ? 0.1 : null);
        figures.put("desiredInOriginal", isExplained ? 0.05 : null);
        figures.put("desiredInCounterfactual", isExplained ? badge.equals("failed") ? 0.3 : 0.85 : null);
        figures.put("confidence", isExplained ? row * 613 % 997 / 1000.0 : null);
        figures.put("meanChange", isExplained ? changedShare(row) / 3 : null);
        figures.put("changedShare", isExplained ? changedShare(row) : null);
        figures.put("regions", isExplained ? 1 + row % 4 : null);
        figures.put("cout", isExplained ? row * 389 % 499 / 250.0 - 1 : null);
        figures.put("noiseLevel", isExplained ? 0.25 : null);
        figures.put("seconds", isExplained ? 0.4 : null);
        return figures;
    }

    private static Map<String, Object> detail(final Plan plan, final int row, final boolean flips) {
        final Map<String, Object> detail = new LinkedHashMap<>();
        detail.put("original", png(plan, row, 0));
        detail.put("counterfactual", png(plan, row, 1));
        final double end = flips ? 0.85 : 0.3;
        detail.put("before", frames(0.9, flips ? 0.1 : 0.6));
        detail.put("desired", frames(0.05, end));
        detail.put("flip", flips ? 9 : -1);
        detail.put("sentence", "Sentence of row " + row + ": 3.1 % of the pixels change in one region.");
        return detail;
    }

    private static Map<String, Object> nothing() {
        return Map.of("before", List.of(), "desired", List.of(), "flip", -1, "sentence", "");
    }

    private static List<Double> frames(final double from, final double to) {
        return IntStream.rangeClosed(0, STEPS)
                .mapToObj(step -> from + (to - from) * step / STEPS)
                .toList();
    }

    private static Map<String, Object> map(final Plan plan, final int before, final int desired) {
        final byte[] mean = new byte[28 * 28];
        for (int i = 0; i < mean.length; i++) {
            mean[i] = (byte) Math.round(60 * Math.sin((i / 28 + before) / 4.0) * Math.cos((i % 28 + desired) / 5.0));
        }
        final Map<String, Object> map = new LinkedHashMap<>();
        map.put("before", plan.classes().get(before));
        map.put("desired", plan.classes().get(desired));
        map.put("height", 28);
        map.put("width", 28);
        map.put("mean", Base64.getEncoder().encodeToString(mean));
        return map;
    }

    /** A grey disc whose size and brightness depend on the row. */
    static String png(final int side, final int row) {
        return png(Plan.of(1).withSide(side), row, 0);
    }

    /** A disc, which the counterfactual gives a bright spot in the upper left and a dark one in the lower right. */
    private static String png(final Plan plan, final int row, final int change) {
        final int side = plan.side();
        final BufferedImage image = new BufferedImage(
                side, side, plan.isColour() ? BufferedImage.TYPE_INT_RGB : BufferedImage.TYPE_BYTE_GRAY);
        for (int y = 0; y < side; y++) {
            for (int x = 0; x < side; x++) {
                final boolean inside = Math.hypot(x - side / 2.0, y - side / 2.0) < side * (0.25 + row % 5 * 0.04);
                int value = inside ? 130 + row % 7 * 10 : 15;
                value += change * spot(x, y, side, 0.3) * 90 - change * spot(x, y, side, 0.6) * 90;
                final int grey = Math.max(0, Math.min(255, value));
                image.getRaster()
                        .setPixel(x, y, plan.isColour() ? new int[] {grey, grey / 2, 255 - grey} : new int[] {grey});
            }
        }
        try (var bytes = new ByteArrayOutputStream()) {
            ImageIO.write(image, "png", bytes);
            return Base64.getEncoder().encodeToString(bytes.toByteArray());
        } catch (final IOException exception) {
            throw new UncheckedIOException(exception);
        }
    }

    private static int spot(final int x, final int y, final int side, final double centre) {
        return Math.hypot(x - side * centre, y - side * centre) < side * 0.12 ? 1 : 0;
    }
}
