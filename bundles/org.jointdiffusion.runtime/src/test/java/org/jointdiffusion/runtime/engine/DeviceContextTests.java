package org.jointdiffusion.runtime.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** What differs between devices, as far as it shows without one. */
class DeviceContextTests {

    @Test
    void aTrainingStepOnAGpuNormalisesNoMoreGroupsAtOnceThanCudaCan() {
        final int passes = 2;
        final int groups = 32;
        final int mostGroups = 65_535;
        assertTrue(new DeviceContext(Device.gpu(0), 1).mostRows() * passes * groups <= mostGroups);
    }

    @Test
    void onAGpuAutomaticPrecisionIs32BitWithoutAMeasurement() {
        assertEquals(Precision.FLOAT32, new DeviceContext(Device.gpu(0), 1).decide(Precision.AUTOMATIC));
        assertEquals(Precision.BFLOAT16, new DeviceContext(Device.gpu(0), 1).decide(Precision.BFLOAT16));
    }

    @Test
    void theProcessorTakesAnyNumberOfRows() {
        assertEquals(Integer.MAX_VALUE, new DeviceContext(Device.cpu(), 1).mostRows());
    }
}
