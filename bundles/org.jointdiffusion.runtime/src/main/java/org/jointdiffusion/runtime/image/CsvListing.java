package org.jointdiffusion.runtime.image;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.apache.commons.io.input.BOMInputStream;

/** Image files listed with their labels in a UTF-8 CSV file with a header line; comma, semicolon or tab. */
final class CsvListing implements LabeledImageScanner.Entries {

    private final Path file;

    private final CSVFormat format;

    private final int fileColumn;

    private final int labelColumn;

    private final ImageLimits limits;

    private CsvListing(
            final Path file,
            final CSVFormat format,
            final int fileColumn,
            final int labelColumn,
            final ImageLimits limits) {
        this.file = file;
        this.format = format;
        this.fileColumn = fileColumn;
        this.labelColumn = labelColumn;
        this.limits = limits;
    }

    static CsvListing open(final LabeledImageSource source) throws IOException {
        final Path file = source.location();
        if (!Files.isRegularFile(file)) {
            throw new IOException("\"" + file + "\" is not a file. Choose the CSV file that lists the images.");
        }
        final CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setDelimiter(delimiter(file))
                .setIgnoreEmptyLines(true)
                .setIgnoreSurroundingSpaces(true)
                .get();
        final List<String> header = header(file, format);
        if (header.size() < 2) {
            throw new IOException("The CSV file \"" + file + "\" needs a header line with a column of file names and a"
                    + " column of labels, separated by commas, semicolons or tabs.");
        }
        final int fileColumn = column(file, header, source.fileColumn(), 0);
        final int labelColumn = column(file, header, source.labelColumn(), fileColumn == 1 ? 0 : 1);
        return new CsvListing(file, format, fileColumn, labelColumn, source.limits());
    }

    @Override
    public long count() throws IOException {
        final long[] count = {0};
        forEachRecord(record -> count[0]++);
        return count[0];
    }

    @Override
    public void forEach(final Consumer<LabeledImage> consumer) throws IOException {
        final Map<String, Integer> uses = new HashMap<>();
        forEachRecord(record -> {
            final String path = cell(record, fileColumn);
            final String label = cell(record, labelColumn);
            // the same file may be listed twice, but names are unique
            final int use = uses.merge(path, 1, Integer::sum);
            consumer.accept(entry(
                    use == 1 ? path : path + " (" + use + ")",
                    path,
                    label.isEmpty() ? Optional.empty() : Optional.of(label),
                    record.getRecordNumber()));
        });
    }

    private LabeledImage entry(final String name, final String path, final Optional<String> label, final long record) {
        if (path.isEmpty()) {
            return LabeledImage.problem(
                    "(entry " + (record - 1) + ")",
                    label,
                    "Entry " + (record - 1) + " of the CSV file names no image file. Complete or remove it.");
        }
        try {
            return LabeledImageScanner.readFile(name, label, file.resolveSibling(path.replace('\\', '/')), limits);
        } catch (final InvalidPathException e) {
            return LabeledImage.problem(name, label, "The file name is not valid here. Correct it in the CSV file.");
        }
    }

    private void forEachRecord(final Consumer<CSVRecord> consumer) throws IOException {
        try (RecordReader reader = new RecordReader(reader(file));
                CSVParser parser = CSVParser.parse(reader, format)) {
            boolean first = true;
            for (final CSVRecord record : parser) {
                reader.beginRecord();
                if (!first) {
                    consumer.accept(record);
                }
                first = false;
            }
        } catch (final UncheckedIOException | IllegalStateException e) {
            throw unreadable(file, e);
        }
    }

    private static List<String> header(final Path file, final CSVFormat format) throws IOException {
        try (CSVParser parser = CSVParser.parse(new RecordReader(reader(file)), format)) {
            return parser.stream().findFirst().map(CSVRecord::toList).orElse(List.of());
        } catch (final UncheckedIOException | IllegalStateException e) {
            throw unreadable(file, e);
        }
    }

    private static int column(
            final Path file, final List<String> header, final Optional<String> name, final int otherwise)
            throws IOException {
        final int column = name.map(header::indexOf).orElse(otherwise);
        if (column < 0) {
            throw new IOException("The CSV file \"" + file + "\" has no column \"" + name.orElseThrow()
                    + "\". Its columns are: " + String.join(", ", header) + ".");
        }
        return column;
    }

    private static char delimiter(final Path file) throws IOException {
        final char[] start = new char[4096];
        final int length;
        try (Reader reader = reader(file)) {
            length = Math.max(0, reader.read(start));
        } catch (final CharacterCodingException e) {
            throw unreadable(file, e);
        }
        final String line = new String(start, 0, length).lines().findFirst().orElse("");
        char best = ',';
        for (final char candidate : new char[] {';', '\t'}) {
            if (count(line, candidate) > count(line, best)) {
                best = candidate;
            }
        }
        return best;
    }

    private static long count(final String line, final char character) {
        return line.chars().filter(c -> c == character).count();
    }

    private static String cell(final CSVRecord record, final int column) {
        return column < record.size() ? record.get(column) : "";
    }

    private static Reader reader(final Path file) throws IOException {
        // a decoder of its own reports other encodings instead of replacing characters
        return new InputStreamReader(BOMInputStream.builder().setPath(file).get(), StandardCharsets.UTF_8.newDecoder());
    }

    private static IOException unreadable(final Path file, final Exception cause) {
        return new IOException(
                "The CSV file \"" + file + "\" cannot be read as UTF-8 text with quoted cells. Save it"
                        + " again as a CSV file in UTF-8.",
                cause);
    }
}
