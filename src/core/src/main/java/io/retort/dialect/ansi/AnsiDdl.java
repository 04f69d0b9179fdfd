package io.retort.dialect.ansi;

import io.retort.operation.ColumnOperation;
import io.retort.operation.ConstraintOperation;
import io.retort.operation.DataOperation;
import io.retort.operation.Ddl;
import io.retort.operation.IndexOperation;
import io.retort.operation.SequenceOperation;
import io.retort.operation.Statement;
import io.retort.operation.TableOperation;
import io.retort.operation.TypeOperation;
import io.retort.schema.Column;
import io.retort.schema.Constraint;
import io.retort.schema.Default;
import io.retort.schema.Generation.Computed;
import io.retort.schema.Index;
import io.retort.schema.QualifiedName;
import io.retort.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Every operation in standard SQL, or in what most products make of it. A product overrides what it says otherwise. */
public class AnsiDdl implements Ddl {

    protected final Vocabulary words;
    protected final AnsiClauses clauses;
    private final RowSql rows;
    private final SequenceSql sequences;

    public AnsiDdl(Vocabulary words, AnsiClauses clauses, SequenceSql sequences) {
        this.words = words;
        this.clauses = clauses;
        this.sequences = sequences;
        this.rows = new RowSql(words);
    }

    @Override
    public List<Statement> createTable(TableOperation.Create create) {
        Table table = create.table();
        String elements = Stream.concat(
                        table.columns().stream().map(clauses::column),
                        table.constraints().stream().map(clauses::constraint))
                .collect(Collectors.joining(",\n    ", "    ", ""));
        String text = "create table " + words.name(table.name()) + " (\n" + elements + "\n)" + tableOptions(table)
                + (table.options().isEmpty() ? "" : options(table));
        return Stream.concat(Stream.of(sql(text)), comments(table)).toList();
    }

    /** What follows the parenthesis that closes {@code create table}. */
    protected String tableOptions(Table table) {
        return "";
    }

    /** The table's own options, of which most products have none. */
    protected String options(Table table) {
        throw words.cannot(
                "create table " + table.name() + " " + String.join(", ", table.options()) + ": it has no such tables",
                "Leave out option(...), or say it with op.execute(\"create table ...\").");
    }

    /** The statements that comment on a new table and its columns. */
    protected Stream<Statement> comments(Table table) {
        Stream<Statement> own = table.comment() == null
                ? Stream.empty()
                : Stream.of(commentOn("table", words.name(table.name()), table.comment()));
        return Stream.concat(own, table.columns().stream().flatMap(column -> comments(table.name(), column)));
    }

    /** The statements that comment on a new column. */
    protected Stream<Statement> comments(QualifiedName table, Column column) {
        return column.comment() == null ? Stream.empty() : Stream.of(commentOn(table, column));
    }

    private Statement commentOn(QualifiedName table, Column column) {
        return commentOn("column", words.name(table) + "." + words.name(column.name()), column.comment());
    }

    private Statement commentOn(String noun, String name, @Nullable String comment) {
        return sql("comment on " + noun + " " + name + " is " + comment(comment));
    }

    /** What a comment is, as it follows {@code is}. */
    protected String comment(@Nullable String comment) {
        return words.literals().of(comment);
    }

    @Override
    public List<Statement> dropTable(TableOperation.Drop drop) {
        return one("drop table " + words.name(drop.name()));
    }

    @Override
    public List<Statement> renameTable(TableOperation.Rename rename) {
        sameSchema(rename.before(), rename.after(), "table");
        return one(alterTable(rename.before())
                + " rename to "
                + words.name(rename.after().name()));
    }

    /** Refuses a rename that would move a thing to another schema. */
    protected final void sameSchema(QualifiedName before, QualifiedName after, String noun) {
        if (!Objects.equals(before.schema(), after.schema())) {
            throw words.cannot(
                    "rename " + noun + " " + before + " to " + after + ": a rename stays in its schema",
                    "Give both names the same schema, or move the " + noun + " with op.execute(\"alter ...\").");
        }
    }

    @Override
    public List<Statement> commentTable(TableOperation.Comment comment) {
        return List.of(commentOn("table", words.name(comment.table()), comment.after()));
    }

    /** Most products make each change to a table where it stands. */
    @Override
    public List<Statement> rebuildTable(TableOperation.Rebuild rebuild) {
        return rebuild.changes().stream()
                .flatMap(change -> change.sql(this).stream())
                .toList();
    }

