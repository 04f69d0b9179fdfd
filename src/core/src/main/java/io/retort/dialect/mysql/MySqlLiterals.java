package io.retort.dialect.mysql;

import io.retort.dialect.ansi.AnsiLiterals;
import io.retort.error.RetortException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** Values as MySQL says them. */
class MySqlLiterals extends AnsiLiterals.Zoneless {

    /** What a backslash in a string is, which {@code NO_BACKSLASH_ESCAPES} in {@code sql_mode} decides. */
    enum Backslash {
        ESCAPE,
        CHARACTER,
        /** No session is there to ask: what is written is right in each. */
        UNKNOWN
    }

    private final Backslash backslash;

    MySqlLiterals(Backslash backslash) {
        this.backslash = backslash;
    }

    @Override
    public String string(String text) {
        if (text.indexOf('\\') < 0) {
            return super.string(text);
        }
        return switch (backslash) {
            case ESCAPE -> super.string(text.replace("\\", "\\\\"));
            case CHARACTER -> super.string(text);
            case UNKNOWN -> "_utf8mb4 x'" + HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8)) + "'";
        };
    }

    /** The grammar has no other string here than one in quotes. */
    @Override
    public String comment(String text) {
        if (backslash == Backslash.UNKNOWN && text.indexOf('\\') >= 0) {
            throw new RetortException(
                    "The comment \"" + text
                            + "\" has a backslash, which a session reads as its sql_mode says, and no session"
                            + " is known here.",
                    "Leave the backslash out, or write the revision in Java and run it with a connection:"
                            + " mvn migrate:upgrade.");
        }
        return string(text);
    }
}
