package org.jointdiffusion.runtime.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** Admission to the memory of a device. */
class MemoryBudgetTests {

    private static final long GIGABYTE = 1_000_000_000;

    private final AtomicLong free = new AtomicLong(4 * GIGABYTE);
    private final MemoryBudget budget = new MemoryBudget("CPU", free::get);

    @Test
    void whatDoesNotFitIsRefusedWithBothFigures() {
        final EngineException exception =
                assertThrows(EngineException.class, () -> budget.admit(4 * GIGABYTE, GIGABYTE / 2));
        assertEquals(
                "The network needs 4.5 GB of memory or more, and CPU has 4.0 GB left. Choose a smaller network, smaller"
                        + " images or another device.",
                exception.getMessage());
    }

    @Test
    void whatOthersUseIsToldAndComesBackWithThem() {
        final MemoryBudget.Hold other = budget.admit(3 * GIGABYTE, GIGABYTE);
        final EngineException exception =
                assertThrows(EngineException.class, () -> budget.admit(GIGABYTE, GIGABYTE / 2));
        assertEquals(
                "The network needs 1.5 GB of memory or more, and CPU has 1.0 GB left beside the 3.0 GB that other nodes"
                        + " use. Choose a smaller network, smaller images or another device, or execute the node when"
                        + " the others have ended.",
                exception.getMessage());
        other.close();
        other.close();
        try (MemoryBudget.Hold hold = budget.admit(GIGABYTE, GIGABYTE / 2)) {
            assertEquals(1, budget.rowsThatFit(rows -> rows * 4 * GIGABYTE, 8));
        }
    }

    @Test
    void rowsAreHalvedUntilTheyFitBesideTheOthers() {
        try (MemoryBudget.Hold hold = budget.admit(2 * GIGABYTE, 0)) {
            assertEquals(11, budget.rowsThatFit(rows -> rows * GIGABYTE / 10, 11));
            assertEquals(3, budget.rowsThatFit(rows -> rows * GIGABYTE / 2, 11));
            try (MemoryBudget.Hold another = budget.admit(GIGABYTE, 0)) {
                assertEquals(2, budget.rowsThatFit(rows -> rows * GIGABYTE / 2, 11));
            }
        }
    }

    @Test
    void freeMemoryIsMeasuredAgainWhenNothingIsAdmitted() {
        try (MemoryBudget.Hold hold = budget.admit(GIGABYTE, 0)) {
            // what the network itself has taken since is not counted twice
            free.set(3 * GIGABYTE);
            budget.admit(3 * GIGABYTE, 0).close();
        }
        assertThrows(EngineException.class, () -> budget.admit(4 * GIGABYTE, 0));
    }

    @Test
    void unknownMemoryAdmitsEverything() {
        free.set(Long.MAX_VALUE);
        try (MemoryBudget.Hold hold = budget.admit(1000 * GIGABYTE, 1000 * GIGABYTE)) {
            assertEquals(64, budget.rowsThatFit(rows -> rows * 1000 * GIGABYTE, 64));
        }
    }
}
