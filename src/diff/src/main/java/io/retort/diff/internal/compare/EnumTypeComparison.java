package io.retort.diff.internal.compare;

import io.retort.diff.internal.compare.OperationOrder.Phase;
import io.retort.operation.TypeOperation;
import io.retort.schema.EnumType;
import io.retort.schema.SqlType;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Compares the constants of enum types, and their order. Types are matched by name.
 */
final class EnumTypeComparison {

    private final ComparisonContext schemas;
    private final OperationOrder changes;

    /**
     * @param schemas both sides
     * @param changes collects the operations
     */
    EnumTypeComparison(ComparisonContext schemas, OperationOrder changes) {
        this.schemas = schemas;
        this.changes = changes;
    }

    void compare() {
        for (EnumType wanted : schemas.wanted().enumTypes()) {
            schemas.live()
                    .enumType(wanted.name())
                    .ifPresentOrElse(
                            live -> compare(live, wanted),
                            () -> changes.add(Phase.CREATE_TYPES, new TypeOperation.Create(wanted)));
        }
        schemas.live().enumTypes().stream()
                .filter(live -> schemas.wanted().enumType(live.name()).isEmpty())
                .forEach(this::drop);
    }

    private void compare(EnumType live, EnumType wanted) {
        if (!live.values().equals(wanted.values())) {
            changes.add(Phase.CREATE_TYPES, new TypeOperation.Alter(live, wanted, uses(live)));
        }
    }

    /**
     * The columns that use the type when it is altered. A column that is dropped later still exists then, and one of a table
     * that is not compared has to follow the type, too.
     */
    private List<TypeOperation.Use> uses(EnumType type) {
        String name = type.name().toString();
        return Stream.concat(schemas.live().tables().stream(), schemas.besides().stream())
                .flatMap(table -> table.columns().stream()
                        .filter(column -> isOf(column.type(), name))
                        .map(column -> new TypeOperation.Use(table.name(), column)))
                .toList();
    }

    /** H2 quotes the name of a domain where a column uses it. */
    private static boolean isOf(SqlType type, String name) {
        String text = (type.element() == null ? type : type.element()).text();
        return text != null && plain(text).equals(plain(name));
    }

    private static String plain(String name) {
        return name.replace("\"", "").replace("[]", "").toLowerCase(Locale.ROOT);
    }

    private void drop(EnumType live) {
        if (schemas.ours().test(live.name())) {
            changes.add(Phase.DROP_TYPES, new TypeOperation.Drop(live));
        } else {
            changes.leaveAlone(live.name());
        }
    }
}
