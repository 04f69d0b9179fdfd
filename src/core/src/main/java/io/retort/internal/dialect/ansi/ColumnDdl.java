package io.retort.internal.dialect.ansi;

import io.retort.operation.ColumnOperation;
import io.retort.operation.ConstraintOperation;
import io.retort.operation.Ddl;
import io.retort.operation.Statement;
import io.retort.schema.Column;
import io.retort.schema.Column.Generation.Computed;
import io.retort.schema.Default;
import io.retort.schema.QualifiedName;
import io.retort.schema.SqlType;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The part of {@link AnsiDdl} for columns, and the parts that all statements share. */
abstract class ColumnDdl implements Ddl {

    protected final SqlNaming words;
    protected final AnsiClauses clauses;
    protected final UnsupportedOperations refusals;

    ColumnDdl(SqlNaming words, AnsiClauses clauses) {
        this.words = words;
        this.clauses = clauses;
        this.refusals = new UnsupportedOperations(words);
    }

    @Override
    public final String product() {
        return words.product();
    }

    @Override
    public List<Statement> addColumn(ColumnOperation.Add add) {
        List<Statement> statements = new ArrayList<>();
        statements.add(sql(alterTable(add.table()) + " add column " + clauses.column(add.table(), add.column())));
        statements.addAll(comments(add.table(), add.column()));
        statements.addAll(key(add));
        return statements;
    }

    /** Returns the statements that add the key of a new column. */
    protected final List<Statement> key(ColumnOperation.Add add) {
        return add.key() == null ? List.of() : addConstraint(new ConstraintOperation.Add(add.table(), add.key()));
    }

    @Override
    public List<Statement> dropColumn(ColumnOperation.Drop drop) {
        Stream<Statement> key = drop.key() == null
                ? Stream.empty()
                : dropConstraint(new ConstraintOperation.Drop(drop.table(), drop.key())).stream();
        Statement dropped = sql(alterTable(drop.table()) + " drop column " + words.name(drop.name()));
        return Stream.concat(key, Stream.of(dropped)).toList();
    }

    /** One statement per difference; what one statement removes cannot conflict with the next. */
    @Override
    public List<Statement> alterColumn(ColumnOperation.Alter alter) {
        ColumnChange change = ColumnChange.of(alter);
        String column = alterTable(alter.table()) + " alter column "
                + words.name(alter.after().name());
        List<String> aspects = new ArrayList<>();
        aspects.addAll(relaxed(change));
        if (isOtherType(alter, change)) {
            aspects.add(newType(alter));
        }
        aspects.addAll(tightened(change));
        EnumCheck enumCheck = new EnumCheck(words);
        boolean otherValues = enumCheck.isOther(change);
        List<Statement> statements = new ArrayList<>();
        if (otherValues && enumCheck.isNeeded(change.before())) {
            statements.addAll(dropConstraint(
                    new ConstraintOperation.Drop(alter.table(), enumCheck.constraint(alter.table(), change.before()))));
        }
        aspects.forEach(aspect -> statements.add(sql(column + " " + aspect)));
        if (otherValues && enumCheck.isNeeded(change.after())) {
            statements.addAll(addConstraint(
                    new ConstraintOperation.Add(alter.table(), enumCheck.constraint(alter.table(), change.after()))));
        }
        if (change.comment()) {
            statements.add(commentOn(alter.table(), alter.after()));
        }
        return statements;
    }

    /** Other constants need no other type where a check constraint lists them. */
    private boolean isOtherType(ColumnOperation.Alter alter, ColumnChange change) {
        boolean alike = new EnumCheck(words).isNeeded(alter.before())
                && alter.using() == null
                && clauses.type(alter.before()).equals(clauses.type(alter.after()));
        return change.type() && !alike;
    }

