package org.jointdiffusion.runtime.engine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.jointdiffusion.runtime.model.JointModel;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RuntimeServiceTests {

    private static final float[] IMAGE = TinyNetworks.gaussian(2, TinyNetworks.IMAGE.size());

    private final RuntimeService service = new RuntimeService();

    @AfterEach
    void stop() {
        service.close();
    }

    @Test
    void usersOfOneModelShareItUntilTheLastOneCloses() {
        final JointModel model = TinyNetworks.model(1);
        final JointNetwork first = service.load(model, Device.cpu(), Precision.FLOAT32);
        final JointNetwork second = service.load(model, Device.cpu(), Precision.FLOAT32);
        assertEquals(1, service.loadedNetworks());
        final float[] expected = first.noise(IMAGE, new int[1]);
        first.close();
        first.close();
        assertEquals(1, service.loadedNetworks());
        assertArrayEquals(expected, second.noise(IMAGE, new int[1]));
        second.close();
        assertEquals(0, service.loadedNetworks());
    }

    @Test
    void otherModelsAndPrecisionsAreLoadedByThemselves() {
        final JointModel model = TinyNetworks.model(1);
        try (JointNetwork one = service.load(model, Device.cpu(), Precision.FLOAT32);
                JointNetwork other = service.load(TinyNetworks.model(2), Device.cpu(), Precision.FLOAT32);
                JointNetwork rounded = service.load(model, Device.cpu(), Precision.BFLOAT16)) {
            assertEquals(3, service.loadedNetworks());
            assertNotEquals(one.noise(IMAGE, new int[1])[0], other.noise(IMAGE, new int[1])[0]);
            assertNotEquals(one.noise(IMAGE, new int[1])[0], rounded.noise(IMAGE, new int[1])[0]);
        }
    }

    @Test
    void aClosedNetworkRefusesToRun() {
        final JointNetwork network = service.load(TinyNetworks.model(1), Device.cpu(), Precision.FLOAT32);
        network.close();
        assertThrows(IllegalStateException.class, () -> network.noise(IMAGE, new int[1]));
    }

    @Test
    void automaticPrecisionIsDecidedOnce() {
        final JointModel model = TinyNetworks.model(1);
        try (JointNetwork one = service.load(model, Device.automatic(), Precision.AUTOMATIC);
                JointNetwork other = service.load(model, Device.automatic(), Precision.AUTOMATIC)) {
            assertEquals(1, service.loadedNetworks());
            assertArrayEquals(one.noise(IMAGE, new int[1]), other.noise(IMAGE, new int[1]));
        }
    }

    @Test
    void aMissingGpuIsNamed() {
        final EngineException exception = assertThrows(
                EngineException.class, () -> service.load(TinyNetworks.model(1), Device.gpu(99), Precision.FLOAT32));
        assertTrue(exception.getMessage().startsWith("There is no GPU 99"), exception.getMessage());
    }

    @Test
    void weightsOfAnotherNetworkAreRefused() {
        assertThrows(
                IllegalArgumentException.class,
                () -> service.train(TinyNetworks.PLAIN, new float[5], Device.cpu(), Precision.FLOAT32));
    }

    @Test
    void afterTheStopNothingRunsAnyMore() {
        final JointNetwork network = service.load(TinyNetworks.model(1), Device.cpu(), Precision.FLOAT32);
        service.close();
        final EngineException exception = assertThrows(EngineException.class, () -> network.noise(IMAGE, new int[1]));
        assertTrue(exception.getMessage().contains("closing"), exception.getMessage());
        network.close();
    }
}
