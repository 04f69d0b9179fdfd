package io.retort.diff.inspect;

import io.retort.dialect.Identifiers;
import io.retort.dialect.Identifiers.Folding;
import io.retort.testkit.TestDatabase;
import java.util.Set;

/** How the products fold and quote names. */
final class Names {

    private Names() {}

    static Inspector inspector(TestDatabase database) {
        return new CatalogInspector(Quirks.of(database.toString()), of(database));
    }

    static Identifiers of(TestDatabase database) {
        return switch (database) {
            case POSTGRESQL -> new Identifiers(Folding.LOWER, '"', Set.of(), 63);
            case H2 -> new Identifiers(Folding.UPPER, '"', Set.of(), 256);
            default -> new Identifiers(Folding.NONE, '`', Set.of(), 256);
        };
    }
}
