package io.retort.internal.lint;

import io.retort.internal.lint.rule.Effect;
import io.retort.operation.Statement;
import io.retort.testkit.TestDb;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Runs statements and observes what they do to each existing table, without any knowledge of the rules. */
interface ServerTrace {

    /** Returns the effect on each table, by its stored name. */
    Map<String, Effect> of(TestDb db, List<Statement> statements) throws SQLException;

    static ServerTrace on(TestDb db) {
        return db.database().product().equals("postgresql") ? new PostgresTrace() : new MySqlTrace();
    }

    /** Combines the effects of several statements. */
    static Map<String, Effect> worst(Map<String, Effect> one, Map<String, Effect> other) {
        Map<String, Effect> all = new TreeMap<>(one);
        other.forEach((table, effect) -> all.merge(
                table,
                effect,
                (a, b) -> new Effect(
                        a.blocking().compareTo(b.blocking()) > 0 ? a.blocking() : b.blocking(),
                        a.work().compareTo(b.work()) > 0 ? a.work() : b.work())));
        return all;
    }
}
