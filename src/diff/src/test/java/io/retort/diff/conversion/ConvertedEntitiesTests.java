package io.retort.diff.conversion;

import static io.retort.testkit.TestDatabase.H2;
import static io.retort.testkit.TestDatabase.HSQLDB;
import static io.retort.testkit.TestDatabase.MARIADB;
import static io.retort.testkit.TestDatabase.MYSQL;
import static io.retort.testkit.TestDatabase.POSTGRESQL;
import static io.retort.testkit.TestDatabase.SQLITE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.retort.diff.author.RevisionResult;
import io.retort.diff.models.Bootstrap;
import io.retort.diff.oracle.WrittenProject;
import io.retort.diff.question.Answer;
import io.retort.diff.question.Answers;
import io.retort.diff.question.Question;
import io.retort.diff.question.Verb;
import io.retort.error.RetortException;
import io.retort.operation.Operation;
import io.retort.testkit.OnDatabases;
import io.retort.testkit.TestDb;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hibernate.Session;
import org.hibernate.SessionFactory;
import org.hibernate.cfg.Configuration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;

/**
 * An attribute changes its storage with existing rows: entities read the same before, after, and after the downgrade.
 */
@Tag("long")
class ConvertedEntitiesTests {

    @TempDir
    Path folder;

    private final List<Question> asked = new ArrayList<>();

    @OnDatabases({POSTGRESQL, MARIADB, MYSQL, H2, HSQLDB, SQLITE})
    void numbersOfConstantsBecomeTheirNames(TestDb db) throws SQLException {
        WrittenProject project = begun(db, ConvertedItems.Ordinal.class, List.of("0", "1", "2", "null"));
        changed(project, db, ConvertedItems.Named.class, Verb.ACCEPT, "");
        assertThat(asked).extracting(Question::kind).containsExactly("converted");
        assertThat(asked.get(0).sentences().toString()).contains("0 is NEW, 1 is OPEN, 2 is DONE");
        assertThat(read(db, ConvertedItems.Named.class)).containsExactly("NEW", "OPEN", "DONE", "null");
        project.retort().downgrade("-1");
        assertThat(read(db, ConvertedItems.Ordinal.class)).containsExactly("NEW", "OPEN", "DONE", "null");
        project.retort().upgrade("head");
        assertThat(read(db, ConvertedItems.Named.class)).containsExactly("NEW", "OPEN", "DONE", "null");
    }

    @OnDatabases({POSTGRESQL, MARIADB, MYSQL, H2, HSQLDB, SQLITE})
    void theOrderOfConstantsMayHaveBeenAnotherOne(TestDb db) throws SQLException {
        WrittenProject project = begun(db, ConvertedItems.Ordinal.class, List.of("0", "1", "2"));
        changed(project, db, ConvertedItems.Named.class, Verb.MAP, "OPEN+DONE+NEW");
        assertThat(read(db, ConvertedItems.Named.class)).containsExactly("OPEN", "DONE", "NEW");
        project.retort().downgrade("-1");
        assertThat(db.query("select n from item order by id")).containsExactly("0", "1", "2");
    }

    @OnDatabases({POSTGRESQL, MARIADB, H2, HSQLDB, SQLITE})
    void aConstantInTheMiddleMovesTheNumbersBehindIt(TestDb db) throws SQLException {
        WrittenProject project = begun(db, ConvertedItems.Ordinal.class, List.of("0", "1", "2", "null"));
        changed(project, db, ConvertedItems.Inserted.class, Verb.MAP, "NEW+OPEN+DONE");
        assertThat(asked).extracting(Question::kind).containsExactly("ordinals");
        assertThat(read(db, ConvertedItems.Inserted.class)).containsExactly("NEW", "OPEN", "DONE", "null");
        project.retort().downgrade("-1");
        assertThat(read(db, ConvertedItems.Ordinal.class)).containsExactly("NEW", "OPEN", "DONE", "null");
    }

