package org.jointdiffusion.runtime.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A Java process of its own with the classes of the tests: for what only a fresh process can show. */
public final class ChildProcess {

    private ChildProcess() {}

    /**
     * Runs the main method of a class and waits for its end.
     *
     * @param log where everything goes that it says
     * @param options of its virtual machine, such as {@code -Dname=value}
     * @return its exit code
     */
    public static int run(final Class<?> main, final Path log, final List<String> options, final String... arguments)
            throws IOException, InterruptedException {
        final List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-cp");
        command.add(System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")));
        final String natives = System.getProperty("DJL_CACHE_DIR");
        if (natives != null) {
            command.add("-DDJL_CACHE_DIR=" + natives);
        }
        command.addAll(options);
        command.add(main.getName());
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start()
                .waitFor();
    }

    /** What a process has said. */
    public static String said(final Path log) {
        try {
            return Files.readString(log);
        } catch (final IOException exception) {
            throw new AssertionError(exception);
        }
    }
}
