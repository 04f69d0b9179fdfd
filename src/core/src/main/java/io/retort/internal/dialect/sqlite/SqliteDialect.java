package io.retort.internal.dialect.sqlite;

import io.retort.dialect.DatabaseError;
import io.retort.dialect.Identifiers;
import io.retort.dialect.Identifiers.Folding;
import io.retort.dialect.SessionSupport;
import io.retort.internal.dialect.ansi.AnsiDialect;
import io.retort.internal.dialect.ansi.SqlNaming;
import io.retort.operation.Operation;
import io.retort.schema.QualifiedName;
import io.retort.schema.Table;
import io.retort.sql.SqlSyntax;
import io.retort.sql.SqlSyntax.Blocks;
import io.retort.sql.SqlSyntax.Feature;

/** The dialect of SQLite, version 3.35 and later. */
public final class SqliteDialect extends AnsiDialect {

    private static final int MAX_NAME = Short.MAX_VALUE;

    private static final SqlSyntax SYNTAX = SqlSyntax.of(
            Blocks.TRIGGER,
            Feature.OPEN_COMMENTS,
            Feature.BACKTICKS,
            Feature.BRACKETS,
            Feature.BACKSLASH_COMMANDS,
            Feature.DOT_COMMANDS);

    /** Creates the dialect. */
    public SqliteDialect() {
        this(new SqlNaming(
                "SQLite",
                new Identifiers(Folding.NONE, '"', SqliteKeywords.reserved(), MAX_NAME),
                new SqliteTypes(),
                new SqliteLiterals()));
    }

    private SqliteDialect(SqlNaming words) {
        super(words, new SqliteDdl(words), new SqliteConversions(words));
    }

    /** An empty name is a temporary database, which ends with its connection. */
    @Override
    public boolean isInMemory(String url) {
        return url.matches("jdbc:sqlite:(\\?.*|:memory:.*|file::memory:.*|file:.*[?&]mode=memory.*)?");
    }

    @Override
    public SqlSyntax syntax() {
        return SYNTAX;
    }

    /** With milliseconds, in the format that the driver parses as a timestamp. */
    @Override
    public String utcNow() {
        return "strftime('%Y-%m-%d %H:%M:%f', 'now')";
    }

    @Override
    public String currentUser() {
        return "null";
    }

    @Override
    public boolean ignoresCaseOfTables() {
        return true;
    }

    @Override
    public boolean indexNamesAreUniqueInSchema() {
        return true;
    }

    @Override
    public boolean transactionalDdl() {
        return true;
    }

    @Override
    public boolean needsRebuild(Operation change, Table table) {
        return SqliteLimits.needsRebuild(change, table);
    }

    @Override
    public SessionSupport sessions() {
        return new SqliteSessionSupport();
    }

    @Override
    public DatabaseError error(String sqlState, int errorCode, String message) {
        return SqliteErrors.of(errorCode, message);
    }

    /** A text that is not JSON fails when it is parsed. */
    @Override
    public String failIfAny(QualifiedName table, String condition, String message) {
        return "select case when count(*) > 0 then json(count(*) || " + literal(": " + message) + ") end from "
                + identifiers().sql(table) + " where " + condition;
    }

    @Override
    public String oneRowAfter(long skipped) {
        return "limit 1 offset " + skipped;
    }
}
