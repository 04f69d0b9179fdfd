package io.retort.diff.question;

import static io.retort.testkit.TestDatabase.H2;
import static io.retort.testkit.TestDatabase.HSQLDB;
import static io.retort.testkit.TestDatabase.MARIADB;
import static io.retort.testkit.TestDatabase.POSTGRESQL;
import static io.retort.testkit.TestDatabase.SQLITE;
import static org.assertj.core.api.Assertions.assertThat;

import io.retort.diff.author.RevisionResult;
import io.retort.diff.models.Bootstrap;
import io.retort.diff.oracle.WrittenProject;
import io.retort.operation.Operation;
import io.retort.testkit.OnDatabases;
import io.retort.testkit.TestDb;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.nio.file.Path;
import org.hibernate.annotations.Formula;
import org.hibernate.annotations.JoinColumnOrFormula;
import org.hibernate.annotations.JoinFormula;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code @Formula} properties have no column, which also holds when questions about columns are asked.
 */
class MappedFormulasTests {

    @TempDir
    Path folder;

    @Entity(name = "Country")
    @Table(name = "country")
    static class Country {
        @Id
        long id;
    }

    @Entity(name = "Account")
    @Table(name = "account")
    static class Account {
        @Id
        long id;

        int balance;
        int reserved;
        Long home;
        Long origin;

        @Formula("balance - reserved")
        int free;

        @ManyToOne
        @JoinFormula("coalesce(home, 1)")
        Country residence;

        @ManyToOne
        @JoinColumnOrFormula(formula = @JoinFormula(value = "coalesce(origin, 2)", referencedColumnName = "id"))
        Country birth;

        @ManyToOne
        @JoinColumn(name = "tax_id")
        Country tax;
    }

    @OnDatabases({POSTGRESQL, MARIADB, H2, HSQLDB, SQLITE})
    void theyAreReadByWhoAsks(TestDb db) {
        WrittenProject project = new WrittenProject(folder, db);
        try (Bootstrap hibernate = Bootstrap.on(db).entities(Country.class, Account.class)) {
            RevisionResult written = project.revision("accounts", hibernate.metadata(), Answers.NONE);

            assertThat(written.difference().operations())
                    .extracting(Operation::describe)
                    .anyMatch(line -> line.startsWith("+ table account"));
            project.retort().upgrade("head");
            assertThat(project.revision("nothing", hibernate.metadata(), Answers.NONE)
                            .written())
                    .isFalse();
        }
    }
}
