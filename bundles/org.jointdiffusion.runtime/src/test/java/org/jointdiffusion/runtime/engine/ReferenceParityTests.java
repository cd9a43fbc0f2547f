package org.jointdiffusion.runtime.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jointdiffusion.runtime.diffusion.GuidanceKind;
import org.jointdiffusion.runtime.image.ImageShape;
import org.jointdiffusion.runtime.model.JointModel;
import org.jointdiffusion.runtime.network.NetworkConfiguration;
import org.jointdiffusion.runtime.reference.ReferenceInputs;
import org.jointdiffusion.runtime.reference.ReferenceProcess;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The emitted program computes what a plain PyTorch implementation of the same network computes, to 1e-4 of the
 * result's norm. Skipped, with the reason, where Debian's python3-torch is missing.
 */
final class ReferenceParityTests {

    private static final double TOLERANCE = 1e-4;

    /** Two levels, attention in both halves, patches, a skip of other width: every kind of block is there. */
    private static final NetworkConfiguration NETWORK =
            new NetworkConfiguration(new ImageShape(3, 16, 16), 4, 16, List.of(1, 2), 2, List.of(8, 4), 2, 2, 0, 0);

    private static final GuidanceShares GUIDANCE = new GuidanceShares(GuidanceKind.IMAGE, 0.2, 0.7);

    private static final StepSettings STEP = new StepSettings(1e-3, 0.01, 0.8, 0.3, 0.5, 0.1);

    private static final JointModel MODEL = ReferenceInputs.model(NETWORK);

    private static final ReferenceInputs INPUTS = ReferenceInputs.draw(NETWORK, 6, new float[0]);

    private static ReferenceProcess reference;

    private static JointNetwork network;

    @BeforeAll
    static void start(@TempDir final Path folder) throws IOException {
        final Optional<String> reason = ReferenceProcess.reasonWhyMissing();
        assumeTrue(reason.isEmpty(), () -> "Parity with PyTorch was NOT checked: " + reason.orElseThrow() + ".");
        reference = ReferenceProcess.start(Path.of("../../tests/reference"), folder, 2, ReferenceSetup.AS_INSTALLED);
        reference.prepare(MODEL, INPUTS, GUIDANCE, STEP);
        network = RuntimeService.shared().load(MODEL, Device.cpu(), Precision.FLOAT32);
    }

    @AfterAll
    static void stop() throws IOException {
        if (reference != null) {
            reference.close();
            network.close();
        }
    }

    @BeforeEach
    void takeTheSameWeights() throws IOException {
        reference.reload();
    }

    @Test
    void predictedNoiseAgrees() throws IOException {
        assertClose(
                reference.run("denoise"),
                network.noise(INPUTS.images(), INPUTS.batch().timesteps()));
    }

    @Test
    void classifierOutputsAgree() throws IOException {
        assertClose(
                reference.run("classify"),
                network.logits(INPUTS.images(), INPUTS.batch().timesteps()));
    }

    @Test
    void guidedNoiseAgrees() throws IOException {
        assertClose(reference.run("guide_image"), guided(GuidanceKind.IMAGE));
        assertClose(reference.run("guide_representation"), guided(GuidanceKind.REPRESENTATION));
    }

    @Test
    void lossAndGradientsAgree() throws IOException {
        try (TrainingRun run =
                RuntimeService.shared().train(NETWORK, MODEL.weights(), Device.cpu(), Precision.FLOAT32)) {
            final float[] expected = reference.run("gradient");
            final LossGradient actual =
                    run.gradient(INPUTS.batch(), STEP.diffusionWeight(), STEP.classificationWeight());
            assertEquals(expected[0], actual.loss(), TOLERANCE * expected[0]);
            assertClose(Arrays.copyOfRange(expected, 1, expected.length), toFloats(actual.gradient()));
        }
    }

    @Test
    void aTrainingStepAgrees() throws IOException {
        try (TrainingRun run =
                RuntimeService.shared().train(NETWORK, MODEL.weights(), Device.cpu(), Precision.FLOAT32)) {
            run.step(INPUTS.batch(), STEP);
            final float[] expected = reference.run("step");
            final int size = MODEL.weights().length;
            assertClose(Arrays.copyOf(expected, size), run.weights());
            assertClose(Arrays.copyOfRange(expected, size, 2 * size), run.averagedWeights());
        }
    }

    private static float[] guided(final GuidanceKind kind) {
        return network.guidedNoise(
                        INPUTS.images(),
                        INPUTS.batch().timesteps(),
                        INPUTS.desiredClasses(),
                        new GuidanceShares(kind, GUIDANCE.ofNoise(), GUIDANCE.ofGradient()))
                .noise();
    }

    private static float[] toFloats(final double[] values) {
        final float[] floats = new float[values.length];
        for (int i = 0; i < values.length; i++) {
            floats[i] = (float) values[i];
        }
        return floats;
    }

    private static void assertClose(final float[] expected, final float[] actual) {
        assertEquals(expected.length, actual.length);
        double difference = 0;
        double norm = 0;
        for (int i = 0; i < expected.length; i++) {
            difference += Math.pow((double) expected[i] - actual[i], 2);
            norm += Math.pow(expected[i], 2);
        }
        final double error = Math.sqrt(difference / norm);
        assertTrue(norm > 0 && error < TOLERANCE, "relative error " + error);
    }
}
