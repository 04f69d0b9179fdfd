package io.retort.diff.faithful;

import static io.retort.migration.Definitions.bigint;
import static io.retort.migration.Definitions.column;
import static io.retort.migration.Definitions.columns;
import static io.retort.migration.Definitions.foreignKey;
import static io.retort.migration.Definitions.integer;
import static io.retort.migration.Definitions.key;
import static io.retort.migration.Definitions.primaryKey;
import static io.retort.migration.Definitions.row;
import static io.retort.migration.Definitions.rows;
import static io.retort.migration.Definitions.sequence;
import static io.retort.migration.Definitions.startAfter;
import static io.retort.migration.Definitions.varchar;
import static io.retort.testkit.TestDatabase.H2;
import static io.retort.testkit.TestDatabase.HSQLDB;
import static io.retort.testkit.TestDatabase.MARIADB;
import static io.retort.testkit.TestDatabase.POSTGRESQL;
import static io.retort.testkit.TestDatabase.SQLITE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.retort.Retort;
import io.retort.diff.HistorySquash;
import io.retort.diff.author.Authoring;
import io.retort.diff.author.Difference;
import io.retort.diff.author.Format;
import io.retort.diff.author.SourceTree;
import io.retort.diff.author.SquashRequest;
import io.retort.diff.author.SquashResult;
import io.retort.diff.author.SquashedHistory;
import io.retort.diff.faithful.sandbox.Sandbox;
import io.retort.diff.internal.scratch.GivenOperation;
import io.retort.diff.models.Bootstrap;
import io.retort.diff.question.Answer;
import io.retort.diff.question.Answers;
import io.retort.diff.question.GivenAnswer;
import io.retort.diff.question.GivenAnswers;
import io.retort.diff.question.UnansweredException;
import io.retort.diff.question.Verb;
import io.retort.error.AdviceStyle;
import io.retort.error.ExitStatus;
import io.retort.error.RetortException;
import io.retort.internal.dialect.Dialects;
import io.retort.internal.history.SqlRevisions;
import io.retort.migration.Migration;
import io.retort.operation.Operation;
import io.retort.revision.RevisionInfo;
import io.retort.source.RevisionCode;
import io.retort.testkit.OnDatabases;
import io.retort.testkit.TestDatabase;
import io.retort.testkit.TestDb;
import io.retort.testkit.dump.SchemaDump;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hibernate.boot.Metadata;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A database that a squash has built is the one that the revisions build, as the product's own tools print it, with rows.
 */
@Tag("long")
class HistorySquashTests {

    private static final int SAMPLE = 5;

    /** Answers as proposed; what has no proposal is kept. */
    private static final Answers PROPOSED = question -> Optional.of(question.meanwhile());

    private static final CaseCount CASES = new CaseCount();

    @TempDir
    Path project;

    @AfterAll
    static void mostCasesWereChecked() {
        CASES.check(HistorySquashTests.class);
    }

    /** In a short build: a sample of the changes, on one product after another. */
    static Stream<Arguments> changes() {
        List<TestDatabase> databases = Products.toBeHad(Products.of(POSTGRESQL, MARIADB, H2, HSQLDB, SQLITE))
                .toList();
        List<ModelChange> changes = ModelChange.all();
        boolean full = Boolean.getBoolean("retort.full");
        return IntStream.range(0, databases.size())
                .boxed()
                .flatMap(place -> IntStream.range(0, changes.size())
                        .filter(number -> full || number % (SAMPLE * databases.size()) == place)
                        .mapToObj(number -> Arguments.of(changes.get(number), databases.get(place))));
    }

    @ParameterizedTest(name = "{0} on {1}")
    @MethodSource("changes")
    void aModelAndItsChangeAreSquashed(ModelChange change, TestDatabase database) throws SQLException {
        try (TestDb db = database.server().newDatabase();
                TestDb other = database.server().newDatabase();
                Bootstrap before = Bootstrap.like(db).entities(change.from());
                Bootstrap after = Bootstrap.like(db).entities(change.to())) {
            checked(
                    change.obstacle(database).isEmpty(),
                    change.obstacle(database).orElse(""));
            Sandbox sandbox = new Sandbox(db);
            writes(before.metadata(), sandbox);
            writes(after.metadata(), sandbox);
            checked(sandbox.drafts().size() == 2, "the change has no effect on " + database);
            CASES.ran();
            sandbox.upgrade();

            SquashedHistory squashed = sandbox.squash(PROPOSED, places(database));

            assertThat(squashed.database()).isNotNull();
            Retort squash = retort(other, code("5c1e", squashed));
            squash.upgrade("head");
            assertThat(dump(other)).isEqualTo(dump(db));
            squash.downgrade("base");
            assertThat(other.query("select id from retort_revision")).isEmpty();
            squash.upgrade("head");
            assertThat(dump(other)).isEqualTo(dump(db));
        }
    }

