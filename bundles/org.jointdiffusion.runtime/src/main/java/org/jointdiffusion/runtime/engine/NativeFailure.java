package org.jointdiffusion.runtime.engine;

import java.util.List;

/** Turns failures of native code into messages for users. */
final class NativeFailure {

    /** What PyTorch and the libraries below it say when memory is lacking: on processors, then on GPUs. */
    private static final List<String> OUT_OF_MEMORY =
            List.of("can't allocate memory", "not enough memory", "out of memory", "ALLOC_FAILED");

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
            return new EngineException(
                    "PyTorch failed: " + message.lines().findFirst().orElse("no message"), failure);
        }
        return (RuntimeException) failure;
    }
}
