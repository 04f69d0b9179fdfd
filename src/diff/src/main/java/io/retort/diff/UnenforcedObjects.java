package io.retort.diff;

import io.retort.dialect.Dialect;
import io.retort.diff.internal.inspect.UnvalidatedConstraint;
import io.retort.diff.internal.product.ComparedProduct;
import io.retort.schema.QualifiedName;
import io.retort.schema.Snapshot;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Constraints and indexes that are as the entities declare them, but that the database does not enforce or use. */
final class UnenforcedObjects {

    private final Dialect dialect;
    private final Connection connection;
    private final Snapshot wanted;

    /**
     * @param dialect the product
     * @param connection a connection to the database
     * @param wanted the model; objects of other tables are left out
     */
    UnenforcedObjects(Dialect dialect, Connection connection, Snapshot wanted) {
        this.dialect = dialect;
        this.connection = connection;
        this.wanted = wanted;
    }

    /** Returns one remark for each. */
    List<String> remarks() {
        ComparedProduct product = ComparedProduct.of(dialect);
        List<String> remarks = new ArrayList<>();
        for (UnvalidatedConstraint one : read(product.unvalidatedConstraints())) {
            remarks.add("Constraint " + typed(one.name()) + " of " + typed(one.table())
                    + " is not validated: rows from before it can violate it.");
        }
        for (UnvalidatedConstraint one : read(product.invalidIndexes())) {
            remarks.add("Index " + typed(one.name()) + " on " + typed(one.table())
                    + " is invalid: the database does not use it. Drop it and create it again.");
        }
        return remarks;
    }

    private List<UnvalidatedConstraint> read(Optional<String> query) {
        return query.map(sql -> UnvalidatedConstraint.read(connection, sql)).orElse(List.of()).stream()
                .filter(one -> wanted.table(new QualifiedName(null, typed(one.table())))
                        .isPresent())
                .toList();
    }

    private String typed(String stored) {
        return dialect.identifiers().typed(stored);
    }
}