    /** What the question shows as an example must not declare that the present constants were the former ones. */
    @OnDatabases({POSTGRESQL, SQLITE})
    void aListThatCannotBeTheFormerConstantsIsRefused(TestDb db) throws SQLException {
        WrittenProject project = begun(db, ConvertedItems.Ordinal.class, List.of("0", "1", "2"));
        for (String list : List.of("URGENT+NEW+OPEN+DONE", "NEW+OPEN", "NEW+OPEN+OPEN", "A+B+C")) {
            assertThat(catchThrowable(() -> changed(project, db, ConvertedItems.Inserted.class, Verb.MAP, list)))
                    .as(list)
                    .isInstanceOf(RetortException.class)
                    .hasMessageContaining(list)
                    .hasMessageContaining("Give the 3 former constants in their former order");
        }
        assertThat(asked.get(0).example().flag(asked.get(0).subject()))
                .isEqualTo("map=item.n=CONSTANT0+CONSTANT1+CONSTANT2");
        assertThat(read(db, ConvertedItems.Ordinal.class)).containsExactly("NEW", "OPEN", "DONE");
    }

    @OnDatabases({POSTGRESQL, MARIADB, H2, HSQLDB, SQLITE})
    void onlyOneConstantIsLeftOfNumbers(TestDb db) throws SQLException {
        WrittenProject project = begun(db, ConvertedItems.Ordinal.class, List.of("0", "0", "null"));
        changed(project, db, ConvertedItems.SingleOrdinal.class, Verb.ACCEPT, "");
        assertThat(asked).extracting(Question::kind).containsExactly("ordinals");
        assertThat(read(db, ConvertedItems.SingleOrdinal.class)).containsExactly("NEW", "NEW", "null");
        assertThat(catchThrowable(() -> db.execute("insert into item (id, n) values (9, 1)")))
                .isInstanceOf(SQLException.class);
        project.retort().downgrade("-1");
        assertThat(read(db, ConvertedItems.Ordinal.class)).containsExactly("NEW", "NEW", "null");
        project.retort().upgrade("head");
        changed(project, db, ConvertedItems.Ordinal.class, Verb.ACCEPT, "");
        assertThat(asked).extracting(Question::kind).containsExactly("ordinals", "ordinals");
        db.execute("insert into item (id, n) values (9, 2)");
    }

    @OnDatabases({POSTGRESQL, MARIADB, H2, HSQLDB, SQLITE})
    void rowsWithTheOthersAreAskedAbout(TestDb db) throws SQLException {
        WrittenProject project = begun(db, ConvertedItems.Ordinal.class, List.of("0", "1", "2"));
        WrittenProject written = project;
        assertThat(catchThrowable(() -> changed(written, db, ConvertedItems.SingleOrdinal.class, Verb.ACCEPT, "")))
                .as("rows hold 1 and 2")
                .isNotNull();
        assertThat(asked).extracting(Question::kind).containsExactly("ordinals", "value-gone", "value-gone");
        assertThat(db.query("select n from item order by id")).containsExactly("0", "1", "2");
    }

    @OnDatabases({POSTGRESQL, MARIADB, MYSQL, H2, HSQLDB, SQLITE})
    void onlyOneConstantIsLeftOfNames(TestDb db) throws SQLException {
        WrittenProject project = begun(db, ConvertedItems.Named.class, List.of("'NEW'", "'DONE'", "null"));
        changed(project, db, ConvertedItems.SingleNamed.class, Verb.MAP, "NEW");
        assertThat(asked).extracting(Question::kind).containsExactly("value-gone");
        assertThat(read(db, ConvertedItems.SingleNamed.class)).containsExactly("NEW", "NEW", "null");
        project.retort().downgrade("-1");
        project.retort().upgrade("head");
        changed(project, db, ConvertedItems.Named.class, Verb.ACCEPT, "");
        assertThat(read(db, ConvertedItems.Named.class)).containsExactly("NEW", "NEW", "null");
    }

    @OnDatabases({POSTGRESQL, MARIADB, MYSQL, H2, HSQLDB, SQLITE})
    void namesOfConstantsBecomeTheirNumbers(TestDb db) throws SQLException {
        WrittenProject project = begun(db, ConvertedItems.Named.class, List.of("'NEW'", "'OPEN'", "'DONE'", "null"));
        changed(project, db, ConvertedItems.Ordinal.class, Verb.ACCEPT, "");
        assertThat(asked).as("a name says which constant it is").isEmpty();
        assertThat(read(db, ConvertedItems.Ordinal.class)).containsExactly("NEW", "OPEN", "DONE", "null");
        project.retort().downgrade("-1");
        assertThat(read(db, ConvertedItems.Named.class)).containsExactly("NEW", "OPEN", "DONE", "null");
    }

