package org.jointdiffusion.runtime.training;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import org.jointdiffusion.runtime.model.ModelFormatException;
import org.jointdiffusion.runtime.model.TrainingState;
import org.jointdiffusion.runtime.model.VectorFile;

/**
 * Writes and reads a checkpoint as a safetensors file.
 *
 * <p>It is read by the same version of the software only, and so is no format that has to last.
 */
final class CheckpointFile {

    private static final String CHECKSUM = "checksum";
    private static final String NUMBERS = "numbers";
    private static final String HISTORY = "history";
    private static final String AVERAGE = "average";
    private static final String BEST = "best";
    private static final String BEST_STATE = "best_";

    private CheckpointFile() {}

    static void write(final Checkpoint checkpoint, final OutputStream stream) throws IOException {
        final Map<String, float[]> vectors = new LinkedHashMap<>();
        put(vectors, "", checkpoint.state());
        vectors.put(AVERAGE, checkpoint.average());
        if (checkpoint.best().weights() != null) {
            vectors.put(BEST, checkpoint.best().weights());
        }
        checkpoint.bestState().ifPresent(state -> put(vectors, BEST_STATE, state));
        final Map<String, String> texts = new LinkedHashMap<>();
        texts.put(NUMBERS, numbers(checkpoint));
        texts.put(
                HISTORY,
                checkpoint.history().stream().map(entry -> join(entry.values())).collect(Collectors.joining("\n")));
        texts.put(CHECKSUM, checksum(texts, vectors));
        new VectorFile(texts, vectors).write(stream);
    }

    /**
     * Reads a checkpoint.
     *
     * @param length the number of the network's weights
     * @throws ModelFormatException when it is damaged
     */
    static Checkpoint read(final InputStream stream, final int length) throws IOException {
        final VectorFile file = VectorFile.read(stream, length, "the checkpoint", texts -> {});
        final Map<String, float[]> vectors = file.vectors();
        if (!checksum(file.texts(), vectors).equals(file.texts().get(CHECKSUM))) {
            throw new ModelFormatException("The checkpoint was altered after it was written.");
        }
        final double[] numbers = split(file.texts().get(NUMBERS));
        return new Checkpoint(
                state(vectors, "", (long) numbers[0]),
                vectors.get(AVERAGE),
                new BestWeights.Found(vectors.get(BEST), (long) numbers[1], numbers[2], numbers[3], (int) numbers[4]),
                vectors.containsKey(BEST_STATE + "weights")
                        ? Optional.of(state(vectors, BEST_STATE, (long) numbers[5]))
                        : Optional.empty(),
                (long) numbers[6],
                numbers[7],
                (long) numbers[8],
                (int) numbers[9],
                (long) numbers[10],
                file.texts().get(HISTORY).lines().map(CheckpointFile::entry).toList());
    }

    private static String numbers(final Checkpoint checkpoint) {
        final BestWeights.Found best = checkpoint.best();
        return join(
                checkpoint.state().steps(),
                best.step(),
                best.smallest(),
                best.lastImprovement(),
                best.withoutImprovement(),
                checkpoint.bestState().map(TrainingState::steps).orElse(0L),
                checkpoint.steps(),
                checkpoint.seconds(),
                checkpoint.warmUpStart(),
                checkpoint.failures(),
                checkpoint.firstFailure());
    }

    private static HistoryEntry entry(final String line) {
        final double[] values = split(line);
        return new HistoryEntry(
                (long) values[0],
                values[1],
                values[2],
                values[3],
                values[4],
                values[5],
                values[6],
                values[7],
                values[8],
                values[9],
                values[10]);
    }

    /** As text from which the same numbers are read; a double holds every number of steps exactly. */
    private static String join(final double... values) {
        return DoubleStream.of(values).mapToObj(Double::toString).collect(Collectors.joining(" "));
    }

    private static double[] split(final String text) {
        return Arrays.stream(text.split(" ")).mapToDouble(Double::parseDouble).toArray();
    }

    private static void put(final Map<String, float[]> vectors, final String prefix, final TrainingState state) {
        vectors.put(prefix + "weights", state.weights());
        vectors.put(prefix + "first_moment", state.firstMoment());
        vectors.put(prefix + "second_moment", state.secondMoment());
    }

    private static TrainingState state(final Map<String, float[]> vectors, final String prefix, final long steps) {
        return new TrainingState(
                vectors.get(prefix + "weights"),
                vectors.get(prefix + "first_moment"),
                vectors.get(prefix + "second_moment"),
                steps);
    }

    /** Over everything that is written, the names too. */
    private static String checksum(final Map<String, String> texts, final Map<String, float[]> vectors) {
        final List<String> names = vectors.keySet().stream().sorted().toList();
        final List<float[]> ordered = new ArrayList<>();
        names.forEach(name -> ordered.add(vectors.get(name)));
        return VectorFile.checksum(texts.get(NUMBERS) + "\n" + texts.get(HISTORY) + "\n" + names, ordered);
    }
}
