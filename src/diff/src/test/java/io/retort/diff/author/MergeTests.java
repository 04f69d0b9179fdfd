package io.retort.diff.author;

import static io.retort.migration.Definitions.bigint;
import static io.retort.migration.Definitions.column;
import static io.retort.migration.Definitions.foreignKey;
import static io.retort.migration.Definitions.index;
import static io.retort.migration.Definitions.sequence;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.retort.error.RetortException;
import io.retort.internal.prepare.ConflictCheck;
import io.retort.migration.Operations;
import io.retort.operation.Operation;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MergeTests {

    private final Map<String, List<Operation>> said = new HashMap<>();

    @TempDir
    Path project;

    private Project shop;

    @BeforeEach
    void twoLines() {
        shop = new Project(project)
                .has("aaaa", "", "create user")
                .has("bbbb", "aaaa", "billing")
                .has("bbb2", "bbbb", "invoices")
                .has("cccc", "aaaa", "stock");
        says("aaaa", op -> op.createTable("user", column("id", bigint())));
        says("bbbb", op -> op.createTable("bill", column("id", bigint())));
        says("bbb2", op -> op.createSequence(sequence("bill_seq")));
        says("cccc", op -> op.createTable("stock", column("id", bigint())));
    }

    @Test
    void allHeadsAreJoinedAndNothingChanges() {
        RevisionResult result = merge(MergeRequest.ofHeads());

        assertThat(result.draft().parents()).containsExactlyInAnyOrder("bbb2", "cccc");
        assertThat(result.describe())
                .containsExactly(
                        "src/main/java/db/revisions/R" + result.draft().id() + "_merge_bbb2_and_cccc.java",
                        "The branches change different tables; the merge is safe.",
                        "Next: the command `upgrade`");
        assertThat(project.resolve(result.file())).content().contains("parent = {\"bbb2\", \"cccc\"}");
    }

    @Test
    void aTableThatBothLinesChangeIsNamed() {
        says("bbbb", op -> op.addColumn("user", column("iban", bigint())));
        says("cccc", op -> op.renameTable("user", "account"));

        assertThat(merge(MergeRequest.ofHeads()).remarks())
                .containsExactly("More than one branch changes user: compare these revisions before you merge.");
    }

    @Test
    void anObjectThatBothLinesCreateIsNamed() {
        says("bbbb", op -> op.addColumn("user", column("fax", bigint())));
        says("cccc", op -> op.addColumn("user", column("fax", bigint())));

        assertThat(merge(MergeRequest.ofHeads()).remarks())
                .containsExactly(
                        "More than one branch creates column user.fax: the second one will fail. Remove it from one of"
                                + " the branches before you merge.",
                        "More than one branch changes user: compare these revisions before you merge.");
    }

    @Test
    void aTableThatOneLineDropsAndTheOtherReferencesIsNamed() {
        says("bbbb", op -> op.dropTable("user"));
        says(
                "cccc",
                op -> op.createTable(
                        "stock",
                        column("id", bigint()),
                        foreignKey("fk_stock_user", "id").references("user", "id")));

        assertThat(merge(MergeRequest.ofHeads()).remarks())
                .containsExactly("More than one branch changes user: compare these revisions before you merge.");
    }

    @Test
    void ofThreeHeadsEachHasOnlyItsOwnChanges() {
        shop = shop.has("bbb3", "bbbb", "reminders");
        says("bbb3", op -> op.createTable("reminder", column("id", bigint())));
        ConflictCheck check = new ConflictCheck(shop.retort().graph(), said::get);

        assertThat(check.changes(List.of("bbb2", "bbb3", "cccc")))
                .containsExactly(
                        "bbb2 (invoices) changes no table.",
                        "bbb3 (reminders) changes reminder.",
                        "cccc (stock) changes stock.");
    }

    @Test
    void whatSqlChangesIsNotKnown() {
        says("cccc", op -> op.execute("update user set a = 1"));

        assertThat(merge(MergeRequest.ofHeads()).remarks())
                .containsExactly(
                        "The branches change different tables, except for revisions that contain SQL or code.",
                        "Retort does not analyze SQL and code: read cccc (stock).");
    }

    @Test
    void whatSqlAndCodeDeclareIsCompared() {
        says("bbbb", op -> op.execute("call add_fax()", means -> means.addColumn("user", column("fax", bigint()))));
        says(
                "cccc",
                op -> op.work("move", work -> {}, null, means -> means.createTable("shelf", column("id", bigint()))));
        assertThat(merge(MergeRequest.ofHeads()).remarks())
                .containsExactly("The branches change different tables; the merge is safe.");

        says(
                "cccc",
                op -> op.work("fax", work -> {}, null, means -> {
                    means.addColumn("user", column("fax", bigint()));
                    means.dropTable("bill");
                }));
        assertThat(merge(MergeRequest.ofHeads()).remarks())
                .containsExactly(
                        "More than one branch creates column user.fax: the second one will fail. Remove it from one of"
                                + " the branches before you merge.",
                        "More than one branch changes user: compare these revisions before you merge.");
        says("cccc", op -> op.execute("select 1", means -> {}));
        ConflictCheck overlap = new ConflictCheck(shop.retort().graph(), said::get);
        assertThat(overlap.changes(List.of("bbb2", "cccc")))
                .containsExactly("bbb2 (invoices) changes user.", "cccc (stock) changes no table.");
    }

    @Test
    void whatStandsBelowBothLinesIsNotCompared() {
        says("aaaa", op -> op.execute("create everything"));

        assertThat(merge(MergeRequest.ofHeads()).remarks())
                .containsExactly("The branches change different tables; the merge is safe.");
    }

    @Test
    void whoChangesWhatIsTold() {
        says("cccc", op -> {
            op.addColumn("stock", column("shelf", bigint()));
            op.execute("update user set a = 1");
        });
        says("bbbb", op -> op.createIndex("user", index("ix_user", "id")));
        says("bbb2", op -> op.createTable("bill", column("id", bigint())));
        ConflictCheck overlap = new ConflictCheck(shop.retort().graph(), said::get);

        assertThat(overlap.changes(List.of("bbb2", "cccc")))
                .containsExactly(
                        "bbb2 (invoices) changes bill, user.",
                        "cccc (stock) changes stock and whatever its SQL changes.");
    }

    @Test
    void theMergeIsReadBackAsTheOnlyHead() throws Exception {
        RevisionResult result = merge(
                new MergeRequest("bring it together", Format.SQL, List.of("bbb2", "cccc"), "whole", List.of(), "dddd"));
        shop.rereads(result);

        assertThat(result.file()).isEqualTo(Path.of("src/main/resources/db/revisions/dddd_bring_it_together.sql"));
        assertThat(shop.retort().graph().heads())
                .singleElement()
                .satisfies(head -> assertThat(head.parents()).containsExactly("bbb2", "cccc"));
        assertThatThrownBy(() -> merge(MergeRequest.ofHeads()))
                .isInstanceOf(RetortException.class)
                .hasMessageContaining("There is nothing to merge: dddd (bring it together) is the only head.");
    }

    @Test
    void onlyHeadsAreJoined() {
        assertThatThrownBy(() ->
                        merge(new MergeRequest(null, Format.JAVA, List.of("bbbb", "cccc"), null, List.of(), null)))
                .hasMessageContaining("bbbb (billing) is not a head: bbb2 (invoices) follows it.");
        assertThatThrownBy(() -> merge(new MergeRequest(null, Format.JAVA, List.of("cccc"), null, List.of(), null)))
                .hasMessageContaining("There is nothing to merge: only cccc (stock) was named.");
    }

    private RevisionResult merge(MergeRequest request) {
        return shop.authoring().merge(request, said::get);
    }

    private void says(String id, Consumer<Operations> code) {
        said.put(id, Operations.collect(code));
    }
}
