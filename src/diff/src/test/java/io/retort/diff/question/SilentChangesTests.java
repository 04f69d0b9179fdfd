package io.retort.diff.question;

import static io.retort.testkit.TestDatabase.H2;
import static io.retort.testkit.TestDatabase.HSQLDB;
import static io.retort.testkit.TestDatabase.MARIADB;
import static io.retort.testkit.TestDatabase.MYSQL;
import static io.retort.testkit.TestDatabase.POSTGRESQL;
import static io.retort.testkit.TestDatabase.SQLITE;
import static org.assertj.core.api.Assertions.assertThat;

import io.retort.diff.author.RevisionResult;
import io.retort.diff.models.Bootstrap;
import io.retort.diff.oracle.WrittenProject;
import io.retort.operation.Operation;
import io.retort.revision.Direction;
import io.retort.testkit.OnDatabases;
import io.retort.testkit.TestDb;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.TableGenerator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.hibernate.SessionFactory;
import org.hibernate.annotations.ColumnDefault;
import org.hibernate.annotations.SoftDelete;
import org.hibernate.annotations.SoftDeleteType;
import org.junit.jupiter.api.io.TempDir;

/** Changes that are hardly a difference between schemas, and that concern the rows. */
class SilentChangesTests {

    @TempDir
    Path folder;

    static class First {
        @Entity(name = "Item")
        @Table(name = "item")
        static class Item {
            @Id
            @GeneratedValue(strategy = GenerationType.TABLE, generator = "g")
            @TableGenerator(name = "g", table = "numbers", pkColumnValue = "item", valueColumnName = "n")
            Long id;
        }
    }

    static class Other {
        @Entity(name = "Item")
        @Table(name = "item")
        static class Item {
            @Id
            @GeneratedValue(strategy = GenerationType.TABLE, generator = "g")
            @TableGenerator(name = "g", table = "numbers", pkColumnValue = "article", valueColumnName = "n")
            Long id;
        }
    }

    @OnDatabases({POSTGRESQL, MARIADB, MYSQL, H2, HSQLDB, SQLITE})
    void theRowOfATableGeneratorContinuesUnderAnotherName(TestDb db) throws SQLException {
        WrittenProject project = new WrittenProject(folder, db);
        write(project, db, First.Item.class);
        save(db, First.Item.class, 120, First.Item::new);

        assertThat(write(project, db, Other.Item.class)).isEmpty();

        save(db, Other.Item.class, 120, Other.Item::new);
        assertThat(found(project, db, Other.Item.class)).isEmpty();
        project.retort().downgrade("-1");
        save(db, First.Item.class, 120, First.Item::new);
        project.retort().upgrade("head");
        save(db, Other.Item.class, 120, Other.Item::new);
        assertThat(db.query("select count(*) from item")).containsExactly("480");
    }

    static class Amounts {
        @Entity(name = "Item")
        @Table(name = "item")
        static class Item {
            @Id
            Long id;

            Integer amount;
        }
    }

    static class Noted {
        @Entity(name = "Item")
        @Table(name = "item")
        static class Item {
            @Id
            Long id;

            Integer amount;
            String note;
        }
    }

    static class WithoutAmounts {
        @Entity(name = "Item")
        @Table(name = "item")
        static class Item {
            @Id
            Long id;

            String note;
        }
    }

    @OnDatabases({POSTGRESQL, MARIADB, MYSQL, H2, HSQLDB, SQLITE})
    void aHandMadeGeneratedColumnStays(TestDb db) throws SQLException {
        WrittenProject project = new WrittenProject(folder, db);
        write(project, db, Amounts.Item.class);
        String kind =
                db.database() == SQLITE ? "virtual" : db.database() == HSQLDB || db.database() == H2 ? "" : "stored";
        db.execute(
                "alter table item add column twice integer generated always as (amount * 2) " + kind,
                "insert into item (id, amount) values (1, 21)");

        assertThat(write(project, db, Noted.Item.class)).isEmpty();

        assertThat(db.query("select twice from item")).containsExactly("42");
        assertThat(notOurs(project, db, Noted.Item.class)).contains("generated column item.twice");
        project.retort().downgrade("-1");
        assertThat(db.query("select twice from item")).containsExactly("42");
        project.retort().upgrade("head");
        List<Question> questions = write(project, db, WithoutAmounts.Item.class);
        assertThat(questions)
                .singleElement()
                .satisfies(question -> assertThat(question.sentences().get(0))
                        .contains("Generated from it, and dropped with it: twice."));
        project.retort().downgrade("-1");
        db.execute("update item set amount = 4");
        assertThat(db.query("select twice from item")).containsExactly("8");
    }

    static class ByCode {
        @Entity(name = "Item")
        @Table(name = "item")
        static class Item {
            @Id
            Long code;

