package io.retort.schema;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A table.
 *
 * @param name the name
 * @param columns the columns, in the order of the database
 * @param constraints primary key, unique constraints, foreign keys and check constraints
 * @param indexes the indexes, without those that only implement a constraint
 * @param comment the comment; null for no comment
 * @param options the table options, for example {@code strict} on SQLite; ignored by comparisons
 */
public record Table(
        QualifiedName name,
        List<Column> columns,
        List<Constraint> constraints,
        List<Index> indexes,
        @Nullable String comment,
        List<String> options) {

    public Table {
        columns = List.copyOf(columns);
        constraints = List.copyOf(constraints);
        indexes = List.copyOf(indexes);
        options = List.copyOf(options);
    }

    /** Creates a table without options. */
    public Table(
            QualifiedName name,
            List<Column> columns,
            List<Constraint> constraints,
            List<Index> indexes,
            @Nullable String comment) {
        this(name, columns, constraints, indexes, comment, List.of());
    }

    /** Creates a table from its elements, in this order. Only the first comment counts. */
    public static Table of(QualifiedName name, List<? extends Element> elements) {
        List<Column> columns = new ArrayList<>();
        List<Constraint> constraints = new ArrayList<>();
        List<String> options = new ArrayList<>();
        String comment = null;
        for (Element element : elements) {
            if (element instanceof Column column) {
                columns.add(column);
            } else if (element instanceof Constraint constraint) {
                constraints.add(constraint);
            } else if (element instanceof Option option) {
                options.add(option.words());
            } else if (comment == null && element instanceof Comment first) {
                comment = first.text();
            }
        }
        return new Table(name, columns, constraints, List.of(), comment, options);
    }

    /** Returns the elements of the table's {@code create table}: columns, constraints, comment and options. */
    public List<Element> elements() {
        List<Element> all = new ArrayList<>(columns);
        all.addAll(constraints);
        if (comment != null) {
            all.add(new Comment(comment));
        }
        for (String words : options) {
            all.add(new Option(words));
        }
        return all;
    }

    /** Finds a column by its name. */
    public Optional<Column> column(String column) {
        return columns.stream().filter(c -> c.name().equals(column)).findFirst();
    }

    /** Finds the primary key. */
    public Optional<Constraint.PrimaryKey> primaryKey() {
        return constraintsOf(Constraint.PrimaryKey.class).findFirst();
    }

    /** Returns the constraints of one type, in order: {@code constraintsOf(Constraint.ForeignKey.class)}. */
    public <C extends Constraint> Stream<C> constraintsOf(Class<C> sort) {
        return constraints.stream().filter(sort::isInstance).map(sort::cast);
    }

    /** Returns a copy with another name. */
    public Table withName(QualifiedName value) {
        return new Table(value, columns, constraints, indexes, comment, options);
    }

    /** Returns a copy with other columns. */
    public Table withColumns(List<Column> value) {
        return new Table(name, value, constraints, indexes, comment, options);
    }

    /** Returns a copy with other constraints. */
    public Table withConstraints(List<? extends Constraint> value) {
        return new Table(name, columns, List.copyOf(value), indexes, comment, options);
    }

    /** Returns a copy with other indexes. */
    public Table withIndexes(List<Index> value) {
        return new Table(name, columns, constraints, value, comment, options);
    }

    /** Returns a copy with further indexes. */
    public Table indexed(Index... more) {
        return withIndexes(Stream.concat(indexes.stream(), Arrays.stream(more)).toList());
    }

    /** Returns a copy with another comment; null for no comment. */
    public Table withComment(@Nullable String value) {
        return new Table(name, columns, constraints, indexes, value, options);
    }

    /** Returns a copy with other options. */
    public Table withOptions(List<String> value) {
        return new Table(name, columns, constraints, indexes, comment, value);
    }

    /** Returns a copy in which the function has changed every column. */
    public Table mapColumns(UnaryOperator<Column> change) {
        return withColumns(columns.stream().map(change).toList());
    }

    /** An element of {@code create table}: a column, a constraint, a comment or a table option. */
    public sealed interface Element permits Column, Constraint, Comment, Option {}

    /**
     * A comment on the table.
     *
     * @param text the comment
     */
    public record Comment(String text) implements Element {}

    /**
     * A table option.
     *
     * @param words the SQL that follows the columns, for example {@code strict} on SQLite
     */
    public record Option(String words) implements Element {}
}
