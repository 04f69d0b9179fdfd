package io.retort.diff.custom;

import static io.retort.testkit.TestDatabase.H2;
import static io.retort.testkit.TestDatabase.HSQLDB;
import static io.retort.testkit.TestDatabase.MARIADB;
import static io.retort.testkit.TestDatabase.MYSQL;
import static io.retort.testkit.TestDatabase.POSTGRESQL;
import static io.retort.testkit.TestDatabase.SQLITE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.retort.diff.author.RevisionResult;
import io.retort.diff.models.Bootstrap;
import io.retort.diff.oracle.WrittenProject;
import io.retort.error.RetortException;
import io.retort.internal.dialect.Dialects;
import io.retort.operation.CustomOperation;
import io.retort.operation.Operation;
import io.retort.operation.Statement.Sql;
import io.retort.schema.QualifiedName;
import io.retort.testkit.OnDatabases;
import io.retort.testkit.TestDb;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The classes of {@code docs/custom-operations.md} are the ones here, and work as the page describes. */
class CustomOperationsTests {

    private static final Pattern CODE = Pattern.compile("<!-- code: (\\S+) -->\n```java\n(.*?)```", Pattern.DOTALL);
    private static final View VIEW = new View("active_customer", "select id, mail from customer", true);
    private static final QualifiedName CUSTOMER = QualifiedName.parse("customer");

    @TempDir
    Path folder;

    static final class Before {

        @Entity(name = "customer")
        static class Customer {
            @Id
            long id;

            @Column(length = 50)
            String mail;
        }
    }

    static final class After {

        @Entity(name = "customer")
        static class Customer {
            @Id
            long id;

            @Column(length = 80)
            String mail;
        }
    }

    @Test
    void thePageShowsTheClassesAsTheyAre() throws IOException {
        Matcher page = CODE.matcher(Files.readString(Path.of("../../docs/custom-operations.md")));
        int shown = 0;
        for (; page.find(); shown++) {
            Path source = Path.of("src/test/java/io/retort/diff/custom", page.group(1));
            assertThat(source).content().endsWith("\n\n" + page.group(2));
        }
        assertThat(shown).isEqualTo(3);
    }

    @OnDatabases({POSTGRESQL, MARIADB, MYSQL, H2, HSQLDB, SQLITE})
    void aViewStepsAsideForAColumnThatChanges(TestDb db) throws SQLException {
        WrittenProject project = begun(db, VIEW);
        RevisionResult written = longer(project, db, VIEW);
        assertThat(written.draft().up())
                .extracting(Operation::describe)
                .hasSize(3)
                .startsWith("- view active_customer")
                .endsWith("+ view active_customer");
        assertThat(written.draft().up().get(1).describe())
                .endsWith("~ column customer.mail varchar(50) -> varchar(80)");

        for (String target : List.of("head", "-1", "head")) {
            move(project, target);
            assertThat(db.query("select mail from active_customer")).containsExactly("ANN");
        }
        run(db, VIEW.reverse().orElseThrow());
        assertThatThrownBy(() -> db.query("select mail from active_customer")).isInstanceOf(SQLException.class);
    }

    @OnDatabases({POSTGRESQL, MARIADB, MYSQL})
    void aTriggerStepsAsideForAColumnThatChanges(TestDb db) throws SQLException {
        Trigger trigger = new Trigger(
                "lower_mail",
                "customer",
                db.database() == POSTGRESQL ? "before update of id, mail" : "before update",
                "new.mail = lower(new.mail)",
                true);
        WrittenProject project = begun(db, trigger);
        longer(project, db, trigger);

        for (String target : List.of("head", "-1", "head")) {
            move(project, target);
            db.execute("update customer set mail = 'BOB'", "update customer set id = id + 1");
            assertThat(db.query("select mail from customer")).containsExactly("bob");
        }
        run(db, trigger.reverse().orElseThrow());
        db.execute("update customer set mail = 'BOB'");
        assertThat(db.query("select mail from customer")).containsExactly("BOB");
    }

    /** The reason for the rewriter: without it the database rejects the change. */
    @OnDatabases(POSTGRESQL)
    void whatStandsInTheWayIsNamed(TestDb db) throws SQLException {
        WrittenProject project = begun(db, VIEW);
        try (Bootstrap hibernate = Bootstrap.on(db).entities(List.of(After.Customer.class))) {
            project.revision("longer", hibernate.metadata());
        }
        assertThatThrownBy(() -> project.retort().upgrade("head"))
                .isInstanceOf(RetortException.class)
                .hasMessageContaining("active_customer");
    }

    @Test
    void aProductWithoutWordsForItIsRefused() {
        Trigger trigger = new Trigger("lower_mail", "customer", "before update", "new.mail = lower(new.mail)", true);
        assertThatThrownBy(() -> trigger.sql(Dialects.named("h2").ddl()))
                .isInstanceOf(RetortException.class)
                .hasMessageContaining("There is no trigger lower_mail for H2.");
    }

    @Test
    void aRevisionFileCallsTheConstructor() {
        assertThat(VIEW.java().source("op", 0))
                .isEqualTo("op.custom(new io.retort.diff.custom.View(\"active_customer\","
                        + " \"select id, mail from customer\", true))");
    }

    /** A table with a customer, and an object on it that an earlier revision created. */
    private WrittenProject begun(TestDb db, Operation thing) throws SQLException {
        WrittenProject project = new WrittenProject(folder, db);
        try (Bootstrap hibernate = Bootstrap.on(db).entities(List.of(Before.Customer.class))) {
            project.revision("begin", hibernate.metadata());
        }
        move(project, "head");
        run(db, thing);
        db.execute("insert into customer (id, mail) values (1, 'ANN')");
        return project;
    }

    private static RevisionResult longer(WrittenProject project, TestDb db, CustomOperation thing) {
        try (Bootstrap hibernate = Bootstrap.on(db).entities(List.of(After.Customer.class))) {
            return project.rewriting(new Around(CUSTOMER, thing)).revision("longer", hibernate.metadata());
        }
    }

    private static void move(WrittenProject project, String target) {
        if (target.equals("head")) {
            project.retort().upgrade(target);
        } else {
            project.retort().downgrade(target);
        }
    }

    private static void run(TestDb db, Operation operation) throws SQLException {
        db.execute(operation.sql(Dialects.named(db.database().toString()).ddl()).stream()
                .map(statement -> ((Sql) statement).text())
                .toArray(String[]::new));
    }
}
