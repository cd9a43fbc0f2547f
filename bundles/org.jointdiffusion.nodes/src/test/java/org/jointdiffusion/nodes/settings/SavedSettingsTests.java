package org.jointdiffusion.nodes.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jointdiffusion.embedded.settings.ParametersPersistence;
import org.jointdiffusion.nodes.explainer.CounterfactualExplainerNodeFactory;
import org.jointdiffusion.nodes.learner.JointDiffusionLearnerNodeFactory;
import org.jointdiffusion.nodes.predictor.ClassifierPredictorNodeFactory;
import org.jointdiffusion.nodes.reader.LabeledImageReaderNodeFactory;
import org.jointdiffusion.nodes.sampler.ConditionalSamplerNodeFactory;
import org.jointdiffusion.nodes.testing.NodeRunner;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.knime.core.node.NodeSettings;
import org.knime.core.node.config.base.AbstractConfigEntry;
import org.knime.core.node.config.base.ConfigBase;
import org.knime.node.DefaultNodeFactory;
import org.knime.node.parameters.NodeParameters;

/** Workflows that were saved once must load for ever: keys, types and defaults only change on purpose. */
class SavedSettingsTests {

    @ParameterizedTest
    @MethodSource("org.jointdiffusion.nodes.testing.Factories#all")
    void defaultSettingsAreStoredAsTheyAlwaysWere(final DefaultNodeFactory factory) throws Exception {
        final NodeSettings settings = new NodeSettings("model");
        ParametersPersistence.save(defaults(factory), settings);

        assertEquals(expected(factory), lines(settings));
    }

    @ParameterizedTest
    @MethodSource("org.jointdiffusion.nodes.testing.Factories#all")
    void defaultSettingsAreValidAndSurviveSavingAndLoading(final DefaultNodeFactory factory) throws Exception {
        final NodeSettings settings = new NodeSettings("model");
        ParametersPersistence.save(defaults(factory), settings);
        final NodeParameters loaded = ParametersPersistence.load(new NodeRunner(factory).parametersClass(), settings);
        loaded.validate();
        final NodeSettings again = new NodeSettings("model");
        ParametersPersistence.save(loaded, again);

        assertEquals(lines(settings), lines(again));
    }

    static List<DefaultNodeFactory> extendedSinceVersionOneZero() {
        return List.of(
                new CounterfactualExplainerNodeFactory(),
                new LabeledImageReaderNodeFactory(),
                new JointDiffusionLearnerNodeFactory(),
                new ClassifierPredictorNodeFactory(),
                new ConditionalSamplerNodeFactory());
    }

    @ParameterizedTest
    @MethodSource("extendedSinceVersionOneZero")
    void settingsOfVersionOneZeroLoadWithDefaultsForWhatIsNew(final DefaultNodeFactory factory) throws Exception {
        final NodeSettings old = new NodeSettings("model");
        final List<String> before = stored(fileOf(factory) + "-1.0");
        before.forEach(line -> put(old, line.split(" ", 3)));
        final NodeParameters loaded = ParametersPersistence.load(new NodeRunner(factory).parametersClass(), old);
        loaded.validate();
        final NodeSettings now = new NodeSettings("model");
        ParametersPersistence.save(loaded, now);

        final List<String> kept = new ArrayList<>(lines(now));
        assertTrue(kept.containsAll(before), "what was saved keeps its value: " + kept);
        kept.removeAll(before);
        assertTrue(expected(factory).containsAll(kept), "what is new has its default: " + kept);
    }

    private static void put(final ConfigBase settings, final String[] entry) {
        final int end = entry[0].indexOf('/');
        if (end >= 0) {
            final String group = entry[0].substring(0, end);
            final String[] inner = {entry[0].substring(end + 1), entry[1], entry[2]};
            put(settings.addConfigBase(group), inner);
            return;
        }
        switch (entry[1]) {
            case "xdouble" -> settings.addDouble(entry[0], Double.parseDouble(entry[2]));
            case "xint" -> settings.addInt(entry[0], Integer.parseInt(entry[2]));
            case "xlong" -> settings.addLong(entry[0], Long.parseLong(entry[2]));
            case "xboolean" -> settings.addBoolean(entry[0], Boolean.parseBoolean(entry[2]));
            default -> settings.addString(entry[0], entry[2].equals("null") ? null : entry[2]);
        }
    }

    private static NodeParameters defaults(final DefaultNodeFactory factory) {
        return NodeRunner.parameters(new NodeRunner(factory).parametersClass(), null, null);
    }

    private static List<String> expected(final DefaultNodeFactory factory) throws IOException {
        return stored(fileOf(factory));
    }

    private static String fileOf(final DefaultNodeFactory factory) {
        return new NodeRunner(factory)
                .description()
                .name()
                .toLowerCase(Locale.ROOT)
                .replaceAll("\\W+", "-")
                .replaceAll("-$", "");
    }

    private static List<String> stored(final String file) throws IOException {
        try (InputStream stream = SavedSettingsTests.class.getResourceAsStream(file + ".txt")) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        }
    }

    /** One sorted line an entry: path, type, value. */
    private static List<String> lines(final NodeSettings settings) {
        final List<String> lines = new ArrayList<>();
        addLines("", settings, lines);
        return lines.stream().sorted().toList();
    }

    private static void addLines(final String path, final ConfigBase group, final List<String> lines) {
        for (final String key : group.keySet()) {
            final AbstractConfigEntry entry = group.getEntry(key);
            if (entry instanceof ConfigBase inner) {
                addLines(path + key + "/", inner, lines);
            } else {
                lines.add(path + key + " " + entry.getType() + " " + entry.toStringValue());
            }
        }
    }
}
