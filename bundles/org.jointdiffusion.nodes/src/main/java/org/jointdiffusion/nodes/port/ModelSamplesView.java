package org.jointdiffusion.nodes.port;

import java.awt.GridBagConstraints;
import java.awt.GridBagLayout;
import java.awt.Insets;
import java.awt.image.BufferedImage;
import java.util.List;
import javax.swing.ImageIcon;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import org.jointdiffusion.runtime.image.PixelImage;
import org.jointdiffusion.runtime.model.ModelSamples;

/** What a model draws: a row for each class with the images that it drew when it was finished; a view of the port. */
final class ModelSamplesView {

    /** Smaller images are magnified by a whole number up to about this many pixels. */
    private static final int SIDE = 84;

    private ModelSamplesView() {}

    /** The view; its name is the title that KNIME shows. */
    static JComponent of(final ModelSamples samples, final List<String> classNames) {
        final JPanel panel = new JPanel(new GridBagLayout());
        final GridBagConstraints place = new GridBagConstraints();
        place.insets = new Insets(2, 4, 2, 4);
        for (place.gridy = 0; place.gridy < samples.classes(); place.gridy++) {
            place.anchor = GridBagConstraints.LINE_END;
            place.gridx = 0;
            panel.add(label(classNames.get(place.gridy)), place);
            place.anchor = GridBagConstraints.CENTER;
            for (final PixelImage image : samples.ofClass(place.gridy)) {
                place.gridx++;
                panel.add(new JLabel(new ImageIcon(magnified(image))), place);
            }
        }
        final JScrollPane view = new JScrollPane(panel);
        view.setName("Samples");
        return view;
    }

    /** A name as it is: Swing would take one that begins with a tag for a page. */
    private static JLabel label(final String name) {
        final JLabel label = new JLabel();
        label.putClientProperty("html.disable", Boolean.TRUE);
        label.setText(name);
        return label;
    }

    private static BufferedImage magnified(final PixelImage image) {
        final int height = image.shape().height();
        final int width = image.shape().width();
        final int zoom = Math.max(1, SIDE / Math.max(height, width));
        final BufferedImage magnified = new BufferedImage(width * zoom, height * zoom, BufferedImage.TYPE_INT_RGB);
        for (int row = 0; row < magnified.getHeight(); row++) {
            for (int column = 0; column < magnified.getWidth(); column++) {
                magnified.setRGB(column, row, color(image, row / zoom, column / zoom));
            }
        }
        return magnified;
    }

    private static int color(final PixelImage image, final int row, final int column) {
        final int last = image.shape().channels() - 1;
        return image.value(0, row, column) << 16
                | image.value(Math.min(1, last), row, column) << 8
                | image.value(last, row, column);
    }
}