    /** Drops the column and adds it again. A generated column that becomes an ordinary one keeps its values. */
    protected final List<Statement> replaceColumn(ColumnOperation.Alter alter) {
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

    /**
     * Converts the values by an expression, on a product whose type change accepts none. The converted values are
     * stored in an additional column and copied back after the emptied column has its new type. So the column keeps its
     * position, indexes and constraints.
     */
    protected final List<Statement> converted(ColumnOperation.Alter alter) {
        Column before = alter.before();
        Column after = alter.after();
        Column open = after.withNullable(true).withDefault(null);
        Column emptied = before.withNullable(true).withDefault(null);
        Column temporary = new Column(temporaryName(before.name()), after.type()).collation(after.collation());
        String update = "update " + words.name(alter.table()) + " set ";
        String column = words.name(after.name());
        List<Statement> statements = new ArrayList<>();
        statements.addAll(addColumn(new ColumnOperation.Add(alter.table(), temporary)));
        statements.add(sql(update + words.name(temporary.name()) + " = " + alter.using()));
        if (!emptied.equals(before)) {
            statements.addAll(alterColumn(new ColumnOperation.Alter(alter.table(), before, emptied)));
        }
        statements.add(sql(update + column + " = null"));
        Column last = emptied;
        for (SqlType step : emptySteps(before.type(), after.type())) {
            Column next = last.withType(step);
            statements.addAll(alterColumn(new ColumnOperation.Alter(alter.table(), last, next)));
            last = next;
        }
        statements.addAll(alterColumn(new ColumnOperation.Alter(alter.table(), last, open)));
        statements.add(sql(update + column + " = " + words.name(temporary.name())));
        statements.addAll(dropColumn(new ColumnOperation.Drop(alter.table(), temporary.name(), temporary)));
        if (!open.equals(after)) {
            statements.addAll(alterColumn(new ColumnOperation.Alter(alter.table(), open, after)));
        }
        return statements;
    }

    /** Returns intermediate types for the empty column, if the product cannot change every type into every other. */
    protected List<SqlType> emptySteps() {
        return List.of();
    }

    /**
     * Returns intermediate types for the empty column between two types.
     *
     * @param before the type before the change
     * @param after the type after the change
     */
    protected List<SqlType> emptySteps(SqlType before, SqlType after) {
        return emptySteps();
    }

    private String temporaryName(String column) {
        String name =
                words.identifiers().stored("retort_") + words.identifiers().stored(column);
        int most = Math.min(words.identifiers().maxBytes(), name.length());
        return words.identifiers().typed(name.substring(0, most));
    }

    /** Returns what must be removed before the type can change. */
    protected List<String> relaxed(ColumnChange change) {
        List<String> aspects = new ArrayList<>();
        if (change.generation() && change.before().generation() != null) {
            aspects.addAll(dropGeneration(change));
        }
        if (change.before().defaultValue() != null && (change.after().defaultValue() == null || change.kind())) {
            aspects.add("drop default");
        }
        return aspects;
    }

    /** Returns what is added after the type has changed. */
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

    /** Returns the clause that changes the type, as it follows the column's name. */
    protected String newType(ColumnOperation.Alter alter) {
        return "set data type " + clauses.type(alter.after());
    }

    /** Returns the clauses that remove the generation, as they follow the column's name. */
    protected List<String> dropGeneration(ColumnChange change) {
        throw refusals.otherGeneration(change);
    }

    /** Returns the clauses that add a generation, as they follow the column's name. */
    protected List<String> addGeneration(ColumnChange change) {
        throw refusals.otherGeneration(change);
    }

    @Override
    public List<Statement> renameColumn(ColumnOperation.Rename rename) {
        return one(alterTable(rename.table()) + " rename column " + words.name(rename.before()) + " to "
                + words.name(rename.after()));
    }

    /** Returns the statements for the comment of a new column. */
    protected List<Statement> comments(QualifiedName table, Column column) {
        return column.comment() == null ? List.of() : List.of(commentOn(table, column));
    }

    private Statement commentOn(QualifiedName table, Column column) {
        return commentOn("column", words.name(table) + "." + words.name(column.name()), column.comment());
    }

    /** Returns the statement for a comment. */
    final Statement commentOn(String noun, String name, @Nullable String comment) {
        return sql("comment on " + noun + " " + name + " is " + comment(comment));
    }

    /** Returns the text of a comment, as it follows {@code is}. */
    protected String comment(@Nullable String comment) {
        return words.literals().of(comment);
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
