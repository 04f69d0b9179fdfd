package io.retort.internal.dialect.mysql;

import io.retort.error.Advice;
import io.retort.error.RetortException;
import io.retort.internal.dialect.ansi.AnsiLiterals;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** The literals of MySQL. */
class MySqlLiterals extends AnsiLiterals.Zoneless {

    /** The meaning of a backslash in a string, which depends on {@code NO_BACKSLASH_ESCAPES} in {@code sql_mode}. */
    enum Backslash {
        ESCAPE,
        CHARACTER,
        /** No session is known, so the text must be correct in both modes. */
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

    /** The grammar permits only a quoted string here. */
    @Override
    public String comment(String text) {
        if (backslash == Backslash.UNKNOWN && text.indexOf('\\') >= 0) {
            throw new RetortException(
                    "The comment \"" + text
                            + "\" has a backslash, whose meaning depends on the sql_mode of the session, and without a connection"
                            + " there is no session.",
                    Advice.of(
                            "Remove the backslash, or write the revision in Java and run it with a connection: ",
                            Advice.command("upgrade"),
                            "."));
        }
        return string(text);
    }
}
