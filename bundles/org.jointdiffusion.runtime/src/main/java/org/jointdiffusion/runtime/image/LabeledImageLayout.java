package org.jointdiffusion.runtime.image;

/** How labelled images lie on disk. */
public enum LabeledImageLayout {
    /** A folder with one folder of images for each class, named after the class. */
    CLASS_FOLDERS,
    /** A CSV file with a column of file names, relative to the CSV file's folder, and a column of labels. */
    CSV_FILE,
    /** A pair of IDX files, perhaps packed with gzip, as MNIST and Fashion-MNIST come. */
    IDX_FILES
}
