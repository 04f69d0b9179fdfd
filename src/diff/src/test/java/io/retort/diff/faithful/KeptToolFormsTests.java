package io.retort.diff.faithful;

import static io.retort.testkit.TestDatabase.H2;
import static io.retort.testkit.TestDatabase.MARIADB;
import static io.retort.testkit.TestDatabase.POSTGRESQL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.retort.diff.author.ToolFilesResult;
import io.retort.diff.author.tool.FlywaySettings;
import io.retort.diff.faithful.sandbox.ToolProject;
import io.retort.diff.faithful.sandbox.ToolProject.Tool;
import io.retort.diff.models.Bootstrap;
import io.retort.error.AdviceStyle;
import io.retort.testkit.OnDatabases;
import io.retort.testkit.TestDb;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.ForeignKey;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.hibernate.annotations.Check;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;

/** Files for Flyway and Liquibase do not block the running application where tables have rows. */
@Tag("long")
class KeptToolFormsTests {

    @TempDir
    Path folder;

    @OnDatabases({POSTGRESQL, MARIADB, H2})
    void flywayRunsFormsThatDoNotBlock(TestDb db) throws Exception {
        runsFormsThatDoNotBlock(Tool.FLYWAY, db);
    }

    @OnDatabases({POSTGRESQL, MARIADB, H2})
    void liquibaseRunsFormsThatDoNotBlock(TestDb db) throws Exception {
        runsFormsThatDoNotBlock(Tool.LIQUIBASE, db);
    }

    private void runsFormsThatDoNotBlock(Tool tool, TestDb db) throws Exception {
        ToolProject project = project(tool, db);
        try (Bootstrap before = Bootstrap.like(db).entities(List.of(Customer.class, Purchase.class));
                Bootstrap after = Bootstrap.like(db).entities(List.of(Customer.class, NextPurchase.class))) {
            create(project, before);
            project.execute(
                    List.of(
                            "insert into customer (id) values (1), (2)",
                            "insert into purchase (id, customer_id, code, note, amount) values (1, 1, 'a', 'x', 5), (2, 2, 'b', 'y', 6)"));
            List<String> rows = db.query("select id, customer_id, code, note, amount from purchase order by id");
            List<String> schema = project.schema();
            int applied = project.applied();

            ToolFilesResult result = write(project, after);
            String texts = project.texts().toLowerCase(Locale.ROOT);
            if (db.database() == POSTGRESQL) {
                assertThat(texts)
                        .contains("create index concurrently ix_note")
                        .contains("create unique index concurrently uk_code")
                        .contains("using index uk_code")
                        .contains("check (amount > 0) not valid", "validate constraint ck_amount")
                        .contains("references customer", "validate constraint fk_customer")
                        .contains("retort_not_null_note");
            } else if (db.database() == MARIADB) {
                assertThat(texts).contains(", lock=none");
            } else {
                assertThat(texts).doesNotContain("concurrently", "lock=", "not valid");
            }
            project.migrate();
            assertThat(project.applied()).isGreaterThan(applied);
            assertThat(project.compare(after.metadata()).operations()).as(texts).isEmpty();
            assertThat(result.describe(AdviceStyle.LIBRARY)).noneMatch(line -> line.contains("block other sessions"));
            assertThat(db.query("select id, customer_id, code, note, amount from purchase order by id"))
                    .isEqualTo(rows);

            project.undo(applied);
            assertThat(project.schema()).as(texts).containsExactlyElementsOf(schema);
            assertThat(db.query("select id, customer_id, code, note, amount from purchase order by id"))
                    .isEqualTo(rows);
        }
    }