    private static void checked(boolean possible, String obstacle) {
        if (!possible) {
            CASES.skipped();
        }
        assumeTrue(possible, obstacle);
    }

    private static void writes(Metadata metadata, Sandbox sandbox) {
        List<Operation> found = sandbox.compareWithHistory(metadata).operations();
        if (!found.isEmpty()) {
            sandbox.write(found);
        }
    }

    private static HistorySquash.EmptyDatabases places(TestDatabase database) {
        return work -> {
            try (TestDb empty = database.server().newDatabase()) {
                work.accept(empty.dataSource());
            }
        };
    }

    private static List<String> dump(TestDb db) throws SQLException {
        return SchemaDump.of(db)
                .without("retort_")
                .withoutPlaces()
                .naming("(uq|uk|fk|ix|ck|pk|idx)\\w*")
                .lines()
                .stream()
                // the next number of a sequence is no part of the schema; startedSequencesContinue checks it
                .map(line -> line.replaceFirst(" RESTART WITH \\d+", ""))
                .toList();
    }

    private static Retort retort(TestDb db, RevisionCode... revisions) {
        return Retort.on(db.dataSource(), List.of(() -> Arrays.asList(revisions)));
    }

    private static RevisionCode code(String id, SquashedHistory squashed) {
        return code(id, List.of(), squashed);
    }

    private static RevisionCode code(String id, List<String> parents, SquashedHistory squashed) {
        RevisionInfo info = new RevisionInfo(
                id, parents, List.of(), List.of(), "squash", null, true, "R" + id, List.of(), null, squashed.entries());
        Migration reversed = op -> squashed.up().forEach(operation -> op.custom(new GivenOperation(operation)));
        return new RevisionCode(info, () -> reversed);
    }

    private static RevisionCode revision(String id, String parent, Migration migration) {
        RevisionInfo info = new RevisionInfo(
                id,
                parent.isEmpty() ? List.of() : List.of(parent),
                List.of(),
                List.of(),
                "do " + id,
                null,
                true,
                "R" + id);
        return new RevisionCode(info, () -> migration);
    }

    /** Seeds that later revisions rename, fill, update and delete; a table that goes; a view that is made twice. */
    private static List<RevisionCode> shop() {
        return List.of(
                revision("aa1", "", op -> {
                    op.createTable(
                            "role",
                            column("id", bigint()).notNull(),
                            column("name", varchar(20)),
                            primaryKey("id").named("pk_role"));
                    op.createTable("gone", column("id", bigint()));
                    op.insert("role", List.of("id", "name"), row(1, "admin"), row(2, "guest"));
                    op.insert("gone", List.of("id"), row(1));
                }),
                revision("aa2", "aa1", op -> {
                    op.renameTable("role", "app_role");
                    op.renameColumn("app_role", "name", "title");
                    op.addColumn("app_role", column("weight", integer()));
                    op.execute("update app_role set weight = id * 10", "");
                    op.alterColumn(
                            "app_role",
                            column("weight", integer()),
                            column("weight", integer()).notNull());
                    op.execute("create view roles as select id from app_role", "drop view roles");
                }),
                revision("aa3", "aa2", op -> {
                    op.delete("app_role", List.of("id"), row(2));
                    op.execute("insert into app_role (id, title, weight) values (3, 'owner', 7)", "");
                    op.execute("drop view roles", "");
                    op.dropTable("gone");
                    op.createTable(
                            "person",
                            column("id", bigint()).notNull(),
                            column("role_id", bigint()),
                            primaryKey("id").named("pk_person"),
                            foreignKey("fk_person_role", "role_id").references("app_role", "id"));
                    op.execute("create view roles as select id, title from app_role", "drop view roles");
                }));
    }

