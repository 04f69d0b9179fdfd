package io.retort.internal.dialect.postgres;

import io.retort.dialect.Catalog;
import io.retort.dialect.DatabaseError;
import io.retort.dialect.Dialect;
import io.retort.dialect.Identifiers;
import io.retort.dialect.Identifiers.Folding;
import io.retort.dialect.ScriptFormat.ScriptGuard;
import io.retort.dialect.SessionSupport;
import io.retort.dialect.SessionSupport.DriverProperty;
import io.retort.internal.dialect.ansi.AnsiDialect;
import io.retort.internal.dialect.ansi.SqlNaming;
import io.retort.internal.lint.rule.LintRules;
import io.retort.schema.Constraint;
import io.retort.schema.QualifiedName;
import io.retort.sql.SqlSyntax;
import io.retort.sql.SqlSyntax.Blocks;
import io.retort.sql.SqlSyntax.Feature;
import java.util.Optional;

/** The dialect of PostgreSQL, version 15 and later. */
public final class PostgresDialect extends AnsiDialect implements LintRules.Provider {

    private static final int MAX_NAME = 63;

    static final SqlSyntax SYNTAX = SqlSyntax.of(
            Blocks.ATOMIC,
            Feature.NESTED_COMMENTS,
            Feature.COMMENTS_END_AT_RETURN,
            Feature.ESCAPE_STRINGS,
            Feature.DOLLAR_QUOTES,
            Feature.DOLLAR_TAGS,
            Feature.SPLIT_BY_DRIVER,
            Feature.SEMICOLONS_IN_PARENTHESES,
            Feature.BACKSLASH_COMMANDS);

    private final SqlNaming naming;
    private final SqlSyntax syntax;

    /** Creates the dialect without a session. */
    public PostgresDialect() {
        this(SYNTAX);
    }

    private PostgresDialect(SqlSyntax syntax) {
        this(
                new SqlNaming(
                        "PostgreSQL",
                        new Identifiers(Folding.LOWER, '"', PostgresKeywords.reserved(), MAX_NAME),
                        new PostgresTypes(),
                        new PostgresLiterals()),
                syntax);
    }

    private PostgresDialect(SqlNaming words, SqlSyntax syntax) {
        super(words, new PostgresDdl(words), new PostgresConversions(words));
        this.naming = words;
        this.syntax = syntax;
    }

    @Override
    public SqlSyntax syntax() {
        return syntax;
    }

    @Override
    public Optional<String> syntaxQuery() {
        return Optional.of("show standard_conforming_strings");
    }

    /** The server reports every change of this setting to its clients. */
    @Override
    public Optional<DriverProperty> syntaxOfDriver() {
        return Optional.of(new DriverProperty("org.postgresql.core.BaseConnection", "getStandardConformingStrings"));
    }

    @Override
    public Dialect inSession(String standardConformingStrings) {
        return standardConformingStrings.equals("off") || standardConformingStrings.equals("false")
                ? new PostgresDialect(SYNTAX.with(Feature.BACKSLASH_ESCAPES, true))
                : this;
    }

    @Override
    public Optional<String> continueIdentity(QualifiedName table, String column) {
        return Optional.of(PostgresDdl.continued(naming, table, column));
    }

    @Override
    public String utcNow() {
        return "current_timestamp at time zone 'UTC'";
    }

    @Override
    public boolean indexNamesAreUniqueInSchema() {
        return true;
    }

    /** Their indexes have the same names. */
    @Override
    public boolean nameIsUniqueInSchema(Constraint constraint) {
        return constraint instanceof Constraint.PrimaryKey || constraint instanceof Constraint.Unique;
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
    public SessionSupport sessions() {
        return new PostgresSessionSupport();
    }

    @Override
    public DatabaseError error(String sqlState, int errorCode, String message) {
        return PostgresErrors.of(sqlState);
    }

    @Override
    public String failIfAny(QualifiedName table, String condition, String message) {
        return "do $retort$ begin if exists (select 1 from " + identifiers().sql(table) + " where " + condition
                + ") then raise exception '%', " + literal(message) + "; end if; end $retort$";
    }

    @Override
    public LintRules lintRules() {
        return new PostgresLintRules(naming);
    }

    @Override
    public boolean movesTables() {
        return true;
    }

    @Override
    public boolean comparesRowsByIndex() {
        return true;
    }
}
