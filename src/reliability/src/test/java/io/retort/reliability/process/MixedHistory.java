package io.retort.reliability.process;

import static io.retort.migration.Definitions.bigint;
import static io.retort.migration.Definitions.column;
import static io.retort.migration.Definitions.columns;
import static io.retort.migration.Definitions.foreignKey;
import static io.retort.migration.Definitions.integer;
import static io.retort.migration.Definitions.primaryKey;
import static io.retort.migration.Definitions.row;
import static io.retort.migration.Definitions.unique;
import static io.retort.migration.Definitions.varchar;

import io.retort.migration.Migration;
import io.retort.migration.Operations;
import io.retort.run.source.RevisionSource;
import java.util.ArrayList;
import java.util.List;

/** Definitions, data and pieces of work, alone and together in one revision: something to be killed in. */
final class MixedHistory {

    private MixedHistory() {}

    static RevisionSource revisions() {
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
            op.createIndex("ix_person_email", "person", "email");
        });
        steps.add(op -> op.execute("create table filled (id int not null primary key, pad varchar(1000))"));
        steps.add(op -> op.work("fill", connection -> Filling.fill(connection, 1000)));
        for (int i = 0; i < 4; i++) {
            int number = i;
            steps.add(op -> several(op, number));
        }
        steps.add(op -> {
            op.renameColumn("person", "name", "full_name");
            op.alterColumn("person", column("email", varchar(100)), column("email", varchar(200)));
            op.dropIndex("ix_person_email", "person", "email");
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
        op.createIndex("ix_ran", "ran", "step");
    }

    private static void several(Operations op, int number) {
        op.createTable(
                "part" + number,
                column("id", bigint()).notNull(),
                column("person_id", bigint()),
                column("pad", varchar(100)),
                primaryKey("id"));
        op.execute("insert into part" + number + " select id, id, name from person");
        op.createIndex("ix_part" + number, "part" + number, "pad");
        op.addConstraint(
                "part" + number, foreignKey("fk_part" + number, "person_id").references("person", "id"));
        op.execute("insert into ran values (" + number + ")");
        op.addColumn(
                "part" + number, column("more", integer()).defaultValue(number).notNull());
    }
}
