package org.jointdiffusion.nodes.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.jointdiffusion.runtime.engine.Device;
import org.jointdiffusion.runtime.engine.Precision;
import org.junit.jupiter.api.Test;

class ExecutionParametersTests {

    private final ExecutionParameters m_parameters = new ExecutionParameters() {};

    @Test
    void choicesMeanTheSameInTheRuntime() {
        assertEquals(Device.automatic(), m_parameters.device());
        m_parameters.m_device = DeviceChoice.CPU;
        assertEquals(Device.cpu(), m_parameters.device());
        m_parameters.m_device = DeviceChoice.GPU;
        m_parameters.m_gpuNumber = 2;
        assertEquals(Device.gpu(2), m_parameters.device());
    }

    @Test
    void everyPrecisionIsKnownToTheRuntime() {
        for (final PrecisionChoice choice : PrecisionChoice.values()) {
            m_parameters.m_precision = choice;
            assertEquals(Precision.valueOf(choice.name()), m_parameters.precision());
        }
    }
}
