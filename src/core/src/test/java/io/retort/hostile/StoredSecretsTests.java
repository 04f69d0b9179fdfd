package io.retort.hostile;

import static io.retort.hostile.SecretStatements.SECRET;
import static io.retort.migration.Definitions.check;
import static io.retort.migration.Definitions.column;
import static io.retort.migration.Definitions.integer;
import static io.retort.migration.Definitions.primaryKey;
import static io.retort.migration.Definitions.set;
import static io.retort.migration.Definitions.varchar;
import static io.retort.testkit.TestDatabase.H2;
import static io.retort.testkit.TestDatabase.HSQLDB;
import static io.retort.testkit.TestDatabase.MARIADB;
import static io.retort.testkit.TestDatabase.MYSQL;
import static io.retort.testkit.TestDatabase.POSTGRESQL;
import static io.retort.testkit.TestDatabase.SQLITE;
import static org.assertj.core.api.Assertions.assertThat;

import io.retort.Retort;
import io.retort.RetortOptions;
import io.retort.internal.history.SqlRevisions;
import io.retort.migration.Migration;
import io.retort.migration.Operations;
import io.retort.operation.Statement;
import io.retort.revision.RevisionInfo;
import io.retort.source.RevisionCode;
import io.retort.testkit.OnDatabases;
import io.retort.testkit.TestDb;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.InflaterInputStream;

/**
 * Neither passwords nor Java code are stored in the history table, in whatever form a downgrade contains them: in a
 * statement, in an SQL file, through a placeholder, in a field of the revision, in code, in a backfill or in a URL.
 */
class StoredSecretsTests {

    private static final Pattern PACKED = Pattern.compile("[A-Za-z0-9+/]{8,}={0,2}");

    /** A statement that every product runs, and that changes nothing. */
    private static final String HARMLESS = "update vault set n = 1 where n = 2";

    private final List<RevisionCode> revisions = new ArrayList<>();

    @OnDatabases({POSTGRESQL, MARIADB, MYSQL, H2, HSQLDB, SQLITE})
    void noSecretIsStored(TestDb db) throws SQLException {
        add(op -> op.createTable("vault", column("n", integer()).notNull(), column("t", varchar(99)), primaryKey("n")));
        List<String> statements =
                new ArrayList<>(SecretStatements.of(db.database().product()));
        statements.addAll(urls());
        for (String statement : statements) {
            add(both(op -> op.execute(HARMLESS), op -> op.execute(statement)));
            add(op -> op.execute(HARMLESS, statement));
            add(new Vault(statement));
            addFile(statement);
        }
        add(op -> op.work("look", connection -> {}, code(SECRET)));
        add(op -> op.backfill(
                "vault",
                set("t", "'a'").where("t = 'b'"),
                set("t", quoted("https://bob:S3CRET@host/path")).where("t is not null")));
        addDependentOnDatabase(db);
        Retort retort = Retort.on(db.dataSource(), List.of(() -> revisions));

        retort.upgrade("head");

        List<String> rows = rows(db);
        assertThat(rows).hasSize(revisions.size());
        assertThat(leaks(rows)).isEmpty();
        List<String> undo = db.query("select " + undo(db) + " from retort_revision where " + undo(db) + " is not null");
        assertThat(undo)
                .as("a downgrade is stored, or why it is not")
                .hasSameSizeAs(rows)
                .contains("none: a statement of its downgrade contains a password")
                .anyMatch(text -> text.startsWith("none: its downgrade has Java code: look"))
                .anyMatch(text -> unpacked(text).contains("drop table vault"));
    }

    /** On a product without transactional DDL the reverse of each operation is stored as well. */
    @OnDatabases({POSTGRESQL, MARIADB, MYSQL, H2, HSQLDB, SQLITE})
    void noSecretIsStoredOfARevisionThatStopped(TestDb db) throws SQLException {
        add(op -> op.createTable("vault", column("n", integer()), column("t", varchar(99))));
        List<String> statements =
                new ArrayList<>(SecretStatements.of(db.database().product()));
        statements.addAll(urls());
        RevisionInfo info =
                new RevisionInfo("bb", List.of("aa0"), List.of(), List.of(), "stops", null, false, "revision bb");
        revisions.add(new RevisionCode(info, () -> op -> {
            op.work("look", connection -> {}, code(SECRET));
            statements.forEach(statement -> op.execute(HARMLESS, statement));
            op.execute("update nowhere set x = 1", "select 1");
        }));
        Retort retort = Retort.on(db.dataSource(), List.of(() -> revisions));

        assertThat(failure(() -> retort.upgrade("head"))).contains("nowhere");

        List<String> rows = rows(db);
        assertThat(rows).hasSize(2);
        assertThat(leaks(rows)).isEmpty();
    }

