package io.retort.docs;

import static io.retort.testkit.TestDatabase.H2;
import static io.retort.testkit.TestDatabase.MARIADB;
import static io.retort.testkit.TestDatabase.MYSQL;
import static io.retort.testkit.TestDatabase.POSTGRESQL;
import static org.assertj.core.api.Assertions.assertThat;

import io.retort.Retort;
import io.retort.internal.history.SqlRevisions;
import io.retort.source.RevisionCode;
import io.retort.source.RevisionSource;
import io.retort.testkit.OnDatabases;
import io.retort.testkit.TestDatabase;
import io.retort.testkit.TestDb;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Every SQL block of a page runs as a revision on tables with rows, upward and back. */
class SqlBlocksTests {

    /** {@code LintPageTests} and {@code OperationsPageTests} write these pages, and {@code TutorialStory} runs its own. */
    private static final Set<String> TESTED_ELSEWHERE = Set.of("lint.md", "operations.md", "tutorial.md");

    private static final Pattern BLOCK = Pattern.compile("(?ms)^ *```sql[^\n]*\n(.*?)^ *```");

    private static final String CUSTOMER = """
            create table customer (id int primary key, mail varchar(80), email varchar(80));
            insert into customer (id, mail) values (1, 'Ada@example.org'), (2, null);
            """;

    private static final List<Run> RUNS = List.of(
            new Run(
                    "-- message: take over from Flyway",
                    Set.of(H2, POSTGRESQL, MARIADB),
                    "",
                    "",
                    """

                    -- upgrade
                    create table account (id int);
                    -- means: createTable("account", column("id", integer()));
                    -- downgrade
                    drop table account;
                    """,
                    "select count(*) from account",
                    List.of("0")),
            new Run(
                    "update \"user\" set email",
                    Set.of(H2, POSTGRESQL),
                    """
                    create table "user" (login varchar(20), email varchar(80));
                    insert into "user" values ('ada', '');
                    """,
                    "drop table \"user\";",
                    "",
                    "select email from \"user\"",
                    List.of("ada@example.org")),
            new Run(
                    "alter table customer add column fax varchar(20) invisible;",
                    Set.of(MARIADB),
                    CUSTOMER,
                    "drop table customer;",
                    "\n-- downgrade\nalter table customer drop column fax;",
                    "select count(fax) from customer",
                    List.of("0")),
            new Run(
                    "-- backfill: batches().rows(2000)",
                    Set.of(H2, POSTGRESQL, MARIADB),
                    CUSTOMER,
                    "drop table customer;",
                    "\n-- downgrade",
                    "select id, email from customer order by id",
                    List.of("1|ada@example.org", "2|null")),
            new Run(
                    "-- backfill\n",
                    Set.of(H2, POSTGRESQL, MARIADB),
                    CUSTOMER,
                    "drop table customer;",
                    "\n-- downgrade",
                    "select id, email from customer order by id",
                    List.of("1|ada@example.org", "2|null")),
            new Run(
                    "create trigger account_log",
                    Set.of(MARIADB, MYSQL),
                    """
                    create table account (id int primary key, email varchar(80));
                    create table log (text varchar(80));
                    insert into account values (1, 'ada@example.org');
                    """,
                    "drop table log; drop table account;",
                    """

                    update account set email = 'ada@example.com';
                    -- downgrade
                    drop trigger account_log;
                    """,
                    "select text from log",
                    List.of("email; changed")),
            new Run(
                    "create view open_orders",
                    Set.of(H2, POSTGRESQL, MARIADB),
                    """
                    create table orders (id int, total int, closed date);
                    insert into orders values (1, 10, null), (2, 20, '2026-11-30');
                    """,
                    "drop table orders;",
                    "",
                    "select id, total from open_orders",
                    List.of("1|10")));

    @Test
    void everyBlockIsRun() throws IOException {
        List<String> blocks = blocks();

        assertThat(blocks)
                .allSatisfy(block ->
                        assertThat(RUNS).filteredOn(run -> run.isOf(block)).hasSize(1));
        assertThat(RUNS)
                .allSatisfy(run ->
                        assertThat(blocks).filteredOn(run::isOf).as(run.part()).hasSize(1));
    }

    @OnDatabases({H2, POSTGRESQL, MARIADB, MYSQL})
    void runsUpwardAndBack(TestDb db) throws Exception {
        for (Run run : RUNS) {
            if (run.products().contains(db.database())) {
                runs(run, db);
            }
        }
    }

    private static void runs(Run run, TestDb db) throws IOException, SQLException {
        String block = blocks().stream().filter(run::isOf).findFirst().orElseThrow();
        Retort retort = Retort.on(db.dataSource(), List.of(run.history(block)));

        retort.upgrade("head");
        assertThat(db.query(run.query())).as(block).isEqualTo(run.rows());

        retort.downgrade("base");
        retort.upgrade("head");
        assertThat(db.query(run.query())).as(block).isEqualTo(run.rows());

        retort.downgrade("base");
        assertThat(retort.status().applied()).isEmpty();
    }

    private static List<String> blocks() throws IOException {
        return Pages.all().stream()
                .filter(page -> !TESTED_ELSEWHERE.contains(page.getFileName().toString()))
                .flatMap(page -> BLOCK.matcher(read(page)).results())
                .map(SqlBlocksTests::text)
                .toList();
    }

    private static String text(MatchResult block) {
        return block.group(1).stripIndent();
    }

    private static String read(Path page) {
        try {
            return Files.readString(page);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * How a block is run.
     *
     * @param part what only this block contains
     * @param products the products that can run it
     * @param tables the tables and rows that it needs; empty if it has no revision before it
     * @param dropped the statements that drop those tables
     * @param rest what the page leaves out of the file
     * @param query a query of its effect
     * @param rows the rows of the query after the upgrade
     */
    private record Run(
            String part,
            Set<TestDatabase> products,
            String tables,
            String dropped,
            String rest,
            String query,
            List<String> rows) {

        boolean isOf(String block) {
            return block.contains(part);
        }

        /** The block is a revision whose parent creates the tables. */
        RevisionSource history(String block) {
            List<String> files = new ArrayList<>();
            if (!tables.isEmpty()) {
                files.add(headed("3f2a91c07b4e", "", "-- upgrade\n" + tables + "-- downgrade\n" + dropped));
            }
            String statements = block.contains("-- upgrade") || tables.isEmpty() ? block : "-- upgrade\n" + block;
            String whole = statements + rest;
            files.add(
                    whole.contains("-- revision: ")
                            ? whole
                            : headed("9b1c07aa52d1", "-- parent: 3f2a91c07b4e\n", whole));
            return () -> files.stream().map(Run::parsed).toList();
        }

        private static String headed(String id, String parent, String statements) {
            return "-- revision: " + id + "\n" + parent + "-- message: a block\n\n" + statements;
        }

        private static RevisionCode parsed(String file) {
            String id = file.substring("-- revision: ".length(), file.indexOf('\n'));
            return SqlRevisions.parse(file, "db/revisions/" + id + "_block.sql", Map.of("mail.domain", "example.org"));
        }
    }
}
