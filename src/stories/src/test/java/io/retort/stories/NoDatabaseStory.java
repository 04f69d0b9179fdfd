package io.retort.stories;

import static io.retort.testkit.TestDatabase.H2;
import static io.retort.testkit.TestDatabase.POSTGRESQL;
import static org.assertj.core.api.Assertions.assertThat;

import io.retort.stories.MavenBuild.Result;
import io.retort.testkit.GitRepository;
import io.retort.testkit.OnDatabases;
import io.retort.testkit.TestDb;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.io.TempDir;

/** Revisions are written without a database, beside one of another branch, and beside one that somebody changed. */
class NoDatabaseStory {

    private static final String ACCOUNT = "src/main/java/com/example/ledger/Account.java";
    private static final String PROPERTIES = "src/main/resources/application.properties";

    @TempDir
    Path folder;

    /** Spring Boot's default without a URL: each process has a database of its own, which is empty. */
    @OnDatabases(H2)
    void anInMemoryDatabaseIsAlwaysBehind(TestDb db) {
        StoryProject project = StoryProject.copy("ledger", folder, db);
        project.write(PROPERTIES, "spring.application.name=ledger\n");

        Result first = succeeds(project.mvn("migrate:revision", "-Dmessage=create ledger"));
        assertThat(first.output())
                .contains("+ table account", "+ table booking")
                .contains("Next: start the application, which upgrades its own database in memory.");
        Result moved = succeeds(project.mvn("migrate:current", "migrate:upgrade"));
        assertThat(moved.output())
                .contains("(create ledger). Next: start the application, which upgrades its own database in memory.")
                .contains("The database is in memory and ends with this command. Next: start the application")
                .doesNotContain("Next: mvn migrate:upgrade");
        Result again = succeeds(project.mvn("migrate:revision", "-Dmessage=again"));
        assertThat(again.output())
                .contains("Nothing to do: entities and history agree.")
                .contains("Compared with the history, because the database lacks 1 revision of it: ");
        project.edit(
                ACCOUNT, "    private LocalDate opened;", "    private LocalDate opened;\n\n    private String note;");
        Result second = succeeds(project.mvn("migrate:revision", "-Dmessage=add note"));
        assertThat(second.output())
                .contains("+ column account.note varchar(255)")
                .doesNotContain("+ table");
        assertThat(succeeds(project.mvn("migrate:check")).output()).contains("Entities and history agree.");
        assertThat(project.revisions()).hasSize(2);
    }

    /** A clone on a machine without a server, which then gets one. */
    @OnDatabases(POSTGRESQL)
    void aServerComesLater(TestDb db) throws SQLException {
        StoryProject project = StoryProject.copy("ledger", folder, db);
        String properties = project.read(PROPERTIES);
        project.write(
                PROPERTIES,
                "spring.datasource.url=jdbc:postgresql://localhost:1/ledger\nretort.offline.database=postgresql:17\n");
        Result first = succeeds(project.mvn("migrate:revision", "-Dmessage=create ledger"));
        assertThat(first.output())
                .contains("Compared with the history, because no database answered (Connection to localhost:1 refused.")
                .contains("+ table account");
        assertThat(succeeds(project.mvn("migrate:check", "-Doffline")).output())
                .contains("Entities and history agree.", "because -Doffline was given");
        assertThat(project.read(project.revisions().get(0))).contains(" for PostgreSQL 17.");
        theProductOfTheHistory(project);

        project.write(PROPERTIES, properties);
        assertThat(succeeds(project.mvn("migrate:upgrade", "migrate:check", "migrate:replay"))
                        .output())
                .contains("Entities and database agree.")
                .contains("Ran 1 revision on an empty PostgreSQL", "it agrees with the computed schema after it.");
        db.execute("insert into account (iban, kind) values ('DE00', 'PRIVATE')");

        aDatabaseOfAnotherBranch(project, db);
        aChangeByHand(project, db);
        twoRevisionsBehind(project, db);
        aRevisionThatRestores(project, db);
    }

    /** A clone on which the URL is that of an H2 database. The revision was written for PostgreSQL. */
    private static void theProductOfTheHistory(StoryProject project) {
        project.write(PROPERTIES, "spring.datasource.url=jdbc:h2:mem:ledger\n");
        assertThat(succeeds(project.mvn("migrate:check", "-Doffline")).output())
                .contains("Entities and history agree.")
                .contains("Warning: the newest revision was written for PostgreSQL", "is one of H2.", "-Ddatabase=h2");
        assertThat(project.mvn("migrate:check", "-Doffline", "-Ddatabase=mariadb:11.4")
                        .output())
                .contains("Entities and history differ in ")
                .contains(" was written for PostgreSQL 17, and the entities were read for MariaDB 11.4.");
    }

