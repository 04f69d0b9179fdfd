package io.retort.diff.internal.inspect;

import io.retort.dialect.Dialect;
import io.retort.diff.internal.product.ComparedProduct;
import io.retort.internal.dialect.Dialects;
import io.retort.testkit.TestDatabase;

/** The inspector and dialect of a test database. */
final class InspectedProducts {

    private InspectedProducts() {}

    static Inspector inspector(TestDatabase database) {
        return ComparedProduct.of(dialect(database)).inspector(dialect(database));
    }

    static Dialect dialect(TestDatabase database) {
        return Dialects.named(database.toString());
    }
}
