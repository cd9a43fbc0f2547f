package org.jointdiffusion.nodes.settings;

import org.jointdiffusion.runtime.image.ImageLimits;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.util.CheckUtils;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.widget.number.NumberInputWidget;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsPositiveIntegerValidation;

/**
 * The settings of every node that reads image files: how large a file may be before it is refused.
 *
 * <p>Fields of this type need {@code @Layout(DialogSections.Limits.class)}: KNIME would ignore it at this class, since
 * the layout of the class with the field comes first.
 */
public final class ImageLimitParameters implements NodeParameters {

    private static final int MILLION = 1_000_000;

    private static final int MEBIBYTE = 1 << 20;

    @Widget(
            title = "Longest side (pixels)",
            description = "Images that are wider or higher are not read, since a damaged or hostile file may claim any "
                    + "size.")
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class)
    int m_longestSide = ImageLimits.DEFAULT.maximumSide();

    @Widget(
            title = "Largest image (million pixels)",
            description = "Images with more pixels are not read: at most 700. While an image is read it takes about "
                    + "12 bytes of memory a pixel.")
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class)
    int m_megapixels = (int) (ImageLimits.DEFAULT.maximumPixels() / MILLION);

    @Widget(title = "Largest file (MiB)", description = "Larger image files are not read: at most 2047.")
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class)
    int m_mebibytes = (int) (ImageLimits.DEFAULT.maximumBytes() / MEBIBYTE);

    /** The limits in the words of the runtime. */
    public ImageLimits limits() {
        return new ImageLimits(m_longestSide, (long) m_megapixels * MILLION, (long) m_mebibytes * MEBIBYTE);
    }

    @Override
    public void validate() throws InvalidSettingsException {
        CheckUtils.checkSetting(
                m_longestSide >= 1,
                "The longest side of an image is %s pixels. Enter a number of at least 1.",
                m_longestSide);
        CheckUtils.checkSetting(
                m_megapixels >= 1 && m_megapixels <= ImageLimits.MOST_PIXELS / MILLION,
                "The largest image has %s million pixels. Enter a number from 1 to 700.",
                m_megapixels);
        CheckUtils.checkSetting(
                m_mebibytes >= 1 && m_mebibytes <= ImageLimits.MOST_BYTES / MEBIBYTE,
                "The largest image file has %s MiB. Enter a number from 1 to 2047.",
                m_mebibytes);
    }
}
