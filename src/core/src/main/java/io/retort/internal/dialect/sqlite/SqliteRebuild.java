package io.retort.internal.dialect.sqlite;

import io.retort.internal.dialect.ansi.SqlNaming;
import io.retort.operation.Ddl;
import io.retort.operation.IndexOperation;
import io.retort.operation.Statement;
import io.retort.operation.TableOperation;
import io.retort.operation.TableOperation.Rebuild;
import io.retort.schema.Column;
import io.retort.schema.Column.Generation.Identity;
import io.retort.schema.Index;
import io.retort.schema.QualifiedName;
import io.retort.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * Rebuilds a table as SQLite's manual describes. It creates the new table next to the old one, copies the rows, drops
 * the old table and renames the new one. Then it creates indexes and triggers again. A small temporary table stores the
 * number of rows and of unresolved references before. Its constraints make the step fail if these numbers change.
 *
 * <p>It requires {@code foreign_keys} to be off ({@link SqliteSessionSupport#rebuilding}), because dropping a table would
 * delete the rows that reference it.
 */
final class SqliteRebuild {

    private static final String NOTES = "temp.retort_rebuild";
    private static final String TRIGGERS = "temp.retort_trigger";
    private static final String INDEXES = "temp.retort_index";

    private final SqlNaming words;
    private final SqliteClauses clauses;
    private final Ddl ddl;
    private final Rebuild rebuild;
    private final QualifiedName table;
    private final QualifiedName beside;
    private final String stored;

    SqliteRebuild(SqlNaming words, Ddl ddl, Rebuild rebuild) {
        this.words = words;
        this.clauses = new SqliteClauses(words);
        this.ddl = ddl;
        this.rebuild = rebuild;
        this.table = rebuild.before().name();
        this.stored = words.identifiers().stored(table.name());
        this.beside = table.withName(words.identifiers().typed("retort_new_" + stored));
    }

    List<Statement> statements() {
        List<Statement> statements = new ArrayList<>();
        remember(statements);
        Table after = rebuild.after();
        statements.addAll(new TableOperation.Create(after.withName(beside)).sql(ddl));
        copy(statements, after);
        say(statements, "drop table " + words.name(table));
        // otherwise SQLite would look for the missing table in views and triggers
        say(statements, "pragma legacy_alter_table = 1");
        say(statements, "alter table " + words.name(beside) + " rename to " + words.name(table.name()));
        say(statements, "pragma legacy_alter_table = 0");
        for (Index index : after.indexes()) {
            new IndexOperation.Create(table, index)
                    .sql(ddl)
                    .forEach(created -> statements.add(asBefore(index, created)));
        }
        statements.add(triggersBack());
        verify(statements);
        return statements;
    }

    private void remember(List<Statement> statements) {
        String name = stored.replace("\"", "");
        say(
                statements,
                "create table " + NOTES + " (row_count integer, orphans integer,\n    rows_now integer constraint \""
                        + name + " has as many rows as before\" check (rows_now = row_count),\n    orphans_now integer"
                        + " constraint \"the foreign keys of and to " + name
                        + " find their rows\" check (orphans_now <="
                        + " orphans),\n    triggers integer constraint \"" + name
                        + " has triggers, which a script cannot bring back\" check (triggers = 0))");
        say(statements, "insert into " + NOTES + " (row_count, orphans) select " + rows() + ", " + orphans());
        say(
                statements,
                "create table " + TRIGGERS + " as select sql from " + words.name(table.withName("sqlite_master"))
                        + " where type = 'trigger' and tbl_name = " + text(stored) + " collate nocase");
        if (!rebuild.before().indexes().isEmpty()) {
            say(
                    statements,
                    "create table " + INDEXES + " as select name, sql from "
                            + words.name(table.withName("sqlite_master"))
                            + " where type = 'index' and sql is not null and tbl_name = " + text(stored)
                            + " collate nocase");
        }
    }

    /** An index that stays comes back with its own statement, which may say more than an index here. */
    private Statement asBefore(Index index, Statement created) {
        return rebuild.before().indexes().contains(index)
                ? created.requireSql()
                        .adapted(new SqliteIndex(INDEXES, words.identifiers().stored(index.name())))
                : created;
    }

    private void copy(List<Statement> statements, Table after) {
        List<Rebuild.Copied> copied = rebuild.copied();
        if (!copied.isEmpty()) {
            say(
                    statements,
                    "insert into " + words.name(beside) + " "
                            + words.names(
                                    copied.stream().map(Rebuild.Copied::column).toList()) + "\n    select "
                            + copied.stream().map(this::source).collect(Collectors.joining(", ")) + " from "
                            + words.name(table));
        }
        if (neverAgain(rebuild.before()) && neverAgain(after)) {
            String numbers = words.name(table.withName("sqlite_sequence"));
            String name = text(words.identifiers().stored(beside.name()));
            say(statements, "delete from " + numbers + " where name = " + name);
            say(
                    statements,
                    "insert into " + numbers + " (name, seq) select " + name + ", seq from " + numbers
                            + " where name = " + text(stored));
        }
    }

    private String source(Rebuild.Copied copied) {
        if (copied.using() != null) {
            return copied.using();
        }
        Column from = copied.from();
        return copied.added()
                ? clauses.value(from, Objects.requireNonNull(from.defaultValue(), "an added column has a default"))
                : words.name(from.name());
    }

    /** Whether a table never reuses a generated value, even of a deleted row ({@code autoincrement}). */
    private static boolean neverAgain(Table table) {
        return table.columns().stream()
                .map(Column::generation)
                .anyMatch(generation -> generation instanceof Identity identity && identity.always());
    }

    /** Only a running migration can execute the result of a query; a script checks that there is nothing to execute. */
    private Statement triggersBack() {
        return new Statement.Work(
                "bring back the triggers of " + table,
                new SqliteTriggers(TRIGGERS),
                new Statement.Sql("update " + NOTES + " set triggers = (select count(*) from " + TRIGGERS + ")"));
    }

    private void verify(List<Statement> statements) {
        say(statements, "update " + NOTES + " set rows_now = " + rows() + ", orphans_now = " + orphans());
        say(statements, "drop table " + NOTES);
        say(statements, "drop table " + TRIGGERS);
        if (!rebuild.before().indexes().isEmpty()) {
            say(statements, "drop table " + INDEXES);
        }
    }

    private String rows() {
        return "(select count(*) from " + words.name(table) + ")";
    }

    private String orphans() {
        return "(select count(*) from pragma_foreign_key_check where " + text(stored)
                + " collate nocase in (\"table\", parent))";
    }

    private String text(String value) {
        return words.literals().of(value);
    }

    private static void say(List<Statement> statements, String sql) {
        statements.add(new Statement.Sql(sql));
    }
}
