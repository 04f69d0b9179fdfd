package io.retort.reliability.process;

import static io.retort.migration.Definitions.batches;
import static io.retort.migration.Definitions.bigint;
import static io.retort.migration.Definitions.column;
import static io.retort.migration.Definitions.foreignKey;
import static io.retort.migration.Definitions.index;
import static io.retort.migration.Definitions.integer;
import static io.retort.migration.Definitions.primaryKey;
import static io.retort.migration.Definitions.set;
import static io.retort.migration.Definitions.varchar;

import io.retort.migration.Migration;
import io.retort.revision.AdoptionMark;
import io.retort.revision.ReplacedRevision;
import io.retort.revision.RevisionInfo;
import io.retort.source.RevisionCode;
import io.retort.source.RevisionSource;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The histories that instances run, by name. */
public final class Histories {

    private static final int STAYS = -1;
    private static final int SLEEPS = -2;

    private Histories() {}

    public static RevisionSource named(String name) {
        String[] words = name.split("-");
        return switch (words[0]) {
            case "counting" -> counting(Integer.parseInt(words[1]));
            case "branching" -> branching(Integer.parseInt(words[1]));
            case "squashed" -> squashed(Integer.parseInt(words[1]), Integer.parseInt(words[2]));
            case "mixed" -> MixedHistory.revisions(name.endsWith("-rebuilding"));
            case "failing" -> failing("insert into no_such_table values (1)");
            case "corrected" -> failing("insert into first_one values (2)");
            case "exiting" -> exiting(Integer.parseInt(words[1]));
            case "sleeping" -> exiting(SLEEPS);
            case "staying" -> exiting(STAYS);
            case "adopting" -> adopting(exiting(name.endsWith("sleeping") ? SLEEPS : STAYS));
            case "widen" -> widen();
            case "concurrently" -> concurrently();
            case "filling" -> copying(2);
            case "copying" -> copying(4);
            case "silent" -> silent(words[1]);
            case "backfilling" -> backfilling(Integer.parseInt(words[1]));
            case "bulk" -> bulk(Integer.parseInt(words[1]), System.getProperty("migrator.place", ""));
            default -> throw new IllegalArgumentException("no history " + name);
        };
    }

    /**
     * Each revision creates a table and inserts its number into a table without a unique constraint, so that a second
     * run would show.
     */
    private static RevisionSource counting(int count) {
        List<Migration> steps = new ArrayList<>();
        steps.add(op -> op.createTable("ran", column("revision", integer()).notNull()));
        for (int i = 1; i < count; i++) {
            int number = i;
            steps.add(op -> {
                op.createTable("t" + number, column("id", bigint()).notNull(), primaryKey("id"));
                op.execute("insert into ran values (" + number + ")");
            });
        }
        return linear(steps);
    }

    /**
     * A longer one is the branch of which a shorter one knows only the beginning. Everything can be reverted. The
     * columns are in different tables, because MariaDB keeps a part of each dropped column in its row format.
     */
    private static RevisionSource branching(int count) {
        List<Migration> steps = new ArrayList<>();
        steps.add(op -> {
            op.createTable("kept", column("id", bigint()).notNull(), primaryKey("id"));
            op.execute("insert into kept values (1)", "delete from kept where id = 1");
        });
        for (int i = 1; i < count; i++) {
            int number = i;
            steps.add(op -> {
                op.createTable("b" + number, column("id", bigint()).notNull(), primaryKey("id"));
                op.addColumn("b" + number, column("c" + number, varchar(20)));
                op.createIndex("b" + number, index("ix_c" + number, "c" + number));
                op.execute("insert into b" + number + " (id) values (1)", "delete from b" + number + " where id = 1");
            });
        }
        return linear(steps);
    }

    /** The branch of {@link #branching}, with a squash of its first revisions, whose files are still there. */
    private static RevisionSource squashed(int replaced, int count) {
        List<RevisionCode> revisions = new ArrayList<>(branching(count).revisions());
        List<RevisionCode> first = List.copyOf(revisions.subList(0, replaced));
        RevisionInfo info = new RevisionInfo(
                "5c1e5c1e",
                List.of(),
                List.of(),
                List.of(),
                "squash",
                null,
                true,
                "db/revisions/5c1e5c1e.java",
                List.of(),
                null,
                first.stream()
                        .map(code -> new ReplacedRevision(code.info().id(), List.of()))
                        .toList());
        revisions.add(new RevisionCode(
                info, () -> op -> first.forEach(code -> code.migration().get().upgrade(op))));
        return () -> List.copyOf(revisions);
    }

    private static RevisionSource failing(String third) {
        return linear(List.of(
                op -> op.createTable("first_one", column("id", bigint()).notNull(), primaryKey("id")),
                op -> {
                    op.execute("insert into first_one values (1)");
                    op.createTable("next_one", column("id", bigint()).notNull(), primaryKey("id"));
                    op.execute(third);
                    op.createIndex("next_one", index("ix_next_one", "id"));
                },
                op -> op.createTable("third_one", column("id", bigint()).notNull(), primaryKey("id"))));
    }

    /** Java work that inserts a row and exits the JVM with its shutdown hooks, before anything can be committed, or sleeps. */
    private static RevisionSource exiting(int status) {
        return linear(List.of(
                op -> op.createTable("first_one", column("id", bigint()).notNull(), primaryKey("id")), op -> {
                    op.createTable("next_one", column("id", bigint()).notNull(), primaryKey("id"));
                    op.work("leave", connection -> {
                        try (Statement statement = connection.createStatement()) {
                            statement.execute("insert into first_one values (1)");
                        }
                        if (status >= 0) {
                            Runtime.getRuntime().addShutdownHook(new Thread(Histories::sayThatAHookRan));
                            System.exit(status);
                        }
                        if (status == SLEEPS) {
                            System.out.println("sleeping");
                            sleep(120);
                        }
                    });
                    op.execute("insert into next_one values (2)");
                }));
    }

