package org.jointdiffusion.nodes.settings;

import org.knime.node.parameters.Advanced;
import org.knime.node.parameters.layout.After;
import org.knime.node.parameters.layout.Section;

/** The sections of all dialogs, in the order in which they appear; a section without settings is not shown. */
public interface DialogSections {

    /** Which columns or files are used. */
    @Section(title = "Data")
    interface Data {}

    /** What size the images have and how large the network is. */
    @Section(title = "Model")
    @After(Data.class)
    interface Model {}

    /** How long and how the model is trained. */
    @Section(title = "Training")
    @After(Model.class)
    interface Training {}

    /** How a training step improves the model; rarely of interest. */
    @Section(title = "Optimization")
    @Advanced
    @After(Training.class)
    interface Optimization {}

    /** Which classes are wanted, and how many images of each. */
    @Section(title = "Classes")
    @After(Optimization.class)
    interface Classes {}

    /** How images are steered toward a class. */
    @Section(title = "Guidance")
    @After(Classes.class)
    interface Guidance {}

    /** How many samples are made to see how well a model draws, and how they are compared. */
    @Section(title = "Samples")
    @After(Guidance.class)
    interface Samples {}

    /** What is added to the output. */
    @Section(title = "Output")
    @After(Samples.class)
    interface Output {}

    /** Where and with which arithmetic the node computes; rarely of interest. */
    @Section(title = "Execution")
    @Advanced
    @After(Output.class)
    interface Execution {}

    /** How large image files may be; rarely of interest. */
    @Section(title = "Limits of image files")
    @Advanced
    @After(Execution.class)
    interface Limits {}
}
