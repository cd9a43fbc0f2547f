package org.jointdiffusion.embedded.core;

import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLConnection;
import java.net.URLDecoder;
import java.net.URLStreamHandler;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;

/** Understands URLs such as "knime://knime.workflow/data" and "knime://LOCAL/Examples". */
public final class KnimeUrls {
    private static final String PREFIX = "knime://";

    private KnimeUrls() {}

    /** Tells whether the text starts like a KNIME URL. */
    public static boolean isKnimeUrl(final String text) {
        return text.toLowerCase(Locale.ROOT).startsWith(PREFIX);
    }

    /** Parses a KNIME URL without registering its protocol for the whole JVM. */
    public static URL parse(final String text) throws MalformedURLException {
        return new URL(null, text.replace(" ", "%20"), new Handler());
    }

    /** Returns the path; an {@link IOException} when no workflow is executed, or when the path leaves it. */
    public static Path resolve(final URL url) throws IOException {
        final Path workflow = RunningWorkflow.directory()
                .orElseThrow(() -> new IOException("No workflow is executed to which " + url + " could be relative."));
        final String path = URLDecoder.decode(url.getPath().replace("+", "%2B"), StandardCharsets.UTF_8);
        final String relative = path.replaceFirst("^/+", "");
        final Path root =
                switch (url.getHost().toLowerCase(Locale.ROOT)) {
                    case "knime.workflow" -> workflow;
                    case "knime.mountpoint", "local" -> workflow.getParent();
                    default -> throw new IOException("The embedded host does not know " + url.getHost() + ": " + url);
                };
        final Path resolved = root.resolve(relative).normalize();
        if (!resolved.startsWith(root)) {
            throw new IOException("Leaving the workflow is not allowed: " + url);
        }
        return resolved;
    }

    private static final class Handler extends URLStreamHandler {
        @Override
        protected URLConnection openConnection(final URL url) throws IOException {
            return resolve(url).toUri().toURL().openConnection();
        }
    }
}