    /** The first revision describes a database that exists. */
    private static RevisionSource adopting(RevisionSource history) {
        List<RevisionCode> revisions = new ArrayList<>(history.revisions());
        RevisionCode base = revisions.get(0);
        RevisionInfo info = base.info();
        revisions.set(
                0,
                new RevisionCode(
                        new RevisionInfo(
                                info.id(),
                                info.parents(),
                                info.dependsOn(),
                                info.labels(),
                                info.message(),
                                info.created(),
                                info.transactional(),
                                info.location(),
                                info.remarks(),
                                AdoptionMark.parse("schema", info.location()),
                                List.of()),
                        base.migration()));
        return () -> List.copyOf(revisions);
    }

    /** Needs the strongest lock on an existing table. */
    private static RevisionSource widen() {
        return linear(List.of(
                op -> op.addColumn("busy", column("extra", varchar(20))),
                op -> op.createTable("after_it", column("id", bigint()).notNull(), primaryKey("id"))));
    }

    private static RevisionSource concurrently() {
        return linear(List.of(
                op -> op.createIndex("busy", index("ix_busy_name", "name").concurrently()),
                op -> op.addColumn("busy", column("extra", varchar(20)))));
    }

    /** The third step adds a column to a table that is large enough for a kill during the change. */
    private static RevisionSource copying(int steps) {
        List<Migration> all = List.of(
                op -> op.execute("create table filled (id int not null primary key, pad varchar(1000))"),
                op -> op.work("fill", connection -> Filling.fill(connection, 10_000)),
                op -> op.addColumn(
                        "filled", column("more", integer()).defaultValue(5).notNull()),
                op -> op.createTable("ran", column("revision", integer()).notNull()));
        return linear(all.subList(0, steps));
    }

    /** A column is filled in batches of few rows; the number of times is counted in each row. */
    private static RevisionSource backfilling(int rows) {
        return linear(List.of(
                op -> op.execute("create table filled (id int not null primary key, pad varchar(1000))"),
                op -> op.work("fill", connection -> Filling.fill(connection, rows)),
                op -> op.addColumn(
                        "filled", column("times", integer()).defaultValue(0).notNull()),
                op -> {
                    op.addColumn("filled", column("length", integer()));
                    op.backfill(
                            "filled",
                            set("length", "char_length(pad)")
                                    .set("times", "times + 1")
                                    .where("length is null"),
                            batches().rows(20));
                },
                op -> op.createTable("after_it", column("id", bigint()).notNull(), primaryKey("id"))));
    }

    /**
     * Fills a table row by row in one step, between two other revisions.
     *
     * @param place the clause after the table definition that selects its place on disk
     */
    private static RevisionSource bulk(int rows, String place) {
        return linear(List.of(
                op -> op.createTable("before_it", column("id", bigint()).notNull(), primaryKey("id")),
                op -> op.execute("create table filled (id int not null primary key, pad varchar(1000)) " + place),
                op -> op.work("fill", connection -> Filling.fill(connection, rows)),
                op -> op.createTable(
                        "after_it",
                        column("id", integer()).notNull(),
                        primaryKey("id"),
                        foreignKey("fk_after", "id").references("filled", "id"))));
    }

    /** The network is lost in the second revision, during a statement or the commit. */
    private static RevisionSource silent(String phase) {
        Migration second = switch (phase) {
            case "pg_sleep" -> op -> op.execute("select pg_sleep(600)");
            case "do_sleep" -> op -> op.execute("do sleep(20)");
            case "statement" -> op -> op.execute(System.getProperty("migrator.statement"));
            case "deferred" ->
                op -> {
                    op.execute("create function slow() returns trigger language plpgsql as"
                            + " $$ begin perform pg_sleep(600); return null; end $$");
                    op.execute("create constraint trigger slow after insert on held deferrable initially"
                            + " deferred for each row execute function slow()");
                    op.execute("insert into held values (1)");
                };
            case "work" ->
                op -> {
                    op.work("pause", connection -> sleep(Integer.getInteger("migrator.work", 3)));
                    op.execute("insert into held values (1)");
                };
            default -> op -> op.execute("insert into held values (1)");
        };
        List<Migration> steps = new ArrayList<>(List.of(op -> op.execute("create table held (id int)"), second));
        if (phase.equals("more")) {
            steps.add(op -> op.execute("insert into held values (2)"));
        }
        return linear(steps);
    }

    private static void sayThatAHookRan() {
        sleep(1);
        System.out.println("a hook ran");
    }

    static void sleep(int seconds) {
        try {
            TimeUnit.SECONDS.sleep(seconds);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    static RevisionSource linear(List<Migration> steps) {
        List<RevisionCode> revisions = new ArrayList<>();
        @Nullable String parent = null;
        for (int i = 0; i < steps.size(); i++) {
            String id = String.format("%04d", i) + "cafe";
            Migration step = steps.get(i);
            revisions.add(new RevisionCode(
                    new RevisionInfo(
                            id,
                            parent == null ? List.of() : List.of(parent),
                            List.of(),
                            List.of(),
                            "step " + i,
                            null,
                            true,
                            "db/revisions/" + id + ".java"),
                    () -> step));
            parent = id;
        }
        return () -> List.copyOf(revisions);
    }
}