    @OnDatabases({MARIADB, MYSQL})
    void withoutStrictModeANameIsNotComparedWithTheNewNumbers(TestDb db) throws Exception {
        withoutStrictMode(db, () -> namesOfConstantsBecomeTheirNumbers(db));
    }

    @OnDatabases({POSTGRESQL, H2})
    void numbersOfConstantsBecomeAnEnumType(TestDb db) throws SQLException {
        WrittenProject project = begun(db, ConvertedItems.Ordinal.class, List.of("0", "1", "2", "null"));
        changed(project, db, ConvertedItems.NamedType.class, Verb.ACCEPT, "");
        assertThat(read(db, ConvertedItems.NamedType.class)).containsExactly("NEW", "OPEN", "DONE", "null");
        project.retort().downgrade("-1");
        assertThat(read(db, ConvertedItems.Ordinal.class)).containsExactly("NEW", "OPEN", "DONE", "null");
    }

    @OnDatabases({POSTGRESQL, MARIADB, MYSQL, H2, HSQLDB, SQLITE})
    void truthBecomesLettersAndBack(TestDb db) throws SQLException {
        WrittenProject project = begun(db, ConvertedItems.Truth.class, List.of("true", "false"));
        changed(project, db, ConvertedItems.YesNo.class, Verb.ACCEPT, "");
        assertThat(db.query("select n from item order by id")).containsExactly("Y", "N");
        assertThat(read(db, ConvertedItems.YesNo.class)).containsExactly("true", "false");
        project.retort().downgrade("-1");
        assertThat(read(db, ConvertedItems.Truth.class)).containsExactly("true", "false");
        project.retort().upgrade("head");
        changed(project, db, ConvertedItems.Truth.class, Verb.ACCEPT, "");
        assertThat(read(db, ConvertedItems.Truth.class)).containsExactly("true", "false");
        project.retort().downgrade("-1");
        assertThat(read(db, ConvertedItems.YesNo.class)).containsExactly("true", "false");
    }

    @OnDatabases({POSTGRESQL, MARIADB, MYSQL, H2, HSQLDB, SQLITE})
    void truthBecomesNumbersAndBack(TestDb db) throws SQLException {
        WrittenProject project = begun(db, ConvertedItems.Truth.class, List.of("true", "false"));
        changed(project, db, ConvertedItems.ZeroOne.class, Verb.ACCEPT, "");
        assertThat(read(db, ConvertedItems.ZeroOne.class)).containsExactly("true", "false");
        project.retort().downgrade("-1");
        assertThat(read(db, ConvertedItems.Truth.class)).containsExactly("true", "false");
        assertThat(asked).isEmpty();
    }

    @OnDatabases({POSTGRESQL, MARIADB, MYSQL, H2, HSQLDB})
    void aUuidBecomesTextAndBack(TestDb db) throws SQLException {
        WrittenProject project =
                begun(db, ConvertedItems.IdentifierText.class, List.of("'00000000-0000-0001-0000-0000000000ff'"));
        changed(project, db, ConvertedItems.Identifier.class, Verb.ACCEPT, "");
        assertThat(read(db, ConvertedItems.Identifier.class)).containsExactly("00000000-0000-0001-0000-0000000000ff");
        project.retort().downgrade("-1");
        assertThat(read(db, ConvertedItems.IdentifierText.class))
                .containsExactly("00000000-0000-0001-0000-0000000000ff");
        project.retort().upgrade("head");
        changed(project, db, ConvertedItems.IdentifierText.class, Verb.ACCEPT, "");
        assertThat(read(db, ConvertedItems.IdentifierText.class))
                .containsExactly("00000000-0000-0001-0000-0000000000ff");
        assertThat(asked).isEmpty();
    }

