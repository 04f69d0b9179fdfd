package io.retort.dialect.sqlite;

import io.retort.dialect.ansi.AnsiLiterals;

/** Values as SQLite says them: it has texts, numbers and bytes, and spells dates and times as ISO 8601 does. */
final class SqliteLiterals extends AnsiLiterals.Zoneless {

    @Override
    protected String temporal(String type, String text) {
        return string(text);
    }
}
