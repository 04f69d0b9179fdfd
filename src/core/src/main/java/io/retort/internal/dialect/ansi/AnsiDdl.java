package io.retort.internal.dialect.ansi;

import io.retort.operation.Batches;
import io.retort.operation.ConstraintOperation;
import io.retort.operation.DataOperation;
import io.retort.operation.Fill;
import io.retort.operation.IndexOperation;
import io.retort.operation.SequenceOperation;
import io.retort.operation.Statement;
import io.retort.operation.TableOperation;
import io.retort.operation.TypeOperation;
import io.retort.schema.Column;
import io.retort.schema.Constraint;
import io.retort.schema.Index;
import io.retort.schema.QualifiedName;
import io.retort.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/** Renders every operation in standard SQL, or in the syntax of most products. A product overrides what differs. */
public class AnsiDdl extends ColumnDdl {

    private final RowSql rows;
    private final SequenceSql sequences;

    /** Creates the DDL of a product. */
    public AnsiDdl(SqlNaming words, AnsiClauses clauses, SequenceSql sequences) {
        super(words, clauses);
        this.sequences = sequences;
        this.rows = new RowSql(words);
    }

    @Override
    public List<Statement> createTable(TableOperation.Create create) {
        Table table = create.table();
        AnsiClauses parts = clauses(table);
        StringJoiner elements = new StringJoiner(",\n    ", "    ", "");
        for (Column column : table.columns()) {
            elements.add(parts.column(table.name(), column));
        }
        for (Constraint constraint : table.constraints()) {
            elements.add(parts.constraint(constraint));
        }
        String text = "create table " + words.name(table.name()) + " (\n" + elements + "\n)" + tableOptions(table)
                + (table.options().isEmpty() ? "" : options(table));
        List<Statement> statements = new ArrayList<>();
        statements.add(sql(text));
        statements.addAll(comments(table));
        return statements;
    }

    /** Renders the parts of a new table. */
    protected AnsiClauses clauses(Table table) {
        return clauses;
    }

    /** Returns what follows the closing parenthesis of {@code create table}. */
    protected String tableOptions(Table table) {
        return "";
    }

    /** Returns the table's own options, which most products do not support. */
    protected String options(Table table) {
        throw words.cannot(
                "create table " + table.name() + " " + String.join(", ", table.options())
                        + ": it has no tables with options",
                "Leave out option(...), or write the statement: op.execute(\"create table ...\").");
    }

    /** Returns the statements for the comments of a new table and its columns. */
    protected List<Statement> comments(Table table) {
        List<Statement> comments = new ArrayList<>(comment(table));
        for (Column column : table.columns()) {
            comments.addAll(comments(table.name(), column));
        }
        return comments;
    }

    /** Returns the statement for the comment of a new table. */
    protected List<Statement> comment(Table table) {
        return table.comment() == null
                ? List.of()
                : List.of(commentOn("table", words.name(table.name()), table.comment()));
    }

    @Override
    public List<Statement> dropTable(TableOperation.Drop drop) {
        return one("drop table " + words.name(drop.name()));
    }

    @Override
    public List<Statement> renameTable(TableOperation.Rename rename) {
        refusals.otherSchema(rename.before(), rename.after(), "table");
        return one(alterTable(rename.before())
                + " rename to "
                + words.name(rename.after().name()));
    }

    @Override
    public List<Statement> commentTable(TableOperation.Comment comment) {
        return List.of(commentOn("table", words.name(comment.table()), comment.after()));
    }

    /** Most products make each change in place. */
    @Override
    public List<Statement> rebuildTable(TableOperation.Rebuild rebuild) {
        return rebuild.changes().stream()
                .flatMap(change -> change.sql(this).stream())
                .toList();
    }

    @Override
    public List<Statement> addConstraint(ConstraintOperation.Add add) {
        return one(alterTable(add.table()) + " add " + clauses.constraint(add.constraint()) + notValid(add));
    }

    /** Returns the clause that skips the check of existing rows; empty if the product always checks them. */
    protected String notValid(ConstraintOperation.Add add) {
        return "";
    }

    @Override
    public List<Statement> dropConstraint(ConstraintOperation.Drop drop) {
        String name = drop.name();
        return name == null
                ? one(alterTable(drop.table()) + " drop primary key")
                : List.of(named(
                        alterTable(drop.table()) + " drop constraint ", name, "", drop.table(), drop.constraint()));
    }

    /**
     * Returns a statement with the name of a constraint. If the database has the constraint under another name, that
     * one is used.
     */
    protected final Statement.Sql named(
            String before, String name, String after, QualifiedName table, @Nullable Constraint constraint) {
        Statement.Sql statement = sql(before + words.name(name) + after);
        return constraint == null
                ? statement
                : statement.adapted(new ConstraintLookup(before, name, after, table, constraint, words.identifiers()));
    }