    /** The other branch adds a column, and its file is gone after the switch. */
    private static void aDatabaseOfAnotherBranch(StoryProject project, TestDb db) throws SQLException {
        String entity = project.read(ACCOUNT);
        project.edit(
                ACCOUNT,
                "    private LocalDate opened;",
                "    private LocalDate opened;\n\n    private String theirs;");
        succeeds(project.mvn("migrate:dev", "-Dmessage=theirs"));
        db.execute("update account set theirs = 'kept'");
        Path theirs = project.revisions().stream()
                .filter(file -> file.toString().endsWith("_theirs.java"))
                .findFirst()
                .orElseThrow();
        String revision = project.read(theirs);
        project.delete(project.folder().relativize(theirs).toString());
        project.write(
                ACCOUNT,
                entity.replace(
                        "    private LocalDate opened;", "    private LocalDate opened;\n\n    private String ours;"));

        Result ours = succeeds(project.mvn("clean", "migrate:revision", "-Dmessage=ours"));
        assertThat(ours.output())
                .contains("because the database has 1 revision that the code does not have: ")
                .contains("+ column account.ours varchar(255)")
                .doesNotContain("account.theirs");
        assertThat(db.query("select theirs from account")).containsExactly("kept");

        Path mine = project.revisions().stream()
                .filter(file -> file.toString().endsWith("_ours.java"))
                .findFirst()
                .orElseThrow();
        project.delete(project.folder().relativize(mine).toString());
        project.write(project.folder().relativize(theirs).toString(), revision);
        project.write(
                ACCOUNT,
                entity.replace(
                        "    private LocalDate opened;",
                        "    private LocalDate opened;\n\n    private String theirs;"));
        assertThat(succeeds(project.mvn("clean", "migrate:check")).output()).contains("Entities and database agree.");
    }

    private static void aChangeByHand(StoryProject project, TestDb db) throws SQLException {
        db.execute("drop index ix_account_opened", "alter table account add legacy varchar(5)");
        Result written = succeeds(project.mvn("migrate:revision", "-Dmessage=nothing"));
        assertThat(written.output()).contains("Nothing to write: the entities have not changed.");
        Result check = project.mvn("migrate:check");
        assertThat(check.exitCode()).isEqualTo(1);
        assertThat(check.output())
                .contains("The database was changed, but not by a revision. To restore it:")
                .contains("+ index ix_account_opened (opened) on account")
                .contains("not managed by Retort, ignored: column account.legacy")
                .contains("ended with exit 4: there are differences");
        project.write(
                "src/main/retort/answers.txt", "# the DBA decides\nkeep=account.ix_account_opened\nkeep=acount\n");
        assertThat(succeeds(project.mvn("migrate:check")).output())
                .contains(
                        "Accepted in src/main/retort/answers.txt and not compared: account.ix_account_opened, acount.")
                .contains("Entities and database agree.")
                .contains("Warning: src/main/retort/answers.txt:3 accepts differences of acount, but neither");
        assertThat(succeeds(project.mvn("migrate:check", "-Djson")).output())
                .contains("answers.txt:3 accepts differences of acount");
        project.delete("src/main/retort/answers.txt");
        Matcher statement =
                Pattern.compile("(?m)^ +(create index ix_account_opened .*);$").matcher(check.output());
        assertThat(statement.find()).isTrue();
        db.execute(statement.group(1));
        assertThat(succeeds(project.mvn("migrate:check")).output()).contains("Entities and database agree.");
    }