    /** With the option, nothing is stored at all. */
    @OnDatabases(H2)
    void nothingIsStoredWithoutTheOption(TestDb db) throws SQLException {
        add(op -> op.execute("select 1", "select 2"));
        Retort.on(db.dataSource(), List.of(() -> revisions))
                .with(RetortOptions.STANDARD.withKeepUndo(false))
                .upgrade("head");

        assertThat(db.query("select undo from retort_revision")).containsExactly("null");
    }

    /** Passwords in URLs, as a statement may contain them. */
    private static List<String> urls() {
        return List.of(
                "insert into vault (n, t) values (3, 'jdbc:postgresql://bob:S3CRET@host/db')",
                "insert into vault (n, t) values (3, 'jdbc:postgresql://host/db?user=bob&password=S3CRET')",
                "insert into vault (n, t) values (3, 'jdbc:h2:tcp://host/db;USER=bob;PASSWORD=S3CRET')",
                "insert into vault (n, t) values (3, 'https://bob:S3CRET@host/path')",
                "insert into vault (n, t) values (3, 'https://host/path?token=S3CRET')",
                "insert into vault (n, t) values (3, 'sslpassword=S3CRET')",
                "insert into vault (n, t) values (3, 'client_secret=S3CRET')");
    }

    /** Operations that are stored as Java text, because their statements depend on the database. */
    private void addDependentOnDatabase(TestDb db) {
        String url = quoted("https://bob:S3CRET@host/path");
        if (db.database() != SQLITE) { // a check constraint can only be created with its table
            add(both(
                    op -> op.addConstraint("vault", check("ck_vault", "t <> " + url)),
                    op -> op.dropConstraint("vault", check("ck_vault", "t <> " + url))));
        }
        add(both(
                op -> op.addColumn("vault", column("u", varchar(99)).defaultExpression(url)),
                op -> op.dropColumn("vault", column("u", varchar(99)).defaultExpression(url))));
    }

    private static String quoted(String text) {
        return "'" + text + "'";
    }

    private void add(Migration migration) {
        String id = "aa" + revisions.size();
        List<String> parents = revisions.isEmpty() ? List.of() : List.of("aa" + (revisions.size() - 1));
        RevisionInfo info = new RevisionInfo(id, parents, List.of(), List.of(), "step", null, true, "revision " + id);
        revisions.add(new RevisionCode(info, () -> migration));
    }

    /** The password is not in the file: it is the value of a placeholder. */
    private void addFile(String statement) {
        String id = "aa" + revisions.size();
        revisions.add(SqlRevisions.parse(
                "-- revision: " + id + "\n-- parent: aa" + (revisions.size() - 1) + "\n-- message: file\n\n-- upgrade\n"
                        + HARMLESS + ";\n\n-- downgrade\n" + statement.replace(SECRET, "${pw}") + ";\n",
                "db/revisions/" + id + ".sql",
                Map.of("pw", SECRET)));
    }

    private static Migration both(Consumer<Operations> up, Consumer<Operations> down) {
        return new Migration() {
            @Override
            public void upgrade(Operations op) {
                up.accept(op);
            }

            @Override
            public void downgrade(Operations op) {
                down.accept(op);
            }
        };
    }

    private static Statement.Work.Code code(String secret) {
        return connection -> {
            throw new SQLException("not run: " + secret);
        };
    }

    /** A revision whose statement comes from a bean. */
    private record Vault(String statement) implements Migration {

        @Override
        public void upgrade(Operations op) {
            op.execute(HARMLESS);
        }

        @Override
        public void downgrade(Operations op) {
            op.execute(statement);
            op.work("call the bean", code(statement));
        }
    }

    private static String failure(Runnable step) {
        try {
            step.run();
            return "";
        } catch (RuntimeException e) {
            return String.valueOf(e.getMessage());
        }
    }

    private static List<String> rows(TestDb db) throws SQLException {
        return db.query("select * from retort_revision");
    }

    /** The lines with the secret. */
    private static List<String> leaks(List<String> rows) {
        return rows.stream()
                .flatMap(row -> (row + "\n" + unpacked(row)).lines())
                .filter(line -> line.contains(SECRET))
                .toList();
    }

    private static String undo(TestDb db) {
        return db.database() == MARIADB || db.database() == MYSQL ? "`undo`" : "undo";
    }

    /** All compressed texts within a text. */
    private static String unpacked(String row) {
        StringBuilder all = new StringBuilder();
        Matcher packed = PACKED.matcher(row);
        while (packed.find()) {
            try (InflaterInputStream text = new InflaterInputStream(
                    new ByteArrayInputStream(Base64.getDecoder().decode(packed.group())))) {
                all.append(new String(text.readAllBytes(), StandardCharsets.UTF_8))
                        .append('\n');
            } catch (IOException | IllegalArgumentException notPacked) {
                continue;
            }
        }
        return all.toString();
    }
}
