package io.retort.diff;

import io.retort.dialect.Identifiers;
import io.retort.diff.internal.scratch.CompositeType;
import io.retort.diff.internal.scratch.Scratch;
import io.retort.operation.DataOperation;
import io.retort.operation.Operation;
import io.retort.schema.QualifiedName;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Composite types that are missing in the database; Hibernate's own statements create them. */
final class NewStructures {

    private NewStructures() {}

    /** Returns the operations, preceded by those that create the missing types. */
    static List<Operation> before(
            List<Operation> operations,
            Map<QualifiedName, List<String>> structures,
            Scratch scratch,
            Identifiers identifiers) {
        List<String> missing = scratch.compositeTypes().stream()
                .filter(type -> !type.isThere())
                .map(CompositeType::name)
                .toList();
        List<Operation> all = new ArrayList<>();
        structures.forEach((name, statements) -> {
            if (missing.contains(identifiers.stored(name.name()))) {
                all.add(new DataOperation.Execute(statements.get(0), "drop type " + identifiers.sql(name)));
            }
        });
        all.addAll(operations);
        return all;
    }
}
