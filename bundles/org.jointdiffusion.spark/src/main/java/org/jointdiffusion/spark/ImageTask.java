package org.jointdiffusion.spark;

import java.io.Serializable;
import java.util.List;
import org.apache.spark.sql.types.StructField;
import org.jointdiffusion.runtime.ProgressMonitor;
import org.jointdiffusion.runtime.model.ModelSpecification;

/** What is computed from images, and the columns that hold it; travels to the executors. */
interface ImageTask extends Serializable {

    /** The columns of the result. */
    List<StructField> columns(ModelSpecification model);

    /**
     * Computes some rows at once.
     *
     * @param images in the shape of the model, at least one
     * @param model the model, loaded
     * @param monitor learns when Spark cancels the task
     * @return for each image, in their order, a value for each column
     */
    List<Object[]> results(List<NamedImage> images, LoadedModel model, ProgressMonitor monitor);
}