    /** Two revisions are not applied yet, and an index of an older one was replaced by hand. */
    private static void twoRevisionsBehind(StoryProject project, TestDb db) throws SQLException {
        String field = "    private String theirs;";
        for (String name : List.of("first", "second")) {
            project.edit(ACCOUNT, field, field + "\n\n    private String " + name + ";");
            succeeds(project.mvn("migrate:revision", "-Dmessage=" + name));
        }
        db.execute("drop index ix_account_opened", "create index ix_account_opened on account (iban)");
        project.edit(ACCOUNT, field, field + "\n\n    private String third;");

        Result written = succeeds(project.mvn("migrate:revision", "-Dmessage=third"));
        assertThat(written.output())
                .contains("because the database lacks 2 revisions of it: ")
                .contains("  + column account.third varchar(255)")
                .doesNotContain("account.first", "account.second");
        Path third = project.revisions().stream()
                .filter(file -> file.toString().endsWith("_third.java"))
                .findFirst()
                .orElseThrow();
        assertThat(project.read(third)).contains("\"third\"").doesNotContain("ix_account_opened", "createIndex");

        Result check = project.mvn("migrate:check");
        assertThat(check.exitCode()).isEqualTo(1);
        assertThat(check.output())
                .contains("Entities and history agree, but the database was changed by hand.")
                .contains("because the database lacks 3 revisions of it: ")
                .contains("+ index ix_account_opened (opened) on account")
                .doesNotContain("+ column");
        assertThat(project.mvn("migrate:revision", "-DrestoreDrift", "-Dmessage=restore")
                        .output())
                .contains("can only be restored from a database at the heads of the history")
                .contains("Bring it up first: mvn migrate:upgrade");
    }

    /** The revision repairs the database, and succeeds in one that was not changed. */
    private static void aRevisionThatRestores(StoryProject project, TestDb db) throws SQLException {
        succeeds(project.mvn("migrate:upgrade"));
        db.execute("drop index ix_account_opened");
        Result written = succeeds(project.mvn("migrate:revision", "-DrestoreDrift", "-Dmessage=restore"));
        assertThat(written.output())
                .contains("create index if not exists ix_account_opened on account (opened)")
                .contains("remark: The first statements restore what was changed by hand.");
        assertThat(succeeds(project.mvn("migrate:upgrade", "migrate:check", "migrate:replay"))
                        .output())
                .contains("Entities and database agree.")
                .contains("Ran 6 revisions on an empty PostgreSQL", "it agrees with the computed schema after");
        assertThat(db.query("select iban from account")).containsExactly("DE00");
    }

    /** The history says what an older Hibernate would have written, and git which entities changed since. */
    @OnDatabases(H2)
    void hibernateIsUpgraded(TestDb db) throws Exception {
        StoryProject project = StoryProject.copy("ledger", folder, db);
        project.write(".gitignore", "target/\n");
        GitRepository repository = GitRepository.init(project.folder());
        Result first = succeeds(project.mvn("migrate:revision", "-Dmessage=create ledger", "-Doffline"));
        assertThat(first.output()).contains("+ table booking");
        String file = project.folder()
                .relativize(project.revisions().get(0))
                .toString()
                .replace('\\', '/');
        String written = project.read(file);
        project.write(
                file,
                written.replaceFirst("with Hibernate \\S+ for", "with Hibernate 6.6.0.Final for")
                        .replace(
                                "column(\"booked_at\", timestampWithTimeZone(6))",
                                "column(\"booked_at\", timestamp(6))"));
        assertThat(project.read(file))
                .contains("Hibernate 6.6.0.Final")
                .contains("column(\"booked_at\", timestamp(6))");
        repository.commit();

        Result update = project.mvn("migrate:check", "-Doffline");
        assertThat(update.output())
                .contains(
                        "causes these differences, because the sources of these entities did not change since revision ")
                .contains("(Hibernate 6.6.0.Final):")
                .contains("-Dmessage=\"update to Hibernate ");

        project.edit(
                ACCOUNT, "    private LocalDate opened;", "    private LocalDate opened;\n\n    private String note;");
        Result both = project.mvn("migrate:check", "-Doffline");
        assertThat(both.output().indexOf("+ column account.note"))
                .isPositive()
                .isLessThan(both.output().indexOf("causes these differences"));
        assertThat(both.output().indexOf("booking.booked_at"))
                .isGreaterThan(both.output().indexOf("causes these differences"));
        if (Boolean.getBoolean("retort.full")) {
            assertThat(project.mvn("migrate:check", "-Doffline", "-Djson").output())
                    .contains("{\"cause\":\"entity\",\"description\":\"+ column account.note varchar(255)\"")
                    .contains("{\"cause\":\"hibernate\",\"description\":\"~ column booking.booked_at");
        }

        String entity = "src/main/java/com/example/ledger/Booking.java";
        project.edit(entity, "    private BigDecimal amount;", "    private BigDecimal amount; // in euros");
        assertThat(project.mvn("migrate:check", "-Doffline").output())
                .contains("booking.booked_at")
                .doesNotContain("causes these differences");
    }

    private static Result succeeds(Result result) {
        assertThat(result.exitCode()).as(result.output()).isZero();
        return result;
    }
}
