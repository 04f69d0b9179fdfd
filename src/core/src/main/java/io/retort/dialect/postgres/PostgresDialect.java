package io.retort.dialect.postgres;

import io.retort.dialect.Catalog;
import io.retort.dialect.Identifiers;
import io.retort.dialect.Identifiers.Folding;
import io.retort.dialect.ScriptGuard;
import io.retort.dialect.Sessions;
import io.retort.dialect.ansi.AnsiDialect;
import io.retort.dialect.ansi.Vocabulary;
import java.util.Optional;

/** PostgreSQL, 15 and newer. */
public final class PostgresDialect extends AnsiDialect {

    private static final int MAX_NAME = 63;

    public PostgresDialect() {
        this(new Vocabulary(
                "PostgreSQL",
                new Identifiers(Folding.LOWER, '"', PostgresWords.reserved(), MAX_NAME),
                new PostgresTypes(),
                new PostgresLiterals()));
    }

    private PostgresDialect(Vocabulary words) {
        super(words, new PostgresDdl(words));
    }

    @Override
    public String utcNow() {
        return "current_timestamp at time zone 'UTC'";
    }

    @Override
    public boolean transactionalDdl() {
        return true;
    }

    @Override
    public Optional<ScriptGuard> scriptGuard() {
        return Optional.of(new PostgresScriptGuard());
    }

    @Override
    public Optional<Catalog> catalog() {
        return Optional.of(PostgresCatalog.VIEWS);
    }

    @Override
    public Sessions sessions() {
        return new PostgresSessions();
    }
}
