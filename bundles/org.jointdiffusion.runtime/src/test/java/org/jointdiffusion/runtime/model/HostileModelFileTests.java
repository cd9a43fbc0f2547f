package org.jointdiffusion.runtime.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is not exactly a model is refused with a {@link ModelFormatException} that says why. */
final class HostileModelFileTests {

    private byte[] file;
    private String header;
    private byte[] data;

    @BeforeEach
    void makeFile() throws IOException {
        file = TestModels.file();
        header = TestModels.header(file);
        data = TestModels.data(file);
    }

    @Test
    void aFileCutShortAnywhereIsRefused() {
        for (int length = 0; length < file.length; length += length < 200 ? 1 : 97) {
            assertRefused("cut short", Arrays.copyOf(file, length));
        }
        assertRefused("cut short", Arrays.copyOf(file, file.length - 1));
    }

    @Test
    void bytesBehindTheEndAreRefused() {
        assertRefused("there is more behind its last tensor", Arrays.copyOf(file, file.length + 1));
    }

    @Test
    void headersOfImpossibleLengthAreRefusedWithoutReadingThem() {
        for (final long length : new long[] {0, 1, -1, Long.MAX_VALUE, Long.MIN_VALUE, (16L << 20) + 1}) {
            final byte[] changed = file.clone();
            ByteBuffer.wrap(changed).order(ByteOrder.LITTLE_ENDIAN).putLong(length);
            assertRefused("the length of its header is " + length, changed);
        }
        final byte[] longest = file.clone();
        ByteBuffer.wrap(longest).order(ByteOrder.LITTLE_ENDIAN).putLong(16L << 20);
        assertRefused("cut short within its header", longest);
    }

    @Test
    void foreignFilesAreNamedAsSuch() {
        assertRefused(
                "not a model file in the safetensors format",
                "PK\3\4 something else".getBytes(StandardCharsets.US_ASCII));
        assertRefused(
                "The file holds tensors, but no joint diffusion model.",
                TestModels.file("{\"w\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0,4]}}", new byte[4]));
    }

