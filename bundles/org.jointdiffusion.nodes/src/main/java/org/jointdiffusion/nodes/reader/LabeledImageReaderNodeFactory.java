package org.jointdiffusion.nodes.reader;

import org.knime.core.node.NodeFactory.NodeType;
import org.knime.node.DefaultNode;
import org.knime.node.DefaultNodeFactory;

/** The node "Labeled Image Reader": a set of labelled images as a table. */
public final class LabeledImageReaderNodeFactory extends DefaultNodeFactory {

    private static final DefaultNode NODE = DefaultNode.create()
            .name("Labeled Image Reader")
            .icon("labeled-image-reader.png")
            .shortDescription("Reads a set of labelled images: class folders, a CSV listing, or IDX files.")
            .fullDescription(
                    """
                    <p>
                    Reads images together with their classes and gives a table with one row an image, ready for the
                    <i>Joint Diffusion Learner</i>. Three layouts are understood:
                    </p>
                    <ul>
                    <li><b>Class folders</b>: a folder with one folder of images for each class. The name of that
                    folder is the label.</li>
                    <li><b>CSV listing</b>: a CSV file with a column of file names, relative to the CSV file, and a
                    column of labels. A row with an empty label gives an image without a label.</li>
                    <li><b>IDX files</b>: a pair of files, packed with gzip or not, as MNIST and Fashion-MNIST come.
                    </li>
                    </ul>
                    <p>
                    PNG, JPEG, GIF, BMP, TIFF and PNM files are read. Files are listed in the natural order of their
                    names ("2" before "10"), so that every execution gives the same table. Grey images stay grey, all
                    others become RGB; transparent parts are put on white.
                    </p>
                    <p>
                    <b>Missing values.</b> A file that is damaged, cut short, too large or no image at all gives a row
                    with a missing image, whose reason is shown with the missing cell. The node then warns once, with
                    the number of such rows. An image without a label has a missing label; the learner uses it as an
                    unlabelled image.
                    </p>
                    """)
            .sinceVersion(5, 8, 0)
            .ports(ports -> ports.addOutputTable(
                    "Labelled images", "One row an image: the image (PNG), its label, and the name of its file."))
            .model(model -> model.parametersClass(LabeledImageReaderParameters.class)
                    .configure((input, output) ->
                            output.setOutSpec(0, LabeledImageReading.configure(input.getParameters())))
                    .execute(LabeledImageReading::execute))
            .nodeType(NodeType.Source)
            .keywords("image", "picture", "label", "class", "folder", "csv", "mnist", "idx", "png", "jpeg", "reader");

    /** Called by KNIME. */
    public LabeledImageReaderNodeFactory() {
        super(NODE);
    }
}
