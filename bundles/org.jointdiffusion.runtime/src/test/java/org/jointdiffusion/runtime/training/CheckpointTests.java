package org.jointdiffusion.runtime.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jointdiffusion.runtime.CancelledException;
import org.jointdiffusion.runtime.ProgressMonitor;
import org.jointdiffusion.runtime.testing.ChildProcess;
import org.jointdiffusion.runtime.training.TrainingTask.Outcome;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A training that was broken off goes on from its checkpoint and gives what it would have given. */
class CheckpointTests {

    /** The validations, and so the checkpoints, are 20 steps apart. */
    private static final int STEPS = 100;

    @TempDir
    private Path temporary;

    private CheckpointFolder folder;

    @BeforeEach
    void nameTheFolder() {
        folder = new CheckpointFolder(temporary.resolve("checkpoints"), Duration.ZERO);
    }

    @Test
    void aTrainingAfterACancelGivesTheSameModel() throws Exception {
        final TrainingResult whole = JointTraining.train(task(), settings(), ProgressMonitor.silent());
        assertThrows(CancelledException.class, () -> train(new StopAfter(50, StopAfter.How.CANCEL)));
        assertEquals(1, files().size());
        final StopAfter second = new StopAfter(STEPS, StopAfter.How.NOT);
        assertSame(whole, train(second));
        assertEquals(STEPS - 40, second.reports(), "the steps of the second training");
        assertEquals(List.of(), files());
    }

    @Test
    void aTrainingWhoseProcessWasKilledGivesTheSameModel() throws Exception {
        final Path log = temporary.resolve("log");
        final int code = ChildProcess.run(
                StopAfter.class,
                log,
                List.of("-Dai.djl.pytorch.num_threads=" + Runtime.getRuntime().availableProcessors()),
                folder.folder().toString());
        assertEquals(StopAfter.KILLED, code, () -> ChildProcess.said(log));
        assertEquals(1, files().size());
        final StopAfter second = new StopAfter(STEPS, StopAfter.How.NOT);
        assertSame(JointTraining.train(task(), settings(), ProgressMonitor.silent()), train(second));
        assertEquals(STEPS - 40, second.reports(), "the steps of the second training");
    }

    @Test
    void anotherTrainingDoesNotTakeTheCheckpoint() throws Exception {
        assertThrows(CancelledException.class, () -> train(new StopAfter(50, StopAfter.How.CANCEL)));
        final StopAfter other = new StopAfter(STEPS, StopAfter.How.NOT);
        JointTraining.train(task().keepingCheckpoints(folder), settings().withSeed(5), other);
        assertEquals(STEPS, other.reports());
        assertEquals(1, files().size(), "the checkpoint of the first is still there");
    }

    @Test
    void aDamagedCheckpointIsRemovedAndTheTrainingBeginsAnew() throws Exception {
        assertThrows(CancelledException.class, () -> train(new StopAfter(50, StopAfter.How.CANCEL)));
        final byte[] bytes = Files.readAllBytes(files().get(0));
        bytes[bytes.length / 2] ^= 1;
        Files.write(files().get(0), bytes);
        final StopAfter second = new StopAfter(STEPS, StopAfter.How.NOT);
        assertSame(JointTraining.train(task(), settings(), ProgressMonitor.silent()), train(second));
        assertEquals(STEPS, second.reports());
    }

    @Test
    void aStartRemovesWhatIsOldOrTooMuch() throws Exception {
        Files.createDirectories(folder.folder());
        for (int number = 0; number < 8; number++) {
            final Path file = folder.folder().resolve(number + (number == 7 ? ".part" : ".checkpoint"));
            Files.createFile(file);
            Files.setLastModifiedTime(file, FileTime.from(Instant.now().minus(Duration.ofDays(number * 2L))));
        }
        Files.createFile(folder.folder().resolve("of somebody else"));
        folder.cleanUp();
        assertEquals(
                List.of("0.checkpoint", "1.checkpoint", "2.checkpoint", "3.checkpoint", "of somebody else"),
                files().stream().map(file -> file.getFileName().toString()).toList());
    }

    @Test
    void nobodyElseCanLookIntoTheFolder() {
        assertThrows(CancelledException.class, () -> train(new StopAfter(50, StopAfter.How.CANCEL)));
        if (temporary.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            final String rights =
                    read(() -> PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.folder())));
            assertEquals("rwx------", rights);
        }
    }

    @Test
    void whereNothingCanBeWrittenTheTrainingEndsWithANote() throws Exception {
        Files.writeString(folder.folder(), "a file, not a folder");
        final TrainingResult result = train(ProgressMonitor.silent());
        assertEquals(1, result.notes().size());
        assertTrue(
                result.notes().get(0).startsWith("No checkpoint could be written to "),
                result.notes().get(0));
    }

    /** The same model, state and curves; only times may differ. */
    private static void assertSame(final TrainingResult expected, final TrainingResult actual) {
        assertArrayEquals(expected.model().weights(), actual.model().weights());
        assertEquals(expected.model().card(), actual.model().card());
        assertArrayEquals(
                expected.state().orElseThrow().secondMoment(),
                actual.state().orElseThrow().secondMoment());
        assertEquals(timeless(expected), timeless(actual));
        assertFalse(expected.history().isEmpty());
    }

    private static List<HistoryEntry> timeless(final TrainingResult result) {
        return result.history().stream()
                .map(entry -> new HistoryEntry(
                        entry.step(),
                        entry.epoch(),
                        0,
                        entry.diffusionLoss(),
                        entry.classificationLoss(),
                        entry.validationDiffusionLoss(),
                        entry.validationClassificationLoss(),
                        entry.trainingAccuracy(),
                        entry.validationAccuracy(),
                        entry.learningRate(),
                        0))
                .toList();
    }

    private TrainingResult train(final ProgressMonitor monitor) throws TrainingException {
        return JointTraining.train(task().keepingCheckpoints(folder), settings(), monitor);
    }

    static TrainingTask task() {
        return TrainingTask.of(StripedImages.of(160), "position").giving(Outcome.MODEL_AND_STATE);
    }

    static TrainingSettings settings() {
        return StripedImages.settings().withBudget(TrainingBudget.ofSteps(STEPS));
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(folder.folder())) {
            return files.sorted().toList();
        }
    }

    private interface Reading {
        String read() throws IOException;
    }

    private static String read(final Reading reading) {
        try {
            return reading.read();
        } catch (final IOException exception) {
            throw new AssertionError(exception);
        }
    }
}
