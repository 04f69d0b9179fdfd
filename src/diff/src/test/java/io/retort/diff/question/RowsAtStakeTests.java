package io.retort.diff.question;

import static io.retort.testkit.TestDatabase.H2;
import static io.retort.testkit.TestDatabase.HSQLDB;
import static io.retort.testkit.TestDatabase.MARIADB;
import static io.retort.testkit.TestDatabase.MYSQL;
import static io.retort.testkit.TestDatabase.POSTGRESQL;
import static io.retort.testkit.TestDatabase.SQLITE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.retort.diff.models.Bootstrap;
import io.retort.diff.oracle.WrittenProject;
import io.retort.operation.Operation;
import io.retort.testkit.OnDatabases;
import io.retort.testkit.TestDb;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Inheritance;
import jakarta.persistence.InheritanceType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.hibernate.SessionFactory;
import org.hibernate.annotations.Check;
import org.junit.jupiter.api.io.TempDir;

/** Changes that can lose rows are asked about, and the resulting revision runs on rows, in both directions. */
class RowsAtStakeTests {

    @TempDir
    Path folder;

    enum Tier {
        BASIC,
        GOLD
    }

    static class Required {
        @Entity(name = "Item")
        @Table(name = "item")
        static class Item {
            @Id
            Long id;

            @jakarta.persistence.Column(nullable = false)
            String word;

            int amount;
            boolean active;

            @jakarta.persistence.Column(nullable = false)
            BigDecimal price;

            @Enumerated(EnumType.STRING)
            @jakarta.persistence.Column(nullable = false)
            Tier tier;

            @Enumerated(EnumType.ORDINAL)
            @jakarta.persistence.Column(nullable = false)
            Tier place;

            @jakarta.persistence.Column(nullable = false)
            UUID token;

            @jakarta.persistence.Column(nullable = false)
            LocalDate due;
        }
    }

    static class Bare {
        @Entity(name = "Item")
        @Table(name = "item")
        static class Item {
            @Id
            Long id;
        }
    }

    @OnDatabases({POSTGRESQL, MARIADB, MYSQL, H2, HSQLDB, SQLITE})
    void aDroppedRequiredColumnComesBackToRows(TestDb db) throws SQLException {
        WrittenProject project = new WrittenProject(folder, db);
        write(project, db, accepting(), Required.Item.class);
        save(db, item(), Required.Item.class);
        List<Question> questions = write(project, db, dropping(), Bare.Item.class);
        db.execute("insert into item (id) values (2)");

        project.retort().downgrade("-1");

        assertThat(questions).hasSize(8).allMatch(question -> question.kind().equals("column-gone"));
        assertThat(questions)
                .filteredOn(question -> question.subject().endsWith("amount"))
                .allMatch(question -> question.describe().toString().contains("gives existing rows 0"));
        assertThat(db.query("select word, amount, tier, place from item order by id"))
                .containsExactly("|0|BASIC|0", "|0|BASIC|0");
        project.retort().upgrade("head");
        assertThat(db.query("select count(*) from item")).containsExactly("2");
    }

    @OnDatabases({POSTGRESQL, H2})
    void aRequiredColumnIsAskedAboutThoughTheTableIsEmpty(TestDb db) throws SQLException {
        WrittenProject project = new WrittenProject(folder, db);
        write(project, db, accepting(), Bare.Item.class);
        List<Question> questions = new ArrayList<>();

        assertThatThrownBy(() -> revise(project, db, noting(questions, Answers.NONE), Required.Item.class))
                .isInstanceOf(UnansweredException.class)
                .hasMessageContaining("no rows in the compared database");
        assertThat(questions).hasSize(8).allMatch(question -> question.kind().equals("value-needed"));

        write(project, db, question -> Optional.of(new Answer(Verb.ACCEPT, "")), Required.Item.class);
        save(db, item(), Required.Item.class);
        assertThat(db.query("select word from item")).containsExactly("lamp");
    }

    static class Numbers {
        @Entity(name = "Line")
        @Table(name = "line")
        static class Line {
            @Id
            Long id;

            Long item_id;
        }
    }

    static class Referenced {
        @Entity(name = "Line")
        @Table(name = "line")
        static class Line {
            @Id
            Long id;

