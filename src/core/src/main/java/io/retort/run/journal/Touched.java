package io.retort.run.journal;

import io.retort.dialect.Dialect;
import io.retort.operation.ColumnOperation;
import io.retort.operation.ConstraintOperation;
import io.retort.operation.DataOperation;
import io.retort.operation.IndexOperation;
import io.retort.operation.Operation;
import io.retort.operation.SequenceOperation;
import io.retort.operation.Statement;
import io.retort.operation.TableOperation;
import io.retort.schema.QualifiedName;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a statement touches, as narrowly as possible, so that concurrent changes of other sessions do not count.
 *
 * @param tables the tables or sequences, as stored; their schema can be null; empty for everything
 * @param object the stored name of the column, index or constraint within them; null for all of each
 */
record Touched(List<QualifiedName> tables, @Nullable String object) {

    /** Every object. */
    static final Touched EVERYTHING = new Touched(List.of(), null);

    private static final Pattern PLAIN = Pattern.compile("[\\p{L}\\p{N}_]+");

    Touched {
        tables = List.copyOf(tables);
    }

    static Touched by(Operation operation, Statement.Sql statement, Dialect dialect) {
        Touched typed = typed(operation, statement, dialect);
        String object = narrow(operation, typed, dialect) ? typed.object() : null;
        return new Touched(
                typed.tables().stream().map(name -> stored(name, dialect)).toList(),
                object == null ? null : dialect.identifiers().stored(object));
    }

    /**
     * Only for a name that the catalog shows without escapes, and for an operation with one statement, because a second
     * one may touch more.
     */
    private static boolean narrow(Operation operation, Touched typed, Dialect dialect) {
        return typed.object() != null
                && PLAIN.matcher(dialect.identifiers().stored(typed.object())).matches()
                && operation.sql(dialect.ddl()).size() == 1;
    }

    private static QualifiedName stored(QualifiedName name, Dialect dialect) {
        String schema = name.schema();
        return new QualifiedName(
                schema == null ? null : dialect.identifiers().stored(schema),
                dialect.identifiers().stored(name.name()));
    }

    private static Touched typed(Operation operation, Statement.Sql statement, Dialect dialect) {
        if (operation instanceof TableOperation table) {
            return table(table);
        }
        if (operation instanceof ColumnOperation column) {
            return column(column);
        }
        if (operation instanceof IndexOperation index) {
            return index(index);
        }
        if (operation instanceof ConstraintOperation constraint) {
            return constraint(constraint);
        }
        if (operation instanceof SequenceOperation sequence) {
            return sequence(sequence);
        }
        return operation instanceof DataOperation ? TouchedBySql.guess(statement.text(), dialect.syntax()) : EVERYTHING;
    }

    private static Touched table(TableOperation operation) {
        if (operation instanceof TableOperation.Create create) {
            return of(null, create.table().name());
        }
        if (operation instanceof TableOperation.Drop drop) {
            return of(null, drop.name());
        }
        if (operation instanceof TableOperation.Rename rename) {
            return of(null, rename.before(), rename.after());
        }
        if (operation instanceof TableOperation.Rebuild rebuild) {
            return of(null, rebuild.before().name());
        }
        return of(null, ((TableOperation.Comment) operation).table());
    }

    private static Touched column(ColumnOperation operation) {
        if (operation instanceof ColumnOperation.Add add) {
            return of(add.column().name(), add.table());
        }
        if (operation instanceof ColumnOperation.Drop drop) {
            return of(drop.name(), drop.table());
        }
        return operation instanceof ColumnOperation.Rename rename
                ? of(null, rename.table())
                : of(null, ((ColumnOperation.Alter) operation).table());
    }

    private static Touched index(IndexOperation operation) {
        if (operation instanceof IndexOperation.Create create) {
            return of(create.index().name(), create.table());
        }
        if (operation instanceof IndexOperation.Drop drop) {
            return of(drop.index().name(), drop.table());
        }
        return of(null, ((IndexOperation.Rename) operation).table());
    }

    /** The whole table, because a constraint can create an index with another name or change a column. */
    private static Touched constraint(ConstraintOperation operation) {
        if (operation instanceof ConstraintOperation.Add add) {
            return of(null, add.table());
        }
        if (operation instanceof ConstraintOperation.Drop drop) {
            return of(null, drop.table());
        }
        return of(null, ((ConstraintOperation.Rename) operation).table());
    }

    private static Touched sequence(SequenceOperation operation) {
        if (operation instanceof SequenceOperation.Create create) {
            return of(null, create.sequence().name());
        }
        if (operation instanceof SequenceOperation.Drop drop) {
            return of(null, drop.name());
        }
        if (operation instanceof SequenceOperation.Rename rename) {
            return of(null, rename.before(), rename.after());
        }
        return of(null, ((SequenceOperation.Alter) operation).after().name());
    }

    private static Touched of(@Nullable String object, QualifiedName... tables) {
        return new Touched(Stream.of(tables).filter(Objects::nonNull).toList(), object);
    }

    boolean isEverything() {
        return tables.isEmpty();
    }

    /** Returns the text of a journal entry. */
    String text() {
        List<String> parts = new ArrayList<>(List.of(object == null ? "" : Escaped.text(object)));
        tables.forEach(table -> parts.add(
                (table.schema() == null ? "" : Escaped.text(table.schema())) + "/" + Escaped.text(table.name())));
        return String.join(",", parts);
    }

    static Touched read(String text) {
        String[] parts = text.split(",", -1);
        List<QualifiedName> tables = Stream.of(parts)
                .skip(1)
                .map(part -> part.split("/", -1))
                .map(names ->
                        new QualifiedName(names[0].isEmpty() ? null : Escaped.read(names[0]), Escaped.read(names[1])))
                .toList();
        return new Touched(tables, parts[0].isEmpty() ? null : Escaped.read(parts[0]));
    }
}
