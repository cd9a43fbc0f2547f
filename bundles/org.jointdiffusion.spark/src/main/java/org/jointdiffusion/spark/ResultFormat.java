package org.jointdiffusion.spark;

/** How a result table is stored. */
enum ResultFormat {
    /** Parquet, with images as the bytes of PNG files. */
    PARQUET,
    /** CSV with a header line in each file (RFC 4180, UTF-8), with images as PNG files in Base64. */
    CSV
}
