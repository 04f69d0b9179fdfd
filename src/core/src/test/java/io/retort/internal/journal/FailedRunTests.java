package io.retort.internal.journal;

import static io.retort.testkit.TestDatabase.H2;
import static io.retort.testkit.TestDatabase.HSQLDB;
import static io.retort.testkit.TestDatabase.MARIADB;
import static io.retort.testkit.TestDatabase.MYSQL;
import static io.retort.testkit.TestDatabase.POSTGRESQL;
import static io.retort.testkit.TestDatabase.SQLITE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.retort.Retort;
import io.retort.Status;
import io.retort.error.RetortException;
import io.retort.internal.history.SqlRevisions;
import io.retort.run.MigrationFailedException;
import io.retort.source.RevisionCode;
import io.retort.source.RevisionSource;
import io.retort.testkit.OnDatabases;
import io.retort.testkit.TestDb;
import io.retort.testkit.dump.SchemaDump;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

class FailedRunTests {

    private static final List<String> STATEMENTS = List.of(
            "create table shelf (id integer not null primary key, width integer)",
            "insert into shelf (id, width) values (1, 90)",
            "update shelf set width = width + 1",
            "create index ix_shelf_width on shelf (width)",
            "alter table shelf add label varchar(20)",
            "update shelf set label = 'left'",
            "create table board (id integer not null primary key)");

    private static final String BROKEN = "insert into nowhere (id) values (1)";

    @OnDatabases({POSTGRESQL, MARIADB, MYSQL, H2, HSQLDB, SQLITE})
    void aStatementThatFailsAnywhereIsCorrectedAndTheRunGoesOn(TestDb db) throws SQLException {
        retort(db, STATEMENTS).upgrade("head");
        List<String> whole = dump(db);
        reset(db);
        for (int position = 0; position <= STATEMENTS.size(); position++) {
            List<String> broken = new ArrayList<>(STATEMENTS);
            broken.add(position, BROKEN);
            MigrationFailedException failure = catchThrowableOfType(
                    MigrationFailedException.class, () -> retort(db, broken).upgrade("head"));
            assertThat(failure.what())
                    .contains("statement " + (position + 1) + " of 8")
                    .contains(", line " + (position + 5));
            assertThat(retort(db, STATEMENTS).upgrade("head").steps()).hasSize(1);
            assertThat(dump(db)).as("broken at " + position).isEqualTo(whole);
            assertThat(db.query("select state, progress, in_flight from retort_revision"))
                    .containsExactly("applied|0|null");
            reset(db);
        }
    }

    @OnDatabases({POSTGRESQL, MARIADB, MYSQL, H2, HSQLDB, SQLITE})
    void theReportSaysWhatIsDoneWhatIsInDoubtAndWhatIsNotStarted(TestDb db) throws IOException, SQLException {
        List<String> broken = new ArrayList<>(STATEMENTS);
        broken.add(4, BROKEN);
        Retort retort = retort(db, broken);
        StringBuilder conversation = new StringBuilder("$ upgrade head\n");

        conversation.append(said(() -> retort.upgrade("head")));
        Status status = retort.status();
        conversation.append("\n$ current\n");
        status.currentHeads()
                .forEach(head -> conversation.append(head.describe()).append('\n'));
        status.partial().forEach(half -> conversation.append(half.describe()).append('\n'));
        List<String> edited = new ArrayList<>(STATEMENTS);
        edited.set(0, "create table shelf (id bigint not null primary key, width integer)");
        conversation.append("\n$ upgrade head, with statement 1 edited\n");
        conversation.append(said(() -> retort(db, edited).upgrade("head")));
        conversation.append("\n$ downgrade base\n");
        conversation.append(said(() -> retort.downgrade("base")));

        assertConversation(
                db,
                conversation
                        .toString()
                        .replaceAll("retort_[0-9a-f]{32}", "shop")
                        .replaceAll("conn=\\d+", "conn=1"));
    }

    private interface Command {
        void run();
    }

    private static String said(Command command) {
        try {
            command.run();
            return "done\n";
        } catch (RetortException e) {
            return e.getMessage() + "\n";
        }
    }

    /** A golden file per product with the complete message. {@code -Dgolden.write} rewrites it. */
    private static void assertConversation(TestDb db, String said) throws IOException {
        Path file = Path.of("src/test/resources/conversations/failure-"
                + db.database().name().toLowerCase(Locale.ROOT) + ".txt");
        if (System.getProperty("golden.write") != null) {
            Files.writeString(file, said);
        }
        assertThat(said.replace("\r\n", "\n")).isEqualTo(Files.readString(file));
    }

    @OnDatabases({MARIADB, MYSQL, H2, HSQLDB})
    void whatRanAlreadyMayNotBeEdited(TestDb db) {
        List<String> broken = new ArrayList<>(STATEMENTS);
        broken.set(6, BROKEN);
        assertThatThrownBy(() -> retort(db, broken).upgrade("head")).isInstanceOf(MigrationFailedException.class);
        List<String> edited = new ArrayList<>(STATEMENTS);
        edited.set(3, "create index ix_other on shelf (width)");

        assertThatThrownBy(() -> retort(db, edited).upgrade("head"))
                .isInstanceOf(RetortException.class)
                .hasMessageContaining("statement 4")
                .hasMessageContaining("ran        create index ix_shelf_width on shelf (width)")
                .hasMessageContaining("now        create index ix_other on shelf (width)")
                .hasMessageContaining("Nothing was run");

        assertThat(retort(db, edited).repair()).hasSize(1);
        assertThat(retort(db, edited).upgrade("head").steps()).hasSize(1);
    }

