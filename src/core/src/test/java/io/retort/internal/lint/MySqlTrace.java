package io.retort.internal.lint;

import io.retort.internal.lint.rule.Effect;
import io.retort.internal.lint.rule.Effect.Blocking;
import io.retort.internal.lint.rule.Effect.Work;
import io.retort.operation.Statement;
import io.retort.testkit.TestDb;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Finds the best {@code algorithm} and {@code lock} that the server accepts for each statement. A server refuses a better
 * one than it can do, and a refused statement changes nothing.
 */
final class MySqlTrace implements ServerTrace {

    /** In the order in which a server chooses. */
    private static final Map<String, Effect> CLAUSES = new LinkedHashMap<>();

    static {
        CLAUSES.put("algorithm=instant", Effect.NONE);
        CLAUSES.put("algorithm=nocopy, lock=none", new Effect(Blocking.NOTHING, Work.INDEX));
        CLAUSES.put("algorithm=nocopy, lock=shared", new Effect(Blocking.WRITES, Work.INDEX));
        CLAUSES.put("algorithm=inplace, lock=none", new Effect(Blocking.NOTHING, Work.REWRITE));
        CLAUSES.put("algorithm=inplace, lock=shared", new Effect(Blocking.WRITES, Work.REWRITE));
        CLAUSES.put("algorithm=copy, lock=none", new Effect(Blocking.NOTHING, Work.REWRITE));
        CLAUSES.put("algorithm=copy, lock=shared", new Effect(Blocking.WRITES, Work.REWRITE));
    }

    @Override
    public Map<String, Effect> of(TestDb db, List<Statement> statements) throws SQLException {
        Map<String, Effect> effects = new TreeMap<>();
        try (Connection connection = db.connect();
                java.sql.Statement jdbc = connection.createStatement()) {
            jdbc.setEscapeProcessing(false);
            for (Statement statement : statements) {
                if (statement instanceof Statement.Sql sql) {
                    effects = ServerTrace.worst(effects, of(jdbc, altering(sql.text())));
                }
            }
        }
        return effects;
    }

    /** Without the clause that the statement has, and as {@code alter table}, because MariaDB accepts clauses only there. */
    private static String altering(String sql) {
        return sql.replaceFirst(",? lock=none$", "")
                .replaceFirst("^drop index (\\S+) on (\\S+)$", "alter table $2 drop index $1");
    }

    private static Map<String, Effect> of(java.sql.Statement jdbc, String sql) throws SQLException {
        String lower = sql.toLowerCase(Locale.ROOT);
        boolean alter = lower.startsWith("alter table ");
        boolean index = lower.matches("(?s)(create|drop) .*index .*") && !lower.startsWith("create table");
        if (!alter && !index) {
            jdbc.execute(sql);
            return Map.of();
        }
        SQLException last = null;
        for (Map.Entry<String, Effect> clause : CLAUSES.entrySet()) {
            try {
                jdbc.execute(sql
                        + (alter
                                ? ", " + clause.getKey()
                                : " " + clause.getKey().replace(",", "")));
                return Map.of(table(sql, alter), clause.getValue());
            } catch (SQLException refused) {
                last = refused;
            }
        }
        throw last;
    }

    private static String table(String sql, boolean alter) {
        String rest =
                alter ? sql.substring("alter table ".length()) : sql.substring(sql.indexOf(" on ") + " on ".length());
        return rest.strip().split("[ (]")[0].replace("`", "");
    }
}
