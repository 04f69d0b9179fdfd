package io.retort.boot.command;

import static io.retort.testkit.TestDatabase.H2;
import static io.retort.testkit.TestDatabase.POSTGRESQL;
import static org.assertj.core.api.Assertions.assertThat;

import io.retort.boot.autoconfigure.shop.ShopApplication;
import io.retort.boot.command.Dialogue.Answer;
import io.retort.boot.command.counting.CountingApplication;
import io.retort.boot.command.process.ToolProcess;
import io.retort.boot.command.rewriting.RewritingApplication;
import io.retort.error.ExitStatus;
import io.retort.testkit.OnDatabases;
import io.retort.testkit.TestDatabase;
import io.retort.testkit.TestDb;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The goals that write revisions and compare, from an empty folder to a history of two branches, a merge and a
 * dependency.
 */
@Tag("long")
class AuthoringStoryTests {

    private static final String EMPTY = "revision --empty --format=sql ";

    @TempDir
    Path folder;

    @OnDatabases({POSTGRESQL, H2})
    void revision(TestDb db) throws Exception {
        Dialogue shop = Dialogue.aboutAProject(db, folder);
        write(
                shop,
                EMPTY + "--message=\"create account\" --rev-id=a1",
                "create table account (id bigint primary key);");
        write(
                shop,
                EMPTY + "--message=\"add email\" --rev-id=b2 --branch-label=mail",
                "alter table account add email varchar(9);");
        Answer taken = shop.tryTo(EMPTY + "--message=again --rev-id=a1");
        assertThat(taken.status()).isEqualTo(ExitStatus.USAGE);
        assertThat(taken.talk()).contains("a1 (create account)");

        String invoice = EMPTY + "--message=\"create invoice\" --rev-id=c3 --branch-label=billing --head=a1";
        assertThat(shop.tryTo(invoice).talk()).contains("a1 (create account) is not a head", "-Dsplice");
        write(shop, invoice + " --splice", "create table invoice (id bigint primary key);");
        assertThat(shop.tryTo(EMPTY + "--message=which").talk()).contains("b2 (add email)", "c3 (create invoice)");
        write(
                shop,
                EMPTY + "--message=\"create audit\" --rev-id=e5 --head=base --depends-on=billing --branch-label=audit",
                "create table audit (id bigint primary key);");

        shop.ask("upgrade audit@head");
        assertThat(shop.noted()).as("the dependency comes along").containsExactly("a1", "c3", "e5");
        assertThat(shop.tables()).containsExactly("account", "audit", "invoice", "retort_revision");
    }

    @OnDatabases({POSTGRESQL, H2})
    void merge(TestDb db) throws Exception {
        Dialogue shop = Dialogue.aboutAProject(db, folder);
        write(shop, EMPTY + "--message=base --rev-id=a1", "");
        assertThat(shop.tryTo("merge").talk()).contains("a1 (base) is the only head");
        write(shop, EMPTY + "--message=left --rev-id=b2", "create table invoice (id bigint primary key);");
        write(
                shop,
                EMPTY + "--message=right --rev-id=c3 --head=a1 --splice",
                "create table audit (id bigint primary key);");
        assertThat(shop.tryTo("merge a1,b2").talk()).contains("a1 (base) is not a head");

        String said = shop.ask("merge --format=sql --message=\"join them\" --rev-id=d4");
        assertThat(said).contains("d4_join_them.sql", "b2 (left), c3 (right)", "mvn migrate:upgrade");
        assertThat(shop.ask("heads")).startsWith("d4  join them  (head, merge)").hasLineCount(1);
        shop.ask("upgrade head");
        assertThat(shop.noted()).containsExactly("a1", "b2", "c3", "d4");
    }

    @OnDatabases({POSTGRESQL, H2})
    void check(TestDb given) throws Exception {
        try (TestDb db = shared(given)) {
            assertThat(application(db, "upgrade heads").exit()).isZero();
            assertThat(application(db, "check").out()).isEqualToIgnoringNewLines("Entities and database agree.");

            db.execute("update retort_revision set checksum = '3:0123456789abcdef'");
            ToolProcess edited = application(db, "check");
            assertThat(edited.exit()).isEqualTo(4);
            assertThat(edited.out())
                    .startsWith("Entities and database agree.")
                    .endsWith("accept them with mvn migrate:repair" + System.lineSeparator())
                    .doesNotContain("Nothing to do");
            assertThat(application(db, "check --json").out()).contains("\"agree\":false,\"outcome\":\"differ\"");
            assertThat(application(db, "repair --yes").exit()).isZero();

            db.execute("alter table product drop column name");
            ToolProcess differs = application(db, "check --json");
            assertThat(differs.exit()).isEqualTo(4);
            assertThat(differs.out())
                    .startsWith("{\"retort\":1,\"exit\":4,\"agree\":false,")
                    .contains("+ column product.name varchar(255)");
            assertThat(application(ShopApplication.class, db, "check", "retort.exclude", "prod*")
                            .out())
                    .as("a table that is left out")
                    .isEqualToIgnoringNewLines("Entities and database agree.");
            assertThat(application(RewritingApplication.class, db, "check", "retort.exclude", "audit*")
                            .out())
                    .as("what a rewriter adds is a difference too")
                    .contains("+ column product.name", "! sql update product set name = name");
            ToolProcess written = application(db, "revision --message=\"name it\" --rev-id=f6 --format=sql");
            assertThat(written.exit()).as(written.talk()).isZero();
            assertThat(written.out()).contains("f6_name_it.sql", "+ column product.name varchar(255)");
        }
    }

