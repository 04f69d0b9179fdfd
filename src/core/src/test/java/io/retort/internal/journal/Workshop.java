package io.retort.internal.journal;

import static io.retort.migration.Definitions.*;

import io.retort.internal.history.JavaRevisions;
import io.retort.migration.Migration;
import io.retort.migration.Operations;
import io.retort.migration.Revision;
import io.retort.source.RevisionSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** A history in which nothing can run twice unnoticed: tables, rows, counted work, handwritten SQL. */
final class Workshop {

    static final RevisionSource HISTORY =
            JavaRevisions.of(R1a_tables.class, R2b_changes.class, R3c_outside.class, R4d_rows_only.class);

    private Workshop() {}

    private static void count(Connection connection, int by) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.executeUpdate("update tool set uses = uses + " + by);
        }
    }

    @Revision(id = "1a", message = "tables")
    public static class R1a_tables implements Migration {
        @Override
        public void upgrade(Operations op) {
            op.createTable(
                    "tool",
                    column("id", bigint()).notNull(),
                    column("name", varchar(50)).notNull(),
                    column("uses", integer()).notNull().defaultValue(0),
                    primaryKey("id"),
                    comment("What hangs on the wall"));
            op.createTable(
                    "loan",
                    column("id", bigint()).notNull(),
                    column("tool_id", bigint()).notNull(),
                    primaryKey("id"),
                    foreignKey("fk_loan_tool", "tool_id").references("tool", "id"));
            op.createIndex("tool", index("ix_tool_name", "name"));
            op.insert("tool", columns("id", "name"), row(1, "saw"), row(2, "plane"));
            op.insert("loan", columns("id", "tool_id"), row(1, 2));
        }
    }

    @Revision(id = "2b", parent = "1a", message = "changes")
    public static class R2b_changes implements Migration {
        @Override
        public void upgrade(Operations op) {
            op.addColumn(
                    "tool", column("maker", varchar(30)).defaultValue("nobody").comment("Whose stamp it bears"));
            op.execute("update tool set uses = uses + 1", "update tool set uses = uses - 1");
            op.alterColumn(
                    "tool",
                    column("name", varchar(50)).notNull(),
                    column("name", varchar(80)).notNull());
            op.execute("update tool set uses = uses + 10", "update tool set uses = uses - 10");
            op.execute("update tool set uses = uses * 2", "update tool set uses = uses / 2");
            op.work("count", connection -> count(connection, 100), connection -> count(connection, -100));
            op.renameColumn("loan", "tool_id", "what");
            op.dropIndex("tool", index("ix_tool_name", "name"));
            op.execute("alter table loan add note varchar(20)", "alter table loan drop column note");
            op.execute("create view named as select name from tool", "drop view named");
            op.addConstraint("tool", unique("uq_tool_name", "name"));
            op.renameTable("loan", "lending");
            op.insert("tool", columns("id", "name"), row(3, "file"));
        }

        @Override
        public void downgrade(Operations op) {
            op.delete("tool", columns("id", "name"), row(3, "file"));
            op.renameTable("lending", "loan");
            op.dropConstraint("tool", unique("uq_tool_name", "name"));
            op.execute("drop view named");
            op.execute("alter table loan drop column note");
            op.createIndex("tool", index("ix_tool_name", "name"));
            op.renameColumn("loan", "what", "tool_id");
            op.work("count", connection -> count(connection, -100));
            op.execute("update tool set uses = uses / 2");
            op.execute("update tool set uses = uses - 10");
            op.alterColumn(
                    "tool",
                    column("name", varchar(80)).notNull(),
                    column("name", varchar(50)).notNull());
            op.execute("update tool set uses = uses - 1");
            op.dropColumn(
                    "tool", column("maker", varchar(30)).defaultValue("nobody").comment("Whose stamp it bears"));
        }
    }

    @Revision(id = "3c", parent = "2b", message = "outside", transactional = false)
    public static class R3c_outside implements Migration {
        @Override
        public void upgrade(Operations op) {
            op.execute("update tool set uses = uses + 1000", "update tool set uses = uses - 1000");
            op.createIndex("lending", index("ix_lending_what", "what"));
            op.execute("update tool set uses = uses + 10000", "update tool set uses = uses - 10000");
            op.addColumn("lending", column("back", date()));
        }

        @Override
        public void downgrade(Operations op) {
            op.dropColumn("lending", column("back", date()));
            op.execute("update tool set uses = uses - 10000");
            op.execute("alter table lending add spare integer");
            op.execute("alter table lending drop column spare");
            op.execute("update tool set uses = uses - 1000");
        }
    }

    @Revision(id = "4d", parent = "3c", message = "rows only")
    public static class R4d_rows_only implements Migration {
        @Override
        public void upgrade(Operations op) {
            op.insert("tool", columns("id", "name"), row(4, "chisel"));
            op.execute("update tool set uses = uses + 100000", "update tool set uses = uses - 100000");
        }
    }
}
