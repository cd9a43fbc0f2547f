package org.jointdiffusion.runtime.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SpecificationJsonTests {

    private static final String TEXT = SpecificationJson.write(TestModels.SPECIFICATION);

    @Test
    void aSpecificationComesBackAsItWas() throws IOException {
        assertEquals(TestModels.SPECIFICATION, SpecificationJson.read(TEXT));
    }

    /** A snapshot: released files must stay readable. */
    @Test
    void theTextOfVersionOneStaysAsItIs() {
        assertEquals(
                "{\"formatVersion\":1,\"network\":{\"imageChannels\":1,\"imageHeight\":8,\"imageWidth\":8,"
                        + "\"classes\":3,\"channels\":8,"
                        + "\"multipliers\":[1,2],\"residualBlocks\":1,\"attentionSizes\":[2],"
                        + "\"heads\":2,\"patch\":2,\"dropout\":0.1,\"headDropout\":0.25},"
                        + "\"schedule\":{\"kind\":\"cosine\",\"timesteps\":500},\"targetName\":\"Kleidung\","
                        + "\"classNames\":[\"Schürze\",\"T-shirt/top \\\"A\\\"\",\"班\\n\"]}",
                TEXT);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '\'',
            value = {
                "'\"formatVersion\":1', '\"formatVersion\":2', 'Update the extension.'",
                "'\"formatVersion\":1', '\"version\":1', 'no whole number \"formatVersion\"'",
                "'\"classes\":3', '\"classes\":4', '4 classes, but there are 3 class names'",
                "'\"channels\":8', '\"channels\":7', 'must be even'",
                "'\"channels\":8', '\"channels\":8.5', 'no whole number \"channels\"'",
                "'\"channels\":8', '\"channels\":80000000000', 'out of range'",
                "'\"cosine\"', '\"sigmoid\"', 'the noise schedule \"sigmoid\" is unknown'",
                "'\"timesteps\":500', '\"timesteps\":1', '2 to 100,000 timesteps'",
                "'\"heads\":2', '\"heads\":2,\"tails\":2', 'unknown entry \"tails\"'",
                "'[1,2]', '[1,\"2\"]', 'not a list of whole numbers'",
                "'[1,2]', '[1,null]', 'unexpected value null'",
                "'\"Kleidung\"', 'true', 'unexpected value true'",
                "'Schürze', '班\\n', 'Two classes have the same name.'",
                "'\"dropout\":0.1', '\"dropout\":1.0', 'must be in [0, 1)'",
                "'\"dropout\":0.1', '\"dropout\":NaN', 'not valid JSON'",
            })
    void whatIsNoSpecificationIsRefused(final String from, final String to, final String message) {
        assertTrue(TEXT.contains(from), from);
        final ModelFormatException exception =
                assertThrows(ModelFormatException.class, () -> SpecificationJson.read(TEXT.replace(from, to)));
        assertTrue(exception.getMessage().contains(message), exception.getMessage());
    }

    @Test
    void otherTextIsRefused() {
        for (final String text : new String[] {"", "[]", "{", "null", "{}", TEXT + "{}", TEXT + "]", "{\"a\" 1}"}) {
            assertThrows(ModelFormatException.class, () -> SpecificationJson.read(text), text);
        }
    }
}
