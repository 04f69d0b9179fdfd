package io.retort.reliability.process;

import static io.retort.migration.Definitions.bigint;
import static io.retort.migration.Definitions.column;
import static io.retort.migration.Definitions.columns;
import static io.retort.migration.Definitions.foreignKey;
import static io.retort.migration.Definitions.index;
import static io.retort.migration.Definitions.integer;
import static io.retort.migration.Definitions.primaryKey;
import static io.retort.migration.Definitions.row;
import static io.retort.migration.Definitions.table;
import static io.retort.migration.Definitions.unique;
import static io.retort.migration.Definitions.varchar;

import io.retort.migration.Migration;
import io.retort.migration.Operations;
import io.retort.schema.Table;
import io.retort.source.RevisionSource;
import java.util.ArrayList;
import java.util.List;

/** A history with DDL, data and Java work, separately and together in one revision, for tests that kill a run. */
final class MixedHistory {

    private MixedHistory() {}

    /**
     * Returns the history.
     *
     * @param rebuilding whether changes of constraints and types rebuild the table
     */
    static RevisionSource revisions(boolean rebuilding) {
        List<Migration> steps = new ArrayList<>();
        steps.add(MixedHistory::people);
        steps.add(op -> {
            for (int i = 0; i < 20; i++) {
                op.insert("person", columns("id", "name"), row(i, "name " + i), row(100 + i, "other " + i));
            }
        });
        steps.add(op -> {
            op.addColumn("person", column("email", varchar(100)));
            op.execute("update person set email = name");
            op.createIndex("person", index("ix_person_email", "email"));
        });
        steps.add(op -> op.execute("create table filled (id int not null primary key, pad varchar(1000))"));
        steps.add(op -> op.work("fill", connection -> Filling.fill(connection, 1000)));
        for (int i = 0; i < 4; i++) {
            int number = i;
            steps.add(op -> several(op, number, rebuilding));
        }
        steps.add(op -> {
            op.renameColumn("person", "name", "full_name");
            longer(op, rebuilding);
            op.dropIndex("person", index("ix_person_email", "email"));
            op.execute("update person set email = 'x' where id < 10");
            op.dropTable("part1");
        });
        return Histories.linear(steps);
    }

    private static void people(Operations op) {
        op.createTable(
                "person",
                column("id", bigint()).notNull(),
                column("name", varchar(100)),
                primaryKey("id"),
                unique("uk_person", "name"));
        op.createTable("ran", column("step", integer()).notNull());
        op.createIndex("ran", index("ix_ran", "step"));
    }

    private static void longer(Operations op, boolean rebuilding) {
        if (!rebuilding) {
            longer(op);
            return;
        }
        op.rebuildTable(
                table(
                                "person",
                                column("id", bigint()).notNull(),
                                column("full_name", varchar(100)),
                                column("email", varchar(100)),
                                primaryKey("id"),
                                unique("uk_person", "full_name"))
                        .indexed(index("ix_person_email", "email")),
                MixedHistory::longer);
    }

    private static void longer(Operations op) {
        op.alterColumn("person", column("email", varchar(100)), column("email", varchar(200)));
    }

    private static void several(Operations op, int number, boolean rebuilding) {
        Table.Element[] elements = {
            column("id", bigint()).notNull(),
            column("person_id", bigint()),
            column("pad", varchar(100)),
            primaryKey("id")
        };
        op.createTable("part" + number, elements);
        op.execute("insert into part" + number + " select id, id, name from person");
        op.createIndex("part" + number, index("ix_part" + number, "pad"));
        if (rebuilding) {
            Table part = table("part" + number, elements).indexed(index("ix_part" + number, "pad"));
            op.rebuildTable(part, changes -> reference(changes, number));
        } else {
            reference(op, number);
        }
        op.execute("insert into ran values (" + number + ")");
        op.addColumn(
                "part" + number, column("more", integer()).defaultValue(number).notNull());
        op.work("change the session", SessionChanges::make);
    }

    private static void reference(Operations op, int number) {
        op.addConstraint(
                "part" + number, foreignKey("fk_part" + number, "person_id").references("person", "id"));
    }
}
