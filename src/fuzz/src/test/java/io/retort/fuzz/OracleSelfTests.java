package io.retort.fuzz;

import static io.retort.fuzz.run.Oracle.CLEAR_MESSAGE;
import static io.retort.fuzz.run.Oracle.CONVERGES;
import static io.retort.fuzz.run.Oracle.DOWNGRADE_RESTORES_CATALOG;
import static io.retort.fuzz.run.Oracle.EQUALS_CREATE;
import static io.retort.fuzz.run.Oracle.FAILS_CLEANLY;
import static io.retort.fuzz.run.Oracle.HAND_MADE_STAYS;
import static io.retort.fuzz.run.Oracle.HISTORY_EQUALS_DATABASE;
import static io.retort.fuzz.run.Oracle.HISTORY_EQUALS_MODEL;
import static io.retort.fuzz.run.Oracle.NEXT_INSERT;
import static io.retort.fuzz.run.Oracle.NO_SURPRISE;
import static io.retort.fuzz.run.Oracle.OFFLINE_EQUALS_ONLINE;
import static io.retort.fuzz.run.Oracle.READABLE;
import static io.retort.fuzz.run.Oracle.SAME_VALUES;
import static io.retort.fuzz.run.Oracle.SAME_VALUES_BACK;
import static io.retort.fuzz.run.Oracle.UPGRADES_AGAIN;
import static org.assertj.core.api.Assertions.assertThat;

import io.retort.Retort;
import io.retort.diff.author.Difference;
import io.retort.fuzz.run.Failure;
import io.retort.fuzz.run.Oracle;
import io.retort.fuzz.run.Sabotage;
import io.retort.fuzz.run.StoryOutcome;
import io.retort.fuzz.run.StoryRunner;
import io.retort.fuzz.story.Story;
import io.retort.operation.ColumnOperation;
import io.retort.operation.DataOperation;
import io.retort.operation.Operation;
import io.retort.schema.Column;
import io.retort.schema.QualifiedName;
import io.retort.schema.SqlType;
import io.retort.schema.SqlType.Kind;
import io.retort.testkit.TestDb;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each oracle detects a part of Retort that is broken on purpose. */
class OracleSelfTests {

    private static final String H2 = "h2";

    @Test
    void nothingIsFoundWhereNothingIsBroken() {
        assertThat(new StoryRunner().run(SelfTestStory.on(H2, false)).end()).isEqualTo(StoryOutcome.End.PASSED);
    }

    @Test
    void aComparisonThatForgetsAnOperation() {
        Sabotage forgetful = new Sabotage() {
            @Override
            public Difference difference(Difference found) {
                return found.rewritten(operations -> operations.size() < 2 ? operations : operations.subList(1, 2));
            }
        };
        assertThat(found(forgetful, false)).contains(CONVERGES, EQUALS_CREATE);
    }

    @Test
    void aHistoryThatDoesNotDeclareWhatItsSqlDoes() {
        Sabotage undeclared = adding("create table secret (id integer primary key)", "drop table secret", null);
        assertThat(found(undeclared, false)).contains(HISTORY_EQUALS_DATABASE);
    }

    @Test
    void aHistoryWithAWrongDeclaration() {
        Operation other =
                new ColumnOperation.Add(QualifiedName.parse("Item"), new Column("unknown", SqlType.of(Kind.DATE)));
        Sabotage wrong = adding("select 1", DataOperation.Execute.NOTHING, List.of(other));
        assertThat(found(wrong, false)).contains(HISTORY_EQUALS_MODEL, HISTORY_EQUALS_DATABASE);
    }

    @Test
    void aComparisonWithTheHistoryThatForgetsAnOperation() {
        Sabotage forgetful = new Sabotage() {
            @Override
            public Difference offline(Difference found) {
                return found.rewritten(operations -> operations.subList(1, operations.size()));
            }
        };
        assertThat(found(forgetful, false)).containsExactly(OFFLINE_EQUALS_ONLINE);
    }

