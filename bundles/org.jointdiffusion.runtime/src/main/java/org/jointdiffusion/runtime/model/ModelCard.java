package org.jointdiffusion.runtime.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How a model was made, for people and for audits; immutable.
 *
 * @param facts ordered facts as text, such as "training rows", "steps", "seed", "data hash", "validation accuracy"
 */
public record ModelCard(Map<String, String> facts) {

    /** Copies the facts and keeps their order. */
    public ModelCard {
        facts = Collections.unmodifiableMap(new LinkedHashMap<>(facts));
    }
}
