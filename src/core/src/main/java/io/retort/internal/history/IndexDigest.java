package io.retort.internal.history;

import io.retort.internal.text.EscapedText;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The summary of an index of revisions, which is sufficient for a start with nothing pending. It contains the summary
 * of the history, and data to check that the index is up to date.
 *
 * @param summary the summary of all revisions in the jar
 * @param places where they are: a folder and a file extension each, for example {@code db/revisions/*.class}
 * @param files the number of files in the index
 * @param sum the sum of the files' {@linkplain #mark marks}
 */
public record IndexDigest(HistorySummary summary, List<String> places, int files, long sum) {

    private static final int FIELDS = 7;

    public IndexDigest {
        places = List.copyOf(places);
    }

    /**
     * Returns the contribution of one file to the sum. Other files, or changed ones, result in a different sum.
     *
     * @param path the path in the jar
     * @param checksum the CRC-32 of the file
     */
    public static long mark(String path, long checksum) {
        return (path.hashCode() * 0x1_0000_01B3L ^ checksum) * 0x9E37_79B9_7F4A_7C15L;
    }

    /**
     * Returns whether all revisions are in searched places.
     *
     * @param searched folders and file extensions, for example {@code db/revisions/*.class}
     */
    public boolean isWithin(List<String> searched) {
        for (String place : places) {
            if (!isWithin(place, searched)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isWithin(String place, List<String> searched) {
        for (String one : searched) {
            int star = one.lastIndexOf('*');
            if (place.startsWith(one.substring(0, star)) && place.endsWith(one.substring(star + 1))) {
                return true;
            }
        }
        return false;
    }

    String line() {
        return String.join(
                "\t",
                summary.head(),
                EscapedText.of(summary.message()),
                String.join(",", places),
                Integer.toString(files),
                Long.toHexString(sum),
                String.join(",", summary.ids()),
                String.join(",", summary.squashes()));
    }

    static @Nullable IndexDigest parse(String line) {
        String[] fields = line.split("\t", -1);
        if (fields.length != FIELDS) {
            return null;
        }
        HistorySummary summary = new HistorySummary(
                fields[0],
                EscapedText.plain(fields[1]),
                List.of(fields[5].split(",")),
                fields[6].isEmpty() ? List.of() : List.of(fields[6].split(",")));
        try {
            return new IndexDigest(
                    summary,
                    List.of(fields[2].split(",")),
                    Integer.parseInt(fields[3]),
                    Long.parseUnsignedLong(fields[4], 16));
        } catch (NumberFormatException broken) {
            return null;
        }
    }
}
