package org.jointdiffusion.runtime.network;

/**
 * A declared parameter as the program's text refers to it.
 *
 * @param index its place in the program's list of unpacked parameters
 */
record Parameter(int index) {

    /** The expression that reads it. */
    @Override
    public String toString() {
        return "P[" + index + "]";
    }
}
