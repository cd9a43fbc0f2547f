package org.jointdiffusion.runtime.image;

import java.util.Comparator;

/** Orders names as people do: "image 2" before "image 10", upper and lower case together. */
enum NaturalOrder implements Comparator<String> {
    INSTANCE;

    @Override
    public int compare(final String first, final String second) {
        int i = 0;
        int j = 0;
        while (i < first.length() && j < second.length()) {
            final int endOfFirst = endOfPart(first, i);
            final int endOfSecond = endOfPart(second, j);
            final int order = compareParts(first.substring(i, endOfFirst), second.substring(j, endOfSecond));
            if (order != 0) {
                return order;
            }
            i = endOfFirst;
            j = endOfSecond;
        }
        final int rest = Integer.compare(first.length() - i, second.length() - j);
        // names that differ only in case or in leading zeros still have one order
        return rest != 0 ? rest : first.compareTo(second);
    }

    /** The end of a run of digits, or of a single other character. */
    private static int endOfPart(final String name, final int start) {
        int end = start + 1;
        if (isDigit(name.charAt(start))) {
            while (end < name.length() && isDigit(name.charAt(end))) {
                end++;
            }
        }
        return end;
    }

    private static int compareParts(final String first, final String second) {
        if (isDigit(first.charAt(0)) && isDigit(second.charAt(0))) {
            final String a = first.replaceFirst("^0+(?=.)", "");
            final String b = second.replaceFirst("^0+(?=.)", "");
            return a.length() != b.length() ? Integer.compare(a.length(), b.length()) : a.compareTo(b);
        }
        return first.compareToIgnoreCase(second);
    }

    private static boolean isDigit(final char character) {
        return character >= '0' && character <= '9';
    }
}
