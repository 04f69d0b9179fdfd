package io.retort.internal.dialect.sqlite;

import io.retort.error.Advice;
import io.retort.error.RetortException;
import io.retort.internal.dialect.ansi.AnsiClauses;
import io.retort.internal.dialect.ansi.AnsiDdl;
import io.retort.internal.dialect.ansi.ColumnChange;
import io.retort.internal.dialect.ansi.RowSql;
import io.retort.internal.dialect.ansi.SequenceSql;
import io.retort.internal.dialect.ansi.SqlNaming;
import io.retort.operation.ColumnOperation;
import io.retort.operation.ConstraintOperation;
import io.retort.operation.DataOperation;
import io.retort.operation.IndexOperation;
import io.retort.operation.Operation;
import io.retort.operation.Statement;
import io.retort.operation.TableOperation;
import io.retort.schema.Column;
import io.retort.schema.Column.Generation.Identity;
import io.retort.schema.Constraint.PrimaryKey;
import io.retort.schema.Index;
import io.retort.schema.QualifiedName;
import io.retort.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** The DDL of SQLite. */
final class SqliteDdl extends AnsiDdl {

    SqliteDdl(SqlNaming words) {
        super(words, new SqliteClauses(words), SequenceSql.none(words));
    }

    /** SQLite takes names that differ only in case for the same, and refuses a rename to a name that is taken. */
    @Override
    public List<Statement> renameTable(TableOperation.Rename rename) {
        QualifiedName after = rename.after();
        boolean sameSchema = Objects.equals(rename.before().schema(), after.schema());
        if (!sameSchema || !rename.before().name().equalsIgnoreCase(after.name())) {
            return super.renameTable(rename);
        }
        QualifiedName between = new QualifiedName(
                after.schema(), "retort_renamed_" + words.identifiers().stored(after.name()));
        List<Statement> statements =
                new ArrayList<>(super.renameTable(new TableOperation.Rename(rename.before(), between)));
        statements.addAll(super.renameTable(new TableOperation.Rename(between, after)));
        return statements;
    }

    @Override
    public List<Statement> createTable(TableOperation.Create create) {
        return super.createTable(new TableOperation.Create(withKeyInPlace(create.table())));
    }

    @Override
    protected String options(Table table) {
        List<String> options = table.options().stream()
                .filter(option -> !SqliteKeyOptions.isAboutKey(option))
                .toList();
        return options.isEmpty() ? "" : " " + String.join(", ", options);
    }

    @Override
    protected AnsiClauses clauses(Table table) {
        return new SqliteClauses(words, new SqliteKeyOptions(table.options()));
    }

    /** An {@code autoincrement} column contains the primary key. */
    private Table withKeyInPlace(Table table) {
        List<Column> counting = table.columns().stream()
                .filter(column -> column.generation() instanceof Identity)
                .toList();
        counting.forEach(column -> isKey(table, column));
        boolean inPlace = counting.stream()
                .map(Column::generation)
                .anyMatch(generation -> generation instanceof Identity identity && identity.always());
        return inPlace
                ? table.withConstraints(table.constraints().stream()
                        .filter(constraint -> !(constraint instanceof PrimaryKey))
                        .toList())
                : table;
    }

    private void isKey(Table table, Column column) {
        boolean key = table.primaryKey()
                .filter(primary -> primary.columns().equals(List.of(column.name())))
                .isPresent();
        if (table.options().stream().anyMatch("without rowid"::equalsIgnoreCase)) {
            throw words.cannot(
                    "count up " + table.name() + "." + column.name()
                            + ": a table without rowid has no identity columns",
                    "Leave out .identity(), or option(\"without rowid\").");
        }
        if (!key) {
            throw words.cannot(
                    "count up " + table.name() + "." + column.name()
                            + ": only a primary key of one column can be an identity column",
                    "Add primaryKey(\"" + column.name() + "\"), or leave out .identity().");
        }
    }

    @Override
    protected List<Statement> comments(Table table) {
        return List.of();
    }

    @Override
    protected List<Statement> comments(QualifiedName table, Column column) {
        return List.of();
    }

    /** SQLite has no comments, but a migration for several products must not fail here. */
    @Override
    public List<Statement> commentTable(TableOperation.Comment comment) {
        return List.of();
    }

    @Override
    public List<Statement> rebuildTable(TableOperation.Rebuild rebuild) {
        return new SqliteRebuild(words, this, rebuild).statements();
    }

    @Override
    public List<Statement> addColumn(ColumnOperation.Add add) {
        if (SqliteLimits.isAddable(add.column())) {
            return super.addColumn(add);
        }
        throw needsRebuild(add, "a new column has a constant default and is not computed and stored");
    }

    @Override
    public List<Statement> alterColumn(ColumnOperation.Alter alter) {
        ColumnChange change = ColumnChange.of(alter);
        boolean commentOnly = alter.before().comment(alter.after().comment()).equals(alter.after());
        if (commentOnly && change.comment()) {
            return List.of();
        }
        throw needsRebuild(alter, "a column cannot be changed");
    }

    @Override
    public List<Statement> addConstraint(ConstraintOperation.Add add) {
        throw needsRebuild(add, "constraints can only be created with their table");
    }

    @Override
    public List<Statement> dropConstraint(ConstraintOperation.Drop drop) {
        throw needsRebuild(drop, "constraints can only be dropped with their table");
    }

    @Override
    public List<Statement> renameConstraint(ConstraintOperation.Rename rename) {
        throw needsRebuild(rename, "constraints cannot be renamed");
    }

    /** The index's name is qualified, and its table's must not be. */
    @Override
    public List<Statement> createIndex(IndexOperation.Create create) {
        Index index = create.index();
        refusals.method(index, "it has only B-tree indexes");
        return one("create " + (index.unique() ? "unique " : "") + "index "
                + words.inSchemaOf(create.table(), index.name()) + " on "
                + words.name(create.table().name()) + " "
                + clauses.indexed(index));
    }

    @Override
    public List<Statement> renameIndex(IndexOperation.Rename rename) {
        throw words.cannot(
                "rename index " + rename.before() + " to " + rename.after(),
                "Drop and create it: op.dropIndex(\"" + rename.table() + "\", index(\"" + rename.before()
                        + "\")...), then op.createIndex.");
    }

    private RetortException needsRebuild(Operation operation, String why) {
        return words.cannot(
                "run \"" + operation.describe() + "\": " + why,
                Advice.of(
                        "Put it into op.rebuildTable(table(...), changes -> changes.",
                        operation.java().method(),
                        "(...)), where table(...) is the full definition of the table before the change; ",
                        Advice.command("revision"),
                        " writes it for you."));
    }

    @Override
    protected List<String> upserted(DataOperation.Upsert upsert, RowSql sql) {
        return sql.onConflict(upsert);
    }
}
