package io.retort.internal.dialect.postgres;

import io.retort.internal.dialect.ansi.AnsiLiterals;

/** The literals of PostgreSQL. */
final class PostgresLiterals extends AnsiLiterals {

    /** With this prefix the meaning of a backslash does not depend on the session's settings. */
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
