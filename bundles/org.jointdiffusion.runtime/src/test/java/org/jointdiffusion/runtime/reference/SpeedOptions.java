package org.jointdiffusion.runtime.reference;

import java.io.IOException;
import java.util.List;

/**
 * The options of {@code ./bench speed}.
 *
 * @param threads the threads of one computation on both sides, 1 or 2
 * @param only the names of the figures to measure; empty means all
 */
record SpeedOptions(int threads, List<String> only) {

    /**
     * Understands the options.
     *
     * @throws IOException with a message for the user
     */
    static SpeedOptions parse(final List<String> arguments) throws IOException {
        int threads = 2;
        List<String> only = List.of();
        for (int index = 0; index < arguments.size(); index += 2) {
            final String option = arguments.get(index);
            if (index + 1 == arguments.size()) {
                throw new IOException("The option \"" + option + "\" needs a value, or is unknown. The options of"
                        + " \"speed\" are --threads 1 or 2 and --only NAME,...");
            }
            final String value = arguments.get(index + 1);
            switch (option) {
                case "--threads" -> threads = threads(value);
                case "--only" -> only = List.of(value.split(","));
                default ->
                    throw new IOException("The group \"speed\" has no option \"" + option
                            + "\". Its options are --threads 1 or 2 and --only NAME,...");
            }
        }
        return new SpeedOptions(threads, only);
    }

    /**
     * The names to measure, in their order.
     *
     * @throws IOException when a chosen name is none of them
     */
    List<String> chosen(final List<String> names) throws IOException {
        for (final String name : only) {
            if (!names.contains(name)) {
                throw new IOException("There is no figure \"" + name + "\". The figures to choose from are: "
                        + String.join(", ", names) + ".");
            }
        }
        return only.isEmpty() ? names : names.stream().filter(only::contains).toList();
    }

    private static int threads(final String value) throws IOException {
        if (!value.equals("1") && !value.equals("2")) {
            throw new IOException("The number of threads must be 1 or 2, not \"" + value + "\".");
        }
        return Integer.parseInt(value);
    }
}