    /** A row violates the new foreign key. After it is corrected, the tool continues with the script that failed. */
    @OnDatabases(POSTGRESQL)
    void aFormThatFailsContinuesWhereItStopped(TestDb db) throws Exception {
        for (Tool tool : Tool.values()) {
            db.execute("drop schema public cascade", "create schema public");
            ToolProject project = new ToolProject(tool, db, Files.createDirectory(folder.resolve(tool.name())));
            prepared(tool, project);
            try (Bootstrap before = Bootstrap.like(db).entities(List.of(Customer.class, Purchase.class));
                    Bootstrap after = Bootstrap.like(db).entities(List.of(Customer.class, NextPurchase.class))) {
                create(project, before);
                project.execute(List.of(
                        "insert into purchase (id, customer_id, code, note, amount)" + " values (1, 9, 'a', 'x', 5)"));
                write(project, after);
                assertThatThrownBy(project::migrate).hasStackTraceContaining("fk_customer");
                project.execute(List.of("insert into customer (id) values (9)"));
                project.migrate();
                assertThat(project.compare(after.metadata()).operations()).isEmpty();
                assertThat(db.query("select count(*) from pg_constraint where not convalidated"))
                        .containsExactly("0");
            }
        }
    }

    /** With its defaults, Flyway would wait for itself. */
    @OnDatabases(POSTGRESQL)
    void flywayWithALockInATransactionBuildsPlainIndexes(TestDb db) throws Exception {
        String text = writtenWith(db, true, false);
        assertThat(text).doesNotContain("concurrently").contains("not valid");
    }

    @OnDatabases(POSTGRESQL)
    void flywayWithOneTransactionForAllScriptsGetsPlainForms(TestDb db) throws Exception {
        assertThat(writtenWith(db, false, true)).doesNotContain("concurrently", "executeintransaction", "not valid");
    }

    private String writtenWith(TestDb db, boolean lock, boolean group) throws Exception {
        ToolProject project = project(Tool.FLYWAY, db)
                .with(settings -> new FlywaySettings(
                        settings.folders(),
                        settings.prefix(),
                        settings.undoPrefix(),
                        settings.separator(),
                        settings.suffixes(),
                        settings.encoding(),
                        settings.placeholder(),
                        lock,
                        group));
        try (Bootstrap before = Bootstrap.like(db).entities(List.of(Customer.class, Purchase.class));
                Bootstrap after = Bootstrap.like(db).entities(List.of(Customer.class, NextPurchase.class))) {
            create(project, before);
            project.execute(List.of("insert into purchase (id, note, amount) values (1, 'x', 5)"));
            ToolFilesResult result = write(project, after);
            assertThat(result.describe(AdviceStyle.LIBRARY))
                    .anyMatch(line -> line.contains("Changes of tables with rows block"));
            project.migrate();
            assertThat(project.compare(after.metadata()).operations()).isEmpty();
            return project.texts().toLowerCase(Locale.ROOT);
        }
    }

    private ToolProject project(Tool tool, TestDb db) {
        ToolProject project = new ToolProject(tool, db, folder);
        prepared(tool, project);
        return project;
    }

    private static void prepared(Tool tool, ToolProject project) {
        project.byHand(
                tool == Tool.FLYWAY ? "README.md" : "db.changelog-master.yaml",
                tool == Tool.FLYWAY ? "The scripts of this application.\n" : "databaseChangeLog:\n");
    }

    private static void create(ToolProject project, Bootstrap entities) throws Exception {
        project.write(entities.metadata(), "create everything", operations -> operations);
        project.migrate();
    }

    private static ToolFilesResult write(ToolProject project, Bootstrap entities) {
        return project.write(entities.metadata(), "next", operations -> operations);
    }

    @Entity(name = "customer")
    static class Customer {
        @Id
        Long id;
    }

    @Entity(name = "purchase")
    static class Purchase {
        @Id
        Long id;

        @Column(name = "customer_id")
        Long customer;

        @Column(length = 9)
        String code;

        @Column(length = 9)
        String note;

        int amount;
    }

    @Entity(name = "purchase")
    @Table(
            indexes = @Index(name = "ix_note", columnList = "note"),
            uniqueConstraints = @UniqueConstraint(name = "uk_code", columnNames = "code"))
    @Check(name = "ck_amount", constraints = "amount > 0")
    static class NextPurchase {
        @Id
        Long id;

        @ManyToOne
        @JoinColumn(name = "customer_id", foreignKey = @ForeignKey(name = "fk_customer"))
        Customer customer;

        @Column(length = 9)
        String code;

        @Column(length = 9, nullable = false)
        String note;

        int amount;
    }
}