    @OnDatabases({POSTGRESQL, H2})
    void aLocalTimeIsAMomentInTheZoneThatIsAnswered(TestDb db) throws SQLException {
        WrittenProject project = begun(
                db,
                ConvertedItems.Local.class,
                List.of("timestamp '2026-07-01 12:00:00'", "timestamp '2026-01-01 12:00:00'"));
        changed(project, db, ConvertedItems.Moment.class, Verb.ZONE, "Europe/Berlin");
        assertThat(asked).extracting(Question::kind).containsExactly("zone");
        assertThat(read(db, ConvertedItems.Moment.class))
                .containsExactly("2026-07-01T10:00:00Z", "2026-01-01T11:00:00Z");
        project.retort().downgrade("-1");
        assertThat(read(db, ConvertedItems.Local.class)).containsExactly("2026-07-01T12:00", "2026-01-01T12:00");
    }

    @OnDatabases({POSTGRESQL, H2})
    void aLocalTimeThatTheZoneHasTwiceIsRefusedBeforeAnythingIsChanged(TestDb db) throws SQLException {
        WrittenProject project = begun(
                db,
                ConvertedItems.Local.class,
                List.of("timestamp '2026-07-01 12:00:00'", "timestamp '2024-10-27 02:30:00'"));
        changed(project, db, ConvertedItems.Moment.class, Verb.ZONE, "Europe/Berlin", false);
        assertThat(catchThrowable(() -> project.retort().upgrade("head"))).isNotNull();
        assertThat(read(db, ConvertedItems.Local.class)).containsExactly("2026-07-01T12:00", "2024-10-27T02:30");
        db.execute("update item set n = timestamp '2024-10-27 03:00:00' where id = 1");
        project.retort().upgrade("head");
        assertThat(read(db, ConvertedItems.Moment.class))
                .containsExactly("2026-07-01T10:00:00Z", "2024-10-27T02:00:00Z");
    }

    @OnDatabases(POSTGRESQL)
    void aLargeObjectBecomesItsText(TestDb db) throws SQLException {
        WrittenProject project = begun(
                db, ConvertedItems.Large.class, List.of("lo_from_bytea(0, convert_to('häuser', 'UTF8'))", "null"));
        changed(project, db, ConvertedItems.LongText.class, Verb.ACCEPT, "");
        assertThat(read(db, ConvertedItems.LongText.class)).containsExactly("häuser", "null");
        project.retort().downgrade("-1");
        assertThat(read(db, ConvertedItems.Large.class)).containsExactly("häuser", "null");
    }

    @OnDatabases({POSTGRESQL, MARIADB, MYSQL, H2, HSQLDB, SQLITE})
    void whatIsAcceptedFailsBeforeAnythingIsChanged(TestDb db) throws SQLException {
        WrittenProject project = begun(db, ConvertedItems.Price.class, List.of("10.50", "10.55"));
        changed(project, db, ConvertedItems.Rounded.class, Verb.ACCEPT, "", false);
        assertThat(asked.get(0).sentences().toString()).contains("1 of 2 values does not fit numeric(6, 1)");
        Throwable failure = catchThrowable(
                () -> withoutStrictMode(db, () -> project.retort().upgrade("head")));
        assertThat(failure).as("two values, one of which would be rounded").isNotNull();
        assertThat(db.query("select n from item order by id").get(1)).isEqualTo("10.55");
        db.execute("update item set n = 10.5 where id = 1");
        project.retort().upgrade("head");
        assertThat(read(db, ConvertedItems.Rounded.class)).containsExactly("10.5", "10.5");
    }

    /** Only the rows that do not fit are a question. */
    @OnDatabases(POSTGRESQL)
    void aTypeWithoutASizeGetsOne(TestDb db) throws SQLException {
        WrittenProject project = begun(db, ConvertedItems.Unbounded.class, List.of("1.25", "12345.6", "null"));
        changed(project, db, ConvertedItems.Rounded.class, Verb.ACCEPT, "", false);
        assertThat(asked).hasSize(1);
        assertThat(asked.get(0).sentences().toString()).contains("1 of 2 values does not fit numeric(6, 1)");
        assertThat(catchThrowable(() -> project.retort().upgrade("head"))).isNotNull();
        assertThat(db.query("select n from item order by id")).containsExactly("1.25", "12345.6", "null");
        db.execute("update item set n = 1.20 where id = 0");
        project.retort().upgrade("head");
        assertThat(read(db, ConvertedItems.Rounded.class)).containsExactly("1.2", "12345.6", "null");
        project.retort().downgrade("-1");
        assertThat(read(db, ConvertedItems.Unbounded.class)).containsExactly("1.2", "12345.6", "null");
    }

