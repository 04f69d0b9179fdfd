package io.retort.dialect.postgres;

import io.retort.dialect.ansi.AnsiLiterals;

/** Values as PostgreSQL says them. */
final class PostgresLiterals extends AnsiLiterals {

    @Override
    protected String bytes(String hex) {
        return "bytea '\\x" + hex + "'";
    }
}
