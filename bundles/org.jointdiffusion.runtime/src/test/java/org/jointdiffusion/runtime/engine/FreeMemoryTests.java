package org.jointdiffusion.runtime.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The free memory of a machine, as Linux tells it. */
class FreeMemoryTests {

    @TempDir
    private Path folder;

    private Path machine;

    @BeforeEach
    void writeMachine() throws IOException {
        machine = Files.writeString(
                folder.resolve("meminfo"), "MemTotal:  8000000 kB\nMemFree: 10 kB\nMemAvailable:    2000000 kB\n");
    }

    @Test
    void isWhatCanBeHadWithoutSwapping() throws IOException {
        assertEquals(2_048_000_000L, FreeMemory.ofMachine(machine, folder));
    }

    @Test
    void isWithinTheLimitOfTheContainer() throws IOException {
        Files.writeString(folder.resolve("memory.current"), "300\n");
        Files.writeString(folder.resolve("memory.max"), "max\n");
        assertEquals(2_048_000_000L, FreeMemory.ofMachine(machine, folder));
        Files.writeString(folder.resolve("memory.max"), "1000\n");
        assertEquals(700, FreeMemory.ofMachine(machine, folder));
        Files.writeString(folder.resolve("memory.max"), "200\n");
        assertEquals(0, FreeMemory.ofMachine(machine, folder));
    }

    @Test
    void isUnknownOnOtherSystems() throws IOException {
        assertEquals(Long.MAX_VALUE, FreeMemory.ofMachine(folder.resolve("none"), folder));
        assertTrue(FreeMemory.of(ai.djl.Device.cpu()) > 0);
    }
}
