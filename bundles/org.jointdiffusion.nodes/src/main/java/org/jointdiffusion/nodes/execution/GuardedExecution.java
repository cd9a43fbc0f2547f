package org.jointdiffusion.nodes.execution;

import org.jointdiffusion.runtime.CancelledException;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.KNIMEException;
import org.knime.core.node.message.Message;

/** Runs the work of a node so that KNIME sees only the two exceptions that a node may throw. */
public final class GuardedExecution {

    /** The work of a node. */
    @FunctionalInterface
    public interface Work {
        /** Does the work; any exception becomes a message at the node. */
        void run() throws Exception;
    }

    private GuardedExecution() {}

    /**
     * Runs the work.
     *
     * @throws CanceledExecutionException when the user or KNIME cancelled
     * @throws KNIMEException with a sentence for the user, for everything else that went wrong
     */
    public static void run(final Work work) throws CanceledExecutionException, KNIMEException {
        try {
            work.run();
        } catch (CanceledExecutionException | KNIMEException e) {
            throw e;
        } catch (CancelledException e) {
            // KNIME's exception says why it cancelled, such as that the memory of the machine is short
            throw e.getCause() instanceof CanceledExecutionException told ? told : new CanceledExecutionException();
        } catch (LinkageError e) {
            throw KNIMEException.of(
                    Message.fromSummary("A part of the Joint Diffusion extension cannot be loaded (" + text(e)
                            + "). Install the extension again, with the PyTorch feature for this computer."),
                    e);
        } catch (OutOfMemoryError e) {
            throw KNIMEException.of(
                    Message.fromSummary("The memory of KNIME is full. Choose a smaller image size or fewer images, or "
                            + "give KNIME more memory (the line -Xmx in knime.ini)."),
                    e);
        } catch (Exception e) {
            throw KNIMEException.of(Message.fromSummary(text(e)), e);
        }
    }

    private static String text(final Throwable throwable) {
        final String message = throwable.getMessage();
        return message == null || message.isBlank() ? throwable.toString() : message;
    }
}
