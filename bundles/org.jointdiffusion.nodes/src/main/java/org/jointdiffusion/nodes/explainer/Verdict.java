package org.jointdiffusion.nodes.explainer;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What the classifier and the oracle together say about a counterfactual. */
enum Verdict {
    /** Both see the desired class: what changed is what the class means. */
    SEMANTIC,
    /** The classifier sees the desired class, the oracle does not: the classifier was fooled. */
    ADVERSARIAL,
    /** The classifier does not see the desired class. */
    FAILED;

    static Verdict of(final boolean classifierAgrees, final boolean oracleAgrees) {
        if (!classifierAgrees) {
            return FAILED;
        }
        return oracleAgrees ? SEMANTIC : ADVERSARIAL;
    }

    /** What the output table holds. */
    String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    static List<String> texts() {
        return Arrays.stream(values()).map(Verdict::text).toList();
    }
}
