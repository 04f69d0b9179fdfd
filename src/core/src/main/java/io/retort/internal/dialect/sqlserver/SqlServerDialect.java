package io.retort.internal.dialect.sqlserver;

import io.retort.dialect.DatabaseError;
import io.retort.dialect.Identifiers;
import io.retort.dialect.Identifiers.Folding;
import io.retort.dialect.ScriptFormat;
import io.retort.dialect.ScriptFormat.ScriptGuard;
import io.retort.internal.dialect.ansi.AnsiDialect;
import io.retort.internal.dialect.ansi.SqlNaming;
import io.retort.schema.Constraint;
import io.retort.schema.QualifiedName;
import io.retort.sql.SqlSyntax;
import io.retort.sql.SqlSyntax.Blocks;
import io.retort.sql.SqlSyntax.Feature;
import java.util.Optional;

/** The dialect of SQL Server, version 2016 and later. */
public final class SqlServerDialect extends AnsiDialect {

    private static final int MAX_NAME = 128;

    static final SqlSyntax SYNTAX = SqlSyntax.of(
            Blocks.BATCH, Feature.NESTED_COMMENTS, Feature.BRACKETS, Feature.DOUBLED_BRACKETS, Feature.BATCHES);

    /** Creates the dialect. */
    public SqlServerDialect() {
        this(new SqlNaming(
                "SQL Server",
                new Identifiers(Folding.NONE, '[', SqlServerKeywords.reserved(), MAX_NAME),
                new SqlServerTypes(),
                new SqlServerLiterals()));
    }

    private SqlServerDialect(SqlNaming words) {
        super(words, new SqlServerDdl(words), new SqlServerConversions(words));
    }

    @Override
    public String name() {
        return "sqlserver";
    }

    @Override
    public String productName() {
        return "Microsoft SQL Server";
    }

    @Override
    public boolean nameIsUniqueInSchema(Constraint constraint) {
        return true;
    }

    @Override
    public boolean supports(String productName, String productVersion) {
        return productName.equalsIgnoreCase("Microsoft SQL Server");
    }

    @Override
    public SqlSyntax syntax() {
        return SYNTAX;
    }

    @Override
    public String utcNow() {
        return "sysutcdatetime()";
    }

    @Override
    public boolean transactionalDdl() {
        return true;
    }

    /** The client {@code sqlcmd} starts with settings under which partial indexes cannot be created. */
    @Override
    public ScriptFormat scriptFormat() {
        return new ScriptFormat(
                "set quoted_identifier, xact_abort on", "begin transaction", "commit", SqlServerScriptGuard.GO);
    }

    @Override
    public Optional<ScriptGuard> scriptGuard() {
        return Optional.of(new SqlServerScriptGuard());
    }

    @Override
    public DatabaseError error(String sqlState, int errorCode, String message) {
        return SqlServerErrors.of(sqlState, errorCode);
    }

    @Override
    public String failIfAny(QualifiedName table, String condition, String message) {
        return "if exists (select 1 from " + identifiers().sql(table) + " where " + condition + ") throw 50001, "
                + literal(message) + ", 1";
    }
}