    /** {@code set statement} changes no session, but is a statement of the kind that follows {@code for}. */
    @OnDatabases(MARIADB)
    void aStatementWithItsOwnVariablesIsNotRepeated(TestDb db) throws SQLException {
        List<String> statements = List.of(
                "create table shelf (id integer, width integer)",
                "set statement max_statement_time = 60, sql_mode = '' for insert into shelf (id) values (1)",
                "SET STATEMENT max_statement_time = 60 FOR alter table shelf drop column width");
        List<String> broken = new ArrayList<>(statements);
        broken.add(BROKEN);
        assertThatThrownBy(() -> retort(db, broken).upgrade("head")).isInstanceOf(MigrationFailedException.class);
        assertThat(db.query("select state, progress, in_flight from retort_revision"))
                .containsExactly("upgrading|3|null");

        retort(db, statements).upgrade("head");

        assertThat(db.query("select id from shelf")).containsExactly("1");
        assertThat(dump(db).toString()).doesNotContain("width");
    }

    @OnDatabases(H2)
    void formattingOfWhatRanAlreadyMayChange(TestDb db) {
        List<String> broken = new ArrayList<>(STATEMENTS);
        broken.set(6, BROKEN);
        assertThatThrownBy(() -> retort(db, broken).upgrade("head")).isInstanceOf(MigrationFailedException.class);
        List<String> formatted = STATEMENTS.stream()
                .map(sql -> sql.replace(" ", " /* a word */\r\n   ").replace("(", " ( "))
                .toList();

        assertThat(retort(db, formatted).upgrade("head").steps()).hasSize(1);
    }

    @OnDatabases({MARIADB, MYSQL, H2, HSQLDB})
    void aHalfIsNotLeftBehind(TestDb db) {
        List<String> broken = new ArrayList<>(STATEMENTS);
        broken.set(6, BROKEN);
        assertThatThrownBy(() -> retort(db, broken).upgrade("head")).isInstanceOf(MigrationFailedException.class);

        assertThatThrownBy(() -> retort(db, broken).downgrade("base"))
                .isInstanceOf(RetortException.class)
                .hasMessageContaining("Cannot revert the applied part of revision ")
                .hasMessageContaining("the command `stamp base`");
        assertThat(retort(db, broken).status().partial())
                .singleElement()
                .satisfies(half -> assertThat(half.downgradeTarget()).isNull());
        assertThat(retort(db, broken).stamp(List.of("head"), false).steps()).hasSize(1);
        assertThat(retort(db, broken).status().upToDate()).isTrue();
        assertThat(retort(db, broken).status().partial()).isEmpty();
    }

    @OnDatabases({MARIADB, MYSQL, H2, HSQLDB})
    void theHalfOfAnUpgradeInJavaIsTakenBack(TestDb db) throws SQLException {
        Retort broken = Retort.on(db.dataSource(), List.of(BrokenWorkshop.HISTORY));
        assertThatThrownBy(() -> broken.upgrade("head")).isInstanceOf(MigrationFailedException.class);
        assertThat(broken.status().partial()).singleElement().satisfies(half -> {
            assertThat(half.describe()).contains("2b (changes): partially applied, 4 of ");
            assertThat(half.downgradeTarget()).isEqualTo("-1");
        });

        broken.downgrade("-1");

        assertThat(broken.status().partial()).isEmpty();
        assertThat(db.query("select id from retort_revision")).containsExactly("1a");
        assertThat(db.query("select id, uses from tool order by id")).containsExactly("1|0");
        assertThatThrownBy(() -> db.query("select maker from tool")).isInstanceOf(SQLException.class);
    }

    /** With two heads "-1" is ambiguous. */
    @OnDatabases({MARIADB, MYSQL, H2, HSQLDB})
    void theHalfOnOneOfTwoLinesIsTakenBackByTheTargetThatIsAdvised(TestDb db) throws SQLException {
        RevisionSource source = () -> {
            List<RevisionCode> all = new ArrayList<>(BrokenWorkshop.HISTORY.revisions());
            all.add(SqlRevisions.parse(
                    "-- revision: zz1\n\n-- upgrade\ncreate table other (id integer);\n-- downgrade\ndrop table other;\n",
                    "db/revisions/zz1_other.sql",
                    Map.of()));
            return all;
        };
        Retort broken = Retort.on(db.dataSource(), List.of(source));
        broken.upgrade("zz1");
        assertThatThrownBy(() -> broken.upgrade("heads")).isInstanceOf(MigrationFailedException.class);
        String target = broken.status().partial().get(0).downgradeTarget();
        assertThatThrownBy(() -> broken.upgrade("zz1")).hasMessageContaining("the command `downgrade " + target + "`");

        broken.downgrade(target);

        assertThat(broken.status().partial()).isEmpty();
        assertThat(db.query("select id from retort_revision order by id")).containsExactly("1a", "zz1");
    }

    private static Retort retort(TestDb db, List<String> statements) {
        String file = "-- revision: aa1\n-- message: shelves\n\n-- upgrade\n" + String.join(";\n", statements)
                + ";\n-- downgrade\n";
        RevisionSource source = () -> List.of(SqlRevisions.parse(file, "db/revisions/aa1_shelves.sql", Map.of()));
        return Retort.on(db.dataSource(), List.of(source));
    }

    private static void reset(TestDb db) throws SQLException {
        db.execute("drop table shelf", "drop table board", "delete from retort_revision");
    }

    private static List<String> dump(TestDb db) throws SQLException {
        return SchemaDump.of(db).without("retort_").lines();
    }
}