    @Override
    public List<Statement> addColumn(ColumnOperation.Add add) {
        Statement added = sql(alterTable(add.table()) + " add column " + clauses.column(add.column()));
        return Stream.of(Stream.of(added), comments(add.table(), add.column()), key(add))
                .flatMap(statements -> statements)
                .toList();
    }

    /** What makes a new column the key that it is to be. */
    protected final Stream<Statement> key(ColumnOperation.Add add) {
        return add.key() == null
                ? Stream.empty()
                : addConstraint(new ConstraintOperation.Add(add.table(), add.key())).stream();
    }

    @Override
    public List<Statement> dropColumn(ColumnOperation.Drop drop) {
        Stream<Statement> key = drop.key() == null
                ? Stream.empty()
                : dropConstraint(new ConstraintOperation.Drop(drop.table(), drop.key())).stream();
        Statement dropped = sql(alterTable(drop.table()) + " drop column " + words.name(drop.name()));
        return Stream.concat(key, Stream.of(dropped)).toList();
    }

    /** One statement for each thing that is different, each free of what the one before it has removed. */
    @Override
    public List<Statement> alterColumn(ColumnOperation.Alter alter) {
        ColumnChange change = ColumnChange.of(alter);
        String column = alterTable(alter.table()) + " alter column "
                + words.name(alter.after().name());
        List<String> aspects = new ArrayList<>();
        aspects.addAll(loosened(change));
        if (change.type()) {
            aspects.add(newType(alter));
        }
        aspects.addAll(tightened(change));
        List<Statement> statements = new ArrayList<>();
        aspects.forEach(aspect -> statements.add(sql(column + " " + aspect)));
        if (change.comment()) {
            statements.add(commentOn(alter.table(), alter.after()));
        }
        return statements;
    }

    /** The column goes and comes; one that was computed, and no longer is, keeps the values that it had. */
    protected final List<Statement> anew(ColumnOperation.Alter alter) {
        Column before = alter.before();
        Column after = alter.after();
        List<Statement> statements =
                new ArrayList<>(dropColumn(new ColumnOperation.Drop(alter.table(), before.name(), before)));
        if (before.generation() instanceof Computed computed && after.generation() == null) {
            Column open = after.withNullable(true);
            statements.addAll(addColumn(new ColumnOperation.Add(alter.table(), open)));
            statements.add(sql("update " + words.name(alter.table()) + " set " + words.name(after.name()) + " = "
                    + computed.expression()));
            statements.addAll(
                    after.nullable() ? List.of() : alterColumn(new ColumnOperation.Alter(alter.table(), open, after)));
        } else {
            statements.addAll(addColumn(new ColumnOperation.Add(alter.table(), after)));
        }
        return statements;
    }

    /** What must go before the type can change. */
    protected List<String> loosened(ColumnChange change) {
        List<String> aspects = new ArrayList<>();
        if (change.generation() && change.before().generation() != null) {
            aspects.addAll(dropGeneration(change));
        }
        if (change.before().defaultValue() != null && (change.after().defaultValue() == null || change.kind())) {
            aspects.add("drop default");
        }
        return aspects;
    }

    /** What comes after the type has changed. */
    protected List<String> tightened(ColumnChange change) {
        List<String> aspects = new ArrayList<>();
        Default value = change.after().defaultValue();
        if (value != null && (change.defaultValue() || change.kind())) {
            aspects.add("set default " + clauses.value(change.after(), value));
        }
        if (change.nullability()) {
            aspects.add(change.after().nullable() ? "drop not null" : "set not null");
        }
        if (change.generation() && change.after().generation() != null) {
            aspects.addAll(addGeneration(change));
        }
        return aspects;
    }

    /** How a column's type is changed, as it follows the column's name. */
    protected String newType(ColumnOperation.Alter alter) {
        return "set data type " + clauses.type(alter.after());
    }

    /** How a column stops making its values by itself, as it follows the column's name. */
    protected List<String> dropGeneration(ColumnChange change) {
        throw cannotGenerate(change);
    }

    /** How a column begins to make its values by itself, as it follows the column's name. */
    protected List<String> addGeneration(ColumnChange change) {
        throw cannotGenerate(change);
    }

