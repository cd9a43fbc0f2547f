package org.jointdiffusion.runtime.image;

import java.util.Arrays;
import java.util.Optional;

/** The image file formats that can be read, recognised by how a file begins and never by its name. */
enum ImageFileFormat {
    PNG(0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'),
    JPEG(0xff, 0xd8, 0xff),
    GIF('G', 'I', 'F', '8'),
    BMP('B', 'M'),
    TIFF_LITTLE_ENDIAN('I', 'I', '*', 0),
    TIFF_BIG_ENDIAN('M', 'M', 0, '*'),
    /** Portable anymap: PBM, PGM, PPM or PAM; "P", then a digit from 1 to 7. */
    PNM('P');

    private final int[] signature;

    ImageFileFormat(final int... signature) {
        this.signature = signature;
    }

    /** The format of the file, or nothing when it is none that can be read. */
    static Optional<ImageFileFormat> recognise(final byte[] file) {
        return Arrays.stream(values()).filter(format -> format.begins(file)).findFirst();
    }

    /** The name that users know, such as "TIFF". */
    String title() {
        return switch (this) {
            case TIFF_LITTLE_ENDIAN, TIFF_BIG_ENDIAN -> "TIFF";
            default -> name();
        };
    }

    private boolean begins(final byte[] file) {
        if (file.length < signature.length) {
            return false;
        }
        for (int i = 0; i < signature.length; i++) {
            if ((file[i] & 0xff) != signature[i]) {
                return false;
            }
        }
        return this != PNM || file.length > 1 && file[1] >= '1' && file[1] <= '7';
    }
}
