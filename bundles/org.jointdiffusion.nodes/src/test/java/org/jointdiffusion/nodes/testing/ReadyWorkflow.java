package org.jointdiffusion.nodes.testing;

import java.nio.file.Path;
import org.jointdiffusion.embedded.workflow.Workflow;

/** The example workflow with the model that comes with it. */
public final class ReadyWorkflow {

    /** Its folder. */
    public static final Path FOLDER = Path.of(System.getProperty("basedir", "."))
            .resolve("../../example-workflows/Explain with a ready model")
            .toAbsolutePath()
            .normalize();

    private ReadyWorkflow() {}

    /** Loads it, with so few images that it takes seconds. */
    public static Workflow withFewImages() throws Exception {
        final Workflow workflow = Workflow.load(FOLDER);
        workflow.setParameter("Conditional Sampler (Joint Diffusion)", "imagesPerClass", "1");
        workflow.setParameter("Conditional Sampler (Joint Diffusion)", "sampler", "DPM_SOLVER");
        workflow.setParameter("Table Partitioner", "rowCount", "2");
        workflow.setParameter("Table Partitioner", "mode", "RANDOM");
        return workflow;
    }
}
