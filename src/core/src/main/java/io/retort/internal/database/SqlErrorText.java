package io.retort.internal.database;

import io.retort.internal.text.PrintableText;
import java.io.IOException;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Formats the error messages of drivers, without passwords. */
public final class SqlErrorText {

    /** Some drivers include the whole statement. */
    private static final int LONGEST = 4_000;

    private SqlErrorText() {}

    /** Returns the message, with that of an underlying I/O error: a full disk, or a connection that was reset. */
    public static String of(Throwable failure) {
        String message =
                PrintableText.shortened(String.valueOf(failure.getMessage()).strip(), LONGEST);
        String underneath = underneath(failure, 0);
        return Secrets.maskMessage(
                underneath == null || message.contains(underneath) ? message : message + "\nCause: " + underneath);
    }

    /** The failure of a batch has a next exception instead of a cause. */
    private static @Nullable String underneath(@Nullable Throwable link, int depth) {
        if (link == null || depth > 20) {
            return null;
        }
        if (link instanceof IOException) {
            return link.getMessage();
        }
        String message = underneath(link.getCause(), depth + 1);
        return message == null && link instanceof SQLException sql
                ? underneath(sql.getNextException(), depth + 1)
                : message;
    }
}