    /** The statements of an upgrade hide a wrong former type, but a downgrade does not restore the catalog. */
    @Test
    void aComparisonWithTheHistoryThatIsWrongAboutTheFormerType() {
        Sabotage wrong = new Sabotage() {
            @Override
            public Difference offline(Difference found) {
                return found.rewritten(operations -> operations.stream()
                        .map(operation -> operation instanceof ColumnOperation.Alter alter
                                ? new ColumnOperation.Alter(
                                        alter.table(), alter.before().withType(SqlType.varchar(99)), alter.after())
                                : operation)
                        .toList());
            }
        };
        assertThat(found(wrong, false)).containsExactly(OFFLINE_EQUALS_ONLINE);
    }

    @Test
    void anUpgradeThatGivesEveryRowAnotherValue() {
        assertThat(found(after("update Item set label = 'other'"), false))
                .containsExactly(SAME_VALUES, SAME_VALUES_BACK);
    }

    @Test
    void anUpgradeThatLosesARow() {
        assertThat(found(after("delete from Item where id = 2"), false)).containsExactly(SAME_VALUES, SAME_VALUES_BACK);
    }

    @Test
    void anUpgradeThatLosesAColumnThatEntitiesRead() {
        assertThat(found(after("alter table Item drop column note"), false)).contains(READABLE);
    }

    @Test
    void anUpgradeThatDropsAnIndexMadeByHand() {
        assertThat(found(after("drop index if exists hand_made_100"), true)).contains(HAND_MADE_STAYS);
    }

    @Test
    void anUpgradeThatStartsACounterAgain() {
        assertThat(found(after("alter table Item alter column id restart with 1"), false))
                .contains(NEXT_INSERT);
    }

    @Test
    void aDowngradeThatDoesNothing() {
        Sabotage lazy = new Sabotage() {
            @Override
            public void downgrade(Retort retort, TestDb db) {}
        };
        assertThat(found(lazy, false)).contains(DOWNGRADE_RESTORES_CATALOG);
    }

    @Test
    void aDowngradeThatLosesValues() {
        Sabotage lossy = new Sabotage() {
            @Override
            public void downgrade(Retort retort, TestDb db) {
                retort.downgrade("-1");
                execute(db, "update Item set label = ''");
            }
        };
        assertThat(found(lossy, false)).containsExactly(SAME_VALUES_BACK);
    }

    @Test
    void aSecondUpgradeThatMakesSomethingElse() {
        Sabotage other = new Sabotage() {
            @Override
            public void upgradeAgain(Retort retort, TestDb db) {
                retort.upgrade("head");
                execute(db, "create table more (id integer primary key)");
            }
        };
        assertThat(found(other, false)).containsExactly(UPGRADES_AGAIN);
    }

    @Test
    void aStatementThatFailsUnannounced() {
        assertThat(found(saying("update nowhere set x = 1"), false)).containsExactly(NO_SURPRISE);
    }

    @Test
    void anExceptionWithoutAMessage() {
        Sabotage crash = new Sabotage() {
            @Override
            public Difference difference(Difference found) {
                throw new IllegalStateException();
            }
        };
        assertThat(found(crash, false)).containsExactly(CLEAR_MESSAGE);
    }

    @Test
    void aConversionThatFailsLate() {
        Sabotage late = new Sabotage() {
            @Override
            public Difference difference(Difference found) {
                return found.rewritten(operations -> {
                    List<Operation> more = new ArrayList<>(operations);
                    if (operations.size() > 1) { // the second revision, not the first
                        String early = "create table early (id integer primary key)";
                        more.add(0, new DataOperation.Execute(early, "drop table early"));
                    }
                    return more;
                });
            }
        };
        assertThat(new StoryRunner().run(SelfTestStory.accepted(H2)).end())
                .isEqualTo(StoryOutcome.End.FAILED_AS_ANNOUNCED);
        assertThat(found(late, SelfTestStory.accepted(H2))).containsExactly(FAILS_CLEANLY);
    }

