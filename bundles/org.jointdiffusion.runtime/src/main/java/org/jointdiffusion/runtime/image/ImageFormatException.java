package org.jointdiffusion.runtime.image;

import java.io.IOException;

/** Says why a file is no image that can be used: the format, what is wrong, and what to do. */
public final class ImageFormatException extends IOException {

    private static final long serialVersionUID = 1L;

    /** A message of full sentences for the user. */
    public ImageFormatException(final String message) {
        super(message);
    }

    /** A message of full sentences for the user, with its cause. */
    public ImageFormatException(final String message, final Throwable cause) {
        super(message, cause);
    }
}
