package org.jointdiffusion.spark;

/**
 * What is computed from where to where. All places are paths or addresses as Spark takes them.
 *
 * @param model the model file
 * @param images a folder, or a text file with a path in each line
 * @param result the folder of the result table, which must not be there yet
 * @param format how the result is stored
 * @param rowsPerBlock how many rows are computed at once, at least 1; blocks are the same on every cluster
 */
record JobRequest(String model, String images, String result, ResultFormat format, int rowsPerBlock) {}
