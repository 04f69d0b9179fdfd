package io.retort.internal.history;

import io.retort.error.FailureLocation;
import io.retort.error.RetortException;
import io.retort.internal.sql.SqlSplitter;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Decodes UTF-8 files. For any other file it reports the kind of file and where it stops being text. */
public final class FileEncoding {

    private static final int ANY = -1;

    /**
     * Kinds of files by their first bytes. UTF-16 without a byte order mark is recognized by the zeros next to the
     * first two hyphens.
     */
    private static final List<Map.Entry<String, int[]>> KINDS = List.of(
            Map.entry("compressed (gzip)", new int[] {0x1F, 0x8B}),
            Map.entry("compressed (zip)", new int[] {'P', 'K', 3, 4}),
            Map.entry("text in UTF-32", new int[] {0xFF, 0xFE, 0, 0}),
            Map.entry("text in UTF-32", new int[] {0, 0, 0xFE, 0xFF}),
            Map.entry("text in UTF-16", new int[] {0xFF, 0xFE}),
            Map.entry("text in UTF-16", new int[] {0xFE, 0xFF}),
            Map.entry("text in UTF-16", new int[] {ANY, 0, ANY, 0}),
            Map.entry("text in UTF-16", new int[] {0, ANY, 0, ANY}));

    private FileEncoding() {}

    /**
     * Returns the text of a file.
     *
     * @param content the bytes
     * @param location the location, for messages
     * @throws RetortException if the file is not UTF-8; names the file and the position
     */
    public static String decode(byte[] content, String location) {
        String kind = kind(content);
        if (kind != null) {
            throw unreadable(
                    location,
                    1,
                    "The file " + location + " is " + kind + ", but Retort reads SQL files as text in UTF-8.",
                    kind);
        }
        CharBuffer text = CharBuffer.allocate(content.length);
        ByteBuffer bytes = ByteBuffer.wrap(content);
        CoderResult result = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .decode(bytes, text, true);
        String read = text.flip().toString();
        if (result.isError()) {
            throw unreadable(
                    location,
                    SqlSplitter.line(read, read.length()),
                    "The file " + location + " is not text in UTF-8: the byte 0x"
                            + String.format("%02X", content[bytes.position()]) + " in "
                            + place(read, read.length()) + " is not valid there.",
                    "ISO-8859-1 or windows-1252");
        }
        int zero = read.indexOf('\0');
        if (zero >= 0) {
            throw unreadable(
                    location,
                    SqlSplitter.line(read, zero),
                    "The file " + location + " is not text: " + place(read, zero)
                            + " contains a NUL character (U+0000).",
                    "a binary file");
        }
        return read;
    }

    private static RetortException unreadable(String location, int line, String what, String kind) {
        return new RetortException(
                        what,
                        "Save the file as UTF-8, then run the command again. It looks like " + kind
                                + (kind.startsWith("ISO") ? "; iconv -f ISO-8859-1 -t UTF-8 converts it." : "."))
                .at(FailureLocation.inFile(location, line));
    }

    private static String place(String text, int position) {
        return "line " + SqlSplitter.line(text, position) + ", column "
                + (position - text.lastIndexOf('\n', Math.max(position - 1, 0)));
    }

    /** Returns the kind of file by its first bytes; null if it may be text. */
    private static @Nullable String kind(byte[] content) {
        for (Map.Entry<String, int[]> known : KINDS) {
            if (begins(content, known.getValue())) {
                return known.getKey();
            }
        }
        return null;
    }

    private static boolean begins(byte[] content, int... bytes) {
        if (content.length < bytes.length) {
            return false;
        }
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] >= 0 && (content[i] & 0xFF) != bytes[i]) {
                return false;
            }
        }
        return true;
    }
}
