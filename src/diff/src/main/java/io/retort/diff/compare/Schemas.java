package io.retort.diff.compare;

import io.retort.schema.QualifiedName;
import io.retort.schema.Snapshot;
import java.util.function.Predicate;

/**
 * The schemas of one comparison.
 *
 * @param live what the database has
 * @param wanted the model as the database spells it
 * @param declared the model in portable types, for what the operations say
 * @param ours who owns what no entity declares
 * @param leaning true where a foreign key does not let an index go that it leans on, as on MySQL and MariaDB
 */
public record Schemas(Snapshot live, Snapshot wanted, Snapshot declared, SchemaOwnership ours, boolean leaning) {

    /** On a product whose foreign keys may lean on indexes, which suits every product. */
    public Schemas(Snapshot live, Snapshot wanted, Snapshot declared, SchemaOwnership ours) {
        this(live, wanted, declared, ours, true);
    }

    /** On a product whose foreign keys need no index, such as PostgreSQL: they stay when an index comes or goes. */
    public Schemas withoutLeaning() {
        return new Schemas(live, wanted, declared, ours, false);
    }

    /** The live schema without some tables, such as Retort's own. */
    public Schemas ignoring(Predicate<QualifiedName> ignored) {
        Snapshot rest = new Snapshot(
                live.tables().stream()
                        .filter(table -> !ignored.test(table.name()))
                        .toList(),
                live.sequences(),
                live.enumTypes());
        return new Schemas(rest, wanted, declared, ours, leaning);
    }
}
