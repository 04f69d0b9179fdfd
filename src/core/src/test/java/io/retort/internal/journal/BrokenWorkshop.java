package io.retort.internal.journal;

import static io.retort.migration.Definitions.*;

import io.retort.internal.history.JavaRevisions;
import io.retort.migration.Migration;
import io.retort.migration.Operations;
import io.retort.migration.Revision;
import io.retort.source.RevisionSource;

/** A revision whose operations can all be undone, except one that fails. */
final class BrokenWorkshop {

    static final RevisionSource HISTORY = JavaRevisions.of(R1a_tables.class, R2b_changes.class);

    private BrokenWorkshop() {}

    @Revision(id = "1a", message = "tables")
    public static class R1a_tables implements Migration {
        @Override
        public void upgrade(Operations op) {
            op.createTable(
                    "tool",
                    column("id", bigint()).notNull(),
                    column("uses", integer()).notNull().defaultValue(0),
                    primaryKey("id"));
            op.insert("tool", columns("id"), row(1));
        }
    }

    @Revision(id = "2b", parent = "1a", message = "changes")
    public static class R2b_changes implements Migration {
        @Override
        public void upgrade(Operations op) {
            op.addColumn("tool", column("maker", varchar(30)));
            op.createIndex("tool", index("ix_tool_maker", "maker"));
            op.execute("update tool set uses = uses + 1", "update tool set uses = uses - 1");
            op.createTable("spare", column("id", bigint()).notNull(), primaryKey("id"));
            op.addColumn("nowhere", column("id", bigint()));
            op.insert("tool", columns("id"), row(2));
        }
    }
}