            String note;
        }
    }

    static class ById {
        @Entity(name = "Item")
        @Table(name = "item")
        static class Item {
            @Id
            @GeneratedValue(strategy = GenerationType.IDENTITY)
            Long id;

            Long code;
            String note;
        }
    }

    @OnDatabases({POSTGRESQL, MARIADB, MYSQL, H2, HSQLDB})
    void aKeptKeyColumnSaysWhatBecomesOfTheKey(TestDb db) throws SQLException {
        WrittenProject project = new WrittenProject(folder, db);
        write(project, db, ById.Item.class);
        db.execute("insert into item (code, note) values (7, 'a')", "insert into item (code, note) values (8, 'b')");
        List<Question> questions = new ArrayList<>();

        write(
                project,
                db,
                question -> {
                    questions.add(question);
                    return Optional.of(
                            question.kind().equals("column-gone") ? new Answer(Verb.KEEP, "") : question.meanwhile());
                },
                ByCode.Item.class);

        assertThat(questions)
                .filteredOn(question -> question.subject().equals("item.id"))
                .singleElement()
                .satisfies(question -> assertThat(
                                question.choices(Verb.KEEP).get(0).meaning())
                        .contains("the primary key is (code) instead of (id)")
                        .contains("a downgrade fails while rows have no value in it"));
        assertThat(db.query("select id, code, note from item order by code")).containsExactly("1|7|a", "2|8|b");
        project.retort().downgrade("-1");
        db.execute("insert into item (code, note) values (9, 'c')");
        project.retort().upgrade("head");
        db.execute("insert into item (code, note) values (10, 'd')");
        assertThat(db.query("select code from item where id is null")).containsExactly("10");
    }

    static class Active {
        @Entity(name = "Item")
        @Table(name = "item")
        static class Item {
            @Id
            Long id;

            boolean active;
        }
    }

    static class Deleted {
        @Entity(name = "Item")
        @Table(name = "item")
        @SoftDelete
        static class Item {
            @Id
            Long id;
        }
    }

    static class ActiveRows {
        @Entity(name = "Item")
        @Table(name = "item")
        @SoftDelete(strategy = SoftDeleteType.ACTIVE, columnName = "active")
        static class Item {
            @Id
            Long id;
        }
    }

    static class DeletedRows {
        @Entity(name = "Item")
        @Table(name = "item")
        @SoftDelete(columnName = "active")
        static class Item {
            @Id
            Long id;
        }
    }

    @OnDatabases({POSTGRESQL, MARIADB, MYSQL, H2, HSQLDB, SQLITE})
    void aRenamedFlagAsksWhichRowsAreDeleted(TestDb db) throws SQLException {
        WrittenProject project = flagged(db);
        List<Question> questions = new ArrayList<>();

        write(
                project,
                db,
                question -> {
                    questions.add(question);
                    return Optional.of(
                            question.kind().equals("column-gone")
                                    ? new Answer(Verb.RENAME, "deleted")
                                    : new Answer(Verb.MAP, "inverted"));
                },
                Deleted.Item.class);

        assertThat(questions).extracting(Question::kind).containsExactly("column-gone", "soft-delete");
        assertThat(questions.get(1).sentences().get(0)).contains("1 row has this value");
        assertThat(ids(db, Deleted.Item.class)).containsExactly(1L);
        project.retort().downgrade("-1");
        assertThat(load(db, Active.Item.class, "select i.id from Item i where i.active"))
                .containsExactly(1L);
        project.retort().upgrade("head");
        assertThat(ids(db, Deleted.Item.class)).containsExactly(1L);
    }

    @OnDatabases({POSTGRESQL, MARIADB, MYSQL, H2, HSQLDB})
    void aFlagOfTheSameNameAsksWhichRowsAreDeleted(TestDb db) throws SQLException {
        WrittenProject project = flagged(db);

        List<Question> questions = write(project, db, ActiveRows.Item.class);

        assertThat(questions).singleElement().satisfies(question -> {
            assertThat(question.kind()).isEqualTo("soft-delete");
            assertThat(question.sentences().get(0)).contains("1 row has this value");
        });
        assertThat(ids(db, ActiveRows.Item.class)).containsExactly(1L);
        assertThat(questions(project, db, ActiveRows.Item.class)).isEmpty();
    }

    @OnDatabases({POSTGRESQL, H2})
    void aFlagWithTheOppositeMeaningIsSwapped(TestDb db) throws SQLException {
        WrittenProject project = flagged(db);

        write(project, db, question -> Optional.of(new Answer(Verb.MAP, "inverted")), DeletedRows.Item.class);

        assertThat(ids(db, DeletedRows.Item.class)).containsExactly(1L);
        project.retort().downgrade("-1");
        assertThat(load(db, Active.Item.class, "select i.id from Item i where i.active"))
                .containsExactly(1L);
    }

