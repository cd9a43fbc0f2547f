package org.jointdiffusion.runtime.training;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jointdiffusion.runtime.model.ModelCard;

/** What a model's card tells about the trainings before its last one. */
final class ModelHistory {

    private static final String EARLIER = "steps of earlier trainings";

    private ModelHistory() {}

    /** The card of a training that went on from another model: also says how many steps came before. */
    static ModelCard append(final ModelCard earlier, final ModelCard last) {
        final Map<String, String> facts = new LinkedHashMap<>(last.facts());
        facts.put(EARLIER, Long.toString(steps(earlier)));
        return new ModelCard(facts);
    }

    /** The steps of all trainings that a card tells of. */
    static long steps(final ModelCard card) {
        return number(card, EARLIER) + number(card, "steps");
    }

    /** Cards are free text: what is no number counts as 0. */
    private static long number(final ModelCard card, final String fact) {
        final String value = card.facts().getOrDefault(fact, "0");
        return value.matches("\\d{1,15}") ? Long.parseLong(value) : 0;
    }
}
