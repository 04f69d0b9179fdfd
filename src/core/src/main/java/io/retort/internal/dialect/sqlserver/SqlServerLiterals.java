package io.retort.internal.dialect.sqlserver;

import io.retort.internal.dialect.ansi.AnsiLiterals;
import java.time.OffsetTime;
import java.util.Map;
import java.util.UUID;

/** The literals of SQL Server. */
final class SqlServerLiterals extends AnsiLiterals {

    private static final Map<String, String> TEMPORAL =
            Map.of("timestamp", "datetime2", "timestamp with time zone", "datetimeoffset");

    private static final int LAST_ASCII = 127;

    /** An ASCII text has no {@code N}, because that would prevent the use of an index on a varchar column. */
    @Override
    public String string(String text) {
        boolean ascii = text.chars().allMatch(letter -> letter <= LAST_ASCII);
        return ascii ? pieces(text, "'") : national(text);
    }

    /** Returns a Unicode text. */
    static String national(String text) {
        return pieces(text, "N'");
    }

    /** A backslash at the end of a line would join the lines, so the text is split there. */
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

    /** Seven fractional digits of a second are stored; more are refused. */
    @Override
    protected String temporal(String type, String text) {
        return "cast('" + text.replaceFirst("(\\.\\d{7})\\d+", "$1") + "' as " + TEMPORAL.getOrDefault(type, type)
                + ")";
    }

    @Override
    protected String offsetTime(OffsetTime time) {
        throw unsupported(time);
    }
}
