package io.retort.dialect.h2;

import io.retort.dialect.Catalog;
import io.retort.dialect.DatabaseError;
import io.retort.dialect.Identifiers;
import io.retort.dialect.Identifiers.Folding;
import io.retort.dialect.Sessions;
import io.retort.dialect.ansi.AnsiDialect;
import io.retort.dialect.ansi.AnsiLiterals;
import io.retort.dialect.ansi.Vocabulary;
import io.retort.sql.SqlSyntax;
import io.retort.sql.SqlSyntax.Blocks;
import io.retort.sql.SqlSyntax.Feature;
import java.util.Optional;

/** The dialect of H2, version 2.2 and later. */
public final class H2Dialect extends AnsiDialect {

    private static final int MAX_NAME = 256;

    private static final SqlSyntax SYNTAX = SqlSyntax.of(
            Blocks.NONE,
            Feature.NESTED_COMMENTS,
            Feature.SLASH_COMMENTS,
            Feature.COMMENTS_END_AT_RETURN,
            Feature.BACKTICKS,
            Feature.DOLLAR_QUOTES);

    /** Creates the dialect. */
    public H2Dialect() {
        this(new Vocabulary(
                "H2",
                new Identifiers(Folding.UPPER, '"', H2Words.reserved(), MAX_NAME),
                new H2Types(),
                new AnsiLiterals()));
    }

    private H2Dialect(Vocabulary words) {
        super(words, new H2Ddl(words), new H2Conversions(words));
    }

    @Override
    public SqlSyntax syntax() {
        return SYNTAX;
    }

    @Override
    public String utcNow() {
        return "cast(current_timestamp at time zone 'UTC' as timestamp(6))";
    }

    @Override
    public Optional<Catalog> catalog() {
        return Optional.of(H2Catalog.VIEWS);
    }

    @Override
    public Optional<Catalog.Copies> copies() {
        return Optional.of(H2Copies.COPIES);
    }

    @Override
    public Sessions sessions() {
        return new H2Sessions();
    }

    @Override
    public DatabaseError error(String sqlState, int errorCode, String message) {
        return H2Errors.of(sqlState, errorCode);
    }
}
