package io.retort.internal.dialect.sqlite;

import io.retort.internal.dialect.ansi.AnsiLiterals;

/** The literals of SQLite, which has texts, numbers and bytes. Dates and times are texts in ISO 8601 format. */
final class SqliteLiterals extends AnsiLiterals.Zoneless {

    @Override
    protected String temporal(String type, String text) {
        return string(text);
    }
}