    @OnDatabases(H2)
    void devNamesAnEdit(TestDb given) throws Exception {
        try (TestDb db = shared(given)) {
            assertThat(application(db, "upgrade heads").exit()).isZero();
            db.execute(
                    "update retort_revision set checksum = '3:0123456789abcdef'", "alter table product add width int");

            ToolProcess dev = application(ShopApplication.class, db, "dev", "retort.classes", folder.toString());

            assertThat(dev.out())
                    .as(dev.talk())
                    .containsSubsequence("was edited after it ran", "mvn migrate:repair", "can come from this edit.");
        }
    }

    /** Hibernate alone refuses entities whose sequence was changed, so that nothing could be compared. */
    @OnDatabases({POSTGRESQL, H2})
    void aSequenceThatWasChangedByHand(TestDb given) throws Exception {
        try (TestDb db = shared(given)) {
            assertThat(application(db, "upgrade heads").exit()).isZero();
            db.execute(
                    "create table ticket (id bigint not null primary key)",
                    "create sequence ticket_seq start with 1 increment by 1",
                    "insert into ticket (id) values (1)");

            ToolProcess check = application(
                    CountingApplication.class,
                    db,
                    "check",
                    "retort.offline.database",
                    db.database().product());

            assertThat(check.exit()).as(check.talk()).isEqualTo(4);
            assertThat(check.out()).contains("sequence ticket_seq", "increment 1 -> ", "increment 50");
            assertThat(db.query("select id from ticket")).containsExactly("1");
        }
    }

    @OnDatabases({POSTGRESQL, H2})
    void aQuestionIsAnsweredByAFlagOrABean(TestDb given) throws Exception {
        try (TestDb db = shared(given)) {
            assertThat(application(db, "upgrade heads").exit()).isZero();
            db.execute("alter table product add column fax varchar(20)");
            String revision = "revision --message=faxless --format=sql";

            ToolProcess open = application(db, revision);
            assertThat(open.exit()).isEqualTo(3);
            assertThat(open.talk())
                    .contains("A question needs an answer; no file is written.", "-Ddrop=product.fax")
                    .contains("No entity maps column product.fax (varchar(20)) any more. It holds no values.");
            assertThat(open.message()).isEqualTo("A question needs an answer; no file is written.");
            assertThat(files()).isEmpty();
            assertThat(application(db, revision + " --json").out())
                    .startsWith(
                            "{\"retort\":1,\"exit\":3,\"questions\":[{\"id\":\"column-gone:product.fax\",\"kind\":\"column-gone\"");
            ToolProcess mistyped = application(db, revision + " --drop=product.fxa");
            assertThat(mistyped.exit()).isEqualTo(3);
            assertThat(mistyped.talk())
                    .contains("-Ddrop=product.fxa does not match a question; did you mean product.fax?");
            assertThat(application(db, revision + " --drop=product.fax --rev-id=f7")
                            .out())
                    .contains("- column product.fax varchar(20)");

            Path file = Files.writeString(folder.resolve("answers.txt"), "# nobody sends faxes\ndrop=product.fax\n");
            ToolProcess byFile = application(db, revision + " --answers=" + file + " --rev-id=f9");
            assertThat(byFile.exit()).as(byFile.talk()).isZero();
            assertThat(byFile.out()).contains("f9_faxless.sql", "- column product.fax varchar(20)");

            ToolProcess rewritten =
                    application(RewritingApplication.class, db, revision + " --rev-id=f8", "retort.exclude", "audit*");
            assertThat(rewritten.exit()).as(rewritten.talk()).isZero();
            assertThat(rewritten.out()).contains("- column product.fax", "! sql update product set name = name");
        }
    }

