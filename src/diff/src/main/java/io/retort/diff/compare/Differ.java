package io.retort.diff.compare;

import io.retort.diff.compare.order.Changes;
import io.retort.diff.compare.order.GoneTables;
import io.retort.diff.compare.order.NewTables;
import io.retort.schema.QualifiedName;
import io.retort.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Compares a live schema with the model. */
public final class Differ {

    private final Schemas schemas;
    private final Changes changes = new Changes();

    private Differ(Schemas schemas) {
        this.schemas = schemas;
    }

    /** What takes the live schema to the model. */
    public static Comparison compare(Schemas schemas) {
        return new Differ(schemas).compare();
    }

    private Comparison compare() {
        List<Table> created = new ArrayList<>();
        for (Table wanted : schemas.wanted().tables()) {
            Optional<Table> live = schemas.live().table(wanted.name());
            if (live.isPresent()) {
                new TableComparison(live.get(), wanted, declared(wanted), changes).compare();
            } else {
                created.add(declared(wanted));
            }
        }
        new NewTables(schemas.live(), changes).create(created);
        new GoneTables(changes).drop(gone());
        new SequenceComparison(schemas, changes).compare();
        new EnumTypeComparison(schemas, changes).compare();
        return new Comparison(changes.operations(), changes.skipped(), changes.notOurs());
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
                changes.skip("table " + name + ": the database refuses to create it as Hibernate says it");
            } else if (schemas.ours().test(name)) {
                gone.add(live);
            } else {
                changes.leaveAlone(name);
            }
        }
        return gone;
    }
}
