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
import io.retort.sql.SqlSyntax;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The dialect of MySQL, version 8.0 and later. */
public final class MySqlDialect extends AbstractMySqlDialect {

    /** Creates the dialect without a session. */
    public MySqlDialect() {
        this(null);
    }

    private MySqlDialect(@Nullable SqlSyntax session) {
        this(
                new SqlNaming(
                        "MySQL",
                        new Identifiers(Folding.NONE, '`', MySqlKeywords.reserved(), MAX_NAME),
                        new MySqlTypes(),
                        new MySqlLiterals(MySqlSyntax.backslash(session))),
                session == null ? MySqlSyntax.MYSQL : session);
    }

    private MySqlDialect(SqlNaming words, SqlSyntax syntax) {
        super(words, new MySqlDdl(words), new MySqlConversions(words), syntax);
    }

    @Override
    public Dialect inSession(String sqlMode) {
        return new MySqlDialect(SqlMode.in(MySqlSyntax.MYSQL, sqlMode));
    }

    @Override
    public boolean nameIsUniqueInSchema(Constraint constraint) {
        return constraint instanceof Constraint.ForeignKey || constraint instanceof Constraint.Check;
    }

    /** MySQL's driver reports a MariaDB server as MySQL; the version shows the difference. */
    @Override
    public boolean supports(String productName, String productVersion) {
        return super.supports(productName, productVersion) && !isMariaDb(productVersion);
    }

    static boolean isMariaDb(String productVersion) {
        return productVersion.toLowerCase(Locale.ROOT).contains("mariadb");
    }

    @Override
    public SessionSupport sessions() {
        return new MySqlSessionSupport("", new MySqlSessionState.OfMySql());
    }

    @Override
    public DatabaseError error(String sqlState, int errorCode, String message) {
        return MySqlErrors.isRefusedByDriver(sqlState, message)
                ? DatabaseError.READ_ONLY
                : MySqlErrors.of(sqlState, errorCode);
    }

    @Override
    public LintRules lintRules() {
        return MySqlLintRules.MYSQL;
    }
}