    @OnDatabases({H2, POSTGRESQL, MARIADB})
    void dataStepsAreKeptAsProposed(TestDb db) throws SQLException {
        Retort history = retort(db, shop().toArray(RevisionCode[]::new));
        history.upgrade("head");
        List<String> asked = new ArrayList<>();
        Answers listening = question -> {
            asked.add(question.subject() + " " + question.example().verb());
            return Optional.of(question.meanwhile());
        };

        SquashedHistory squashed = squash(history, db, listening).of(null, null);

        assertThat(asked).containsExactly("aa1:3 KEEP", "aa2:4 DROP", "aa3:1 DROP", "aa3:2 KEEP", "aa3:6 KEEP");
        assertThat(squashed.dropped())
                .extracting(step -> step.split("  ")[0])
                .containsExactly("step aa1:4", "step aa2:4", "step aa2:6", "step aa3:1", "step aa3:3");
        try (TestDb other = db.server().newDatabase()) {
            retort(other, code("5c1e", squashed)).upgrade("head");
            assertThat(dump(other)).isEqualTo(dump(db));
            assertThat(other.query("select id, title, weight from app_role order by id"))
                    .containsExactly("1|admin|10", "3|owner|7");
        }
    }

    /** Rows by key are data steps like inserted ones, also where no empty database is at hand. */
    @OnDatabases({H2, POSTGRESQL, MARIADB})
    void upsertedRowsAreKept(TestDb db) throws SQLException {
        List<RevisionCode> revisions = new ArrayList<>(shop());
        revisions.add(
                1,
                revision(
                        "ab1",
                        "aa1",
                        op -> op.upsert(
                                "role", key("id"), rows(columns("id", "name"), row(1, "root"), row(4, "auditor")))));
        revisions.set(2, revision("aa2", "ab1", shop().get(1).migration().get()::upgrade));
        Retort history = retort(db, revisions.toArray(RevisionCode[]::new));
        history.upgrade("head");
        List<String> expected = db.query("select id, title, weight from app_role order by id");
        assertThat(expected).containsExactly("1|root|10", "3|owner|7", "4|auditor|40");

        SquashedHistory squashed = squash(history, db, PROPOSED).of(null, null);
        assertThat(squashed.kept()).anyMatch(step -> step.startsWith("ab1:1"));
        try (TestDb other = db.server().newDatabase()) {
            Retort squash = retort(other, code("5c1e", squashed));
            squash.upgrade("head");
            assertThat(dump(other)).isEqualTo(dump(db));
            assertThat(other.query("select id, title, weight from app_role order by id"))
                    .isEqualTo(expected);
        }

        SquashedHistory unproved =
                new HistorySquash(history, Dialects.named(db.database().product()), PROPOSED, null).of(null, null);
        assertThat(unproved.up().stream().map(operation -> operation.java().source(0)))
                .anyMatch(text -> text.contains("\"app_role\"")
                        && text.contains("columns(\"id\", \"title\")")
                        && text.contains("noRows()"));
    }

    /** A sequence that a revision starts after existing numbers issues none of them in a squashed database, either. */
    @OnDatabases({H2, POSTGRESQL})
    void startedSequencesContinue(TestDb db) throws SQLException {
        List<RevisionCode> revisions = new ArrayList<>(shop());
        revisions.add(
                revision("aa4", "aa3", op -> op.createSequence(sequence("role_seq"), startAfter("app_role", "id"))));
        Retort history = retort(db, revisions.toArray(RevisionCode[]::new));
        history.upgrade("head");
        String next = db.database() == H2 ? "next value for role_seq" : "nextval('role_seq')";
        assertThat(db.query("select " + next)).containsExactly("4");

        SquashedHistory squashed = squash(history, db, PROPOSED).of(null, null);
        try (TestDb other = db.server().newDatabase()) {
            retort(other, code("5c1e", squashed)).upgrade("head");
            assertThat(other.query("select " + next)).containsExactly("4");
        }
    }

    @OnDatabases(H2)
    void withoutAnswersNothingIsWritten(TestDb db) {
        Retort history = retort(db, shop().toArray(RevisionCode[]::new));

        UnansweredException open = catchThrowableOfType(
                UnansweredException.class,
                () -> squash(history, db, Answers.NONE).of(null, null));

        assertThat(open.status()).isEqualTo(ExitStatus.NEEDS_ANSWER);
        assertThat(open.questions()).hasSize(5);
        assertThat(open.advice().in(AdviceStyle.LIBRARY)).contains("aa1:3,aa3:2,aa3:6", "aa2:4,aa3:1");
        Answers wrong = new GivenAnswers(GivenAnswer.read(Verb.KEEP, "aa1:9"));
        assertThatThrownBy(() -> squash(history, db, wrong).of(null, null)).hasMessageContaining("aa1:9");
    }

