package io.retort.diff.internal.compare;

import io.retort.schema.QualifiedName;
import io.retort.schema.Snapshot;
import java.util.function.Predicate;

/**
 * The schemas of one comparison.
 */
public final class ComparisonContext {

    private final Snapshot live;
    private final Snapshot wanted;
    private final Snapshot declared;
    private final SchemaOwnership ours;
    private final boolean keysNeedIndexes;

    /**
     * @param live the schema of the database
     * @param wanted the model as the database spells it
     * @param declared the model in portable types, from which operations are created
     * @param ours the ownership of objects that no entity declares
     * @param keysNeedIndexes whether a foreign key prevents dropping an index that it needs, as on MySQL and MariaDB
     */
    public ComparisonContext(
            Snapshot live, Snapshot wanted, Snapshot declared, SchemaOwnership ours, boolean keysNeedIndexes) {
        this.live = live;
        this.wanted = wanted;
        this.declared = declared;
        this.ours = ours;
        this.keysNeedIndexes = keysNeedIndexes;
    }

    public Snapshot live() {
        return live;
    }

    public Snapshot wanted() {
        return wanted;
    }

    public Snapshot declared() {
        return declared;
    }

    public SchemaOwnership ours() {
        return ours;
    }

    public boolean keysNeedIndexes() {
        return keysNeedIndexes;
    }

    /**
     * Creates the schemas for a product on which a foreign key can need an index. This is the safe choice for every
     * product.
     *
     * @param live the schema of the database
     * @param wanted the model as the database spells it
     * @param declared the model in portable types
     * @param ours the ownership of objects that no entity declares
     */
    public ComparisonContext(Snapshot live, Snapshot wanted, Snapshot declared, SchemaOwnership ours) {
        this(live, wanted, declared, ours, true);
    }

    /**
     * Returns a copy for a product whose foreign keys need no index, such as PostgreSQL. Foreign keys then remain in
     * place when an index is created or dropped.
     */
    public ComparisonContext withoutIndexedKeys() {
        return new ComparisonContext(live, wanted, declared, ours, false);
    }

    /**
     * Returns a copy in which the live schema lacks some tables, such as Retort's own.
     *
     * @param ignored the tables to leave out
     */
    public ComparisonContext ignoring(Predicate<QualifiedName> ignored) {
        Snapshot rest = new Snapshot(
                live.tables().stream()
                        .filter(table -> !ignored.test(table.name()))
                        .toList(),
                live.sequences(),
                live.enumTypes());
        return new ComparisonContext(rest, wanted, declared, ours, keysNeedIndexes);
    }
}
