package org.jointdiffusion.runtime.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import org.jointdiffusion.runtime.CancelledException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DeviceQueueTests {

    private final DeviceQueue queue = new DeviceQueue("test", 1);
    private final CountDownLatch gate = new CountDownLatch(1);

    @AfterEach
    void stop() {
        gate.countDown();
        queue.stop(10);
    }

    @Test
    void turnsAreTakenInTheOrderOfAskingOnOneThread() {
        final List<Integer> order = Collections.synchronizedList(new ArrayList<>());
        final List<Thread> threads = Collections.synchronizedList(new ArrayList<>());
        queue.begin(this::waitForGate);
        for (int number = 0; number < 20; number++) {
            final int turn = number;
            queue.submit(() -> {
                order.add(turn);
                threads.add(Thread.currentThread());
            });
        }
        gate.countDown();
        queue.call(() -> null);
        assertEquals(20, order.size());
        for (int turn = 0; turn < 20; turn++) {
            assertEquals(turn, order.get(turn));
            assertSame(threads.get(0), threads.get(turn));
        }
    }

    @Test
    void exceptionsComeBackToTheCaller() {
        assertThrows(
                ArithmeticException.class,
                () -> queue.call(() -> {
                    throw new ArithmeticException("expected");
                }));
        assertEquals(3, queue.call(() -> 3));
    }

    @Test
    void anInterruptWaitsForTheRunningTurnAndIsKept() {
        final Future<Integer> running = queue.begin(this::waitForGate);
        gate.countDown();
        Thread.currentThread().interrupt();
        assertEquals(5, queue.call(() -> 5));
        assertTrue(Thread.interrupted());
        assertTrue(running.isDone());
    }

    @Test
    void aPendingStepEndsItsWaitWhenTheUserCancels() {
        final PendingStep<StepLosses> step = new PendingStep<>(queue.begin(() -> {
            waitForGate();
            return new StepLosses(0, 0, 0, 0, 0);
        }));
        final long start = System.nanoTime();
        final long deadline = start + 300_000_000L;
        assertThrows(
                CancelledException.class,
                () -> step.await(() -> {
                    if (System.nanoTime() > deadline) {
                        throw new CancelledException();
                    }
                }));
        assertTrue(System.nanoTime() - start < 2_000_000_000L);
    }

    @Test
    void whatStillWaitsAtTheStopIsTurnedAway() throws InterruptedException {
        queue.begin(this::waitForGate);
        final Future<Integer> waiting = queue.begin(() -> 1);
        final Thread stopping = new Thread(() -> queue.stop(10));
        stopping.start();
        assertThrows(EngineException.class, () -> {
            while (true) {
                DeviceQueue.poll(waiting, 10);
            }
        });
        gate.countDown();
        stopping.join();
    }

    private Integer waitForGate() {
        try {
            gate.await();
        } catch (final InterruptedException exception) {
            throw new IllegalStateException(exception);
        }
        return 0;
    }
}