    @OnDatabases(POSTGRESQL)
    void aTextWithoutALengthGetsOne(TestDb db) throws SQLException {
        WrittenProject project = begun(db, ConvertedItems.UnboundedText.class, List.of("'12345'", "'123456'", "null"));
        changed(project, db, ConvertedItems.ShortText.class, Verb.ACCEPT, "", false);
        assertThat(asked).hasSize(1);
        assertThat(asked.get(0).sentences().toString()).contains("1 of 2 values");
        db.execute("update item set n = '1234' where id = 1");
        project.retort().upgrade("head");
        assertThat(read(db, ConvertedItems.ShortText.class)).containsExactly("12345", "1234", "null");
    }

    @OnDatabases(POSTGRESQL)
    void aTypeWithoutASizeWhoseValuesFitIsNoQuestion(TestDb db) throws SQLException {
        WrittenProject project = begun(db, ConvertedItems.Unbounded.class, List.of("1.2", "12345.6", "null"));
        RevisionResult result = changed(project, db, ConvertedItems.Rounded.class, Verb.ACCEPT, "");
        assertThat(asked).isEmpty();
        assertThat(result.describe()).anyMatch(line -> line.startsWith("remark: Column item.n becomes numeric(6, 1)"));
        assertThat(read(db, ConvertedItems.Rounded.class)).containsExactly("1.2", "12345.6", "null");
    }

    @OnDatabases({POSTGRESQL, H2})
    void anEmptyTableIsToldOfInTheFile(TestDb db) throws SQLException, IOException {
        WrittenProject project = begun(db, ConvertedItems.Price.class, List.of());
        RevisionResult result = changed(project, db, ConvertedItems.Rounded.class, Verb.ACCEPT, "");
        assertThat(asked).isEmpty();
        assertThat(result.describe()).anyMatch(line -> line.startsWith("remark: Column item.n becomes numeric(6, 1)"));
        assertThat(Files.readString(folder.resolve(result.file())).replaceAll("\"\\s+\\+ \"", ""))
                .contains("remarks = \"Column item.n becomes numeric(6, 1); it was numeric(10, 2).");
        project.retort().downgrade("-1");
        project.retort().upgrade("head");
    }

    private interface Step {
        void run() throws SQLException;
    }

    /** Affects only MySQL and MariaDB, and only this step, because other tests run on the same server. */
    private static void withoutStrictMode(TestDb db, Step step) throws SQLException {
        if (db.database() != MYSQL && db.database() != MARIADB) {
            step.run();
            return;
        }
        String mode = db.query("select @@global.sql_mode").get(0);
        db.execute("set global sql_mode = ''");
        try {
            step.run();
        } finally {
            db.execute("set global sql_mode = '" + mode + "'");
        }
    }

    @OnDatabases({POSTGRESQL, MARIADB, MYSQL, H2, HSQLDB})
    void aDowngradeThatFailsOnEveryValueIsAnnounced(TestDb db) throws SQLException {
        WrittenProject project = begun(db, ConvertedItems.OfTime.class, List.of("'10:11:12'"));
        changed(project, db, ConvertedItems.OfDateTime.class, Verb.ACCEPT, "");

        assertThat(asked).hasSize(1);
        assertThat(asked.get(0).choices())
                .filteredOn(choice -> choice.verb() == Verb.ACCEPT || choice.verb() == Verb.USING)
                .hasSize(2)
                .allSatisfy(choice -> assertThat(choice.meaning()).endsWith("; a downgrade fails if there is a value"));
        assertThat(catchThrowable(() -> project.retort().downgrade("-1"))).isNotNull();
        assertThat(read(db, ConvertedItems.OfDateTime.class)).hasSize(1).doesNotContain("null");
        db.execute("delete from item");
        project.retort().downgrade("-1");
        assertThat(read(db, ConvertedItems.OfTime.class)).isEmpty();
    }

