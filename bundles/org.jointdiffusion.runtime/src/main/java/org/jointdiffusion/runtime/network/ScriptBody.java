package org.jointdiffusion.runtime.network;

import java.util.Locale;

/** The text of one method of a TorchScript program, under construction; every value gets a name of its own. */
final class ScriptBody {

    private final StringBuilder text = new StringBuilder();
    private int values;

    /** Adds a line {@code name = expression} and gives the name. */
    String let(final String expression, final Object... arguments) {
        final String name = "v" + values++;
        line(name + " = " + String.format(Locale.ROOT, expression, arguments));
        return name;
    }

    /** Adds a line. */
    void line(final String line) {
        text.append("    ").append(line).append('\n');
    }

    /** The lines so far, each with its line end. */
    @Override
    public String toString() {
        return text.toString();
    }
}
