package org.jointdiffusion.views;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Data as the Model Reader sends it to its view: a model with samples of its first classes. */
record ModelData(Map<String, Object> initial, List<Map<String, Object>> details) implements ViewContent {

    /** The Learner keeps samples of so many classes. */
    static final int SHOWN = 10;

    /** Samples of the first ten of the classes; {@code side} pixels high and wide. */
    static ModelData of(final List<String> classes, final int perClass, final int side) {
        final List<String> samples = new ArrayList<>();
        final List<Map<String, Object>> details = new ArrayList<>();
        for (int number = 0; number < Math.min(SHOWN, classes.size()) * perClass; number++) {
            samples.add(classes.get(number / perClass));
            details.add(Map.of("image", ViewData.png(side, number)));
        }
        final Map<String, Object> initial = new LinkedHashMap<>();
        initial.put("size", samples.size());
        initial.put("samples", samples);
        initial.put("classes", classes);
        initial.put("facts", facts(classes, side));
        return new ModelData(initial, details);
    }

    private static Map<String, List<String>> facts(final List<String> classes, final int side) {
        final Map<String, String> facts = new LinkedHashMap<>();
        facts.put("target", "class");
        facts.put("class names", String.join(", ", classes));
        facts.put("images", side + "x" + side + " grey");
        facts.put("parameters", "1,297,931");
        facts.put("temperature", "1.3170");
        facts.put("steps", "3000");
        facts.put("validation accuracy", "0.8840");
        facts.put("data hash (SHA-256)", "8f434346648f6b96df89dda901c5176b10a6d83961dd3c1ac88b59b2dc327aa4");
        return Map.of("Fact", List.copyOf(facts.keySet()), "Value", List.copyOf(facts.values()));
    }

    @Override
    public String page() {
        return "model.html";
    }
}