    @Test
    void laterFormatVersionsAskForAnUpdate() {
        assertRefused(
                "The model has format version 2, but this extension reads versions up to 1. Update the extension.",
                changed("format_version\":\"1\"", "format_version\":\"2\""));
        assertRefused("format version 7", changed("\\\"formatVersion\\\":1", "\\\"formatVersion\\\":7"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-3", "one", ""})
    void senselessFormatVersionsAreRefused(final String version) {
        assertRefused("format version", changed("format_version\":\"1\"", "format_version\":\"" + version + "\""));
    }

    @Test
    void alteredContentIsNoticed() {
        assertRefused("altered after it was written", changed("Kleidung", "Kleidunk"));
        assertRefused("altered after it was written", changed("\\\"2500\\\"", "\\\"2501\\\""));
        assertRefused("altered after it was written", changed("\"1.25\"", "\"1.26\""));
        data[100] ^= 1;
        assertRefused("altered after it was written", TestModels.file(header, data));
    }

    @Test
    void weightsThatAreNotFiniteAreRefused() {
        for (final float value : new float[] {Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY}) {
            ByteBuffer.wrap(data).order(ByteOrder.LITTLE_ENDIAN).putFloat(40, value);
            assertRefused("holds values that are not finite", TestModels.file(header, data));
        }
    }

    @Test
    void otherTypesThanFloatAreRefused() {
        assertRefused("has the type F64, but only these can be read: F32, F16, BF16.", changed("F32", "F64"));
        assertRefused("has the type f32", changed("F32", "f32"));
        assertRefused("has no text \"dtype\"", changed("\"dtype\":\"F32\"", "\"dtype\":32"));
    }

    @Test
    void tensorsMustBeThoseOfTheNetwork() {
        assertRefused(
                "its network has no tensor \"Xrst\"",
                TestModels.file(header.replaceFirst("\"[^\"]+\":\\{\"dtype\"", "\"Xrst\":{\"dtype\""), data));
        final String shorter = header.replaceFirst(",\"[^\",]+\":\\{\"dtype\":[^}]*\\}\\} *$", "}");
        final int left = Integer.parseInt(shorter.replaceFirst("(?s).*,(\\d+)\\]\\}\\}$", "$1"));
        assertRefused("is missing", TestModels.file(shorter, Arrays.copyOf(data, left)));
        assertRefused(
                "instead of [",
                TestModels.file(header.replaceFirst("\"shape\":\\[(\\d+),(\\d+),", "\"shape\":[$2,$1,"), data));
    }

    @Test
    void holesOverlapsAndWrongPlacesAreRefused() {
        assertRefused("begins at byte", TestModels.file(shifted(4), data));
        assertRefused("begins at byte", TestModels.file(shifted(-4), data));
        assertRefused(
                "do not agree",
                TestModels.file(header.replaceFirst("\"data_offsets\":\\[0,", "\"data_offsets\":[4,"), data));
        assertRefused(
                "do not agree",
                TestModels.file(header.replaceFirst("\"data_offsets\":\\[0,", "\"data_offsets\":[-4,"), data));
        assertRefused(
                "do not agree",
                TestModels.file(header.replaceFirst("\"data_offsets\":\\[0,", "\"data_offsets\":["), data));
    }

    @Test
    void shapesThatOverflowAreRefused() {
        assertRefused(
                "is too large",
                TestModels.file(header.replaceFirst("\"shape\":\\[\\d+", "\"shape\":[4611686018427387904"), data));
        assertRefused(
                "is not valid JSON",
                TestModels.file(header.replaceFirst("\"shape\":\\[\\d+", "\"shape\":[99999999999999999999"), data));
        assertRefused("do not agree", TestModels.file(header.replaceFirst("\"shape\":\\[\\d+", "\"shape\":[-8"), data));
        assertRefused(
                "is not a list of whole numbers",
                TestModels.file(header.replaceFirst("\"shape\":\\[\\d+", "\"shape\":[8.0"), data));
    }

    @Test
    void hugeNetworksThatAreNotThereTakeNoMemory() {
        assertRefused(
                "more than the 536,870,912 that are supported",
                changed(
                        "\\\"channels\\\":8,\\\"multipliers\\\":[1,2]",
                        "\\\"channels\\\":1024,\\\"multipliers\\\":[64,64]"));
        assertRefused(
                "images of 8 x 1073741824 pixels are too large",
                changed("\\\"imageHeight\\\":8", "\\\"imageHeight\\\":1073741824"));
    }

    @Test
    void keysThatAppearTwiceAreRefused() {
        assertRefused(
                "Duplicate field",
                TestModels.file(header.replaceFirst("\"dtype\":\"F32\"", "\"dtype\":\"F32\",\"dtype\":\"F32\""), data));
        assertRefused("Duplicate field", changed("\\\"patch\\\":2", "\\\"patch\\\":2,\\\"patch\\\":2"));
    }

    @Test
    void deepNestingIsRefused() {
        assertRefused("is not valid JSON", TestModels.file("{\"a\":" + "[".repeat(100_000), data));
    }

    @Test
    void textThatIsNotUtf8IsRefused() {
        final byte[] changed = file.clone();
        changed[30] = (byte) 0xff;
        assertRefused("its header is not text in UTF-8", changed);
    }

    @Test
    void changedBytesGiveAnEqualModelOrAreRefused() throws IOException {
        final JointModel model = TestModels.model();
        int refused = 0;
        for (int seed = 0; seed < 600; seed++) {
            final byte[] changed = mutation(new Random(seed));
            try {
                TestModels.assertEqualModels(model, TestModels.read(changed));
            } catch (final ModelFormatException e) {
                refused++;
                assertTrue(e.getMessage().matches("(?s)(The|Tensor) .*\\."), e.getMessage());
            }
        }
        assertTrue(refused > 500, "refused " + refused);
    }

    private byte[] mutation(final Random random) {
        final int headerEnd = file.length - data.length;
        final int range = random.nextInt(3) > 0 ? headerEnd : file.length;
        final int position = random.nextInt(range);
        final int other = random.nextInt(range);
        final byte[] changed = file.clone();
        switch (random.nextInt(5)) {
            case 0 -> changed[position] ^= (byte) (1 << random.nextInt(8));
            case 1 -> changed[position] = (byte) random.nextInt(256);
            case 2 -> changed[position] = (byte) "0123456789,:{}[]\"".charAt(random.nextInt(17));
            case 3 -> System.arraycopy(file, position, changed, other, Math.min(8, range - Math.max(position, other)));
            default -> {
                return Arrays.copyOfRange(file, 0, position);
            }
        }
        return changed;
    }

    /** The header with the second tensor's place moved, together with all behind it. */
    private String shifted(final int bytes) {
        final Matcher places =
                Pattern.compile("\"data_offsets\":\\[(\\d+),(\\d+)\\]").matcher(header);
        return places.replaceAll(place -> {
            final long begin = Long.parseLong(place.group(1));
            final long end = Long.parseLong(place.group(2));
            final long shift = begin == 0 ? 0 : bytes;
            return "\"data_offsets\":[" + (begin + shift) + "," + (end + shift) + "]";
        });
    }

    private byte[] changed(final String from, final String to) {
        final String replaced = header.replace(from, to);
        assertNotEquals(header, replaced, "nothing was changed");
        return TestModels.file(replaced, data);
    }

    private static void assertRefused(final String part, final byte[] changed) {
        final ModelFormatException exception = assertThrows(ModelFormatException.class, () -> TestModels.read(changed));
        assertTrue(exception.getMessage().contains(part), exception.getMessage());
        assertEquals('.', exception.getMessage().charAt(exception.getMessage().length() - 1));
    }
}