            @ManyToOne
            @JoinColumn(name = "item_id")
            Bare.Item item;
        }
    }

    @OnDatabases({POSTGRESQL, MARIADB, MYSQL, H2, HSQLDB})
    void orphansOfANewForeignKeyAreCounted(TestDb db) throws SQLException {
        WrittenProject project = new WrittenProject(folder, db);
        write(project, db, accepting(), Bare.Item.class, Numbers.Line.class);
        db.execute(
                "insert into item (id) values (1)",
                "insert into line (id, item_id) values (10, 1)",
                "insert into line (id, item_id) values (11, 77)",
                "insert into line (id, item_id) values (12, null)");
        List<Question> questions = write(project, db, keeping(), Bare.Item.class, Referenced.Line.class);

        assertThat(questions).singleElement().satisfies(question -> {
            assertThat(question.kind()).isEqualTo("orphans");
            assertThat(question.describe().get(0)).contains("1 row references a row that does not exist");
        });
        db.execute("delete from line where id = 11");
        assertThat(write(project, db, keeping(), Bare.Item.class, Referenced.Line.class))
                .isEmpty();
        assertThat(found(project, db, Bare.Item.class, Referenced.Line.class)).isEmpty();
    }

    static class Checked {
        @Entity(name = "Line")
        @Table(name = "line")
        @Check(name = "ck_positive", constraints = "item_id > 5")
        static class Line {
            @Id
            Long id;

            Long item_id;
        }
    }

    @OnDatabases({POSTGRESQL, MARIADB, H2, HSQLDB})
    void rowsThatViolateANewCheckAreCounted(TestDb db) throws SQLException {
        WrittenProject project = new WrittenProject(folder, db);
        write(project, db, accepting(), Numbers.Line.class);
        db.execute(
                "insert into line (id, item_id) values (10, 1)",
                "insert into line (id, item_id) values (11, 77)",
                "insert into line (id, item_id) values (12, null)");
        List<Question> questions = write(project, db, keeping(), Checked.Line.class);

        assertThat(questions).singleElement().satisfies(question -> {
            assertThat(question.kind()).isEqualTo("violations");
            assertThat(question.describe().get(0)).contains("1 row violates it");
        });
    }

    static class Listed {
        @Entity(name = "Item")
        @Table(name = "item")
        static class Item {
            @Id
            Long id;

            @ElementCollection
            @jakarta.persistence.Column(nullable = false)
            List<String> words;
        }
    }

    static class Unordered {
        @Entity(name = "Item")
        @Table(name = "item")
        static class Item {
            @Id
            Long id;

            @ElementCollection
            @jakarta.persistence.Column(nullable = false)
            Set<String> words;
        }
    }

    @OnDatabases({POSTGRESQL, MARIADB, MYSQL, H2, HSQLDB})
    void doubledRowsAreCountedForANewPrimaryKey(TestDb db) throws SQLException {
        WrittenProject project = new WrittenProject(folder, db);
        write(project, db, accepting(), Listed.Item.class);
        db.execute("insert into item (id) values (1)");
        String table = db.database() == MYSQL || db.database() == MARIADB ? "Item_words" : "item_words";
        db.execute(
                "insert into " + table + " (Item_id, words) values (1, 'a')",
                "insert into " + table + " (Item_id, words) values (1, 'a')");

        List<Question> questions = write(project, db, keeping(), Unordered.Item.class);

        assertThat(questions).singleElement().satisfies(question -> {
            assertThat(question.kind()).isEqualTo("duplicates");
            assertThat(question.describe().get(0)).contains("1 value occurs more than once");
        });
    }

    static class OneTable {
        @Entity(name = "Party")
        @Table(name = "party")
        @Inheritance(strategy = InheritanceType.SINGLE_TABLE)
        static class Party {
            @Id
            Long id;

            String name;
        }

        @Entity(name = "Company")
        static class Company extends Party {
            String vat;
        }
    }

    static class Joined {
        @Entity(name = "Party")
        @Table(name = "party")
        @Inheritance(strategy = InheritanceType.JOINED)
        static class Party {
            @Id
            Long id;

            String name;
        }

