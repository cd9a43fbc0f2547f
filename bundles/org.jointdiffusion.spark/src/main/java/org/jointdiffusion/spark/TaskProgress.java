package org.jointdiffusion.spark;

import org.apache.spark.TaskContext;
import org.jointdiffusion.runtime.CancelledException;
import org.jointdiffusion.runtime.ProgressMonitor;

/**
 * Tells the runtime when Spark cancels a task. Progress is Spark's own: finished tasks.
 *
 * @param task the running task
 */
record TaskProgress(TaskContext task) implements ProgressMonitor {

    @Override
    public void report(final double fraction, final String message) {
        // Spark shows the finished tasks
    }

    @Override
    public void checkCancelled() {
        if (task.isInterrupted()) {
            throw new CancelledException();
        }
    }
}
