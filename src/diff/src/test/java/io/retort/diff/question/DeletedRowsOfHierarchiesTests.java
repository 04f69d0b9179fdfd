package io.retort.diff.question;

import static io.retort.testkit.TestDatabase.H2;
import static io.retort.testkit.TestDatabase.HSQLDB;
import static io.retort.testkit.TestDatabase.MARIADB;
import static io.retort.testkit.TestDatabase.POSTGRESQL;
import static io.retort.testkit.TestDatabase.SQLITE;
import static org.assertj.core.api.Assertions.assertThat;

import io.retort.diff.models.Bootstrap;
import io.retort.diff.oracle.WrittenProject;
import io.retort.testkit.OnDatabases;
import io.retort.testkit.TestDb;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Inheritance;
import jakarta.persistence.InheritanceType;
import jakarta.persistence.Table;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hibernate.SessionFactory;
import org.hibernate.annotations.SoftDelete;
import org.junit.jupiter.api.io.TempDir;

/** No row of a hierarchy becomes a deleted one when its root gets {@code @SoftDelete}. */
class DeletedRowsOfHierarchiesTests {

    @TempDir
    Path folder;

    static class OneTable {
        @Entity(name = "Party")
        @Table(name = "party")
        static class Party {
            @Id
            Long id;
        }

        @Entity(name = "Company")
        static class Company extends Party {}
    }

    static class TwoTables {
        @Entity(name = "Party")
        @Table(name = "party")
        @Inheritance(strategy = InheritanceType.TABLE_PER_CLASS)
        static class Party {
            @Id
            Long id;
        }

        @Entity(name = "Company")
        @Table(name = "company")
        static class Company extends Party {}
    }

    static class Deleting {
        @Entity(name = "Party")
        @Table(name = "party")
        @Inheritance(strategy = InheritanceType.TABLE_PER_CLASS)
        @SoftDelete
        static class Party {
            @Id
            Long id;
        }

        @Entity(name = "Company")
        @Table(name = "company")
        static class Company extends Party {}
    }

    private static final List<Class<?>> ONE_TABLE = List.of(OneTable.Party.class, OneTable.Company.class);
    private static final List<Class<?>> TWO_TABLES = List.of(TwoTables.Party.class, TwoTables.Company.class);
    private static final List<Class<?>> DELETING = List.of(Deleting.Party.class, Deleting.Company.class);

    @OnDatabases({POSTGRESQL, MARIADB, H2, HSQLDB, SQLITE})
    void rowsAreNotDeletedInATableOfTheirOwn(TestDb db) throws Exception {
        WrittenProject project = new WrittenProject(folder, db);
        write(project, db, TWO_TABLES);
        db.execute("insert into party (id) values (1)", "insert into company (id) values (2)");

        assertThat(write(project, db, DELETING)).isEmpty();

        assertThat(ids(db, DELETING)).containsExactly(1L, 2L);
        project.retort().downgrade("-1");
        assertThat(ids(db, TWO_TABLES)).containsExactly(1L, 2L);
    }

    @OnDatabases({POSTGRESQL, MARIADB, H2, HSQLDB, SQLITE})
    void rowsAreNotDeletedWhenTheyAreMoved(TestDb db) throws Exception {
        WrittenProject project = new WrittenProject(folder, db);
        write(project, db, ONE_TABLE);
        db.execute(
                "insert into party (id, dtype) values (1, 'Party')",
                "insert into party (id, dtype) values (2, 'Company')");

        assertThat(write(project, db, DELETING)).containsExactly("inheritance");

        assertThat(ids(db, DELETING)).containsExactly(1L, 2L);
        project.retort().downgrade("-1");
        assertThat(ids(db, ONE_TABLE)).containsExactly(1L, 2L);
        project.retort().upgrade("head");
        assertThat(ids(db, DELETING)).containsExactly(1L, 2L);
    }

    /** Writes and runs a revision. Returns the kinds of the questions. */
    private static List<String> write(WrittenProject project, TestDb db, List<Class<?>> entities) {
        List<String> kinds = new ArrayList<>();
        try (Bootstrap hibernate = Bootstrap.on(db).entities(entities)) {
            project.revision("step", hibernate.metadata(), question -> {
                kinds.add(question.kind());
                return Optional.of(question.meanwhile());
            });
        }
        project.retort().upgrade("head");
        return kinds;
    }

    private static List<Long> ids(TestDb db, List<Class<?>> entities) {
        try (Bootstrap hibernate = Bootstrap.on(db).entities(entities);
                SessionFactory factory = hibernate.metadata().buildSessionFactory()) {
            return factory.fromTransaction(
                    session -> session.createSelectionQuery("select p.id from Party p order by p.id", Long.class)
                            .getResultList());
        }
    }
}
