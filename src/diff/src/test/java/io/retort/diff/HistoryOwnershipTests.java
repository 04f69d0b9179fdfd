package io.retort.diff;

import static io.retort.migration.Definitions.bigint;
import static io.retort.migration.Definitions.column;
import static io.retort.migration.Definitions.index;
import static io.retort.migration.Definitions.sequence;
import static io.retort.migration.Definitions.table;
import static io.retort.migration.Definitions.varchar;
import static org.assertj.core.api.Assertions.assertThat;

import io.retort.diff.internal.compare.SchemaOwnership.Owner;
import io.retort.internal.dialect.Dialects;
import io.retort.internal.history.History;
import io.retort.internal.history.JavaRevisions;
import io.retort.internal.history.SqlRevisions;
import io.retort.migration.Migration;
import io.retort.migration.Operations;
import io.retort.migration.Revision;
import io.retort.schema.QualifiedName;
import io.retort.schema.Table;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HistoryOwnershipTests {

    private final HistoryOwnership ownership = HistoryOwnership.of(
            History.of(List.of(JavaRevisions.of(R1_make.class, R2_rename.class))),
            Dialects.named("postgresql").identifiers());

    @Test
    void whatARevisionMadeIsOurs() {
        assertThat(ours("Account")).isTrue();
        assertThat(ours("account_seq")).isTrue();
    }

    @Test
    void whatARevisionMadeInPlainSqlIsOurs() {
        assertThat(ours("in_sql")).isTrue();
        assertThat(ours("audit.log")).isTrue();
    }

    @Test
    void aRenamedTableIsOursUnderItsNewName() {
        assertThat(ours("ledger")).isTrue();
        assertThat(ours("book")).isFalse();
    }

    @Test
    void whatNobodyMadeAndWhatIsGoneIsNotOurs() {
        assertThat(ours("qrtz_triggers")).isFalse();
        assertThat(ours("gone")).isFalse();
    }

    @Test
    void whatSqlMadeIsOursHoweverItIsWritten() {
        HistoryOwnership sql = inSql("""
                -- the first one
                create table first_one (id bigint);
                /* and
                   more */ CREATE TABLE IF NOT EXISTS "Second One" (id bigint);
                create unlogged table third_one (id bigint);
                create sequence if not exists a_sequence;
                insert into first_one (id) select 1; -- create table told_of (id bigint)
                """);
        assertThat(List.of("first_one", "\"Second One\"", "third_one", "a_sequence"))
                .allMatch(name -> sql.test(QualifiedName.parse(name)));
        assertThat(sql.test(QualifiedName.parse("told_of"))).isFalse();
    }

    @Test
    void aLibrarysOwnScriptDoesNotMakeItsTablesOurs() {
        HistoryOwnership sql = inSql("""
                create table qrtz_triggers (id int);
                create table SPRING_SESSION (id int);
                create table invoice (id int);
                """);
        assertThat(sql.test(QualifiedName.parse("invoice"))).isTrue();
        assertThat(sql.test(QualifiedName.parse("qrtz_triggers"))).isFalse();
        assertThat(sql.test(QualifiedName.parse("spring_session"))).isFalse();
    }

    @Test
    void whatSqlDeclaresIsOursAsTheDeclarationSays() {
        HistoryOwnership sql = inSql("""
                create domain money_amount as numeric(19, 2);
                -- means:
                call create_archive();
                -- means: createTable("archive", column("id", bigint()), column("note", varchar(20)));
                -- means: createIndex("archive", index("ix_archive_id", "id"));
                create index ix_archive_note on archive (lower(note));
                -- means: createIndex("archive", index("ix_archive_note").expression("lower(note)"));
                """);

        Table live = table("archive", column("id", bigint()), column("note", varchar(20)));
        assertThat(sql.test(live.name())).isTrue();
        assertThat(sql.test(QualifiedName.parse("money_amount"))).isTrue();
        assertThat(sql.owner(live, index("ix_archive_id", "id"))).isEqualTo(Owner.REVISION);
        assertThat(sql.owner(live, index("ix_archive_note").expression("lower(note)")))
                .as("an index that entities cannot declare is not dropped because it is declared in SQL")
                .isEqualTo(Owner.OTHERS);
    }

    private static HistoryOwnership inSql(String upgrade) {
        String file = "-- revision: 3f2a91c07b4e\n-- message: by hand\n\n-- upgrade\n" + upgrade + "\n-- downgrade\n";
        return HistoryOwnership.of(
                History.of(List.of(() -> List.of(SqlRevisions.parse(file, "3f2a91c07b4e_by_hand.sql", Map.of())))),
                Dialects.named("postgresql").identifiers());
    }

    private boolean ours(String name) {
        return ownership.test(QualifiedName.parse(name));
    }

    @Revision(id = "R1")
    public static class R1_make implements Migration {
        @Override
        public void upgrade(Operations op) {
            op.createTable("account", column("id", bigint()));
            op.createTable("book", column("id", bigint()));
            op.createTable("gone", column("id", bigint()));
            op.createSequence(sequence("account_seq"));
            op.execute("create table if not exists in_sql (id bigint)");
            op.execute("CREATE TABLE audit.log(id bigint)");
        }
    }

    @Revision(id = "R2", parent = "R1")
    public static class R2_rename implements Migration {
        @Override
        public void upgrade(Operations op) {
            op.renameTable("book", "ledger");
            op.dropTable("gone");
        }
    }
}
