package org.jointdiffusion.nodes.port;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.swing.ImageIcon;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import org.jointdiffusion.nodes.testing.TestImages;
import org.jointdiffusion.nodes.testing.TestModels;
import org.jointdiffusion.runtime.image.ImageShape;
import org.jointdiffusion.runtime.image.PixelImage;
import org.jointdiffusion.runtime.model.ModelSamples;
import org.junit.jupiter.api.Test;

class ModelSamplesViewTests {

    private static List<JLabel> labels(final JComponent view) {
        final JPanel panel = (JPanel) ((JScrollPane) view).getViewport().getView();
        return Arrays.stream(panel.getComponents()).map(JLabel.class::cast).toList();
    }

    private static BufferedImage icon(final JLabel label) {
        return (BufferedImage) ((ImageIcon) label.getIcon()).getImage();
    }

    @Test
    void portShowsWhatTheModelDraws() {
        final var images = IntStream.range(0, 4)
                .mapToObj(number -> TestImages.picture(number, 8, 8))
                .toList();
        final var port = TestModels.barsAndDots();
        final var views = new JointModelPortObject(
                        port.model().withSamples(ModelSamples.of(images, 2)), TargetType.STRING)
                .getViews();

        assertEquals(
                List.of("Model card", "Samples"),
                Stream.of(views).map(JComponent::getName).toList());
        final List<JLabel> labels = labels(views[1]);
        assertEquals(6, labels.size());
        assertEquals("bar", labels.get(0).getText());
        assertEquals("dot", labels.get(3).getText());
        final BufferedImage first = icon(labels.get(1));
        assertEquals(80, first.getWidth(), "magnified by a whole number");
        for (int i = 0; i < 8; i++) {
            assertEquals(images.get(0).value(0, i, 3), first.getRGB(35, 10 * i) & 0xff, "row " + i);
        }
    }

    @Test
    void coloursAndNamesAreWhatTheyAre() {
        final var image = new PixelImage(new ImageShape(3, 1, 1), new byte[] {(byte) 200, 100, 50});
        final var labels = labels(ModelSamplesView.of(new ModelSamples(1, 1, List.of(image)), List.of("<html>靴")));

        assertEquals(Boolean.TRUE, labels.get(0).getClientProperty("html.disable"));
        assertEquals("<html>靴", labels.get(0).getText());
        assertEquals(0xffc86432, icon(labels.get(1)).getRGB(0, 0));
    }
}
