package io.retort.diff.internal.product;

import io.retort.dialect.Dialect;
import io.retort.internal.state.SchemaObject;
import io.retort.internal.state.SchemaObject.Kind;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Statements of a dialect with {@code if not exists}, for the kinds of objects for which a product has it. */
final class IfNotExists {

    private static final String CLAUSE = "if not exists ";

    private IfNotExists() {}

    /**
     * Returns the statement that does nothing if the object exists.
     *
     * @param object the object that the statement creates
     * @param statement the statement of the dialect
     * @param dialect the product
     * @param supported the kinds for which the product has the clause
     */
    static Optional<String> in(SchemaObject object, String statement, Dialect dialect, Set<Kind> supported) {
        if (!supported.contains(object.kind())) {
            return Optional.empty();
        }
        return beginnings(object, dialect).stream()
                .filter(statement::startsWith)
                .findFirst()
                .map(beginning -> beginning + CLAUSE + statement.substring(beginning.length()));
    }

    private static List<String> beginnings(SchemaObject object, Dialect dialect) {
        String table = "alter table " + dialect.identifiers().sql(object.owner()) + " ";
        return switch (object.kind()) {
            case TABLE -> List.of("create table ");
            case COLUMN -> List.of(table + "add column ");
            case CONSTRAINT -> List.of(table + "add constraint ");
            case INDEX -> List.of("create index ", "create unique index ");
            case SEQUENCE -> List.of("create sequence ");
            case ENUM_TYPE -> List.of();
        };
    }
}