    /** A dropped step that an empty database needs is found by the comparison of rows and of views. */
    @OnDatabases({H2, POSTGRESQL})
    void whatIsDroppedWronglyIsFound(TestDb db) {
        Retort history = retort(db, shop().toArray(RevisionCode[]::new));
        Answers noView = question ->
                Optional.of(question.subject().equals("aa3:6") ? new Answer(Verb.DROP, "") : question.meanwhile());
        Answers mixed = question ->
                Optional.of(question.subject().equals("aa3:2") ? new Answer(Verb.DROP, "") : question.meanwhile());
        Answers noRows = question ->
                Optional.of(question.subject().equals("aa3:6") ? question.meanwhile() : new Answer(Verb.DROP, ""));

        assertThatThrownBy(() -> squash(history, db, noView).of(null, null))
                .isInstanceOfSatisfying(
                        RetortException.class, e -> assertThat(e.status()).isEqualTo(ExitStatus.DIFFERENCES))
                .hasMessageContaining("builds another database")
                .hasMessageContainingAll("+ view");
        assertThatThrownBy(() -> squash(history, db, mixed).of(null, null))
                .hasMessageContaining("Step aa3:2 inserts rows into app_role and is dropped");
        assertThat(squash(history, db, noRows).of(null, null).emptied()).containsExactly("app_role (2 rows)");
    }

    /** Code that is kept does something else if the rows that it reads are dropped. */
    @OnDatabases({H2, POSTGRESQL})
    void rowsThatDifferAreFound(TestDb db) {
        List<RevisionCode> revisions = new ArrayList<>(shop());
        revisions.add(revision(
                "aa4",
                "aa3",
                op -> op.work(
                        "seed persons",
                        connection -> {
                            try (var statement = connection.createStatement()) {
                                statement.execute("insert into person (id, role_id) select id, id from app_role");
                                statement.execute("insert into person (id) values (99)");
                            }
                        },
                        connection -> {})));
        Retort history = retort(db, revisions.toArray(RevisionCode[]::new));
        Answers onlyCode = question -> Optional.of(
                List.of("aa3:6", "aa4:1").contains(question.subject())
                        ? question.meanwhile()
                        : new Answer(Verb.DROP, ""));

        assertThatThrownBy(() -> squash(history, db, onlyCode).of(null, null))
                .isInstanceOfSatisfying(
                        RetortException.class, e -> assertThat(e.status()).isEqualTo(ExitStatus.DIFFERENCES))
                .hasMessageContaining("~ rows in person: 2 missing, 0 too many");
    }

    /** The database of the message is not that of the application, so that adopting or stamping it would be wrong. */
    @OnDatabases(H2)
    void aSquashThatCannotBeBuiltSaysWhere(TestDb db) {
        List<RevisionCode> revisions = new ArrayList<>(shop());
        revisions.add(revision(
                "aa4",
                "aa3",
                op -> op.work(
                        "seed a role",
                        connection -> {
                            try (var statement = connection.createStatement()) {
                                statement.execute("insert into app_role (id, title, weight) values (9, 'x', 1)");
                            }
                        },
                        connection -> {})));
        Retort history = retort(db, revisions.toArray(RevisionCode[]::new));

        assertThatThrownBy(() -> squash(history, db, PROPOSED).of(null, null))
                .isInstanceOfSatisfying(
                        RetortException.class,
                        e -> assertThat(e.advice().in(AdviceStyle.LIBRARY))
                                .contains("drop", "<step>")
                                .doesNotContain("adopt", "stamp", "run it again"))
                .hasMessageStartingWith("The squash cannot be built on an empty database.")
                .hasMessageContainingAll("It ran on the empty database H2 ", "jdbc:h2:", "No file is written")
                .hasMessageContainingAll("seed a role", "It contains these kept steps:", "aa3:2", "aa4:1");
    }

    @OnDatabases({H2, POSTGRESQL})
    void codeIsAskedAboutAndCopiedByHand(TestDb db) {
        List<RevisionCode> revisions = new ArrayList<>(shop());
        revisions.add(revision(
                "aa4",
                "aa3",
                op -> op.work(
                        "seed persons",
                        connection -> {
                            try (var statement = connection.createStatement()) {
                                statement.execute("insert into person (id, role_id) values (1, 1)");
                            }
                        },
                        connection -> {})));
        Retort history = retort(db, revisions.toArray(RevisionCode[]::new));

        SquashedHistory squashed = squash(history, db, PROPOSED).of(null, null);

        assertThat(squashed.toCopy()).hasSize(1).first().asString().contains("step aa4:1");
        SquashResult result = new Authoring(
                        history,
                        SourceTree.of(project),
                        () -> Dialects.named(db.database().product()),
                        () -> new Difference(List.of(), List.of(), List.of(), false))
                .squash(new SquashRequest(null, Format.JAVA, "5c1e"), () -> squashed);
        assertThat(project.resolve(result.file()))
                .content()
                .contains("\"aa1\", \"aa2\", \"aa3\", \"aa4\"})")
                .contains("// Dropped steps of the replaced revisions")
                .contains("throw new UnsupportedOperationException(\"copy the code of revision aa4\")");
        assertThat(result.describe(AdviceStyle.LIBRARY))
                .contains("Next: commit the new file. The files of the"
                        + " replaced revisions stay until every database has all of them.");
    }

