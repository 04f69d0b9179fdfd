package io.retort.dialect.sqlserver;

import io.retort.dialect.ansi.AnsiLiterals;
import java.time.OffsetTime;
import java.util.Map;
import java.util.UUID;

/** Values as SQL Server says them. */
final class SqlServerLiterals extends AnsiLiterals {

    private static final Map<String, String> TEMPORAL =
            Map.of("timestamp", "datetime2", "timestamp with time zone", "datetimeoffset");

    private static final int LAST_ASCII = 127;

    /** A text of letters that every code page has needs no {@code N}, which would make a search miss a varchar's index. */
    @Override
    public String string(String text) {
        boolean ascii = text.chars().allMatch(letter -> letter <= LAST_ASCII);
        return ascii ? pieces(text, "'") : national(text);
    }

    /** A text in Unicode, whatever its letters. */
    static String national(String text) {
        return pieces(text, "N'");
    }

    /** A backslash at the end of a line would join the lines: there, the text is said in two pieces. */
    private static String pieces(String text, String open) {
        return open + text.replace("'", "''").replaceAll("\\\\(?=\\r?\\n)", "\\\\' + " + open) + "'";
    }

    @Override
    protected String bool(boolean truth) {
        return truth ? "1" : "0";
    }

    @Override
    protected String uuid(UUID uuid) {
        return "cast('" + uuid + "' as uniqueidentifier)";
    }

    @Override
    protected String bytes(String hex) {
        return "0x" + hex;
    }

    /** Seven digits of a second are kept; more are refused. */
    @Override
    protected String temporal(String type, String text) {
        return "cast('" + text.replaceFirst("(\\.\\d{7})\\d+", "$1") + "' as " + TEMPORAL.getOrDefault(type, type)
                + ")";
    }

    @Override
    protected String offsetTime(OffsetTime time) {
        throw unsayable(time);
    }
}
