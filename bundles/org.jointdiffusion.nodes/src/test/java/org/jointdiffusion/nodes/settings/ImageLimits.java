package org.jointdiffusion.nodes.settings;

/** Makes settings of image limits for tests of other packages. */
public final class ImageLimits {

    private ImageLimits() {}

    public static ImageLimitParameters of(final int longestSide, final int megapixels, final int mebibytes) {
        final ImageLimitParameters parameters = new ImageLimitParameters();
        parameters.m_longestSide = longestSide;
        parameters.m_megapixels = megapixels;
        parameters.m_mebibytes = mebibytes;
        return parameters;
    }
}
