package io.retort.hostile;

import static io.retort.testkit.TestDatabase.H2;
import static io.retort.testkit.TestDatabase.HSQLDB;
import static io.retort.testkit.TestDatabase.MARIADB;
import static io.retort.testkit.TestDatabase.MYSQL;
import static io.retort.testkit.TestDatabase.POSTGRESQL;
import static io.retort.testkit.TestDatabase.SQLITE;
import static org.assertj.core.api.Assertions.assertThat;

import io.retort.Retort;
import io.retort.internal.dialect.Dialects;
import io.retort.migration.Migration;
import io.retort.revision.Direction;
import io.retort.revision.RevisionInfo;
import io.retort.source.RevisionCode;
import io.retort.testkit.OnDatabases;
import io.retort.testkit.TestDb;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.Callable;
import javax.sql.DataSource;

/** No report, script, message or chain of causes contains a password, in success or failure. */
class SecretsStaySecretTests {

    private static final String SECRET = "geheim-4711";

    @OnDatabases({POSTGRESQL, MARIADB, MYSQL, H2, HSQLDB, SQLITE})
    void noAnswerAndNoFailureSaysAPassword(TestDb db) throws Exception {
        List<String> said = new ArrayList<>();
        for (Map.Entry<String, DataSource> way : ways(db).entrySet()) {
            for (Migration migration : List.<Migration>of(
                    op -> op.execute("create table secrets (id int)"),
                    op -> op.execute("insert into no_such values (1)"))) {
                everything(Retort.on(way.getValue(), List.of(() -> List.of(revision(migration)))), db)
                        .forEach(call -> said.add(way.getKey() + ": " + answer(call)));
            }
        }
        assertThat(said).hasSizeGreaterThan(40).noneMatch(text -> text.contains(SECRET));
    }

    /**
     * Correct and wrong passwords: outside the URL, in its query and before its host; and a host that does not respond.
     */
    private static Map<String, DataSource> ways(TestDb db) {
        String sign = db.database() == H2 ? ";" : db.url().contains("?") ? "&" : "?";
        String name = db.database() == H2 ? "PASSWORD" : "password";
        String elsewhere = db.url().replaceFirst("(//[^:/]+):\\d+", "$1:1");
        Map<String, DataSource> ways = new LinkedHashMap<>();
        ways.put("beside the URL", source(db.url(), db.user(), SECRET));
        ways.put("in the URL", source(db.url() + sign + name + "=" + SECRET, db.user(), null));
        ways.put("nobody there", source(elsewhere + sign + name + "=" + SECRET, db.user(), null));
        ways.put("an unknown user", source(db.url() + sign + "user=nobody", "nobody", SECRET));
        if (db.database() != H2) {
            String host = "//" + db.user() + ":" + SECRET + "@";
            ways.put("before the host", source(db.url().replaceFirst("//", host), db.user(), db.password()));
        }
        return ways;
    }

    private static DataSource source(String url, String user, String password) {
        Properties login = new Properties();
        login.put("user", user);
        if (password != null) {
            login.put("password", password);
        }
        return (DataSource) java.lang.reflect.Proxy.newProxyInstance(
                SecretsStaySecretTests.class.getClassLoader(),
                new Class<?>[] {DataSource.class},
                (proxy, method, arguments) -> {
                    if (method.getName().equals("getConnection")) {
                        return DriverManager.getConnection(url, login);
                    }
                    throw new UnsupportedOperationException(method.getName());
                });
    }

    private static List<Callable<?>> everything(Retort retort, TestDb db) {
        String product = db.database().toString();
        return List.of(
                retort::status,
                () -> retort.plan(Direction.UP, "head"),
                () -> retort.upgrade("head"),
                retort::status,
                () -> retort.upgrade("nothing"),
                () -> retort.downgrade("base"),
                () -> retort.stamp(List.of("head"), true),
                () -> retort.script(Direction.UP, "base:head", Dialects.named(product)));
    }

    private static RevisionCode revision(Migration migration) {
        RevisionInfo info = new RevisionInfo("3f2a91c07b4e", List.of(), List.of(), List.of(), "x", null, true, "Here");
        return new RevisionCode(info, () -> migration);
    }

    private static String answer(Callable<?> call) {
        try {
            return String.valueOf(call.call());
        } catch (Exception failure) {
            StringWriter trace = new StringWriter();
            failure.printStackTrace(new PrintWriter(trace));
            return trace.toString();
        }
    }
}