    /** No server runs on port 1, as in a fresh clone or in CI. */
    @Test
    void withoutADatabaseTheHistoryIsCompared() throws Exception {
        String url = "jdbc:postgresql://localhost:1/shop";
        ToolProcess check = application(ShopApplication.class, url, "check");
        assertThat(check.exit()).as(check.talk()).isEqualTo(4);
        assertThat(check.out().lines())
                .containsExactly(
                        "Entities and history differ in 1 place:",
                        "Compared with the history, because no database answered (Connection to localhost:1 refused. Check"
                                + " that the hostname and port are correct and that the postmaster is accepting TCP/IP"
                                + " connections.).",
                        "  + column product.name varchar(255)",
                        "Next: mvn migrate:revision -Dmessage=\"...\"");

        ToolProcess json = application(ShopApplication.class, url, "check --offline --json");
        assertThat(json.out())
                .contains("\"comparedWith\":\"history\",\"because\":\"-Doffline was given\"")
                .contains(
                        "{\"cause\":\"entity\",\"description\":\"+ column product.name varchar(255)\",\"sql\":[],\"operation\":{\"kind\":\"addColumn\"");

        for (String format : List.of("java", "sql")) {
            ToolProcess revision = application(
                    ShopApplication.class,
                    url,
                    "revision --offline --message=name --rev-id=" + format + "1 --format=" + format);
            assertThat(revision.exit()).as(revision.talk()).isZero();
            assertThat(revision.out()).contains("+ column product.name varchar(255)");
        }
        assertThat(Files.readString(folder.resolve("db/revisions/sql1_name.sql")))
                .contains("for PostgreSQL\n", "alter table product add");
    }

    /** The driver of H2 reports a refused connection with an SQL state of its own. */
    @Test
    void aServerOfH2ThatDoesNotAnswerIsNoDatabase() throws Exception {
        String url = "jdbc:h2:tcp://localhost:1/shop";

        ToolProcess check = application(ShopApplication.class, url, "check");

        assertThat(check.exit()).as(check.talk()).isEqualTo(4);
        assertThat(check.out())
                .contains("Compared with the history, because no database answered (Connection is broken")
                .contains("  + column product.name varchar(255)");
        ToolProcess report = application(ShopApplication.class, url, "report --output=" + folder.resolve("report"));
        assertThat(report.exit()).as(report.talk()).isZero();
        assertThat(folder.resolve("report/report.md")).exists();
    }

    /** An application whose target is one head does not start with several, although the entities agree. */
    @OnDatabases(H2)
    void severalHeadsAreADifferenceUnlessTheyAreTheTarget(TestDb given) throws Exception {
        Path heads = Files.createDirectories(folder.resolve("heads"));
        for (String id : List.of("aa1", "bb1")) {
            Files.writeString(
                    heads.resolve(id + "_fill.sql"),
                    "-- revision: " + id + "\n-- parent: 2b3c4d5e6f7a\n-- upgrade\n"
                            + "insert into product (id, name) values (" + (id.equals("aa1") ? 1 : 2)
                            + ", 'row');\n-- downgrade\ndelete from product;\n");
        }
        try (TestDb db = shared(given)) {
            ToolProcess upgrade = withHeads(db, heads, "upgrade heads", "head");
            assertThat(upgrade.exit()).as(upgrade.talk()).isZero();
            ToolProcess one = withHeads(db, heads, "check", "head");
            assertThat(one.exit()).as(one.talk()).isEqualTo(4);
            assertThat(one.out())
                    .contains("Entities and database agree.", "The history has 2 heads. Merge them first with");
            assertThat(withHeads(db, heads, "check", "heads").exit()).isZero();
            assertThat(withHeads(db, heads, "check --offline", "head").exit()).isEqualTo(4);
            assertThat(withHeads(db, heads, "check --offline", "heads").exit())
                    .as("the SQL revision does not declare what it does")
                    .isEqualTo(7);
            assertThat(withHeads(db, heads, "check --json", "head").out())
                    .contains("\"agree\":false,\"outcome\":\"differ\"", "\"heads\":[\"aa1\",\"bb1\"]");
            assertThat(db.query("select count(*) from product")).containsExactly("2");
        }
    }

    private ToolProcess withHeads(TestDb db, Path heads, String command, String target) throws Exception {
        return ToolProcess.run(
                ShopApplication.class,
                folder,
                Map.of(
                        "retort.command",
                        command,
                        "retort.target",
                        target,
                        "retort.locations",
                        "io.retort.boot.autoconfigure.revisions,classpath:history,file:" + heads,
                        "spring.datasource.url",
                        db.url(),
                        "spring.datasource.username",
                        db.user(),
                        "spring.datasource.password",
                        db.password()));
    }

