package org.jointdiffusion.views;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Data as the Sampler sends it to its view: every fifth image is taken for the next class. */
record SampleData(Map<String, Object> initial, List<Map<String, Object>> details) implements ViewContent {

    /** What the data are to look like. */
    record Plan(int rows, List<String> classes, int side, Gaps gaps) {

        static Plan of(final int rows) {
            return new Plan(rows, ViewData.names(10), 28, Gaps.NONE);
        }

        Plan withClasses(final List<String> names) {
            return new Plan(rows, names, side, gaps);
        }

        Plan withSide(final int pixels) {
            return new Plan(rows, classes, pixels, gaps);
        }

        Plan withGaps(final Gaps which) {
            return new Plan(rows, classes, side, which);
        }
    }

    /** What is missing. */
    enum Gaps {
        NONE,
        EVERY_SEVENTH
    }

    static SampleData of(final Plan plan) {
        final Map<String, List<Object>> columns = new LinkedHashMap<>();
        final List<Map<String, Object>> details = new ArrayList<>();
        final int classes = plan.classes().size();
        for (int row = 0; row < plan.rows(); row++) {
            final int desired = (int) ((long) row * classes / plan.rows());
            final boolean isMissing = plan.gaps() == Gaps.EVERY_SEVENTH && row % 7 == 6;
            final boolean agrees = row % 5 != 3;
            put(columns, "key", "Row" + row);
            put(columns, "desired", desired);
            put(columns, "predicted", isMissing ? -1 : agrees ? desired : (desired + 1) % classes);
            put(columns, "probability", isMissing ? null : probability(row));
            put(columns, "predictedProbability", isMissing ? null : agrees ? probability(row) : 1 - probability(row));
            put(columns, "seed", "42");
            put(columns, "row", Integer.toString(row));
            put(columns, "settings", "DDPM, 50 steps, image guidance 3.0, seed 42");
            details.add(isMissing ? Map.of() : Map.of("image", ViewData.png(plan.side(), row)));
        }
        final Map<String, Object> initial = new LinkedHashMap<>();
        initial.put("size", plan.rows());
        initial.put("total", plan.rows());
        initial.put("classes", plan.classes());
        initial.put("rows", columns);
        return new SampleData(initial, details);
    }

    /** The probability of the class that was asked for: high where the classifier agrees. */
    static double probability(final int row) {
        final double spread = row * 389 % 499 / 1000.0;
        return row % 5 != 3 ? 0.5 + spread : spread / 2;
    }

    private static void put(final Map<String, List<Object>> columns, final String name, final Object value) {
        columns.computeIfAbsent(name, missing -> new ArrayList<>()).add(value);
    }

    @Override
    public String page() {
        return "sampler.html";
    }
}
