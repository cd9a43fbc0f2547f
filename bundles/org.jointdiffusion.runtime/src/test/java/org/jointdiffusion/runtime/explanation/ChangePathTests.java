package org.jointdiffusion.runtime.explanation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.jointdiffusion.runtime.CancelledException;
import org.jointdiffusion.runtime.ProgressMonitor;
import org.jointdiffusion.runtime.diffusion.Guidance;
import org.jointdiffusion.runtime.diffusion.GuidanceKind;
import org.jointdiffusion.runtime.image.ImageShape;
import org.jointdiffusion.runtime.image.PixelImage;
import org.jointdiffusion.runtime.prediction.Classifier;
import org.jointdiffusion.runtime.sampling.CancelAfter;
import org.jointdiffusion.runtime.sampling.LinearNetwork;
import org.junit.jupiter.api.Test;

final class ChangePathTests {

    private static final ImageShape SHAPE = new ImageShape(1, 6, 6);

    private final LinearNetwork network = new LinearNetwork(SHAPE, 2, 20);

    private List<Counterfactual> counterfactuals() {
        final byte[] values = new byte[SHAPE.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = (byte) (i < values.length / 2 ? 90 : 150);
        }
        final List<Counterfactual> results = new ArrayList<>();
        new CounterfactualExplainer(network, network.model(1.5))
                .explain(
                        List.of(new ExplanationRequest(0, new PixelImage(SHAPE, values), OptionalInt.empty(), 0)),
                        ExplanationSettings.usual(3).withGuidance(Guidance.noise(GuidanceKind.IMAGE, 1.5)),
                        ProgressMonitor.silent(),
                        results::add);
        return results;
    }

    private ChangePath path(final Counterfactual result) {
        return ChangePath.of(List.of(result), new Classifier(network, network.model(1.5)), ProgressMonitor.silent())
                .get(0);
    }

    @Test
    void leadsFromTheOriginalsProbabilitiesToTheCounterfactuals() {
        final Counterfactual result = counterfactuals().get(0);
        final ChangePath path = path(result);

        assertEquals(ChangePath.STEPS + 1, path.before().length);
        assertEquals(ChangePath.STEPS + 1, path.desired().length);
        assertEquals(result.probabilitiesBefore()[result.classBefore()], path.before()[0]);
        assertEquals(result.probabilitiesBefore()[result.desiredClass()], path.desired()[0]);
        assertEquals(result.probabilitiesAfter()[result.classBefore()], path.before()[ChangePath.STEPS]);
        assertEquals(result.probabilitiesAfter()[result.desiredClass()], path.desired()[ChangePath.STEPS]);
    }

    @Test
    void theFlipIsTheFirstFrameOfTheDesiredClass() {
        final Counterfactual result = counterfactuals().get(0);
        final ChangePath path = path(result);

        assertTrue(result.valid());
        final int flip = path.flip().orElseThrow();
        assertTrue(path.desired()[flip] >= 0.5, "at the flip");
        assertTrue(flip == 0 || path.desired()[flip - 1] < 0.5, "before the flip");
    }

    @Test
    void aThirdClassCanBeBetween() {
        final ChangePath path = ChangePath.of(
                List.of(new double[] {0.7, 0.1, 0.2}, new double[] {0.2, 0.35, 0.45}, new double[] {0.1, 0.6, 0.3}),
                0,
                1);
        assertArrayEquals(new double[] {0.7, 0.2, 0.1}, path.before());
        assertArrayEquals(new double[] {0.1, 0.35, 0.6}, path.desired());
        assertEquals(OptionalInt.of(2), path.flip());
    }

    @Test
    void withoutTheDesiredClassThereIsNoFlip() {
        assertEquals(
                OptionalInt.empty(),
                ChangePath.of(List.of(new double[] {0.9, 0.1}, new double[] {0.6, 0.4}), 0, 1)
                        .flip());
    }

    @Test
    void framesAreRoundedToEightBits() {
        final ImageShape shape = new ImageShape(1, 1, 3);
        final PixelImage original = new PixelImage(shape, new byte[] {0, (byte) 255, 10});
        final PixelImage counterfactual = new PixelImage(shape, new byte[] {16, 0, 10});
        assertEquals(original, ChangePath.frame(original, counterfactual, 0));
        assertEquals(
                new PixelImage(shape, new byte[] {8, (byte) 128, 10}),
                ChangePath.frame(original, counterfactual, ChangePath.STEPS / 2));
        assertEquals(counterfactual, ChangePath.frame(original, counterfactual, ChangePath.STEPS));
    }

    @Test
    void canBeCancelled() {
        final List<Counterfactual> results = counterfactuals();
        final Classifier classifier = new Classifier(network, network.model(1.5));
        assertThrows(CancelledException.class, () -> ChangePath.of(results, classifier, new CancelAfter(0)));
    }
}
