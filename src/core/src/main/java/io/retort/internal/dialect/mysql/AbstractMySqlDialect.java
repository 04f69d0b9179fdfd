package io.retort.internal.dialect.mysql;

import io.retort.dialect.Catalog;
import io.retort.dialect.ScriptFormat.ScriptGuard;
import io.retort.internal.dialect.ansi.AnsiConversions;
import io.retort.internal.dialect.ansi.AnsiDialect;
import io.retort.internal.dialect.ansi.SqlNaming;
import io.retort.internal.lint.rule.LintRules;
import io.retort.operation.Ddl;
import io.retort.schema.QualifiedName;
import io.retort.schema.SqlType;
import io.retort.sql.SqlSyntax;
import java.util.Optional;

/** What MySQL and MariaDB have in common. */
abstract sealed class AbstractMySqlDialect extends AnsiDialect implements LintRules.Provider
        permits MySqlDialect, MariaDbDialect {

    /** The maximum length of an identifier in characters. */
    static final int MAX_NAME = 64;

    private final SqlSyntax syntax;

    AbstractMySqlDialect(SqlNaming words, Ddl ddl, AnsiConversions conversions, SqlSyntax syntax) {
        super(words, ddl, conversions);
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
    public boolean movesTables() {
        return true;
    }

    @Override
    public boolean tablesHaveCollations() {
        return true;
    }

    @Override
    public String oneRowAfter(long skipped) {
        return "limit 1 offset " + skipped;
    }
}
