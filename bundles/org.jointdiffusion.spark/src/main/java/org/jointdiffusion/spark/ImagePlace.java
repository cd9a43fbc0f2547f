package org.jointdiffusion.spark;

import java.io.Serializable;
import java.net.URI;

/**
 * Where the image of a row is.
 *
 * @param name the name of the row: the path within the folder, or the line of the list
 * @param place the address of the file
 */
record ImagePlace(String name, URI place) implements Serializable {}
