package org.jointdiffusion.runtime.testing;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.SplittableRandom;

/** Damages files at random: the same seed makes the same damage. */
public final class Mutation {

    /** Numbers that counts, lengths and offsets lie with. */
    private static final int[] LIES = {
        0, 1, -1, 0x7f, 0x80, 0xff, 0x7fff, 0xffff, 0x10000, 0x7fff_ffff, 0x8000_0000, 0x7fff_0000, 0x00ff_ffff
    };

    private static final String SYNTAX = "0123456789,:{}[]\"\\-.eE \n";

    private Mutation() {}

    /** A damaged copy, with one to four changes. */
    public static byte[] of(final byte[] file, final long seed) {
        final SplittableRandom random = new SplittableRandom(seed);
        byte[] changed = file.clone();
        for (int changes = random.nextInt(1, 5); changes > 0 && changed.length > 8; changes--) {
            changed = changeOnce(changed, random);
        }
        return changed;
    }

    private static byte[] changeOnce(final byte[] file, final SplittableRandom random) {
        // the header decides most, so half of the changes go there
        final int range = random.nextBoolean() ? Math.min(96, file.length) : file.length;
        final int position = random.nextInt(range);
        final int other = random.nextInt(file.length);
        final int length = Math.min(random.nextInt(1, 64), file.length - Math.max(position, other));
        switch (random.nextInt(9)) {
            case 0 -> file[position] ^= (byte) (1 << random.nextInt(8));
            case 1 -> file[position] = (byte) random.nextInt(256);
            case 2 -> file[position] = (byte) SYNTAX.charAt(random.nextInt(SYNTAX.length()));
            case 3 -> lie(file, Math.min(position, file.length - 4), random);
            case 4 -> System.arraycopy(file, other, file, position, length);
            case 5 -> Arrays.fill(file, position, position + length, (byte) random.nextInt(256));
            case 6 -> {
                return Arrays.copyOf(file, random.nextInt(file.length));
            }
            case 7 -> {
                return joined(file, position, other, length);
            }
            default -> {
                return joined(file, position, position + length, file.length - position - length);
            }
        }
        return file;
    }

    private static void lie(final byte[] file, final int position, final SplittableRandom random) {
        final ByteOrder order = random.nextBoolean() ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
        final ByteBuffer bytes = ByteBuffer.wrap(file).order(order);
        final int value = LIES[random.nextInt(LIES.length)];
        if (random.nextBoolean()) {
            bytes.putInt(position, value);
        } else {
            bytes.putShort(position, (short) value);
        }
    }

    /** The file up to a position, a part of it again or the rest behind a gap, and for a part what follows. */
    private static byte[] joined(final byte[] file, final int position, final int from, final int length) {
        final byte[] part = Arrays.copyOfRange(file, from, from + length);
        final byte[] rest =
                from + length == file.length ? new byte[0] : Arrays.copyOfRange(file, position, file.length);
        return ByteBuffer.allocate(position + part.length + rest.length)
                .put(file, 0, position)
                .put(part)
                .put(rest)
                .array();
    }
}
