package io.retort.internal.lint;

import io.retort.internal.lint.rule.Effect;
import io.retort.internal.lint.rule.Effect.Blocking;
import io.retort.internal.lint.rule.Effect.Work;
import io.retort.operation.Statement;
import io.retort.testkit.TestDb;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Reads locks, read rows and files of tables and indexes in the transaction of the statements. */
final class PostgresTrace implements ServerTrace {

    private static final String TABLES = "select c.oid, c.relname, pg_relation_filenode(c.oid) from pg_class c"
            + " where c.relkind = 'r' and c.relnamespace = current_schema()::regnamespace";

    private static final String INDEXES =
            "select i.indrelid, i.indexrelid, pg_relation_filenode(i.indexrelid) from pg_index i"
                    + " join pg_class c on c.oid = i.indrelid where c.relnamespace = current_schema()::regnamespace";

    private static final String LOCKS = "select relation, mode from pg_locks"
            + " where pid = pg_backend_pid() and locktype = 'relation' and granted";

    private static final String READ = "select relid, seq_tup_read from pg_stat_xact_user_tables";

    private static final Set<String> BLOCKS_READS = Set.of("AccessExclusiveLock");
    private static final Set<String> BLOCKS_WRITES = Set.of("ShareLock", "ShareRowExclusiveLock", "ExclusiveLock");

    @Override
    public Map<String, Effect> of(TestDb db, List<Statement> statements) throws SQLException {
        try (Connection connection = db.connect();
                java.sql.Statement jdbc = connection.createStatement()) {
            jdbc.setEscapeProcessing(false);
            jdbc.execute("set time zone 'Europe/Berlin'");
            connection.setAutoCommit(false);
            Map<String, String> names = columns(connection, TABLES, 0, 1);
            Map<String, String> files = columns(connection, TABLES, 0, 2);
            Map<String, Long> rows = rows(connection, names);
            Set<String> indexFiles = indexFiles(connection);
            Map<String, String> read = columns(connection, READ, 0, 1);
            connection.commit();
            for (Statement statement : statements) {
                jdbc.execute(((Statement.Sql) statement).text());
            }
            Map<String, Effect> effects = effects(connection, names, files, rows, indexFiles, read);
            connection.rollback();
            return effects;
        }
    }

    private static Map<String, Effect> effects(
            Connection connection,
            Map<String, String> names,
            Map<String, String> files,
            Map<String, Long> rows,
            Set<String> indexFiles,
            Map<String, String> readBefore)
            throws SQLException {
        Map<String, Set<String>> locks = locks(connection);
        Map<String, String> read = columns(connection, READ, 0, 1);
        Map<String, String> after = columns(connection, TABLES, 0, 2);
        Set<String> built = new HashSet<>();
        for (String row : TestDb.query(connection, INDEXES)) {
            String[] cells = row.split("\\|");
            if (!indexFiles.contains(cells[2])) {
                built.add(cells[0]);
            }
        }
        Set<String> emptied = new HashSet<>();
        for (String row : TestDb.query(connection, TABLES)) {
            String[] cells = row.split("\\|");
            String rowAfter = "select 1 from \"" + cells[1] + "\" limit 1";
            if (!cells[2].equals(files.get(cells[0]))
                    && TestDb.query(connection, rowAfter).isEmpty()) {
                emptied.add(cells[0]);
            }
        }
        Map<String, Effect> effects = new TreeMap<>();
        names.forEach((oid, name) -> {
            boolean rewritten = after.containsKey(oid)
                    && !emptied.contains(oid)
                    && !files.get(oid).equals(after.get(oid));
            long count = rows.get(oid);
            long reads =
                    Long.parseLong(read.getOrDefault(oid, "0")) - Long.parseLong(readBefore.getOrDefault(oid, "0"));
            boolean scanned = count > 0 && reads >= count;
            Work work = rewritten
                    ? Work.REWRITE
                    : built.contains(oid) && !emptied.contains(oid) ? Work.INDEX : scanned ? Work.SCAN : Work.CATALOG;
            effects.put(name, new Effect(blocking(locks.getOrDefault(oid, Set.of())), work));
        });
        return effects;
    }

    private static Blocking blocking(Set<String> modes) {
        if (modes.stream().anyMatch(BLOCKS_READS::contains)) {
            return Blocking.READS_AND_WRITES;
        }
        return modes.stream().anyMatch(BLOCKS_WRITES::contains) ? Blocking.WRITES : Blocking.NOTHING;
    }

    private static Map<String, Set<String>> locks(Connection connection) throws SQLException {
        Map<String, Set<String>> locks = new HashMap<>();
        for (String row : TestDb.query(connection, LOCKS)) {
            String[] cells = row.split("\\|");
            locks.computeIfAbsent(cells[0], oid -> new HashSet<>()).add(cells[1]);
        }
        return locks;
    }

    private static Map<String, Long> rows(Connection connection, Map<String, String> names) throws SQLException {
        Map<String, Long> rows = new HashMap<>();
        for (Map.Entry<String, String> table : names.entrySet()) {
            String count = TestDb.query(connection, "select count(*) from \"" + table.getValue() + "\"")
                    .get(0);
            rows.put(table.getKey(), Long.parseLong(count));
        }
        return rows;
    }

    private static Set<String> indexFiles(Connection connection) throws SQLException {
        Set<String> files = new HashSet<>();
        for (String row : TestDb.query(connection, INDEXES)) {
            String[] cells = row.split("\\|");
            files.add(cells[2]);
        }
        return files;
    }

    private static Map<String, String> columns(Connection connection, String query, int key, int value)
            throws SQLException {
        Map<String, String> columns = new HashMap<>();
        for (String row : TestDb.query(connection, query)) {
            String[] cells = row.split("\\|");
            columns.put(cells[key], cells[value]);
        }
        return columns;
    }
}
