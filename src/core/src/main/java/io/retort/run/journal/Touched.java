package io.retort.run.journal;

import io.retort.dialect.Dialect;
import io.retort.operation.Operation;
import io.retort.operation.Statement;
import io.retort.schema.QualifiedName;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
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
        Touched typed = operation.accept(new TouchedByOperation(statement.text(), dialect.syntax()));
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

    /** Returns everything of some tables or sequences. */
    static Touched all(QualifiedName... tables) {
        return new Touched(List.of(tables), null);
    }

    /** Returns one column, index or constraint of a table. */
    static Touched one(String object, QualifiedName table) {
        return new Touched(List.of(table), object);
    }

    boolean isEverything() {
        return tables.isEmpty();
    }

    /** The same, each name with a schema. */
    Touched in(SchemaLookup schemas) throws SQLException {
        if (isEverything()) {
            return new Touched(List.of(new QualifiedName(schemas.current(), "")), object);
        }
        List<QualifiedName> placed = new ArrayList<>();
        for (QualifiedName table : tables) {
            placed.add(
                    table.schema() == null && !table.name().isEmpty()
                            ? new QualifiedName(schemas.of(table.name()), table.name())
                            : new QualifiedName(
                                    table.schema() == null ? schemas.current() : table.schema(), table.name()));
        }
        return new Touched(placed, object);
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