    /** The refusal to change how a column makes its values. */
    protected final RuntimeException cannotGenerate(ColumnChange change) {
        String name = change.after().name();
        return words.cannot(
                "change column " + name + " from " + change.before().description() + " to "
                        + change.after().description(),
                "Drop the column and add it anew: op.dropColumn(table, column(\"" + name
                        + "\", ...)), then op.addColumn(table, column(\"" + name + "\", ...)).");
    }

    /** The refusal to change the type of a column whose labels are kept in a check constraint. */
    protected final RuntimeException labelsStay(ColumnChange change) {
        return words.cannot(
                "change column " + change.after().name() + " from "
                        + change.before().description() + " to "
                        + change.after().description() + ": it keeps labels in a check constraint",
                "Change the type with varchar(255) on both sides, and the labels with op.dropConstraint and"
                        + " op.addConstraint.");
    }

    @Override
    public List<Statement> renameColumn(ColumnOperation.Rename rename) {
        return one(alterTable(rename.table()) + " rename column " + words.name(rename.before()) + " to "
                + words.name(rename.after()));
    }

    @Override
    public List<Statement> addConstraint(ConstraintOperation.Add add) {
        return one(alterTable(add.table()) + " add " + clauses.constraint(add.constraint()) + notValid(add));
    }

    /** The refusal to leave rows unchecked by a constraint that is neither a foreign key nor a check. */
    protected final RuntimeException checksRows(Constraint constraint) {
        return words.cannot(
                "leave rows unchecked by " + constraint.description(),
                "Use op.addConstraint: only foreign keys and checks can be added without a look at the rows.");
    }

    /** How the rows that are there are left unchecked; nothing where the product must check them. */
    protected String notValid(ConstraintOperation.Add add) {
        return "";
    }

    @Override
    public List<Statement> dropConstraint(ConstraintOperation.Drop drop) {
        String name = drop.name();
        return one(alterTable(drop.table())
                + (name == null ? " drop primary key" : " drop constraint " + words.name(name)));
    }

    @Override
    public List<Statement> renameConstraint(ConstraintOperation.Rename rename) {
        return one(alterTable(rename.table()) + " rename constraint " + words.name(nameOf(rename.before())) + " to "
                + words.name(rename.after()));
    }

    /** The name of a constraint that has one. */
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
        return one("drop index " + words.beside(drop.table(), drop.index().name()));
    }

    @Override
    public List<Statement> renameIndex(IndexOperation.Rename rename) {
        return one("alter index " + words.beside(rename.table(), rename.before()) + " rename to "
                + words.name(rename.after()));
    }

    @Override
    public List<Statement> createSequence(SequenceOperation.Create create) {
        return one(sequences.create(create.sequence()));
    }

    @Override
    public List<Statement> dropSequence(SequenceOperation.Drop drop) {
        return one("drop sequence " + words.name(drop.name()));
    }

    @Override
    public List<Statement> alterSequence(SequenceOperation.Alter alter) {
        return sequences.alter(alter.before(), alter.after()).map(this::one).orElse(List.of());
    }

    @Override
    public List<Statement> renameSequence(SequenceOperation.Rename rename) {
        sameSchema(rename.before(), rename.after(), "sequence");
        return one("alter sequence " + words.name(rename.before()) + " rename to "
                + words.name(rename.after().name()));
    }

    @Override
    public List<Statement> createEnum(TypeOperation.Create create) {
        throw noEnums("create", create.type().name());
    }

    @Override
    public List<Statement> dropEnum(TypeOperation.Drop drop) {
        throw noEnums("drop", drop.type().name());
    }

    @Override
    public List<Statement> addEnumLabel(TypeOperation.AddLabel add) {
        throw noEnums("add a label to", add.type());
    }

    @Override
    public List<Statement> alterEnum(TypeOperation.Alter alter) {
        throw noEnums("change", alter.before().name());
    }

    private RuntimeException noEnums(String verb, QualifiedName type) {
        return words.cannot(
                verb + " enum type " + type + ": it has no enum types with names of their own",
                "Say the labels in the column, column(\"...\", enumOf(\"...\")), or use varchar and a check constraint.");
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
    public List<Statement> execute(DataOperation.Execute execute) {
        return List.of(new Statement.Sql(execute.sql(), true, execute.expectedRows()));
    }

    protected final String alterTable(QualifiedName table) {
        return "alter table " + words.name(table);
    }

    protected final List<Statement> one(String text) {
        return List.of(sql(text));
    }

    protected static Statement.Sql sql(String text) {
        return new Statement.Sql(text);
    }
}
