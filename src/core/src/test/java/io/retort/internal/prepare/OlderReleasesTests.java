package io.retort.internal.prepare;

import static io.retort.migration.Definitions.bigint;
import static io.retort.migration.Definitions.check;
import static io.retort.migration.Definitions.column;
import static io.retort.migration.Definitions.columns;
import static io.retort.migration.Definitions.enumOf;
import static io.retort.migration.Definitions.enumType;
import static io.retort.migration.Definitions.index;
import static io.retort.migration.Definitions.integer;
import static io.retort.migration.Definitions.numeric;
import static io.retort.migration.Definitions.row;
import static io.retort.migration.Definitions.sequence;
import static io.retort.migration.Definitions.varchar;
import static org.assertj.core.api.Assertions.assertThat;

import io.retort.migration.Operations;
import io.retort.schema.Column;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class OlderReleasesTests {

    @Test
    void whatOnlyAddsIsCompatible() {
        yes(op -> op.createTable("tag", column("id", bigint()).notNull()));
        yes(op -> op.addColumn("t", column("note", varchar(20))));
        yes(op -> op.addColumn("t", column("n", integer()).notNull().defaultValue(1)));
        yes(op -> op.addColumn("t", column("n", integer()).notNull().computed("a + 1")));
        yes(op -> op.createIndex("t", index("ix", "note")));
        yes(op -> op.createSequence(sequence("s")));
        yes(op -> op.insert("t", columns("id"), row(1)));
        yes(op -> op.execute("create view v as select 1", means -> {}));
        yes(op -> op.execute("alter table t add c int", means -> means.addColumn("t", column("c", integer()))));
        yes(op -> {});
    }

    @Test
    void aWiderTypeIsCompatible() {
        yes(alter(column("c", varchar(20)), column("c", varchar(40))));
        yes(alter(column("c", integer()), column("c", bigint())));
        yes(alter(column("c", numeric(8, 2)), column("c", numeric(10, 3))));
        yes(alter(column("c", varchar(20)), column("c", varchar(20)).comment("x")));
        no(alter(column("c", varchar(40)), column("c", varchar(20))), "changes column t.c from varchar(40)");
        no(alter(column("c", bigint()), column("c", integer())), "changes column t.c from bigint to integer");
        no(alter(column("c", numeric(8, 2)), column("c", numeric(8, 3))), "changes column t.c from numeric(8, 2)");
        no(alter(column("c", integer()), column("c", integer()).notNull()), "changes column t.c");
        no(alter(column("c", integer()).notNull(), column("c", integer())), "changes column t.c");
    }

    /** Releases read and write labels by name; only the order of labels that they know concerns them. */
    @Test
    void aNewLabelIsCompatibleWhereverItStandsAndAnotherOrderIsNot() {
        yes(op -> op.addEnumValue("mood", "ELATED"));
        yes(op -> op.alterEnum(enumType("mood", "HAPPY", "SAD"), enumType("mood", "HAPPY", "SAD", "TIRED")));
        yes(op -> op.alterEnum(enumType("mood", "HAPPY", "SAD"), enumType("mood", "ANGRY", "HAPPY", "NEUTRAL", "SAD")));
        no(op -> op.alterEnum(enumType("mood", "HAPPY", "SAD"), enumType("mood", "SAD", "HAPPY")), "changes type mood");
        no(op -> op.alterEnum(enumType("mood", "HAPPY", "SAD"), enumType("mood", "HAPPY")), "changes type mood");
        yes(alter(column("c", enumOf("A", "C")), column("c", enumOf("A", "B", "C"))));
        no(alter(column("c", enumOf("A", "C")), column("c", enumOf("C", "A"))), "changes column t.c from enum");
        no(alter(column("c", enumOf("A", "C")), column("c", enumOf("A", "B"))), "changes column t.c from enum");
    }

    @Test
    void whatTakesAwayOrRestrictsIsNot() {
        no(op -> op.dropTable("tag"), "drops table tag");
        no(op -> op.renameTable("tag", "label"), "renames table tag to label");
        no(op -> op.dropColumn("t", "fax"), "drops column t.fax");
        no(op -> op.renameColumn("t", "fax", "phone"), "renames column t.fax to phone");
        no(op -> op.addColumn("t", column("n", integer()).notNull()), "adds column t.n, which is not null");
        no(op -> op.addConstraint("t", check("ck", "n > 0")), "adds a constraint to table t");
        no(op -> op.createIndex("t", index("ix", "note").asUnique()), "adds a unique index to table t");
        no(op -> op.delete("t", columns("id"), row(1)), "deletes rows of table t");
        no(op -> op.execute("drop table x", means -> means.dropTable("x")), "drops table x");
    }

    @Test
    void theFirstThatTakesAwayIsNamedAndUndeclaredSqlIsUnknown() {
        assertThat(verdict(op -> op.execute("update t set n = 1"))).startsWith("unknown: runs SQL");
        assertThat(verdict(op -> op.work("fill", connection -> {}))).startsWith("unknown: runs Java code");
        no(
                op -> {
                    op.execute("update t set password = 'secret'");
                    op.dropColumn("t", "fax");
                    op.dropTable("x");
                },
                "drops column t.fax");
    }

    private static Consumer<Operations> alter(Column before, Column after) {
        return op -> op.alterColumn("t", before, after);
    }

    private static void yes(Consumer<Operations> upgrade) {
        assertThat(verdict(upgrade)).isEqualTo("yes");
    }

    private static void no(Consumer<Operations> upgrade, String reason) {
        assertThat(verdict(upgrade)).startsWith("no: " + reason);
    }

    private static String verdict(Consumer<Operations> upgrade) {
        return OlderReleases.verdict(Operations.collect(upgrade));
    }
}