    /** What the entities need and the database lacks is never accepted, because the application fails without it. */
    @OnDatabases({H2, POSTGRESQL})
    void everyDifferenceIsAcceptedButWhatTheEntitiesNeed(TestDb given) throws Exception {
        Path answers = Files.writeString(folder.resolve("answers.txt"), "# OPS-117\nkeep=ix_none\n");
        try (TestDb db = shared(given)) {
            assertThat(application(db, "upgrade heads").exit()).isZero();
            db.execute(
                    "alter table product alter column name set data type varchar(9)",
                    "insert into product (id, name) values (1, 'kept')",
                    "create index ix_by_hand on product (name)",
                    "create table by_hand (id int)");
            ToolProcess before = application(ShopApplication.class, db, "check", "retort.answers", answers.toString());
            assertThat(before.exit()).as(before.talk()).isEqualTo(4);

            ToolProcess kept =
                    application(ShopApplication.class, db, "check --keep-all", "retort.answers", answers.toString());

            assertThat(kept.exit()).as(kept.talk()).isZero();
            assertThat(kept.out())
                    .contains("Accepted 1 difference in ", "  keep=product.name", "Entities and database agree.");
            assertThat(kept.talk().split("accepts differences of ix_none", -1))
                    .as("the warning of the last check only")
                    .hasSize(2);
            assertThat(answers).hasContent("# OPS-117\nkeep=ix_none\nkeep=product.name\n");
            db.execute("drop index ix_by_hand", "alter table product drop column name");
            ToolProcess lacking = application(
                    ShopApplication.class,
                    db,
                    "check --keep-all --json",
                    "retort.answers",
                    folder.resolve("new/answers").toString());
            assertThat(lacking.exit()).as(lacking.talk()).isEqualTo(4);
            assertThat(lacking.out()).contains("\"kept\":[]", "+ column product.name");
            assertThat(folder.resolve("new/answers")).doesNotExist();
            assertThat(db.query("select count(*) from product")).containsExactly("1");
        }
    }

    /** A program that reads only JSON learns what is not compared, too. */
    @OnDatabases(H2)
    void whatTheTeamAcceptsIsInJson(TestDb given) throws Exception {
        Path answers = Files.writeString(folder.resolve("answers.txt"), "keep=product\n");
        String file = answers.toString().replace('\\', '/');
        String remark = "\"Accepted in " + file + " and not compared: product.\"";
        try (TestDb db = shared(given)) {
            assertThat(application(db, "upgrade heads").exit()).isZero();
            db.execute("alter table product drop column name");
            for (String command : List.of("check", "check --offline", "revision --message=none")) {
                ToolProcess json = application(
                        ShopApplication.class, db, command + " --json", "retort.answers", answers.toString());
                assertThat(json.exit()).as(json.talk()).isZero();
                assertThat(json.out()).as(command).contains(remark);
                assertThat(application(ShopApplication.class, db, command, "retort.answers", answers.toString())
                                .out())
                        .as(command)
                        .doesNotContain("Accepted in");
            }
        }
    }

    private ToolProcess application(Class<?> main, String url, String command) throws Exception {
        return ToolProcess.run(
                main,
                folder,
                Map.of(
                        "retort.command",
                        command,
                        "retort.locations",
                        "io.retort.boot.autoconfigure.revisions,classpath:db/revisions",
                        "retort.resources",
                        folder.toString(),
                        "retort.sources",
                        folder.toString(),
                        "spring.datasource.url",
                        url));
    }

    /** Several processes share the database, so H2 needs a file. */
    private TestDb shared(TestDb given) throws SQLException {
        return given.database() == TestDatabase.H2 ? given.server().newFileDatabase(folder) : given;
    }

    private ToolProcess application(TestDb db, String command) throws Exception {
        return application(ShopApplication.class, db, command, "retort.interactive", "false");
    }

    private ToolProcess application(Class<?> main, TestDb db, String command, String name, String value)
            throws Exception {
        return ToolProcess.run(
                main,
                folder,
                Map.of(
                        name,
                        value,
                        "retort.command",
                        command,
                        "retort.locations",
                        "io.retort.boot.autoconfigure.revisions,classpath:history",
                        "retort.resources",
                        folder.toString(),
                        "retort.sources",
                        folder.toString(),
                        "spring.datasource.url",
                        db.url(),
                        "spring.datasource.username",
                        db.user(),
                        "spring.datasource.password",
                        db.password()));
    }

    /** Writes a revision and adds SQL to its upgrade. */
    private void write(Dialogue shop, String command, String sql) throws IOException {
        List<Path> before = files();
        assertThat(shop.ask(command)).contains("mvn migrate:upgrade");
        List<Path> after =
                files().stream().filter(file -> !before.contains(file)).toList();
        assertThat(after).hasSize(1);
        Path file = after.get(0);
        Files.writeString(file, Files.readString(file).replace("-- upgrade\n", "-- upgrade\n" + sql + "\n"));
    }

    private List<Path> files() throws IOException {
        Path revisions = Files.createDirectories(folder.resolve("db/revisions"));
        try (var files = Files.list(revisions)) {
            return files.toList();
        }
    }
}
