package io.retort.script;

import static io.retort.testkit.TestDatabase.H2;
import static io.retort.testkit.TestDatabase.MARIADB;
import static io.retort.testkit.TestDatabase.MYSQL;
import static io.retort.testkit.TestDatabase.POSTGRESQL;
import static org.assertj.core.api.Assertions.assertThat;

import io.retort.Retort;
import io.retort.dialect.Dialect;
import io.retort.internal.dialect.Dialects;
import io.retort.revision.Direction;
import io.retort.testkit.OnDatabases;
import io.retort.testkit.TestDb;
import java.util.List;

/** Scripts written without a connection, run by the products' own clients. */
class ScriptTests {

    /** Runs a script. */
    private interface Run {
        void script(TestDb db, String text) throws Exception;
    }

    @OnDatabases(POSTGRESQL)
    void psqlLeavesWhatTheOnlineRunLeaves(TestDb db) throws Exception {
        leavesWhatTheOnlineRunLeaves(db, ScriptTool::psql);
    }

    @OnDatabases(H2)
    void runScriptLeavesWhatTheOnlineRunLeaves(TestDb db) throws Exception {
        leavesWhatTheOnlineRunLeaves(db, ScriptTool::runScript);
    }

    @OnDatabases({MARIADB, MYSQL})
    void mariaDbsClientLeavesWhatTheOnlineRunLeaves(TestDb db) throws Exception {
        leavesWhatTheOnlineRunLeaves(db, ScriptTool::mariadb);
    }

    private static void leavesWhatTheOnlineRunLeaves(TestDb db, Run tool) throws Exception {
        Retort shop = ScriptShop.on(db.dataSource());
        Dialect dialect = Dialects.ofUrl(db.url());
        shop.upgrade("ccc");
        List<String> half = ScriptShop.state(db);
        shop.upgrade("heads");
        List<String> whole = ScriptShop.state(db);
        shop.downgrade("base");
        List<String> nothing = ScriptShop.state(db);
        db.execute("drop table retort_revision");

        tool.script(db, shop.script(Direction.UP, "ccc", dialect));
        assertThat(ScriptShop.state(db)).isEqualTo(half);
        tool.script(db, shop.script(Direction.UP, "ccc:heads", dialect));
        assertThat(ScriptShop.state(db)).isEqualTo(whole);
        assertThat(shop.status().upToDate()).isTrue();

        tool.script(db, shop.script(Direction.DOWN, "heads:base", dialect));
        assertThat(ScriptShop.state(db)).isEqualTo(nothing);
    }

    @OnDatabases({POSTGRESQL, MARIADB, MYSQL, H2})
    void aStampAsAScriptNotesWhatAStampNotes(TestDb db) throws Exception {
        Retort shop = ScriptShop.on(db.dataSource());
        Dialect dialect = Dialects.ofUrl(db.url());
        Run tool = switch (db.database()) {
            case H2 -> ScriptTool::runScript;
            case POSTGRESQL -> ScriptTool::psql;
            default -> ScriptTool::mariadb;
        };
        shop.stamp(List.of("ccc"), false);
        List<String> half = ScriptShop.state(db);
        shop.stamp(List.of("heads"), false);
        List<String> whole = ScriptShop.state(db);
        db.execute("drop table retort_revision");

        tool.script(db, shop.stampScript(List.of("heads"), false, dialect));
        assertThat(ScriptShop.state(db)).isEqualTo(whole);
        tool.script(db, shop.stampScript(List.of("heads:ccc"), false, dialect));
        assertThat(ScriptShop.state(db)).isEqualTo(half);
        tool.script(db, shop.stampScript(List.of("ccc:heads"), false, dialect));
        assertThat(ScriptShop.state(db)).isEqualTo(whole);
        tool.script(db, shop.stampScript(List.of("ccc"), true, dialect));
        assertThat(ScriptShop.state(db)).isEqualTo(half);
    }
}
