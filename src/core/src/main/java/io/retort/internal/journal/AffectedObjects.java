package io.retort.internal.journal;

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
record AffectedObjects(List<QualifiedName> tables, @Nullable String object) {

    /** Every object. */
    static final AffectedObjects EVERYTHING = new AffectedObjects(List.of(), null);

    private static final Pattern PLAIN = Pattern.compile("[\\p{L}\\p{N}_]+");

    AffectedObjects {
        tables = List.copyOf(tables);
    }

    static AffectedObjects by(Operation operation, Statement.Sql statement, Dialect dialect) {
        AffectedObjects typed = operation.accept(new AffectedObjectsVisitor(statement.text(), dialect.syntax()));
        String object = narrow(operation, typed, dialect) ? typed.object() : null;
        return new AffectedObjects(
                typed.tables().stream().map(name -> stored(name, dialect)).toList(),
                object == null ? null : dialect.identifiers().stored(object));
    }

    /**
     * Only for a name that the catalog shows without escapes, and for an operation with one statement, because a second
     * one may touch more.
     */
    private static boolean narrow(Operation operation, AffectedObjects typed, Dialect dialect) {
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
    static AffectedObjects all(QualifiedName... tables) {
        return new AffectedObjects(List.of(tables), null);
    }

    /** Returns one column, index or constraint of a table. */
    static AffectedObjects one(String object, QualifiedName table) {
        return new AffectedObjects(List.of(table), object);
    }

    boolean isEverything() {
        return tables.isEmpty();
    }

    /** The same, each name with a schema. */
    AffectedObjects in(SchemaLookup schemas) throws SQLException {
        if (isEverything()) {
            return new AffectedObjects(List.of(new QualifiedName(schemas.current(), "")), object);
        }
        List<QualifiedName> placed = new ArrayList<>();
        for (QualifiedName table : tables) {
            placed.add(
                    table.schema() == null && !table.name().isEmpty()
                            ? new QualifiedName(schemas.of(table.name()), table.name())
                            : new QualifiedName(
                                    table.schema() == null ? schemas.current() : table.schema(), table.name()));
        }
        return new AffectedObjects(placed, object);
    }

    /** Returns the text of a journal entry. */
    String text() {
        List<String> parts = new ArrayList<>(List.of(object == null ? "" : NameCodec.text(object)));
        tables.forEach(table -> parts.add(
                (table.schema() == null ? "" : NameCodec.text(table.schema())) + "/" + NameCodec.text(table.name())));
        return String.join(",", parts);
    }

    static AffectedObjects read(String text) {
        String[] parts = text.split(",", -1);
        List<QualifiedName> tables = Stream.of(parts)
                .skip(1)
                .map(part -> part.split("/", -1))
                .map(names -> new QualifiedName(
                        names[0].isEmpty() ? null : NameCodec.read(names[0]), NameCodec.read(names[1])))
                .toList();
        return new AffectedObjects(tables, parts[0].isEmpty() ? null : NameCodec.read(parts[0]));
    }
}
