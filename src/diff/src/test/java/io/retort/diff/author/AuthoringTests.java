package io.retort.diff.author;

import static io.retort.migration.Definitions.bigint;
import static io.retort.migration.Definitions.column;
import static io.retort.migration.Definitions.unique;
import static io.retort.migration.Definitions.varchar;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.retort.error.ExitStatus;
import io.retort.error.RetortException;
import io.retort.lint.DatabaseSizes;
import io.retort.migration.Operations;
import io.retort.operation.Operation;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuthoringTests {

    private static final List<Operation> ADD_EMAIL = Operations.collect(
            op -> op.addColumn("user", column("email", varchar(255)).notNull()));

    @TempDir
    Path project;

    private Project shop;

    @BeforeEach
    void anEmptyProject() {
        shop = new Project(project);
    }

    @Test
    void whatChangedInTheEntitiesBecomesTheNextRevision() {
        shop.has("aaaa", "", "create user").upgraded();
        shop.differsIn(new Difference(ADD_EMAIL, List.of("view v: no entity"), List.of("audit", "flyway"), true));

        RevisionResult result = shop.authoring().revision(request("add email", r -> r.revId = "bbbb"));

        assertThat(result.describe())
                .containsExactly(
                        "src/main/java/db/revisions/Rbbbb_add_email.java",
                        "  + column user.email varchar(255) not null",
                        "skipped: view v: no entity",
                        "not managed by Retort, ignored: audit, flyway",
                        "Next: the command `upgrade`");
        assertThat(project.resolve("src/main/java/db/revisions/Rbbbb_add_email.java"))
                .content()
                .contains("parent = \"aaaa\"")
                .contains("op.addColumn(\"user\", column(\"email\", varchar(255)).notNull());");
        assertThat(result.json())
                .containsEntry("written", true)
                .containsEntry("id", "bbbb")
                .extractingByKey("operations")
                .asString()
                .contains("kind=addColumn, table=user, column=email", "+ column user.email varchar(255) not null");
    }

    @Test
    void ofManyObjectsThatAreNotManagedTheFirstAreNamed() {
        shop.has("aaaa", "", "create user").upgraded();
        List<String> objects =
                IntStream.rangeClosed(1, 25).mapToObj(i -> "table t" + i).toList();
        shop.differsIn(new Difference(ADD_EMAIL, List.of(), objects, true));

        RevisionResult result = shop.authoring().revision(request("add email", r -> r.revId = "bbbb"));

        assertThat(result.describe())
                .contains("not managed by Retort, ignored: " + String.join(", ", objects.subList(0, 20))
                        + " and 5 more (all of them with the option `--json`)");
        assertThat(result.json()).containsEntry("notOurs", objects);
    }

    @Test
    void aChangeInAnotherFormRunsWithoutATransactionInBothDirections() {
        shop.has("aaaa", "", "create user");
        shop.differsIn(Operations.collect(op -> op.dropConstraint("user", unique("uk_user_email", "email"))));
        Authoring authoring = shop.authoring();

        RevisionResult result = authoring
                .writing((operations, difference) ->
                        shop.retort().concurrently(operations, DatabaseSizes.unknown("postgresql")))
                .revision(request("not unique", r -> r.revId = "bbbb"));

        assertThat(project.resolve("src/main/java/db/revisions/Rbbbb_not_unique.java"))
                .content()
                .contains("transactional = false")
                .contains("op.dropConstraint(\"user\", unique(\"uk_user_email\", \"email\"));")
                .contains("op.addConstraint(\"user\", unique(\"uk_user_email\", \"email\").concurrently());");
        assertThat(result.describe()).contains("  - constraint on user: unique uk_user_email (email)");
    }

    @Test
    void aNewRevisionIsFoundAgainAndIsTheNextParent() throws Exception {
        shop.differsIn(Operations.collect(op -> op.createTable("account", column("id", bigint()))));
        RevisionResult first = shop.authoring().revision(request("add email", r -> r.format = Format.SQL));
        shop.rereads(first).upgraded();

        RevisionResult second = shop.authoring().revision(request("again", r -> r.format = Format.SQL));

        assertThat(first.draft().parents()).isEmpty();
        assertThat(second.draft().parents()).containsExactly(first.draft().id());
    }

    @Test
    void aDifferenceThatAnotherHibernateFindsHasARemark() throws Exception {
        shop.differsIn(madeWith("Hibernate 7.3.0.Final"));
        RevisionResult first = shop.authoring().revision(request("add email", r -> r.format = Format.SQL));
        shop.rereads(first).upgraded();

        assertThat(shop.authoring().check().describe()).noneMatch(line -> line.startsWith("remark: "));
        shop.differsIn(madeWith("Hibernate 7.4.5.Final"));
        String remark =
                "remark: The previous revisions were written with Hibernate 7.3.0.Final, this one with Hibernate 7.4.5.Final."
                        + " Differences without a change in an entity come from the new version: read its migration guide.";
        assertThat(shop.authoring().check().describe()).contains(remark);
        assertThat(shop.authoring().revision(request("again", r -> {})).describe())
                .contains(remark);
    }

    @Test
    void entitiesThatWereReadForAnotherProductAreNoted() throws Exception {
        shop.differsIn(madeWith("Hibernate 7.4.5.Final for PostgreSQL 18.6"));
        RevisionResult first = shop.authoring().revision(request("first", r -> r.format = Format.SQL));
        shop.rereads(first).upgraded();
        Difference found = madeWith("Hibernate 7.4.5.Final for H2");
        String remark = "remark: Revision " + first.draft().id()
                + " was written for PostgreSQL 18.6, and the entities were read for H2. Types and names can differ for this"
                + " reason alone.";

        shop.differsIn(found.on(Basis.history("no database answered")));
        assertThat(shop.authoring().check().describe()).containsOnlyOnce(remark);
        shop.differsIn(found);
        assertThat(shop.authoring().check().describe()).doesNotContain(remark);
        shop.differsIn(madeWith("Hibernate 7.4.5.Final for PostgreSQL 12").on(Basis.history("no database answered")));
        assertThat(shop.authoring().check().describe()).noneMatch(line -> line.startsWith("remark: "));
    }

    @Test
    void aDifferenceWithoutAChangedSourceComesFromTheOtherHibernate() throws Exception {
        shop.differsIn(madeWith("Hibernate 7.3.0.Final for H2 2.4"));
        RevisionResult first = shop.authoring().revision(request("first", r -> r.format = Format.SQL));
        shop.rereads(first).upgraded();
        String id = first.draft().id();
        List<Operation> both = Operations.collect(op -> {
            op.addColumn("account", column("note", varchar(9)));
            op.addColumn("user", column("city", varchar(9)));
        });
        shop.differsIn(
                new Difference(both, ComparisonCaveats.NONE, List.of(), true, "Hibernate 7.4.5.Final for H2 2.4"));
        shop.changed(EntitySources.Changes.known(both.get(1)::equals));

        CheckResult some = shop.authoring().check();
        assertThat(some.describe())
                .containsExactly(
                        "Entities and database differ in 2 places:",
                        "  + column account.note varchar(9)",
                        "The new version Hibernate 7.4.5.Final causes these differences, because the sources of these"
                                + " entities did not change since revision " + id + " (Hibernate 7.3.0.Final):",
                        "  + column user.city varchar(9)",
                        "Next: the command `revision --message=\"...\"`");
        assertThat(withoutOperations(some.json().get("differences")))
                .isEqualTo(List.of(
                        Map.of("cause", "entity", "description", "+ column account.note varchar(9)", "sql", List.of()),
                        Map.of(
                                "cause",
                                "hibernate",
                                "description",
                                "+ column user.city varchar(9)",
                                "sql",
                                List.of(),
                                "before",
                                "Hibernate 7.3.0.Final",
                                "now",
                                "Hibernate 7.4.5.Final",
                                "revision",
                                id)));

        shop.changed(EntitySources.Changes.known(operation -> true));
        assertThat(shop.authoring().check().describe())
                .endsWith("Next: write a revision for the new version with the command `revision --message=\"update to"
                        + " Hibernate 7.4.5.Final\"`, or declare the former types and names in the entities. The migration"
                        + " guide of the new version describes both.");
        shop.changed(EntitySources.Changes.known(operation -> false));
        assertThat(shop.authoring().check().describe()).noneMatch(line -> line.contains("Hibernate"));
        shop.changed(EntitySources.Changes.unknown("It is a shallow clone."));
        assertThat(shop.authoring().check().describe())
                .anyMatch(line -> line.endsWith("read its migration guide. It is a shallow clone."));
        shop.changed(EntitySources.Changes.known(operation -> true));
        assertThat(shop.authoring().revision(request("second", r -> {})).describe())
                .contains(
                        "remark: Hibernate 7.4.5.Final instead of Hibernate 7.3.0.Final causes these changes, because the"
                                + " sources of these entities did not change since revision " + id
                                + ": + column account.note varchar(9); + column user.city varchar(9).");
    }

    private static Difference madeWith(String reader) {
        List<Operation> operations = Operations.collect(op -> op.createTable("account", column("id", bigint())));
        return new Difference(operations, ComparisonCaveats.NONE, List.of(), true, reader);
    }

    @Test
    void nothingChangedIsNothingToDo() {
        shop.differsIn(List.of());

        RevisionResult result = shop.authoring().revision(request("nothing", r -> {}));

        assertThat(result.written()).isFalse();
        assertThat(result.describe()).containsExactly("Nothing to do: entities and database agree.");
        assertThat(result.json()).containsEntry("written", false);
        assertThat(project).isEmptyDirectory();
    }

    @Test
    void anEmptyRevisionComparesNothingAndNeedsNoDatabase() {
        shop.has("aaaa", "", "create user");

        RevisionResult result = shop.authoring().revision(request("by hand", r -> r.empty = true));

        assertThat(result.describe()).hasSize(2).last().isEqualTo("Next: fill it in, then the command `upgrade`");
        assertThat(result.draft().parents()).containsExactly("aaaa");
    }

    @Test
    void aMessageIsNeeded() {
        assertRefused(ExitStatus.USAGE, request("\n ", r -> {}), "A revision needs a message", "--message=\"add email");
        assertRefused(ExitStatus.USAGE, request(null, r -> {}), "A revision needs a message");
    }

    @Test
    void withoutEntitiesNothingIsWritten() {
        shop.differsIn(new Difference(ADD_EMAIL, List.of(), List.of(), false));

        assertRefused(ExitStatus.FAILED, request("next", r -> {}), "There is no entity", "@EntityScan");
        assertThatThrownBy(() -> shop.authoring().check()).hasMessageContaining("There is no entity");
    }

    @Test
    void severalHeadsAskForOne() {
        shop.has("aaaa", "", "create user").has("bbbb", "aaaa", "billing").has("cccc", "aaaa", "stock");

        assertRefused(ExitStatus.USAGE, request("next", r -> r.empty = true), "two heads", "bbbb (billing)", "cccc");

        RevisionResult result = shop.authoring().revision(request("next", r -> {
            r.empty = true;
            r.head = "bbb";
        }));
        assertThat(result.draft().parents()).containsExactly("bbbb");
    }

    @Test
    void aParentThatIsNoHeadNeedsSplice() {
        shop.has("aaaa", "", "create user").has("bbbb", "aaaa", "add email");

        assertRefused(
                ExitStatus.USAGE,
                request("branch off", r -> r.head = "aaaa"),
                "aaaa (create user) is not a head: bbbb (add email) follows it.",
                "--splice");

        RevisionResult result = shop.authoring().revision(request("branch off", r -> {
            r.empty = true;
            r.head = "aaaa";
            r.splice = true;
        }));
        assertThat(result.draft().parents()).containsExactly("aaaa");
    }

    @Test
    void aLineOfItsOwnBeginsAtTheBaseWithALabelAndADependency() {
        shop.has("aaaa", "", "create user").has("bbbb", "aaaa", "add email");

        RevisionResult result = shop.authoring().revision(request("begin billing", r -> {
            r.empty = true;
            r.head = "base";
            r.branchLabel = "billing";
            r.dependsOn = List.of("aaa");
        }));

        assertThat(result.draft().parents()).isEmpty();
        assertThat(result.draft().labels()).containsExactly("billing");
        assertThat(result.draft().dependsOn()).containsExactly("aaaa");
    }

    @Test
    void namesThatCannotBeAreRefused() {
        shop.has("aaaa", "", "create user");

        for (String id : List.of("a@b", "a-b", "a+b", "a:b", "a b", "../x", "", "head")) {
            assertRefused(
                    ExitStatus.USAGE, request("x", r -> r.revId = id), "A revision's id cannot be \"" + id + "\"");
        }
        assertRefused(
                ExitStatus.USAGE,
                request("x", r -> r.revId = "aaaa"),
                "The id \"aaaa\" is already used by aaaa (create user).");
        assertRefused(ExitStatus.USAGE, request("x", r -> r.branchLabel = "a,b"), "cannot be \"a,b\"");
        assertRefused(ExitStatus.USAGE, request("x", r -> r.branchLabel = "aaaa"), "The name \"aaaa\" is already used");
        assertRefused(ExitStatus.USAGE, request("x", r -> r.dependsOn = List.of("nowhere")), "nowhere");
        assertRefused(ExitStatus.USAGE, request("x", r -> r.dependsOn = List.of("base")), "\"base\" is not a revision");
    }

    @Test
    void whatCannotBeUndoneIsWrittenOnlyWhenAllowed() {
        shop.differsIn(Operations.collect(op -> op.addEnumValue("state", "PAID")));

        assertRefused(
                ExitStatus.FAILED,
                request("paid", r -> {}),
                "This operation cannot be reverted: ~ type state with value PAID",
                "--irreversible");
        assertThat(shop.authoring()
                        .revision(request("paid", r -> r.irreversible = true))
                        .written())
                .isTrue();
    }

    @Test
    void aCheckSaysHowFarEntitiesAndDatabaseAreApart() {
        shop.differsIn(ADD_EMAIL);

        CheckResult drift = shop.authoring().check();

        assertThat(drift.outcome().status()).isEqualTo(ExitStatus.DIFFERENCES);
        assertThat(drift.describe())
                .containsExactly(
                        "Entities and database differ in 1 place:",
                        "  + column user.email varchar(255) not null",
                        "Next: the command `revision --message=\"...\"`");
        assertThat(drift.json()).containsEntry("agree", false);

        shop.differsIn(List.of());
        assertThat(shop.authoring().check().describe()).containsExactly("Entities and database agree.");
        assertThat(shop.authoring().check().outcome().status()).isEqualTo(ExitStatus.OK);
        assertThat(project).isEmptyDirectory();
    }

    @Test
    void whatCouldNotBeComparedIsNoAgreement() {
        ComparisonCaveats skipped =
                new ComparisonCaveats(List.of("column user.a: refused"), List.of(), List.of("comments: none"));
        shop.differsIn(new Difference(List.of(), skipped, List.of(), true, null));

        CheckResult drift = shop.authoring().check();

        assertThat(drift.outcome().status().code()).isEqualTo(7);
        assertThat(drift.describe())
                .containsExactly(
                        "Not everything could be compared: 1 part was skipped. The rest agrees.",
                        "skipped: column user.a: refused",
                        "remark: comments: none",
                        "Next: correct the mapping, or leave the table out with the option `exclude`");
        assertThat(drift.json())
                .containsEntry("agree", false)
                .containsEntry("outcome", "incomplete")
                .containsEntry("skipped", List.of("column user.a: refused"))
                .containsEntry("remarks", List.of("comments: none"));
        RevisionResult nothing = shop.authoring().revision(request("nothing", r -> {}));
        assertThat(nothing.status().code()).isEqualTo(7);
        assertThat(nothing.describe()).noneMatch(line -> line.contains("Nothing to do"));
    }

    @Test
    void whatNoRevisionCreatesIsNoDifferenceOfTheEntities() {
        Arbitration missing = new Arbitration(List.of(), List.of("table account"));
        shop.differsIn(new Difference(List.of(), List.of(), List.of(), true).arbitrated(missing));

        CheckResult result = shop.authoring().check();

        assertThat(result.outcome()).isEqualTo(CheckResult.Outcome.DIFFER);
        assertThat(result.describe())
                .containsExactly(
                        "The history is incomplete.",
                        "Entities and database agree on these, but no revision creates them:",
                        "  table account",
                        "Next: write the missing revision with the command `revision --message=\"...\" --offline`, then record"
                                + " it here as applied with the command `stamp`.");
        assertThat(shop.authoring()
                        .revision(request("again", r -> {}))
                        .describe()
                        .get(0))
                .isEqualTo("Nothing to write: the entities have not changed.");
    }

    @Test
    void aRevisionThatDoesNotFitIsToBeCorrected() {
        Difference difference = new Difference(List.of(), List.of("revision a1 does not fit"), List.of(), true)
                .arbitrated(Arbitration.ofHistory(List.of(), List.of("revision a1 does not fit")));
        shop.differsIn(difference.on(Basis.history("--offline was given")));

        assertThat(shop.authoring().check().describe())
                .endsWith(
                        "Next: correct the revision or its declaration; the command `replay` shows what the statements do to"
                                + " an empty database.");
    }

    @Test
    void aDatabaseWithTablesAndNoRevisionIsAdopted() {
        Arbitration tables = new Arbitration(List.of(), List.of("table account"), true);
        shop.differsIn(new Difference(List.of(), List.of(), List.of(), true).arbitrated(tables));

        RevisionResult nothing = shop.authoring().revision(request("first", r -> {}));
        assertThat(nothing.describe())
                .startsWith("Nothing to write: the entities have not changed.")
                .endsWith("Next: write the first revision from this database: the command `adopt`");

        shop.differsIn(new Difference(Drafts.shopOperations(), List.of(), List.of(), true).arbitrated(tables));
        assertRefused(
                ExitStatus.FAILED,
                request("first", r -> {}),
                "The database already has 1 of the entities' tables, and no revision creates them.",
                "adopt",
                "--offline");
    }

    @Test
    void limitsOfTheProductAndAnswersThatKeepDoNotCount() {
        ComparisonCaveats kept =
                new ComparisonCaveats(List.of(), List.of("column user.a: kept"), List.of("comments: none"));
        shop.differsIn(new Difference(List.of(), kept, List.of(), true, null));

        assertThat(shop.authoring().check().outcome()).isEqualTo(CheckResult.Outcome.AGREE);
        RevisionResult nothing = shop.authoring().revision(request("nothing", r -> {}));
        assertThat(nothing.status().code()).isZero();
        assertThat(nothing.describe().get(0))
                .isEqualTo("Nothing to write: entities and database differ only in parts that you keep.");
    }

    private void assertRefused(ExitStatus status, RevisionRequest request, String... sentences) {
        RetortException refusal = catchThrowableOfType(
                RetortException.class, () -> shop.authoring().revision(request));
        assertThat(refusal).isNotNull().hasMessageContainingAll(sentences);
        assertThat(refusal.status()).isEqualTo(status);
        assertThat(project).isEmptyDirectory();
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> withoutOperations(Object differences) {
        List<Map<String, Object>> all = (List<Map<String, Object>>) differences;
        all.forEach(one -> assertThat(one.remove("operation")).asString().contains("kind=addColumn"));
        return all;
    }

    private static RevisionRequest request(String message, Consumer<Wish> wishes) {
        Wish wish = new Wish();
        wishes.accept(wish);
        return new RevisionRequest(
                message,
                wish.format,
                wish.empty,
                wish.head,
                wish.splice,
                wish.branchLabel,
                wish.dependsOn,
                wish.revId,
                wish.irreversible);
    }

    /** The options of a request that a test sets. */
    private static final class Wish {
        private Format format = Format.JAVA;
        private boolean empty;
        private String head;
        private boolean splice;
        private String branchLabel;
        private List<String> dependsOn = List.of();
        private String revId;
        private boolean irreversible;
    }
}