    private WrittenProject flagged(TestDb db) {
        WrittenProject project = new WrittenProject(folder, db);
        write(project, db, Active.Item.class);
        save(db, Active.Item.class, 1, () -> {
            Active.Item item = new Active.Item();
            item.id = 1L;
            item.active = true;
            return item;
        });
        save(db, Active.Item.class, 1, () -> {
            Active.Item item = new Active.Item();
            item.id = 2L;
            return item;
        });
        return project;
    }

    static class Numbered {
        @Entity(name = "Item")
        @Table(name = "item")
        static class Item {
            @Id
            Long id;

            Integer amount;

            @Column(nullable = false, unique = true)
            @ColumnDefault("7")
            int place;
        }
    }

    @OnDatabases({POSTGRESQL, MARIADB, MYSQL, H2, HSQLDB, SQLITE})
    void aNewUniqueColumnWithADefaultHasDuplicates(TestDb db) throws SQLException {
        WrittenProject project = new WrittenProject(folder, db);
        write(project, db, Amounts.Item.class);
        db.execute("insert into item (id) values (1)");
        assertThat(questions(project, db, Numbered.Item.class)).isEmpty();
        db.execute("insert into item (id) values (2)");

        List<Question> questions = write(project, db, keeping(), Numbered.Item.class);

        assertThat(questions)
                .singleElement()
                .satisfies(question -> assertThat(question.kind()).isEqualTo("duplicates"));
        assertThat(db.query("select place from item")).containsExactly("7", "7");
    }

    static class Primitive {
        @Entity(name = "Item")
        @Table(name = "item")
        static class Item {
            @Id
            Long id;

            Integer amount;

            @Column(name = "weight")
            float weight;
        }
    }

    @OnDatabases({POSTGRESQL, MARIADB, MYSQL, H2, HSQLDB, SQLITE})
    void aNewPrimitiveNeedsAValueThoughItsColumnAllowsNulls(TestDb db) throws SQLException {
        WrittenProject project = new WrittenProject(folder, db);
        write(project, db, Amounts.Item.class);
        assertThat(questions(project, db, Primitive.Item.class)).isEmpty();
        db.execute("insert into item (id) values (1)");

        List<Question> questions =
                write(project, db, question -> Optional.of(new Answer(Verb.FILL, "2")), Primitive.Item.class);

        assertThat(questions)
                .singleElement()
                .satisfies(question -> assertThat(question.sentences().get(0)).contains("is a primitive"));
        assertThat(load(db, Primitive.Item.class, "select i from Item i", Primitive.Item.class))
                .extracting(item -> item.weight)
                .containsExactly(2f);
        assertThat(found(project, db, Primitive.Item.class)).isEmpty();
    }

    /** Other databases can have rows: the remark is in the output, in the file and in the plan. */
    @OnDatabases({POSTGRESQL, MARIADB, MYSQL, H2, HSQLDB, SQLITE})
    void aNewPrimitiveInAnEmptyTableIsRemarkedOn(TestDb db) throws IOException {
        WrittenProject project = new WrittenProject(folder, db);
        write(project, db, Amounts.Item.class);
        RevisionResult result;
        try (Bootstrap hibernate = Bootstrap.on(db).entities(List.of(Primitive.Item.class))) {
            result = project.revision("weigh", hibernate.metadata(), Answers.NONE);
        }

        String remark = "Column item.weight is new and allows nulls, but its Java attribute is a primitive: entities"
                + " cannot read rows that have no value in it. The compared database has no rows.";
        assertThat(result.describe()).anyMatch(line -> line.contains(remark));
        String written = Files.readString(folder.resolve(Objects.requireNonNull(result.file())));
        assertThat(String.join("", written.split("\"\\s*\\+\\s*\""))).contains("remarks = \"" + remark);
        assertThat(project.retort().plan(Direction.UP, "head"))
                .singleElement()
                .satisfies(step -> assertThat(step.revision().remarks()).containsExactly(remark));
    }

    static class Wrapped {
        @Entity(name = "Item")
        @Table(name = "item")
        static class Item {
            @Id
            Long id;

            @Column(name = "weight")
            Float weight;
        }
    }

    static class Unwrapped {
        @Entity(name = "Item")
        @Table(name = "item")
        static class Item {
            @Id
            Long id;

            @Column(name = "weight")
            float weight;
        }
    }

    static class Required {
        @Entity(name = "Item")
        @Table(name = "item")
        static class Item {
            @Id
            Long id;

            float weight;
        }
    }

    static class Widened {
        @Entity(name = "Item")
        @Table(name = "item")
        static class Item {
            @Id
            Long id;

            @Column(name = "weight")
            double weight;
        }
    }

