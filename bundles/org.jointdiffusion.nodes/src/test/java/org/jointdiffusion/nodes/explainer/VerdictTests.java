package org.jointdiffusion.nodes.explainer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.jointdiffusion.nodes.testing.NodeRunner;
import org.junit.jupiter.api.Test;

class VerdictTests {

    @Test
    void bothMustAgreeForAChangeInMeaning() {
        assertEquals(Verdict.SEMANTIC, Verdict.of(true, true));
        assertEquals(Verdict.ADVERSARIAL, Verdict.of(true, false));
        assertEquals(Verdict.FAILED, Verdict.of(false, true));
        assertEquals(Verdict.FAILED, Verdict.of(false, false));
    }

    @Test
    void theTextsAreThoseOfTheNodeDescription() {
        assertEquals(List.of("semantic", "adversarial", "failed"), Verdict.texts());
        final String description = new NodeRunner(new CounterfactualExplainerNodeFactory())
                .description()
                .fullDescription();
        Verdict.texts().forEach(text -> assertEquals(1, description.split("<i>" + text + "</i>", -1).length - 1, text));
    }
}
