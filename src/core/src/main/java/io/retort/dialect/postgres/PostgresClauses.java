package io.retort.dialect.postgres;

import io.retort.dialect.ansi.AnsiClauses;
import io.retort.dialect.ansi.Vocabulary;
import io.retort.schema.Column;
import io.retort.schema.SqlType;
import java.util.stream.Collectors;

/** The clauses of PostgreSQL. */
final class PostgresClauses extends AnsiClauses {

    PostgresClauses(Vocabulary words) {
        super(words);
    }

    /** Inline enum constants become a check constraint, as Hibernate does. */
    @Override
    public String definition(Column column) {
        String definition = super.definition(column);
        return column.type().kind() == SqlType.Kind.ENUM ? definition + labels(column) : definition;
    }

    private String labels(Column column) {
        return column.type().labels().stream()
                .map(words.literals()::of)
                .collect(Collectors.joining(", ", " check (" + words.name(column.name()) + " in (", "))"));
    }

    /** The name of a collation is used as stored: {@code de_DE}, {@code C}. */
    @Override
    protected String collation(String collation) {
        return collation.contains("\"") ? super.collation(collation) : " collate \"" + collation + "\"";
    }
}
