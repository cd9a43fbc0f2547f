package org.jointdiffusion.runtime.engine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jointdiffusion.runtime.diffusion.GuidanceKind;
import org.jointdiffusion.runtime.model.TrainingState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanesTests {

    private static final int ROWS = 27;
    private static final int SIZE = TinyNetworks.IMAGE.size();

    @ParameterizedTest
    @CsvSource({"1, 64, 1", "4, 7, 1", "4, 16, 2", "4, 31, 3", "4, 64, 4", "4, 640, 4"})
    void aPartHasEightRowsOrMore(final int count, final int rows, final int parts) {
        final Lanes lanes = lanes(count);
        assertEquals(parts, lanes.parts(rows));
        lanes.stop();
    }

    @Test
    void partsRunAtTheSameTimeAndTheirResultsKeepTheirOrder() {
        final Lanes lanes = lanes(3);
        final CountDownLatch all = new CountDownLatch(3);
        final Set<Thread> threads = ConcurrentHashMap.newKeySet();
        final List<Supplier<Integer>> parts = new ArrayList<>();
        for (int part = 0; part < 3; part++) {
            final int number = part;
            parts.add(() -> {
                threads.add(Thread.currentThread());
                all.countDown();
                assertTrue(reached(all), "the parts wait for each other");
                return number;
            });
        }
        assertEquals(List.of(0, 1, 2), lanes.run(parts));
        assertEquals(3, threads.size());
        lanes.stop();
    }

    @Test
    void aFailureComesBackOnceAllPartsHaveEnded() {
        final Lanes lanes = lanes(2);
        final boolean[] ended = {false};
        final List<Supplier<Integer>> parts = List.of(
                () -> {
                    throw new ArithmeticException("expected");
                },
                () -> {
                    ended[0] = true;
                    return 1;
                });
        assertThrows(ArithmeticException.class, () -> lanes.run(parts));
        assertTrue(ended[0]);
        lanes.stop();
    }

    @Test
    void rowsAreTheSameInPartsAndAtOnce() {
        final float[] images = TinyNetworks.gaussian(2, ROWS * SIZE);
        final int[] timesteps = IntStream.range(0, ROWS).map(row -> 3 * row).toArray();
        final int[] classes = IntStream.range(0, ROWS).map(row -> row % 3).toArray();
        final GuidanceShares guidance = new GuidanceShares(GuidanceKind.IMAGE, 0.2, 0);
        final DeviceContext divided = new DeviceContext(Device.cpu(), 3);
        final DeviceContext whole = new DeviceContext(Device.cpu(), 1);
        final SharedNetwork inParts = load(divided);
        final SharedNetwork atOnce = load(whole);
        for (int call = 0; call < 3; call++) {
            final GuidedNoise expected = atOnce.guidedNoise(images, timesteps, classes, guidance);
            final GuidedNoise noise = inParts.guidedNoise(images, timesteps, classes, guidance);
            assertArrayEquals(expected.noise(), noise.noise(), 1e-4f);
            assertArrayEquals(expected.logits(), noise.logits(), 1e-4f);
            assertArrayEquals(
                    atOnce.map("representation", images, timesteps),
                    inParts.map("representation", images, timesteps),
                    1e-4f);
        }
        final float[] repeated = inParts.map("noise", images, timesteps);
        assertArrayEquals(repeated, inParts.map("noise", images, timesteps), "the same call, bit for bit");
        assertArrayEquals(
                Arrays.copyOfRange(repeated, 0, 9 * SIZE),
                inParts.map("noise", Arrays.copyOfRange(images, 0, 9 * SIZE), Arrays.copyOf(timesteps, 9)),
                1e-4f);
        inParts.release();
        atOnce.release();
        divided.queue().stop(10);
        whole.queue().stop(10);
    }

    @Test
    void theGradientOfABatchIsTheSameInPartsAndAtOnce() {
        final DeviceContext divided = new DeviceContext(Device.cpu(), 3);
        final DeviceContext whole = new DeviceContext(Device.cpu(), 1);
        final TrainingBatch batch = TinyNetworks.batch(TinyNetworks.PLAIN, ROWS, 4);
        final float[] weights = TinyNetworks.weights(TinyNetworks.PLAIN, 1);
        final TrainingState start = TrainingState.begin(weights);
        try (TrainingRun inParts = divided.train(TinyNetworks.PLAIN, start, weights, Precision.FLOAT64);
                TrainingRun atOnce = whole.train(TinyNetworks.PLAIN, start, weights, Precision.FLOAT64)) {
            final LossGradient expected = atOnce.gradient(batch, 1, 0.5);
            final LossGradient gradient = inParts.gradient(batch, 1, 0.5);
            assertEquals(expected.loss(), gradient.loss(), 1e-6, "losses are read as 32-bit numbers");
            assertArrayEquals(expected.gradient(), gradient.gradient(), 1e-10);
            assertArrayEquals(
                    gradient.gradient(), inParts.gradient(batch, 1, 0.5).gradient(), "bit for bit");
            inParts.limitRowsAtOnce(4);
            assertArrayEquals(
                    expected.gradient(), inParts.gradient(batch, 1, 0.5).gradient(), 1e-10);
            inParts.limitRowsAtOnce(1);
            assertArrayEquals(
                    expected.gradient(), inParts.gradient(batch, 1, 0.5).gradient(), 1e-10);
        }
        divided.queue().stop(10);
        whole.queue().stop(10);
    }

    private static SharedNetwork load(final DeviceContext context) {
        return context.load(
                TinyNetworks.model(1).specification().network(),
                TinyNetworks.model(1).weights(),
                Precision.FLOAT32);
    }

    private static Lanes lanes(final int count) {
        // starts the engine
        RuntimeService.shared().resolve(Device.cpu());
        return new Lanes("test", count, 1);
    }

    private static boolean reached(final CountDownLatch latch) {
        try {
            return latch.await(10, TimeUnit.SECONDS);
        } catch (final InterruptedException exception) {
            return false;
        }
    }
}