    /** MySQL 8.0.15 stores no check constraints, so that the schema does not change with the constants. */
    @OnDatabases(MYSQL)
    void numbersThatNoConstantHasAreAskedAboutWithoutACheckConstraint(TestDb db) throws SQLException {
        WrittenProject project = begun(db, ConvertedItems.Ordinal.class, List.of("0", "null"));
        changed(project, db, ConvertedItems.SingleOrdinal.class, Verb.ACCEPT, "");
        assertThat(asked).isEmpty();
        db.execute("insert into item (id, n) values (5, 2)");

        changed(project, db, ConvertedItems.SingleOrdinal.class, Verb.MAP, "NEW");

        assertThat(asked).extracting(Question::kind).containsExactly("ordinals");
        assertThat(asked.get(0).sentences().get(0))
                .contains("1 row has a number that is not the ordinal of a constant");
        assertThat(read(db, ConvertedItems.SingleOrdinal.class)).containsExactly("NEW", "null", "NEW");
    }

    /** The numbers below a removed constant mean other constants as well, and get their former meaning back. */
    @OnDatabases(MYSQL)
    void numbersAreMovedToTheFormerConstantsWithoutACheckConstraint(TestDb db) throws SQLException {
        WrittenProject project = begun(db, ConvertedItems.Inserted.class, List.of("0", "2", "3", "null"));
        assertThatThrownBy(() -> changed(project, db, ConvertedItems.Ordinal.class, Verb.MAP, "NEW+WAITING+OPEN"))
                .hasMessageContaining("1 row has a larger number");

        changed(project, db, ConvertedItems.Ordinal.class, Verb.MAP, "NEW+WAITING+OPEN+DONE");

        assertThat(read(db, ConvertedItems.Ordinal.class)).containsExactly("NEW", "OPEN", "DONE", "null");
        project.retort().downgrade("-1");
        assertThat(read(db, ConvertedItems.Inserted.class)).containsExactly("NEW", "OPEN", "DONE", "null");
    }

    /** A row with the removed constant stops the upgrade, before anything is changed. */
    @OnDatabases(MYSQL)
    void aRowWithARemovedConstantStopsTheUpgradeWithoutACheckConstraint(TestDb db) throws SQLException {
        WrittenProject project = begun(db, ConvertedItems.Inserted.class, List.of("1", "3"));
        assertThatThrownBy(() -> changed(project, db, ConvertedItems.Ordinal.class, Verb.MAP, "NEW+WAITING+OPEN+DONE"))
                .hasMessageContaining("some values of item.n do not match a constant");
        assertThat(read(db, ConvertedItems.Inserted.class)).containsExactly("WAITING", "DONE");
    }

    /** Any text of one character fits the column, but entities would read all others as no value. */
    @OnDatabases({POSTGRESQL, MARIADB, MYSQL, H2, HSQLDB, SQLITE})
    void textsThatMeanNeitherTrueNorFalseAreAskedAbout(TestDb db) throws SQLException {
        WrittenProject project = begun(db, ConvertedItems.Words.class, List.of("'T'", "'Z'", "'F'", "null"));
        changed(project, db, ConvertedItems.TrueFalse.class, Verb.ACCEPT, "", false);

        assertThat(asked).extracting(Question::kind).containsExactly("converted");
        assertThat(asked.get(0).sentences().get(0)).contains("1 of 3 values means neither true nor false.");
        assertThat(catchThrowable(() -> project.retort().upgrade("head")))
                .hasMessageContaining("some values mean neither true nor false");
        assertThat(read(db, ConvertedItems.Words.class)).containsExactly("T", "Z", "F", "null");
        db.execute("update item set n = 'F' where n = 'Z'");
        project.retort().upgrade("head");
        assertThat(read(db, ConvertedItems.TrueFalse.class)).containsExactly("true", "false", "false", "null");
        project.retort().downgrade("-1");
        assertThat(read(db, ConvertedItems.Words.class)).containsExactly("T", "F", "F", "null");
    }