    @OnDatabases({H2, POSTGRESQL})
    void anSqlFileIsReadBack(TestDb db) throws Exception {
        Retort history = retort(db, shop().toArray(RevisionCode[]::new));
        history.upgrade("head");
        SquashedHistory squashed = squash(history, db, PROPOSED).of(null, null);
        SquashResult result = new Authoring(
                        history,
                        SourceTree.of(project),
                        () -> Dialects.named(db.database().product()),
                        () -> new Difference(List.of(), List.of(), List.of(), false))
                .squash(new SquashRequest("all", Format.SQL, "5c1e"), () -> squashed);
        String text = Files.readString(project.resolve(result.file()));
        RevisionCode read = SqlRevisions.parse(text, "db/5c1e_all.sql", Map.of());

        assertThat(read.info().replacedIds()).containsExactly("aa1", "aa2", "aa3");
        try (TestDb other = db.server().newDatabase()) {
            retort(other, read).upgrade("head");
            assertThat(dump(other)).isEqualTo(dump(db));
            retort(other, read).downgrade("base");
            assertThat(other.query("select id from retort_revision")).isEmpty();
        }
    }

    /** A database at the revision before can have rows, so that a squash in the middle does all that the revisions do. */
    @OnDatabases({H2, POSTGRESQL, MARIADB})
    void aSquashInTheMiddleKeepsRows(TestDb db) throws SQLException {
        RevisionCode[] shop = shop().toArray(RevisionCode[]::new);
        Retort history = retort(db, shop);
        history.upgrade("aa1");
        db.execute("insert into role (id, name) values (50, 'of a user')");
        SquashedHistory squashed = squash(history, db, Answers.NONE).of("aa3", "aa1");
        try (TestDb other = db.server().newDatabase()) {
            Retort squash = retort(other, shop[0], code("5c1e", List.of("aa1"), squashed));
            squash.upgrade("aa1");
            other.execute("insert into role (id, name) values (50, 'of a user')");
            squash.upgrade("head");
            history.upgrade("head");

            assertThat(dump(other)).isEqualTo(dump(db));
            assertThat(other.query("select title, weight from app_role where id = 50"))
                    .containsExactly("of a user|500");
        }
    }

    @OnDatabases(H2)
    void undeclaredSqlIsRefused(TestDb db) {
        List<RevisionCode> revisions = new ArrayList<>(shop());
        revisions.add(revision("aa4", "aa3", op -> op.execute("alter table person add column note varchar(9)", "")));
        Retort history = retort(db, revisions.toArray(RevisionCode[]::new));

        assertThatThrownBy(() -> squash(history, db, PROPOSED).of(null, null))
                .hasMessageContainingAll("person", "aa4", "the command `replay`");
    }

    @OnDatabases(H2)
    void branchesInTheMiddleAreRefusedByName(TestDb db) {
        List<RevisionCode> revisions = new ArrayList<>(shop());
        revisions.add(revision("bb1", "aa2", op -> {}));
        revisions.add(revision("bb2", "aa1", op -> {}));
        Retort history = retort(db, revisions.toArray(RevisionCode[]::new));

        assertThatThrownBy(() -> squash(history, db, PROPOSED).of("aa3", null))
                .hasMessageContaining("No single revision can replace these 3")
                .hasMessageContainingAll("bb1 (do bb1) follows aa2", "bb2 (do bb2) follows aa1", "aa3");
        assertThatThrownBy(() -> squash(history, db, PROPOSED).of(null, null)).hasMessageContaining("three heads");
        assertThatThrownBy(() -> squash(history, db, PROPOSED).of("aa1", null))
                .hasMessageContaining("There is nothing to squash");
    }

    private static HistorySquash squash(Retort history, TestDb db, Answers answers) {
        return new HistorySquash(history, Dialects.named(db.database().product()), answers, places(db.database()));
    }
}
