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
 * @param name its name
 * @param columns in the order in which the database keeps them
 * @param constraints primary key, uniques, foreign keys and checks
 * @param indexes those that are not merely the inside of a constraint
 * @param comment what people wrote about it; null for none
 * @param options the words behind its columns that make it a table of another sort; no part of a comparison
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

    /** A table without options. */
    public Table(
            QualifiedName name,
            List<Column> columns,
            List<Constraint> constraints,
            List<Index> indexes,
            @Nullable String comment) {
        this(name, columns, constraints, indexes, comment, List.of());
    }

    /** A table made of what stands inside its {@code create table}, in that order. */
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

    /** What stands inside this table's {@code create table}. */
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

    public Optional<Column> column(String column) {
        return columns.stream().filter(c -> c.name().equals(column)).findFirst();
    }

    public Optional<Constraint.PrimaryKey> primaryKey() {
        return constraintsOf(Constraint.PrimaryKey.class).findFirst();
    }

    /** The constraints of one sort, in order. */
    public <C extends Constraint> Stream<C> constraintsOf(Class<C> sort) {
        return constraints.stream().filter(sort::isInstance).map(sort::cast);
    }

    public Table withName(QualifiedName value) {
        return new Table(value, columns, constraints, indexes, comment, options);
    }

    public Table withColumns(List<Column> value) {
        return new Table(name, value, constraints, indexes, comment, options);
    }

    public Table withConstraints(List<? extends Constraint> value) {
        return new Table(name, columns, List.copyOf(value), indexes, comment, options);
    }

    public Table withIndexes(List<Index> value) {
        return new Table(name, columns, constraints, value, comment, options);
    }

    /** With further indexes. */
    public Table indexed(Index... more) {
        return withIndexes(Stream.concat(indexes.stream(), Arrays.stream(more)).toList());
    }

    public Table withComment(@Nullable String value) {
        return new Table(name, columns, constraints, indexes, value, options);
    }

    public Table withOptions(List<String> value) {
        return new Table(name, columns, constraints, indexes, comment, value);
    }

    /** With each column put through a function. */
    public Table mapColumns(UnaryOperator<Column> change) {
        return withColumns(columns.stream().map(change).toList());
    }

    /** What may stand inside {@code create table}: columns, constraints, and what is about the table as a whole. */
    public sealed interface Element permits Column, Constraint, Comment, Option {}

    /**
     * A comment on the table itself.
     *
     * @param text what it says
     */
    public record Comment(String text) implements Element {}

    /**
     * What makes the table one of another sort.
     *
     * @param words as they stand behind the columns, as {@code strict} on SQLite
     */
    public record Option(String words) implements Element {}
}