        @Entity(name = "Company")
        @Table(name = "company")
        static class Company extends Party {
            String vat;
        }
    }

    @OnDatabases({POSTGRESQL, MARIADB, MYSQL, H2, HSQLDB})
    void aSubclassTakesItsRowsToItsOwnTable(TestDb db) throws SQLException {
        WrittenProject project = new WrittenProject(folder, db);
        write(project, db, accepting(), OneTable.Party.class, OneTable.Company.class);
        OneTable.Company acme = new OneTable.Company();
        acme.id = 1L;
        acme.name = "Acme";
        acme.vat = "GB1";
        OneTable.Party ann = new OneTable.Party();
        ann.id = 2L;
        ann.name = "Ann";
        save(db, acme, OneTable.Party.class, OneTable.Company.class);
        save(db, ann, OneTable.Party.class, OneTable.Company.class);

        write(project, db, accepting(), Joined.Party.class, Joined.Company.class);

        assertThat(load(db, Joined.Company.class, Joined.Party.class, Joined.Company.class))
                .extracting(company -> company.id + company.name + company.vat)
                .containsExactly("1AcmeGB1");
        assertThat(load(db, Joined.Party.class, Joined.Party.class, Joined.Company.class))
                .hasSize(2);

        project.retort().downgrade("-1");
        assertThat(load(db, OneTable.Company.class, OneTable.Party.class, OneTable.Company.class))
                .extracting(company -> company.id + company.name + company.vat)
                .containsExactly("1AcmeGB1");
        project.retort().upgrade("head");
        assertThat(load(db, Joined.Company.class, Joined.Party.class, Joined.Company.class))
                .hasSize(1);
    }

    private static Required.Item item() {
        Required.Item item = new Required.Item();
        item.id = 1L;
        item.word = "lamp";
        item.amount = 7;
        item.active = true;
        item.price = BigDecimal.TEN;
        item.tier = Tier.GOLD;
        item.place = Tier.GOLD;
        item.token = new UUID(1, 2);
        item.due = LocalDate.of(2024, 2, 29);
        return item;
    }

    /** The assumption of an open question, except for renames. */
    private static Answers accepting() {
        return question -> Optional.of(
                question.meanwhile().verb() == Verb.RENAME ? new Answer(Verb.DROP, "") : question.meanwhile());
    }

    private static Answers dropping() {
        return question -> Optional.of(new Answer(Verb.DROP, ""));
    }

    private static Answers keeping() {
        return question -> Optional.of(new Answer(Verb.KEEP, ""));
    }

    private static Answers noting(List<Question> questions, Answers answers) {
        return question -> {
            questions.add(question);
            return answers.to(question);
        };
    }

    private static List<Question> write(WrittenProject project, TestDb db, Answers answers, Class<?>... entities) {
        List<Question> questions = new ArrayList<>();
        revise(project, db, noting(questions, answers), entities);
        project.retort().upgrade("head");
        return questions;
    }

    private static void revise(WrittenProject project, TestDb db, Answers answers, Class<?>... entities) {
        try (Bootstrap hibernate = Bootstrap.on(db).entities(entities)) {
            project.revision("step", hibernate.metadata(), answers);
        }
    }

    private static List<String> found(WrittenProject project, TestDb db, Class<?>... entities) {
        try (Bootstrap hibernate = Bootstrap.on(db).entities(entities)) {
            return project.difference(hibernate.metadata()).operations().stream()
                    .map(Operation::describe)
                    .toList();
        }
    }

    private static void save(TestDb db, Object entity, Class<?>... entities) {
        try (Bootstrap hibernate = Bootstrap.on(db).entities(entities);
                SessionFactory factory = hibernate.metadata().buildSessionFactory()) {
            factory.inTransaction(session -> session.persist(entity));
        }
    }

    private static <T> List<T> load(TestDb db, Class<T> type, Class<?>... entities) {
        try (Bootstrap hibernate = Bootstrap.on(db).entities(entities);
                SessionFactory factory = hibernate.metadata().buildSessionFactory()) {
            return factory.fromTransaction(session -> session.createSelectionQuery("from " + type.getSimpleName(), type)
                    .getResultList());
        }
    }
}
