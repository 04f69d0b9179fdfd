package io.retort.diff.internal.compare;

import io.retort.schema.QualifiedName;
import io.retort.schema.Snapshot;
import io.retort.schema.Table;
import java.util.List;
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
    private final List<Table> besides;

    /**
     * @param live the schema of the database
     * @param wanted the model as the database spells it
     * @param declared the model in portable types, from which operations are created
     * @param ours the ownership of objects that no entity declares
     * @param keysNeedIndexes whether a foreign key prevents dropping an index that it needs, as on MySQL and MariaDB
     */
    public ComparisonContext(
            Snapshot live, Snapshot wanted, Snapshot declared, SchemaOwnership ours, boolean keysNeedIndexes) {
        this(live, wanted, declared, ours, keysNeedIndexes, List.of());
    }

    private ComparisonContext(
            Snapshot live,
            Snapshot wanted,
            Snapshot declared,
            SchemaOwnership ours,
            boolean keysNeedIndexes,
            List<Table> besides) {
        this.live = live;
        this.wanted = wanted;
        this.declared = declared;
        this.ours = ours;
        this.keysNeedIndexes = keysNeedIndexes;
        this.besides = besides;
    }

    /**
     * Returns a copy with other schemas and another ownership.
     *
     * @param existing the schema of the database
     * @param model the model as the database spells it
     * @param portable the model in portable types
     * @param ownership the ownership of objects that no entity declares
     */
    public ComparisonContext with(Snapshot existing, Snapshot model, Snapshot portable, SchemaOwnership ownership) {
        return new ComparisonContext(existing, model, portable, ownership, keysNeedIndexes, besides);
    }

    /**
     * Returns a copy that knows tables of the database which are not compared, but whose columns can have a type that is.
     *
     * @param others the tables
     */
    public ComparisonContext beside(List<Table> others) {
        return new ComparisonContext(live, wanted, declared, ours, keysNeedIndexes, List.copyOf(others));
    }

    List<Table> besides() {
        return besides;
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
        return new ComparisonContext(live, wanted, declared, ours, false, besides);
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
        return with(rest, wanted, declared, ours);
    }
}
