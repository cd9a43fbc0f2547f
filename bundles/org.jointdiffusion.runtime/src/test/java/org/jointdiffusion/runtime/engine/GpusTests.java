package org.jointdiffusion.runtime.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class GpusTests {

    @Test
    void gpusThatPyTorchCannotUseAreNotCounted() {
        assertEquals(0, Gpus.count(false, 2));
    }

    @Test
    void aUsableGpuCountsWithoutTheSystemsCudaLibrary() {
        assertEquals(1, Gpus.count(true, 0));
    }

    @Test
    void severalGpusAreCounted() {
        assertEquals(3, Gpus.count(true, 3));
    }
}
