package org.jointdiffusion.runtime.engine;

/** Turns failures of native code into messages for users. */
final class NativeFailure {

    private NativeFailure() {}

    /** The exception to throw; programming errors and our own exceptions pass unchanged. */
    static RuntimeException translate(final Throwable failure) {
        if (failure instanceof Error error) {
            throw error;
        }
        if (failure instanceof ai.djl.engine.EngineException) {
            final String message = String.valueOf(failure.getMessage());
            if (message.contains("out of memory") || message.contains("can't allocate memory")) {
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
