package org.jointdiffusion.views;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Data as the Learner sends it to its view: losses that fall, a validation with mistakes, previews. */
record TrainingData(Map<String, Object> initial, List<Map<String, Object>> details) implements ViewContent {

    static final int STEPS_BETWEEN = 50;

    /** What the data are to look like. */
    record Plan(
            int evaluations,
            List<String> classes,
            int previewsPerClass,
            int validationRowsPerClass,
            int side,
            SampleData.Gaps gaps) {

        static Plan of(final int evaluations) {
            return new Plan(evaluations, ViewData.names(10), 4, 50, 28, SampleData.Gaps.NONE);
        }

        Plan withClasses(final List<String> names) {
            return new Plan(evaluations, names, previewsPerClass, validationRowsPerClass, side, gaps);
        }

        Plan withPreviews(final int perClass) {
            return new Plan(evaluations, classes, perClass, validationRowsPerClass, side, gaps);
        }

        Plan withValidationRows(final int perClass) {
            return new Plan(evaluations, classes, previewsPerClass, perClass, side, gaps);
        }

        /** Previews of so many pixels a side. */
        Plan withSide(final int pixels) {
            return new Plan(evaluations, classes, previewsPerClass, validationRowsPerClass, pixels, gaps);
        }

        /** Without some of the previews. */
        Plan withGaps(final SampleData.Gaps which) {
            return new Plan(evaluations, classes, previewsPerClass, validationRowsPerClass, side, which);
        }

        int best() {
            return evaluations * 3 / 4;
        }
    }

    static TrainingData of(final Plan plan) {
        final SampleData previews =
                SampleData.of(SampleData.Plan.of(plan.classes().size() * plan.previewsPerClass())
                        .withClasses(plan.classes())
                        .withSide(plan.side())
                        .withGaps(plan.gaps()));
        final Map<String, Object> initial = new LinkedHashMap<>(previews.initial());
        initial.put("history", history(plan));
        initial.put("confusion", confusion(plan));
        initial.put("reliability", plan.validationRowsPerClass() == 0 ? Map.of() : reliability());
        initial.put("facts", facts(plan));
        return new TrainingData(initial, previews.details());
    }

    /** The share of rightly named validation images after an evaluation. */
    static double accuracy(final int entry) {
        return 0.9 - 0.8 / (entry + 1);
    }

    private static Map<String, List<Object>> history(final Plan plan) {
        final Map<String, List<Object>> history = new LinkedHashMap<>();
        final boolean isValidated = plan.validationRowsPerClass() > 0;
        for (int entry = 0; entry < plan.evaluations(); entry++) {
            final double wave = 1 + 0.06 * Math.sin(entry * 1.7);
            put(history, "Step", (entry + 1.0) * STEPS_BETWEEN);
            put(history, "Epoch", (entry + 1) * 1.3);
            put(history, "Seconds", (entry + 1) * 9.5);
            put(history, "Diffusion loss", wave * (0.03 + 0.5 / (entry + 1)));
            put(history, "Classification loss", wave * 2.2 / (entry + 1));
            put(history, "Validation diffusion loss", isValidated ? 0.035 + 0.5 / (entry + 1) : null);
            put(history, "Validation classification loss", isValidated ? 0.4 + 1.9 / (entry + 1) : null);
            put(history, "Training accuracy", entry == 2 ? null : 0.98 - 0.8 / (entry + 1));
            put(history, "Validation accuracy", isValidated ? accuracy(entry) : null);
            put(
                    history,
                    "Learning rate",
                    0.001 * Math.min(1, (entry + 1) / 4.0) * (1.01 - (double) entry / plan.evaluations()));
            put(history, "Images per second", 420.0);
        }
        return history;
    }

    private static Map<String, List<Object>> confusion(final Plan plan) {
        final Map<String, List<Object>> counts = new LinkedHashMap<>();
        final int classes = plan.classes().size();
        for (int actual = 0; actual < classes && plan.validationRowsPerClass() > 0; actual++) {
            final int mistakes = 1 + actual * 7 % 11;
            addCount(counts, actual, actual, plan.validationRowsPerClass() - mistakes);
            addCount(counts, actual, (actual + 1) % classes, mistakes);
        }
        return counts;
    }

    private static void addCount(
            final Map<String, List<Object>> counts, final int actual, final int predicted, final int rows) {
        put(counts, "Actual", actual);
        put(counts, "Predicted", predicted);
        put(counts, "Rows", rows);
    }

    private static Map<String, List<Object>> reliability() {
        final Map<String, List<Object>> bins = new LinkedHashMap<>();
        for (int diagram = 0; diagram < 2; diagram++) {
            for (int bin = 4; bin < 15; bin++) {
                final double confidence = (bin + 0.5) / 15;
                put(bins, "Diagram", diagram);
                put(bins, "Bin", bin);
                put(bins, "Rows", 4 + bin * bin * bin / 20);
                put(bins, "Confidence", confidence);
                put(bins, "Accuracy", Math.max(0, confidence - (diagram == 0 ? 0.12 : 0.02 * Math.cos(bin))));
            }
        }
        return bins;
    }

    private static Map<String, List<Object>> facts(final Plan plan) {
        final Map<String, List<Object>> facts = new LinkedHashMap<>();
        addFact(facts, "target", "class");
        addFact(facts, "class names", String.join(", ", plan.classes()));
        addFact(facts, "images", plan.side() + "x" + plan.side() + " grey");
        addFact(facts, "parameters", "1,297,931");
        addFact(facts, "temperature", "1.3170");
        addFact(facts, "best step", Integer.toString((plan.best() + 1) * STEPS_BETWEEN));
        addFact(facts, "seed", "42");
        return facts;
    }

    private static void addFact(final Map<String, List<Object>> facts, final String fact, final String value) {
        put(facts, "Fact", fact);
        put(facts, "Value", value);
    }

    private static void put(final Map<String, List<Object>> columns, final String name, final Object value) {
        columns.computeIfAbsent(name, missing -> new ArrayList<>()).add(value);
    }

    @Override
    public String page() {
        return "learner.html";
    }
}
