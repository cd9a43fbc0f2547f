package org.jointdiffusion.nodes.catalogue;

import java.util.Arrays;
import java.util.stream.Collectors;

/** Turns the HTML of node descriptions, which knows p, ul, li, b, i and tt, into Markdown. */
final class MarkdownText {

    /** Leaves room to indent the lines of a list. */
    private static final int WIDTH = 118;

    private MarkdownText() {}

    /** Paragraphs with an empty line between them, each wrapped to lines of at most 120 characters. */
    static String paragraphs(final String html) {
        return Arrays.stream(html.replaceAll("<li>", "<li>* ").split("</?(p|ul|li)>"))
                .map(MarkdownText::line)
                .filter(text -> !text.isEmpty())
                .map(text -> text.startsWith("* ") ? wrapped(text).replace("\n", "\n  ") : wrapped(text))
                .collect(Collectors.joining("\n\n"))
                .replaceAll("\n\n\\* ", "\n* ");
    }

    /** One line. */
    static String line(final String html) {
        return html.replaceAll("\\s+", " ")
                .replaceAll("</?b>", "**")
                .replaceAll("</?i>", "*")
                .replaceAll("</?tt>", "`")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&amp;", "&")
                .strip();
    }

    /** One line that may stand in a cell of a table. */
    static String cell(final String html) {
        return line(html).replace("|", "\\|");
    }

    private static String wrapped(final String text) {
        final StringBuilder lines = new StringBuilder();
        int width = 0;
        for (final String word : text.split(" ")) {
            if (width > 0 && width + 1 + word.length() > WIDTH) {
                lines.append('\n');
                width = 0;
            } else if (width > 0) {
                lines.append(' ');
                width++;
            }
            lines.append(word);
            width += word.length();
        }
        return lines.toString();
    }
}
