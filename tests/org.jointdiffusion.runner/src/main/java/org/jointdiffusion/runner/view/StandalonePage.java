package org.jointdiffusion.runner.view;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.Base64;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Puts the page of a view, its style sheets, its scripts and its data into one HTML file that any browser opens.
 *
 * <p>A browser loads no modules from files beside a page that is itself a file. So each module becomes a data address,
 * and an import map tells the others its name.
 */
public final class StandalonePage {

    private static final Pattern STYLE = Pattern.compile("<link rel=\"stylesheet\" href=\"([^\"]+)\">");
    private static final Pattern SCRIPT = Pattern.compile("<script type=\"module\" src=\"([^\"]+)\"></script>");
    private static final Pattern IMPORT = Pattern.compile("from \"(\\.\\.?/[\\w./-]+\\.js)\"");

    /** The names under which the modules know each other. */
    private static final String PREFIX = "view/";

    private final Gson m_gson = new GsonBuilder().disableHtmlEscaping().create();
    private final UnaryOperator<String> m_files;

    private StandalonePage(final UnaryOperator<String> files) {
        m_files = files;
    }

    /**
     * The page as one file.
     *
     * @param page the path of the page; it may have style sheets and one module, which imports others by their paths
     * @param files gives the text of a file by its path
     * @param data what the page finds as the text of the element "embedded-data", in JSON
     */
    public static String of(final String page, final UnaryOperator<String> files, final String data) {
        final StandalonePage standalone = new StandalonePage(files);
        final String styled =
                replace(STYLE, files.apply(page), found -> "<style>\n" + files.apply(found.group(1)) + "</style>");
        return replace(SCRIPT, styled, found -> standalone.scripts(found.group(1), data));
    }

    private String scripts(final String main, final String data) {
        return "<script type=\"importmap\">" + m_gson.toJson(Map.of("imports", modules(main))) + "</script>\n"
                // a "<" in a text could end the element
                + "<script type=\"application/json\" id=\"embedded-data\">" + data.replace("<", "\\u003c")
                + "</script>\n"
                + "<script type=\"module\">import \"" + PREFIX + main + "\";</script>";
    }

    /** The names and data addresses of a module and of all that it needs. */
    private Map<String, String> modules(final String main) {
        final Map<String, String> modules = new LinkedHashMap<>();
        final Deque<String> open = new ArrayDeque<>();
        open.add(main);
        while (!open.isEmpty()) {
            final String path = open.remove();
            if (!modules.containsKey(PREFIX + path)) {
                final String text = replace(IMPORT, m_files.apply(path), found -> {
                    final String imported =
                            URI.create(path).resolve(found.group(1)).getPath();
                    open.add(imported);
                    return "from \"" + PREFIX + imported + "\"";
                });
                modules.put(
                        PREFIX + path,
                        "data:text/javascript;charset=utf-8;base64,"
                                + Base64.getEncoder().encodeToString(text.getBytes(UTF_8)));
            }
        }
        return modules;
    }

    private interface Replacement {
        String of(MatchResult found);
    }

    private static String replace(final Pattern pattern, final String text, final Replacement replacement) {
        return pattern.matcher(text).replaceAll(result -> Matcher.quoteReplacement(replacement.of(result)));
    }
}
