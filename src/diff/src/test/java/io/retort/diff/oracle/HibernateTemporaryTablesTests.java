package io.retort.diff.oracle;

import static io.retort.testkit.TestDatabase.H2;
import static org.assertj.core.api.Assertions.assertThat;

import io.retort.diff.author.CheckResult;
import io.retort.diff.models.Bootstrap;
import io.retort.testkit.OnDatabases;
import io.retort.testkit.TestDb;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.nio.file.Path;
import java.sql.SQLException;
import org.hibernate.SessionFactory;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.junit.jupiter.api.io.TempDir;

/** Hibernate's own temporary tables, which an application that runs or was killed has in the database. */
class HibernateTemporaryTablesTests {

    @TempDir
    Path folder;

    enum State {
        NEW,
        DONE
    }

    @Entity(name = "Ticket")
    @Table(name = "ticket")
    static class Ticket {
        @Id
        @GeneratedValue
        Long id;

        @JdbcTypeCode(SqlTypes.NAMED_ENUM)
        State state;
    }

    static class Wider {
        enum State {
            NEW,
            SUSPENDED
        }

        @Entity(name = "Ticket")
        @Table(name = "ticket")
        static class Ticket {
            @Id
            @GeneratedValue
            Long id;

            @JdbcTypeCode(SqlTypes.NAMED_ENUM)
            State state;
        }
    }

    static class Without {
        @Entity(name = "Ticket")
        @Table(name = "ticket")
        static class Ticket {
            @Id
            @GeneratedValue
            Long id;
        }
    }

    @OnDatabases(H2)
    void theyDoNotKeepAnEnumTypeFromBeingMadeAnewOrDropped(TestDb db) throws SQLException {
        WrittenProject project = new WrittenProject(folder, db);
        step(project, db, Ticket.class);
        try (Bootstrap hibernate = Bootstrap.on(db).entities(Ticket.class);
                SessionFactory running = hibernate.metadata().buildSessionFactory()) {
            assertThat(temporaryTables(db)).isNotEqualTo("0");
            db.execute("insert into ticket (id, state) values (1, 'NEW')");

            step(project, db, Wider.Ticket.class);
            db.execute("insert into ticket (id, state) values (2, 'SUSPENDED')");

            assertThat(running.isOpen()).isTrue();
        }
        db.execute("delete from ticket where id = 2");
        try (Bootstrap hibernate = Bootstrap.on(db).entities(Wider.Ticket.class);
                SessionFactory running = hibernate.metadata().buildSessionFactory()) {
            assertThat(temporaryTables(db)).isNotEqualTo("0");
            project.retort().downgrade("-1");
            assertThat(running.isOpen()).isTrue();
        }
        try (Bootstrap hibernate = Bootstrap.on(db).entities(Ticket.class);
                SessionFactory running = hibernate.metadata().buildSessionFactory()) {
            assertThat(temporaryTables(db)).isNotEqualTo("0");
            project.retort().downgrade("base");
            assertThat(running.isOpen()).isTrue();
        }
    }

    private static String temporaryTables(TestDb db) throws SQLException {
        return db.query("select count(*) from information_schema.columns c join information_schema.tables t"
                        + " on t.table_name = c.table_name where t.table_type = 'GLOBAL TEMPORARY'"
                        + " and c.domain_name is not null")
                .get(0);
    }

    private static void step(WrittenProject project, TestDb db, Class<?> entity) {
        try (Bootstrap hibernate = Bootstrap.on(db).entities(entity)) {
            assertThat(project.revision("next", hibernate.metadata()).written()).isTrue();
            project.retort().upgrade("head");
            CheckResult drift = new CheckResult(project.difference(hibernate.metadata()));
            assertThat(drift.outcome()).as("%s", drift.describe()).isEqualTo(CheckResult.Outcome.AGREE);
        }
    }
}