    @OnDatabases({POSTGRESQL, MARIADB, MYSQL, H2, HSQLDB, SQLITE})
    void aWrapperThatBecomesAPrimitiveNeedsAValueInEveryRow(TestDb db) throws SQLException {
        for (Class<?> primitive : List.of(Unwrapped.Item.class, Required.Item.class, Widened.Item.class)) {
            WrittenProject project = new WrittenProject(folder.resolve(primitive.getName()), db);
            write(project, db, Wrapped.Item.class);
            db.execute("insert into item (id, weight) values (1, 1.5)");
            assertThat(questions(project, db, primitive)).as("without nulls").isEmpty();
            db.execute("insert into item (id, weight) values (2, null)");

            List<Question> questions =
                    write(project, db, question -> Optional.of(new Answer(Verb.FILL, "7")), primitive);

            assertThat(questions).extracting(Question::kind).containsExactly("nulls");
            assertThat(questions.get(0).sentences().get(0)).contains("1 row has no value");
            assertThat(load(db, primitive, "select i.weight from Item i order by i.id", Number.class))
                    .extracting(Number::doubleValue)
                    .containsExactly(1.5, 7.0);
            assertThat(found(project, db, primitive)).isEmpty();
            assertThat(questions(project, db, primitive)).isEmpty();
            db.execute("update item set weight = 2 where id = 1");
            downgrade(project, primitive == Widened.Item.class, db);
            assertThat(load(db, Wrapped.Item.class, "select i.weight from Item i order by i.id", Float.class))
                    .containsExactly(2f, 7f);
            db.execute("delete from item");
            project.retort().downgrade("base");
        }
    }

    /** Not each double is a float, so that the downgrade of one fails while there are values, as its question says. */
    private static void downgrade(WrittenProject project, boolean narrower, TestDb db) throws SQLException {
        if (!narrower || db.database() == HSQLDB || db.database() == SQLITE) {
            project.retort().downgrade("-1");
        }
    }

    private static Answers keeping() {
        return question -> Optional.of(new Answer(Verb.KEEP, ""));
    }

    /** The assumption of an open question, except for renames. */
    private static Answers accepting() {
        return question -> Optional.of(
                question.meanwhile().verb() == Verb.RENAME ? new Answer(Verb.DROP, "") : question.meanwhile());
    }

    private static List<Question> write(WrittenProject project, TestDb db, Class<?> entity) {
        return write(project, db, accepting(), entity);
    }

    private static List<Question> write(WrittenProject project, TestDb db, Answers answers, Class<?> entity) {
        List<Question> questions = new ArrayList<>();
        try (Bootstrap hibernate = Bootstrap.on(db).entities(entity)) {
            project.revision("step", hibernate.metadata(), question -> {
                questions.add(question);
                return answers.to(question);
            });
        }
        project.retort().upgrade("head");
        return questions;
    }

    /** The questions, without a revision. */
    private static List<Question> questions(WrittenProject project, TestDb db, Class<?> entity) {
        List<Question> questions = new ArrayList<>();
        try (Bootstrap hibernate = Bootstrap.on(db).entities(entity)) {
            project.compare(hibernate.metadata(), question -> {
                questions.add(question);
                return accepting().to(question);
            });
        }
        return questions;
    }

    private static List<String> found(WrittenProject project, TestDb db, Class<?> entity) {
        try (Bootstrap hibernate = Bootstrap.on(db).entities(entity)) {
            return project.difference(hibernate.metadata()).operations().stream()
                    .map(Operation::describe)
                    .toList();
        }
    }

    private static List<String> notOurs(WrittenProject project, TestDb db, Class<?> entity) {
        try (Bootstrap hibernate = Bootstrap.on(db).entities(entity)) {
            return project.difference(hibernate.metadata()).notOurs();
        }
    }

    private static void save(TestDb db, Class<?> entity, int rows, java.util.function.Supplier<Object> created) {
        try (Bootstrap hibernate = Bootstrap.on(db).entities(entity);
                SessionFactory factory = hibernate.metadata().buildSessionFactory()) {
            factory.inTransaction(session -> {
                for (int i = 0; i < rows; i++) {
                    session.persist(created.get());
                }
            });
        }
    }

    private static List<Long> ids(TestDb db, Class<?> entity) {
        return load(db, entity, "select i.id from Item i");
    }

    private static List<Long> load(TestDb db, Class<?> entity, String query) {
        return load(db, entity, query, Long.class);
    }

    private static <T> List<T> load(TestDb db, Class<?> entity, String query, Class<T> result) {
        try (Bootstrap hibernate = Bootstrap.on(db).entities(entity);
                SessionFactory factory = hibernate.metadata().buildSessionFactory()) {
            return factory.fromTransaction(
                    session -> session.createSelectionQuery(query, result).getResultList());
        }
    }
}
