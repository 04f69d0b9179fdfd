package io.retort.internal.state;

import static io.retort.migration.Definitions.bigint;
import static io.retort.migration.Definitions.check;
import static io.retort.migration.Definitions.column;
import static io.retort.migration.Definitions.index;
import static io.retort.migration.Definitions.primaryKey;
import static io.retort.migration.Definitions.sequence;
import static io.retort.migration.Definitions.varchar;
import static org.assertj.core.api.Assertions.assertThat;

import io.retort.dialect.Dialect;
import io.retort.internal.dialect.Dialects;
import io.retort.internal.history.History;
import io.retort.internal.state.Blame.Entry;
import io.retort.migration.Migration;
import io.retort.migration.Operations;
import io.retort.revision.RevisionInfo;
import io.retort.source.RevisionCode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BlameTests {

    private final List<RevisionCode> revisions = new ArrayList<>();

    BlameTests() {
        revision(
                "a1",
                op -> op.createTable(
                        "owner",
                        column("id", bigint()).notNull(),
                        column("nick", varchar(40)),
                        column("\"Fax\"", varchar(20)),
                        primaryKey("id").named("pk_owner")));
        revision("b2", op -> op.addConstraint("owner", check("ck_nick", "length(nick) > 1")));
        revision("c3", op -> op.renameColumn("owner", "nick", "nickname"));
        revision("d4", op -> op.alterColumn("owner", column("nickname", varchar(40)), column("nickname", varchar(80))));
        revision("e5", op -> op.createIndex("owner", index("ix_owner_nickname", "nickname")));
        revision("f6", op -> op.dropColumn("owner", column("\"Fax\"", varchar(20))));
        revision("g7", op -> op.createTable("shop.item", column("id", bigint()).notNull(), primaryKey("id")));
        revision("h8", op -> op.createSequence(sequence("owner_seq")));
        revision("i9", op -> op.createTable("pet", column("id", bigint())));
        revision("j0", op -> op.dropTable("pet"));
        revision("k1", op -> op.execute("alter table owner add column age int"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    owner.nickname          | column owner.nickname a1 d4 varchar(80)
                    OWNER.Nickname          | column owner.nickname a1 d4 varchar(80)
                    owner.ix_owner_nickname | index owner.ix_owner_nickname e5 e5 index ix_owner_nickname (nickname)
                    ix_owner_nickname       | index owner.ix_owner_nickname e5 e5 index ix_owner_nickname (nickname)
                    ck_nick                 | constraint owner.ck_nick b2 c3 check ck_nick (length(nickname) > 1)
                    owner.pk_owner          | primary key of owner a1 a1 primary key (id)
                    owner.primary key       | primary key of owner a1 a1 primary key (id)
                    shop.item.id            | column shop.item.id g7 g7 bigint not null
                    item.id                 | column shop.item.id g7 g7 bigint not null
                    owner_seq               | sequence owner_seq h8 h8 owner_seq start 1 increment 1
                    owner."Fax"             | column owner."Fax" a1 a1 - f6
                    pet.id                  | column pet.id i9 i9 - j0
                    """)
    void findsAnObjectByWhatAPersonTypes(String typed, String expected) {
        assertThat(blame("postgresql").find(typed).stream().map(BlameTests::text))
                .containsExactly(expected);
    }

    @Test
    void aTableComesWithItsParts() {
        assertThat(blame("postgresql").find("owner").stream().map(Entry::describe))
                .containsExactly(
                        "table owner",
                        "column owner.id",
                        "column owner.nickname",
                        "primary key of owner",
                        "constraint owner.ck_nick",
                        "index owner.ix_owner_nickname");
    }

    @ParameterizedTest
    @CsvSource({"''", "owner.", ".", "nickname", "owner.fax", "nobody", "a.b.c.d", "other.owner"})
    void findsNothingElse(String typed) {
        assertThat(blame("postgresql").find(typed)).isEmpty();
    }

    @Test
    void ignoresTheCaseOfAProductThatDoes() {
        assertThat(blame("mysql").find("Owner.FAX")).hasSize(1);
    }

    @Test
    void namesTheSqlThatDoesNotDeclareWhatItDoes() {
        assertThat(blame("postgresql").unknown("owner.age").orElseThrow().revision())
                .isEqualTo("k1");
        assertThat(blame("postgresql").unknown("item")).isEmpty();
    }

    @Test
    void suggestsASimilarName() {
        assertThat(blame("postgresql").suggestions("owner.nicknam")).containsExactly("owner.nickname");
    }

    /** The same names exist before and after, for other objects. */
    @Test
    void followsRenamesOfTablesAndParts() {
        revisions.clear();
        revision(
                "a1",
                op -> op.createTable(
                        "owner",
                        column("id", bigint()),
                        column("nick", varchar(40)),
                        column("fax", varchar(40)),
                        check("ck_nick", "length(nick) > 1")));
        revision("b2", op -> op.createIndex("owner", index("ix_nick", "nick")));
        revision("c3", op -> op.dropColumn("owner", column("fax", varchar(40))));
        revision("d4", op -> op.renameTable("owner", "person"));
        revision("e5", op -> op.renameColumn("person", "nick", "name"));
        revision("f6", op -> op.addColumn("person", column("nick", varchar(20))));
        revision("g7", op -> op.renameIndex("person", "ix_nick", "ix_name"));
        revision("h8", op -> op.createTable("owner", column("id", bigint()), column("fax", varchar(9))));

        assertThat(texts("person"))
                .containsExactly(
                        "table person a1 d4 ",
                        "column person.id a1 a1 bigint",
                        "column person.name a1 e5 varchar(40)",
                        "column person.nick f6 f6 varchar(20)",
                        "constraint person.ck_nick a1 e5 check ck_nick (length(name) > 1)",
                        "index person.ix_name b2 g7 index ix_name (name)");
        assertThat(texts("person.fax")).containsExactly("column person.fax a1 a1 - c3");
        assertThat(texts("owner"))
                .containsExactly(
                        "table owner h8 h8 ", "column owner.id h8 h8 bigint", "column owner.fax h8 h8 varchar(9)");
        assertThat(texts("ix_nick")).isEmpty();
    }

    private List<String> texts(String typed) {
        return blame("postgresql").find(typed).stream().map(BlameTests::text).toList();
    }

    private Blame blame(String product) {
        Dialect dialect = Dialects.named(product);
        return new Blame(HistorySchema.of(History.of(List.of(() -> revisions)), dialect), dialect.identifiers());
    }

    private static String text(Entry entry) {
        return entry.describe() + " " + entry.origin().added() + " "
                + entry.origin().changed() + " "
                + (entry.dropped() == null ? entry.definition() : "- " + entry.dropped());
    }

    private void revision(String id, Consumer<Operations> upgrade) {
        List<String> parents = revisions.isEmpty()
                ? List.of()
                : List.of(revisions.get(revisions.size() - 1).info().id());
        RevisionInfo info = new RevisionInfo(id, parents, List.of(), List.of(), id, null, true, "memory");
        Migration migration = upgrade::accept;
        revisions.add(new RevisionCode(info, () -> migration));
    }
}
