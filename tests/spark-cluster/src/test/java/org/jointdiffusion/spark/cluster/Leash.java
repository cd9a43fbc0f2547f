package org.jointdiffusion.spark.cluster;

import java.io.IOException;
import java.util.Arrays;

/** Runs the main method of another class in a process that ends with the process that started it, however that ends. */
public final class Leash {

    private Leash() {}

    /** The first argument names the class, the others are its own. */
    public static void main(final String[] arguments) throws ReflectiveOperationException {
        final Thread watch = new Thread(Leash::endWithTheInput, "leash");
        watch.setDaemon(true);
        watch.start();
        final String[] rest = Arrays.copyOfRange(arguments, 1, arguments.length);
        Class.forName(arguments[0]).getMethod("main", String[].class).invoke(null, (Object) rest);
    }

    /** The input is a pipe, whose other end the system closes when the starting process is gone. */
    private static void endWithTheInput() {
        try {
            while (System.in.read() >= 0) {
                // nobody writes
            }
        } catch (final IOException exception) {
            // as good as its end
        }
        Runtime.getRuntime().halt(1);
    }
}
