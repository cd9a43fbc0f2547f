package org.jointdiffusion.runtime.model;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads JSON strictly: no key twice, nothing behind the end, bounded depth and numbers. */
final class Json {

    /** Far more than any model has, and not so many that the values of a hostile header fill the memory. */
    private static final long MOST_TOKENS = 1_000_000;

    /** Makes parsers and generators; holds no state of its own. */
    static final JsonFactory FACTORY = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(16)
                    .maxNumberLength(40)
                    .maxTokenCount(MOST_TOKENS)
                    .build())
            .build();

    private Json() {}

    /**
     * Reads one JSON object.
     *
     * @param what names the text in messages, such as "specification"
     */
    static JsonObject read(final String text, final String what) throws ModelFormatException {
        try (JsonParser parser = FACTORY.createParser(text)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw ModelFormatException.damaged("its " + what + " is not a JSON object");
            }
            final Map<String, Object> members = object(parser);
            if (parser.nextToken() != null) {
                throw ModelFormatException.damaged("there is more behind its " + what);
            }
            return new JsonObject(what, members);
        } catch (final ModelFormatException e) {
            throw e;
        } catch (final JsonProcessingException e) {
            throw ModelFormatException.damaged("its " + what + " is not valid JSON ("
                    + e.getOriginalMessage().replaceAll("[.\\s]+$", "") + ")");
        } catch (final IOException e) {
            throw new IllegalStateException("Reading from memory failed.", e);
        }
    }

    private static Map<String, Object> object(final JsonParser parser) throws IOException {
        final Map<String, Object> members = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            final String key = parser.currentName();
            parser.nextToken();
            members.put(key, value(parser));
        }
        return members;
    }

    private static List<Object> array(final JsonParser parser) throws IOException {
        final List<Object> elements = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            elements.add(value(parser));
        }
        return elements;
    }

    /** Null and truth values have no use here and are refused. */
    private static Object value(final JsonParser parser) throws IOException {
        return switch (parser.currentToken()) {
            case START_OBJECT -> object(parser);
            case START_ARRAY -> array(parser);
            case VALUE_STRING -> parser.getText();
            case VALUE_NUMBER_INT -> parser.getLongValue();
            case VALUE_NUMBER_FLOAT -> parser.getDoubleValue();
            default -> throw ModelFormatException.damaged("it holds the unexpected value " + parser.getText());
        };
    }
}
