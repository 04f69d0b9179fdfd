package io.retort.diff.internal.compare;

import io.retort.schema.Constraint.ForeignKey;
import io.retort.schema.QualifiedName;
import io.retort.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Compares a live schema with the model and returns the differences as operations in executable order. */
public final class Differ {

    private final ComparisonContext schemas;
    private final OperationOrder changes = new OperationOrder();

    private Differ(ComparisonContext schemas) {
        this.schemas = schemas;
    }

    /**
     * Compares all objects.
     *
     * @param schemas the schemas of the comparison
     * @return the operations that change the live schema into the model
     */
    public static Comparison compare(ComparisonContext schemas) {
        return new Differ(schemas).compare();
    }

    /**
     * Compares managed objects only. Objects within tables that no revision created and no entity declares are kept and
     * listed.
     *
     * @param schemas the schemas of the comparison
     * @return the operations that change the managed part of the live schema into the model
     */
    public static Comparison compareManaged(ComparisonContext schemas) {
        UnmanagedObjects unmanaged = UnmanagedObjects.of(UnmanagedObjects.excluding(schemas), object -> false);
        return unmanaged.with(compare(unmanaged.schemas()));
    }

    private Comparison compare() {
        List<Table> created = new ArrayList<>();
        List<Table> kept = new ArrayList<>();
        new EnumTypeComparison(schemas, changes).compare();
        for (Table wanted : schemas.wanted().tables()) {
            Optional<Table> live = schemas.live().table(wanted.name());
            if (live.isPresent()) {
                RejectedByDatabase rejected = new RejectedByDatabase(declared(wanted), wanted);
                Table managed = managed(live.get());
                rejected.reports(managed).forEach(changes::skip);
                new TableComparison(rejected.compared(managed), wanted, declared(wanted), changes).compare();
                new GeneratedColumnDetacher(changes).take(live.get(), declared(wanted));
                kept.add(live.get());
            } else {
                created.add(new RejectedByDatabase(declared(wanted), wanted).possible());
            }
        }
        KeyStability stability = new KeyStability(schemas.live(), schemas.wanted());
        new NewTables(stability, changes).create(created);
        new DroppedTables(stability, changes).drop(gone());
        new ForeignKeyDetacher(changes, schemas.keysNeedIndexes()).take(kept);
        new SequenceComparison(schemas, changes).compare();
        new DependentObjectDetacher(changes).ofTypes(schemas.live().tables());
        return new Comparison(changes.operations(), changes.skipped(), List.of(), changes.notOurs());
    }

    /** Returns a live table without the objects that are kept regardless of the entities. */
    private Table managed(Table live) {
        return live.withIndexes(live.indexes().stream()
                        .filter(index -> !schemas.ours().hides(live.name(), index))
                        .toList())
                .withConstraints(live.constraints().stream()
                        .filter(constraint -> !schemas.ours().hides(live.name(), constraint))
                        .toList());
    }

    private Table declared(Table wanted) {
        return schemas.declared().table(wanted.name()).orElse(wanted);
    }

    private List<Table> gone() {
        List<Table> gone = new ArrayList<>();
        for (Table live : schemas.live().tables()) {
            QualifiedName name = live.name();
            if (schemas.wanted().table(name).isPresent()) {
                continue;
            }
            if (schemas.declared().table(name).isPresent()) {
                changes.skip("table " + name + ": the database rejects Hibernate's statement for it");
            } else if (schemas.ours().test(name)) {
                gone.add(live);
            } else {
                changes.leaveAlone(name);
            }
        }
        return withoutHeld(gone);
    }

    /** Excludes tables that a remaining table references, and the tables that those reference in turn. */
    private List<Table> withoutHeld(List<Table> gone) {
        List<Table> free = new ArrayList<>(gone);
        List<Table> stay = Stream.concat(
                        schemas.wanted().tables().stream(), // with columns that an answer keeps
                        schemas.live().tables().stream()
                                .filter(table ->
                                        schemas.wanted().table(table.name()).isEmpty())
                                .filter(table -> !gone.contains(table)))
                .toList();
        while (!stay.isEmpty()) {
            Table holder = stay.get(0);
            List<Table> held = free.stream()
                    .filter(table -> holder.constraintsOf(ForeignKey.class)
                            .anyMatch(key -> key.referencedTable().equals(table.name())))
                    .toList();
            held.forEach(table -> changes.skip("table " + table.name() + ": no entity maps it any more, but it cannot"
                    + " be dropped while table " + holder.name() + ", which is kept, references it"));
            free.removeAll(held);
            stay = Stream.concat(stay.stream().skip(1), held.stream()).toList();
        }
        return free;
    }
}
