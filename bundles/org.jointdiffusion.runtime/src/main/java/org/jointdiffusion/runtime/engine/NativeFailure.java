package org.jointdiffusion.runtime.engine;

import java.util.List;

/** Turns failures of native code into messages for users. */
final class NativeFailure {

    /** What PyTorch and the libraries below it say when memory is lacking: on processors, then on GPUs. */
    private static final List<String> OUT_OF_MEMORY = List.of(
            "can't allocate memory",
            "not enough memory",
            "bad_alloc",
            // oneDNN names no reason; seen where it found no room for its own buffers
            "could not create a primitive",
            "out of memory",
            "ALLOC_FAILED");

    /** Begins the line with the reason, behind a trace of the program. */
    private static final String REASON = "RuntimeError: ";

    private NativeFailure() {}

    /** Whether native code failed because the device has too little memory. */
    static boolean isOutOfMemory(final ai.djl.engine.EngineException failure) {
        return OUT_OF_MEMORY.stream().anyMatch(String.valueOf(failure.getMessage())::contains);
    }

    /** The exception to throw; programming errors and our own exceptions pass unchanged. */
    static RuntimeException translate(final Throwable failure) {
        if (failure instanceof Error error) {
            throw error;
        }
        if (failure instanceof ai.djl.engine.EngineException exception) {
            final String message = String.valueOf(failure.getMessage());
            if (isOutOfMemory(exception)) {
                return new EngineException(
                        "The device has too little memory for this batch. Choose a smaller batch size,"
                                + " a smaller network or smaller images.",
                        failure);
            }
            return new EngineException("PyTorch failed: " + reason(message), failure);
        }
        return (RuntimeException) failure;
    }

    private static String reason(final String message) {
        return message.lines()
                .filter(line -> line.startsWith(REASON))
                .map(line -> line.substring(REASON.length()))
                .findFirst()
                .orElse(message.lines().findFirst().orElse("no message"));
    }
}
