package io.retort.diff.internal.compare;

import static io.retort.migration.Definitions.bigint;
import static io.retort.migration.Definitions.column;
import static io.retort.migration.Definitions.foreignKey;
import static io.retort.migration.Definitions.primaryKey;
import static io.retort.migration.Definitions.type;
import static io.retort.migration.Definitions.unique;
import static io.retort.migration.Definitions.varchar;
import static org.assertj.core.api.Assertions.assertThat;

import io.retort.operation.ColumnOperation;
import io.retort.operation.Operation;
import io.retort.operation.TableOperation;
import io.retort.schema.EnumType;
import io.retort.schema.Index;
import io.retort.schema.QualifiedName;
import io.retort.schema.Sequence;
import io.retort.schema.Snapshot;
import io.retort.schema.Table;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class DifferTests {

    private static final QualifiedName TEAM = QualifiedName.parse("team");
    private static final Table PLAIN = table("team", column("id", bigint()).notNull(), primaryKey("id"));

    @Test
    void aNewTableIsSaidAsItIsDeclared() {
        Table wanted = table("team", column("name", type("character varying(50)")));
        Table declared = table("team", column("name", varchar(50)));

        Comparison found =
                Differ.compare(new ComparisonContext(Snapshot.EMPTY, schema(wanted), schema(declared), name -> true));

        assertThat(found.operations()).containsExactly(new TableOperation.Create(declared));
    }

    @Test
    void aColumnIsDecidedAsTheDatabaseSpellsItAndSaidAsItIsDeclared() {
        Snapshot live = schema(table("team", column("name", type("varchar_20"))));
        Snapshot wanted =
                schema(table("team", column("name", type("varchar_50")).notNull()));
        Snapshot declared = schema(table("team", column("name", varchar(50)).notNull()));

        assertThat(Differ.compare(new ComparisonContext(wanted, wanted, declared, name -> true))
                        .isEmpty())
                .isTrue();
        assertThat(Differ.compare(new ComparisonContext(live, wanted, declared, name -> true))
                        .operations())
                .containsExactly(new ColumnOperation.Alter(
                        TEAM,
                        column("name", type("varchar_20")),
                        column("name", varchar(50)).notNull()));
    }

    @Test
    void aColumnWhoseDeclarationHidesTheDifferenceIsSaidAsTheDatabaseSpellsIt() {
        Snapshot live = schema(table("team", column("name", varchar(50))));
        Snapshot wanted = schema(table("team", column("name", type("citext"))));

        Comparison found = Differ.compare(new ComparisonContext(live, wanted, live, name -> true));

        assertThat(found.operations())
                .containsExactly(
                        new ColumnOperation.Alter(TEAM, column("name", varchar(50)), column("name", type("citext"))));
    }

    @Test
    void anotherNameOfAKeyOrAnIndexIsNoChange() {
        Snapshot live =
                schema(PLAIN, member("fk_1", "uk_1").withIndexes(List.of(new Index("ix_1", List.of("team_id")))));
        Snapshot model =
                schema(PLAIN, member("fk_2", "uk_2").withIndexes(List.of(new Index("ix_2", List.of("team_id")))));

        assertThat(compare(live, model).isEmpty()).isTrue();
    }

    @Test
    void aUniqueIndexIsAsGoodAsAConstraint() {
        Table constraint = table("team", column("code", varchar(5)), unique("uk_code", "code"));
        Table index = table("team", column("code", varchar(5)))
                .withIndexes(List.of(new Index("ux_code", List.of("code")).asUnique()));

        assertThat(compare(schema(constraint), schema(index)).isEmpty()).isTrue();
        assertThat(compare(schema(index), schema(constraint)).isEmpty()).isTrue();
    }

    @Test
    void whatNoEntityKnowsAndNoRevisionMadeIsListedAndNeverDropped() {
        Snapshot live = schema(table("qrtz_locks", column("id", bigint())))
                .with(new Sequence(QualifiedName.parse("batch_seq")));

        Comparison found = Differ.compare(new ComparisonContext(live, Snapshot.EMPTY, Snapshot.EMPTY, name -> false));

        assertThat(found.operations()).isEmpty();
        assertThat(found.notOurs()).extracting(QualifiedName::toString).containsExactly("batch_seq", "qrtz_locks");
    }

    @Test
    void aTableThatIsIgnoredIsNotEvenListed() {
        ComparisonContext schemas = new ComparisonContext(schema(PLAIN), Snapshot.EMPTY, Snapshot.EMPTY, name -> false);

        assertThat(Differ.compare(schemas.ignoring(TEAM::equals)).notOurs()).isEmpty();
    }

    @Test
    void aTableIsNotDroppedWhileOneThatIsNotOursReferencesItNorWhatItReferencesItself() {
        Table club = table("club", column("id", bigint()), primaryKey("id"));
        Table team = table(
                "team",
                column("id", bigint()),
                primaryKey("id"),
                foreignKey("fk_team_club", "id").references("club", "id"));
        Snapshot live = schema(club, team, member("fk_member_team", "uk_member"));

        Comparison found = Differ.compare(new ComparisonContext(
                live, Snapshot.EMPTY, Snapshot.EMPTY, name -> !name.name().equals("member")));

        assertThat(found.operations()).isEmpty();
        assertThat(found.skipped())
                .containsExactly(
                        "table team: no entity maps it any more, but it cannot be dropped while table member, which"
                                + " is kept, references it",
                        "table club: no entity maps it any more, but it cannot be dropped while table team, which"
                                + " is kept, references it");
    }

    @Test
    void labelsAreAddedRemovedAndMoved() {
        Snapshot live = Snapshot.EMPTY.with(mood("SAD", "HAPPY"));

        assertThat(lines(compare(live, Snapshot.EMPTY.with(mood("SAD", "HAPPY", "CALM")))))
                .containsExactly("~ type mood (SAD, HAPPY) -> (SAD, HAPPY, CALM)");
        assertThat(lines(compare(live, Snapshot.EMPTY.with(mood("HAPPY", "SAD")))))
                .containsExactly("~ type mood (SAD, HAPPY) -> (HAPPY, SAD)");
    }

    @Test
    void aForeignKeyStepsAsideForItsIndexOnlyWhereItLeansOnOne() {
        Snapshot live = schema(PLAIN, member("fk", "uk"));
        Snapshot model = schema(PLAIN, member("fk", "uk").withIndexes(List.of(new Index("ix", List.of("team_id")))));
        ComparisonContext schemas = new ComparisonContext(live, model, model, name -> true);

        assertThat(lines(Differ.compare(schemas.withoutIndexedKeys())))
                .containsExactly("+ index ix (team_id) on member");
        assertThat(lines(Differ.compare(schemas)))
                .containsExactly(
                        "- constraint on member: foreign key fk (team_id) to team (id)",
                        "+ index ix (team_id) on member",
                        "+ constraint on member: foreign key fk (team_id) to team (id)");
    }

    private static List<String> lines(Comparison comparison) {
        return comparison.operations().stream().map(Operation::describe).toList();
    }

    private static Comparison compare(Snapshot live, Snapshot model) {
        return Differ.compare(new ComparisonContext(live, model, model, name -> true));
    }

    private static EnumType mood(String... labels) {
        return new EnumType(QualifiedName.parse("mood"), Arrays.asList(labels));
    }

    private static Table member(String foreignKey, String unique) {
        return table(
                "member",
                column("team_id", bigint()),
                column("number", bigint()),
                foreignKey(foreignKey, "team_id").references("team", "id"),
                unique(unique, "number"));
    }

    private static Table table(String name, Table.Element... elements) {
        return Table.of(QualifiedName.parse(name), Arrays.asList(elements));
    }

    private static Snapshot schema(Table... tables) {
        return new Snapshot(Arrays.asList(tables), List.of(), List.of());
    }
}
