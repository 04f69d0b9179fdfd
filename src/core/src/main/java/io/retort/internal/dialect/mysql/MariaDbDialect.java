package io.retort.internal.dialect.mysql;

import io.retort.dialect.DatabaseError;
import io.retort.dialect.Dialect;
import io.retort.dialect.Identifiers;
import io.retort.dialect.Identifiers.Folding;
import io.retort.dialect.SessionSupport;
import io.retort.internal.dialect.ansi.SqlNaming;
import io.retort.internal.lint.rule.LintRules;
import io.retort.internal.sql.SqlMode;
import io.retort.schema.Constraint;
import io.retort.schema.SqlType;
import io.retort.sql.SqlSyntax;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The dialect of MariaDB, version 10.6 and later. */
public final class MariaDbDialect extends AbstractMySqlDialect {

    /** Creates the dialect without a session. */
    public MariaDbDialect() {
        this(null);
    }

    private MariaDbDialect(@Nullable SqlSyntax session) {
        this(
                new SqlNaming(
                        "MariaDB",
                        new Identifiers(Folding.NONE, '`', MySqlKeywords.reservedByMariaDb(), MAX_NAME),
                        new MariaDbTypes(),
                        new MariaDbLiterals(MySqlSyntax.backslash(session))),
                session == null ? MySqlSyntax.MARIADB : session);
    }

    private MariaDbDialect(SqlNaming words, SqlSyntax syntax) {
        super(words, new MariaDbDdl(words), new MariaDbConversions(words), syntax);
    }

    @Override
    public Dialect inSession(String sqlMode) {
        return new MariaDbDialect(SqlMode.in(MySqlSyntax.MARIADB, sqlMode));
    }

    @Override
    public boolean nameIsUniqueInSchema(Constraint constraint) {
        return constraint instanceof Constraint.ForeignKey;
    }

    @Override
    public boolean supports(String productName, String productVersion) {
        return super.supports(productName, productVersion)
                || (productName.equalsIgnoreCase("MySQL") && MySqlDialect.isMariaDb(productVersion));
    }

    @Override
    public SessionSupport sessions() {
        return new MySqlSessionSupport("max_statement_time", new MySqlSessionState.OfMariaDb());
    }

    @Override
    public DatabaseError error(String sqlState, int errorCode, String message) {
        return MySqlErrors.of(sqlState, errorCode);
    }

    /** The type names of MariaDB. */
    private static final class MariaDbTypes extends MySqlTypes {

        @Override
        public String name(SqlType type) {
            return type.kind() == SqlType.Kind.UUID ? "uuid" : super.name(type);
        }
    }

    /** The literals of MariaDB. */
    private static final class MariaDbLiterals extends MySqlLiterals {

        MariaDbLiterals(Backslash backslash) {
            super(backslash);
        }

        @Override
        protected String uuid(UUID uuid) {
            return "'" + uuid + "'";
        }
    }

    @Override
    public LintRules lintRules() {
        return MySqlLintRules.MARIADB;
    }
}
