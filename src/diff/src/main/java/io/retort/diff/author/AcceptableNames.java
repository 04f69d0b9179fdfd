package io.retort.diff.author;

import io.retort.internal.state.OperationObjects;
import io.retort.internal.state.SchemaObject;
import io.retort.operation.ColumnOperation;
import io.retort.operation.Operation;
import io.retort.operation.OperationVisitor;
import io.retort.operation.TableOperation;
import io.retort.schema.Identifier;
import io.retort.schema.QualifiedName;
import java.util.List;

/**
 * Returns the names by which the objects of an operation can be accepted as different, such as {@code customer.ix_mail}. A table
 * or column that would be created has none: the application fails without it, so that it is accepted by a user only.
 */
final class AcceptableNames implements OperationVisitor.Selective<List<String>> {

    private static final OperationObjects OBJECTS = new OperationObjects();

    /** Returns the names for an operation; empty if it should not be accepted, or is about rows. */
    static List<String> of(Operation operation) {
        return operation.accept(new AcceptableNames());
    }

    private static String name(SchemaObject object) {
        return switch (object.kind()) {
            case TABLE, SEQUENCE, ENUM_TYPE -> plain(object.owner());
            case COLUMN, CONSTRAINT, INDEX -> plain(object.owner()) + "." + plain(object.name());
        };
    }

    private static String plain(QualifiedName name) {
        return (name.schema() == null ? "" : plain(name.schema()) + ".") + plain(name.name());
    }

    private static String plain(String typed) {
        return Identifier.parse(typed).text();
    }

    @Override
    public List<String> other(Operation operation) {
        return operation.accept(OBJECTS).stream().map(AcceptableNames::name).toList();
    }

    @Override
    public List<String> createTable(TableOperation.Create create) {
        return List.of();
    }

    @Override
    public List<String> addColumn(ColumnOperation.Add add) {
        return List.of();
    }

    @Override
    public List<String> rebuildTable(TableOperation.Rebuild rebuild) {
        return rebuild.changes().stream()
                .flatMap(change -> change.accept(this).stream())
                .toList();
    }
}
