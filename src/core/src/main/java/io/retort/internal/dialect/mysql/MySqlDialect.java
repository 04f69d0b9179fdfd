package io.retort.internal.dialect.mysql;

import io.retort.dialect.Catalog;
import io.retort.dialect.DatabaseError;
import io.retort.dialect.Dialect;
import io.retort.dialect.Identifiers;
import io.retort.dialect.Identifiers.Folding;
import io.retort.dialect.ScriptFormat.ScriptGuard;
import io.retort.dialect.SessionSupport;
import io.retort.internal.dialect.ansi.AnsiDialect;
import io.retort.internal.dialect.ansi.SqlNaming;
import io.retort.internal.lint.rule.LintRules;
import io.retort.internal.sql.SqlMode;
import io.retort.schema.Constraint;
import io.retort.schema.QualifiedName;
import io.retort.schema.SqlType;
import io.retort.sql.SqlSyntax;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The dialect of MySQL, version 8.0 and later. */
public final class MySqlDialect extends AnsiDialect implements LintRules.Provider {

    static final int MAX_NAME = 64;

    private final SqlSyntax syntax;

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
        super(words, new MySqlDdl(words), new MySqlConversions(words));
        this.syntax = syntax;
    }

    /** A collation belongs to its character set, and the column can have another one. */
    @Override
    public String caseSensitive(String text) {
        return "convert(" + text + " using utf8mb4) collate utf8mb4_bin";
    }

    @Override
    public SqlSyntax syntax() {
        return syntax;
    }

    @Override
    public Optional<String> syntaxQuery() {
        return Optional.of(MySqlSyntax.QUERY);
    }

    @Override
    public Dialect inSession(String sqlMode) {
        return new MySqlDialect(SqlMode.in(MySqlSyntax.MYSQL, sqlMode));
    }

    /** MySQL's driver reports a MariaDB server as MySQL; the version shows the difference. */
    @Override
    public boolean nameIsUniqueInSchema(Constraint constraint) {
        return constraint instanceof Constraint.ForeignKey || constraint instanceof Constraint.Check;
    }

    @Override
    public boolean supports(String productName, String productVersion) {
        return super.supports(productName, productVersion) && !isMariaDb(productVersion);
    }

    static boolean isMariaDb(String productVersion) {
        return productVersion.toLowerCase(Locale.ROOT).contains("mariadb");
    }

    @Override
    public boolean foreignKeysNeedIndexes() {
        return true;
    }

    @Override
    public boolean referencesFollowRenames() {
        return false;
    }

    @Override
    public String utcNow() {
        return "utc_timestamp(6)";
    }

    @Override
    public Optional<ScriptGuard> scriptGuard() {
        return Optional.of(new MySqlScriptGuard());
    }

    @Override
    public Optional<Catalog> catalog() {
        return Optional.of(MySqlCatalog.SHOWN);
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

    /** A cast supports only some of the types. */
    @Override
    public String nullOf(SqlType type) {
        return "null";
    }

    @Override
    public String failIfAny(QualifiedName table, String condition, String message) {
        return "select (" + twoRowsIfAny(table, condition, message) + ")";
    }

    @Override
    public LintRules lintRules() {
        return MySqlLintRules.MYSQL;
    }

    @Override
    public boolean movesTables() {
        return true;
    }

    @Override
    public String oneRowAfter(long skipped) {
        return "limit 1 offset " + skipped;
    }
}
