package org.jointdiffusion.runtime.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import org.jointdiffusion.runtime.testing.ChildProcess;
import org.jointdiffusion.runtime.testing.Soak;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The heap of the virtual machine is full at one allocation after the other of a training step. */
class HeapShortageTests {

    /** Small, so that it is soon full. */
    private static final List<String> SMALL_HEAP = List.of("-Xmx24m", "-XX:+UseSerialGC");

    @Test
    void aStepWithoutHeapIsTakenWholeOrNotAtAll(@TempDir final Path folder) throws Exception {
        final Path log = folder.resolve("log.txt");
        final int exit =
                ChildProcess.run(HeapShortage.class, log, SMALL_HEAP, Integer.toString(Soak.cases(1 << 10, 1 << 5)));
        assertEquals(0, exit, () -> ChildProcess.said(log));
        ChildProcess.said(log)
                .lines()
                .filter(line -> line.startsWith("Steps without heap"))
                .forEach(System.out::println);
    }
}
