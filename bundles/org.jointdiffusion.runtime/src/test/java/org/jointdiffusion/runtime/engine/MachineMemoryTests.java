package org.jointdiffusion.runtime.engine;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class MachineMemoryTests {

    @Test
    void theMachineHasMoreMemoryThanThisProcessMayUse() {
        assertTrue(MachineMemory.bytes().orElseThrow() >= Runtime.getRuntime().maxMemory());
    }
}
