package org.jointdiffusion.runtime.model;

import java.util.Map;

/**
 * How a model was made, for people and for audits.
 *
 * @param facts ordered facts as text, such as "training rows", "steps", "seed", "data hash", "validation accuracy"
 */
public record ModelCard(Map<String, String> facts) {
}