    /** MySQL and MariaDB take the two letters for the same, and the converter does not. */
    @OnDatabases({POSTGRESQL, MARIADB, MYSQL, H2, HSQLDB, SQLITE})
    void aSmallLetterIsAnotherTextThanTheConverterWrites(TestDb db) throws SQLException {
        WrittenProject project = begun(db, ConvertedItems.Words.class, List.of("'T'", "'t'", "'F'", "null"));
        changed(project, db, ConvertedItems.TrueFalse.class, Verb.ACCEPT, "", false);

        assertThat(asked).extracting(Question::kind).containsExactly("converted");
        assertThat(asked.get(0).sentences().get(0)).contains("1 of 3 values means neither true nor false.");
        assertThat(catchThrowable(() -> project.retort().upgrade("head")))
                .hasMessageContaining("some values mean neither true nor false");
        assertThat(read(db, ConvertedItems.Words.class)).containsExactly("T", "t", "F", "null");
    }

    @OnDatabases({POSTGRESQL, MARIADB, MYSQL, H2, HSQLDB, SQLITE})
    void otherTextsBecomeTruthsWithAnExpression(TestDb db) throws SQLException {
        WrittenProject project = begun(db, ConvertedItems.Words.class, List.of("'yes'", "'no'", "null"));
        changed(
                project,
                db,
                ConvertedItems.TrueFalse.class,
                Verb.USING,
                "case %s when 'yes' then 'T' when 'no' then 'F' end");

        assertThat(asked).extracting(Question::kind).containsExactly("converted");
        assertThat(read(db, ConvertedItems.TrueFalse.class)).containsExactly("true", "false", "null");
    }

    @OnDatabases({POSTGRESQL, MARIADB, MYSQL, H2, HSQLDB, SQLITE})
    void textsThatTheConverterWritesAreConverted(TestDb db) throws SQLException {
        WrittenProject project = begun(db, ConvertedItems.Words.class, List.of("'T'", "'F'", "null"));
        changed(project, db, ConvertedItems.TrueFalse.class, Verb.ACCEPT, "");

        assertThat(asked).extracting(Question::kind).doesNotContain("violations");
        assertThat(read(db, ConvertedItems.TrueFalse.class)).containsExactly("true", "false", "null");
    }

    private WrittenProject begun(TestDb db, Class<?> entity, List<String> values) throws SQLException {
        WrittenProject project = new WrittenProject(folder, db);
        try (Bootstrap hibernate = Bootstrap.on(db).entities(entity)) {
            project.revision("begin", hibernate.metadata(), Answers.NONE);
        }
        project.retort().upgrade("head");
        for (int i = 0; i < values.size(); i++) {
            db.execute("insert into item (id, n) values (" + i + ", " + values.get(i) + ")");
        }
        return project;
    }

    private RevisionResult changed(WrittenProject project, TestDb db, Class<?> entity, Verb verb, String value) {
        return changed(project, db, entity, verb, value, true);
    }

    /** Writes the revision, runs it, and checks that nothing else is found. */
    private RevisionResult changed(
            WrittenProject project, TestDb db, Class<?> entity, Verb verb, String value, boolean upgrade) {
        try (Bootstrap hibernate = Bootstrap.on(db).entities(entity)) {
            RevisionResult result = project.revision("change", hibernate.metadata(), question -> {
                asked.add(question);
                return Optional.of(new Answer(verb, value));
            });
            if (upgrade) {
                project.retort().upgrade("head");
                assertThat(project.difference(hibernate.metadata()).operations())
                        .extracting(Operation::describe)
                        .isEmpty();
            }
            return result;
        }
    }

    /** What the application reads. */
    private static List<String> read(TestDb db, Class<?> entity) {
        Configuration configuration = new Configuration()
                .addAnnotatedClass(entity)
                .setProperty("jakarta.persistence.jdbc.url", db.url())
                .setProperty("jakarta.persistence.jdbc.user", db.user())
                .setProperty("jakarta.persistence.jdbc.password", db.password());
        try (SessionFactory factory = configuration.buildSessionFactory();
                Session session = factory.openSession()) {
            return session.createSelectionQuery("select n from item order by id", Object[].class)
                    .getResultStream()
                    .map(row -> String.valueOf(row[0]))
                    .toList();
        }
    }
}
