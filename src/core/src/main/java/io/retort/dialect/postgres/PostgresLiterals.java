package io.retort.dialect.postgres;

import io.retort.dialect.ansi.AnsiLiterals;

/** Values as PostgreSQL says them. */
final class PostgresLiterals extends AnsiLiterals {

    /** Whether a backslash begins an escape is a session's setting, but not in a string with this prefix. */
    @Override
    public String string(String text) {
        String quoted = super.string(text);
        return text.indexOf('\\') < 0 ? quoted : "E" + quoted.replace("\\", "\\\\");
    }

    @Override
    protected String bytes(String hex) {
        return "bytea E'\\\\x" + hex + "'";
    }
}