    /** One constant for the numbers of none gives up only the rows with such a number. */
    @ParameterizedTest
    @ValueSource(strings = {"A B", "B A"})
    void anUpgradeThatGivesOtherRowsAnotherConstant(String constants) {
        Story story = LongStream.rangeClosed(1, 30)
                .mapToObj(seed -> SelfTestStory.renumbered("mysql", seed, List.of(constants.split(" "))))
                .filter(one -> new StoryRunner()
                        .run(one).flags().stream().anyMatch(flag -> flag.matches(".*map=.*=[AB] \\(ordinals\\)")))
                .findFirst()
                .orElseThrow();

        assertThat(new StoryRunner().run(story).failures()).isEmpty();
        assertThat(found(after("update Item set kind = 1 - kind where kind < 2"), story))
                .contains(SAME_VALUES);
    }

    /** A dropped discriminator gives up the class of a row, but not the row. */
    @Test
    void aDowngradeThatLosesRowsOfASubclass() {
        Sabotage lossy = new Sabotage() {
            @Override
            public void downgrade(Retort retort, TestDb db) {
                retort.downgrade("-1");
                execute(db, "delete from Venue10 where major >= 6");
            }
        };
        assertThat(found(lossy, StoryFiles.in("fixed").get("discriminator-gone-h2")))
                .containsExactly(SAME_VALUES_BACK);
    }

    /** Texts that only a Java type reads explain no other failure. */
    @Test
    void anUpgradeThatLosesAColumnBesideAnUnreadableText() {
        Story story = StoryFiles.in("fixed").get("text-read-as-locale-postgresql");
        assertThat(found(after("drop table Depot1 cascade"), story)).contains(READABLE);
    }

    @Test
    void everyOracleIsTested() {
        assertThat(EnumSet.allOf(Oracle.class))
                .containsExactlyInAnyOrder(
                        CONVERGES,
                        EQUALS_CREATE,
                        HISTORY_EQUALS_MODEL,
                        HISTORY_EQUALS_DATABASE,
                        OFFLINE_EQUALS_ONLINE,
                        DOWNGRADE_RESTORES_CATALOG,
                        UPGRADES_AGAIN,
                        READABLE,
                        SAME_VALUES,
                        SAME_VALUES_BACK,
                        HAND_MADE_STAYS,
                        NEXT_INSERT,
                        NO_SURPRISE,
                        FAILS_CLEANLY,
                        CLEAR_MESSAGE);
    }

    private static Set<Oracle> found(Sabotage sabotage, boolean handMade) {
        return found(sabotage, SelfTestStory.on(H2, handMade));
    }

    private static Set<Oracle> found(Sabotage sabotage, Story story) {
        return new StoryRunner(sabotage)
                .run(story).failures().stream()
                        .map(Failure::oracle)
                        .collect(Collectors.toCollection(() -> EnumSet.noneOf(Oracle.class)));
    }

    /** A runner that runs an additional statement. */
    private static Sabotage after(String sql) {
        return new Sabotage() {
            @Override
            public void afterUpgrade(TestDb db) {
                execute(db, sql);
            }
        };
    }

    /** A comparison that adds a statement. */
    private static Sabotage saying(String sql) {
        return new Sabotage() {
            @Override
            public Difference difference(Difference found) {
                return found.rewritten(operations -> {
                    List<Operation> more = new ArrayList<>(operations);
                    if (operations.size() > 1) { // the second revision, not the first
                        more.add(new DataOperation.Execute(sql, sql));
                    }
                    return more;
                });
            }
        };
    }

    /** A comparison that adds a statement with or without a declared effect to the second revision. */
    private static Sabotage adding(String sql, String undo, @Nullable List<Operation> means) {
        return new Sabotage() {
            @Override
            public Difference difference(Difference found) {
                return found.rewritten(operations -> {
                    List<Operation> more = new ArrayList<>(operations);
                    if (operations.size() > 1) { // the second revision, not the first
                        more.add(new DataOperation.Execute(sql, undo, means));
                    }
                    return more;
                });
            }
        };
    }

    private static void execute(TestDb db, String sql) {
        try {
            db.execute(sql);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }
}