    @Override
    public List<Statement> renameConstraint(ConstraintOperation.Rename rename) {
        return List.of(named(
                alterTable(rename.table()) + " rename constraint ",
                nameOf(rename.before()),
                " to " + words.name(rename.after()),
                rename.table(),
                rename.before()));
    }

    /** Returns the name of a named constraint. */
    protected static String nameOf(Constraint constraint) {
        return Objects.requireNonNull(constraint.name(), "the constraint has a name");
    }

    @Override
    public List<Statement> createIndex(IndexOperation.Create create) {
        Index index = create.index();
        return one("create " + (index.unique() ? "unique " : "") + "index " + words.name(index.name()) + " on "
                + words.name(create.table()) + " " + clauses.indexed(index));
    }

    @Override
    public List<Statement> dropIndex(IndexOperation.Drop drop) {
        return one("drop index " + words.inSchemaOf(drop.table(), drop.index().name()));
    }

    @Override
    public List<Statement> renameIndex(IndexOperation.Rename rename) {
        return one("alter index " + words.inSchemaOf(rename.table(), rename.before()) + " rename to "
                + words.name(rename.after()));
    }

    @Override
    public List<Statement> createSequence(SequenceOperation.Create create) {
        return sequences.create(create);
    }

    @Override
    public List<Statement> dropSequence(SequenceOperation.Drop drop) {
        return sequences.drop(drop);
    }

    @Override
    public List<Statement> alterSequence(SequenceOperation.Alter alter) {
        return sequences.alter(alter);
    }

    @Override
    public List<Statement> renameSequence(SequenceOperation.Rename rename) {
        return sequences.rename(rename);
    }

    @Override
    public List<Statement> createEnum(TypeOperation.Create create) {
        throw refusals.enumType("create", create.type().name());
    }

    @Override
    public List<Statement> dropEnum(TypeOperation.Drop drop) {
        throw refusals.enumType("drop", drop.type().name());
    }

    @Override
    public List<Statement> addEnumValue(TypeOperation.AddValue add) {
        throw refusals.enumType("add a value to", add.type());
    }

    @Override
    public List<Statement> alterEnum(TypeOperation.Alter alter) {
        throw refusals.enumType("change", alter.before().name());
    }

    @Override
    public List<Statement> insert(DataOperation.Insert insert) {
        return rows.insert(insert);
    }

    @Override
    public List<Statement> delete(DataOperation.Delete delete) {
        return rows.delete(delete);
    }

    @Override
    public List<Statement> upsert(DataOperation.Upsert upsert) {
        List<Statement> statements = new ArrayList<>(rows.deleted(upsert));
        if (!upsert.after().isEmpty()) {
            upserted(upsert, rows).forEach(text -> statements.add(new Statement.Sql(text)));
        }
        return statements;
    }

    /** Returns the statements that insert or update rows by their keys; here the statement of standard SQL, for each row. */
    protected List<String> upserted(DataOperation.Upsert upsert, RowSql sql) {
        return sql.merged(upsert);
    }

    @Override
    public List<Statement> backfill(DataOperation.Backfill backfill) {
        Fill fill = Objects.requireNonNull(backfill.fill(), "a backfill that does nothing has no statement");
        BackfillSql sql = new BackfillSql(words, backfill.table(), fill);
        List<String> key = backfill.batches().key();
        String script =
                (key.isEmpty() ? Optional.<String>empty() : loop(sql, key, backfill.batches())).orElseGet(sql::whole);
        return List.of(new Statement.Backfill(
                backfill.table(),
                sql.update(),
                fill.where(),
                fill.assignments().stream().map(Fill.Assignment::column).toList(),
                backfill.batches(),
                new Statement.Sql(script, false, null)));
    }

    /**
     * Returns the loop of a script that fills rows in batches; empty if the product's client cannot run one.
     *
     * @param sql the statements
     * @param key the columns of the key; never empty
     * @param batches how the rows are divided
     */
    protected Optional<String> loop(BackfillSql sql, List<String> key, Batches batches) {
        return Optional.empty();
    }

    @Override
    public List<Statement> execute(DataOperation.Execute execute) {
        Statement.Sql plain = new Statement.Sql(execute.sql(), true, execute.expectedRows());
        return List.of(ConstraintHint.read(execute.sql())
                .flatMap(drop -> dropConstraint(drop).stream()
                        .map(statement -> statement.requireSql().adaptation())
                        .filter(Objects::nonNull)
                        .findFirst())
                .map(plain::adapted)
                .orElse(plain));
    }
}
