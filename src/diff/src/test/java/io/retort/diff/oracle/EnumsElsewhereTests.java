package io.retort.diff.oracle;

import static io.retort.testkit.TestDatabase.H2;
import static io.retort.testkit.TestDatabase.HSQLDB;
import static io.retort.testkit.TestDatabase.MARIADB;
import static io.retort.testkit.TestDatabase.MYSQL;
import static io.retort.testkit.TestDatabase.POSTGRESQL;
import static io.retort.testkit.TestDatabase.SQLITE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.retort.diff.author.CheckResult;
import io.retort.diff.models.Bootstrap;
import io.retort.operation.Operation;
import io.retort.testkit.OnDatabases;
import io.retort.testkit.TestDatabase;
import io.retort.testkit.TestDb;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.hibernate.boot.model.naming.PhysicalNamingStrategySnakeCaseImpl;
import org.hibernate.cfg.MappingSettings;
import org.junit.jupiter.api.io.TempDir;

/**
 * Revisions of enum columns that were written on one product and run on another: some products have enum types, others a
 * check constraint, and a revision is right on both.
 */
class EnumsElsewhereTests {

    private static final Set<TestDatabase> ALL = Set.of(POSTGRESQL, MARIADB, MYSQL, H2, HSQLDB, SQLITE);

    /** H2 closes connections that nobody holds any more, and cannot evaluate their checks then. */
    private final List<WrittenProject> held = new ArrayList<>();

    @TempDir
    Path folder;

    enum State {
        NEW,
        OPEN,
        DONE
    }

    enum MoreStates {
        NEW,
        OPEN,
        HELD,
        DONE
    }

    enum FewerStates {
        NEW,
        DONE
    }

    @Entity(name = "Item")
    @Table(name = "item")
    static class Item {
        @Id
        Long id;

        @Enumerated(EnumType.STRING)
        @Column(nullable = false)
        State state;

        @Enumerated(EnumType.STRING)
        @Column(length = 20)
        State shortState;

        @Enumerated(EnumType.ORDINAL)
        State former;
    }

    @Entity(name = "Item")
    @Table(name = "item")
    static class WiderItem {
        @Id
        Long id;

        @Enumerated(EnumType.STRING)
        @Column(nullable = false)
        MoreStates state;

        @Enumerated(EnumType.STRING)
        @Column(length = 30)
        MoreStates shortState;

        @Enumerated(EnumType.ORDINAL)
        MoreStates former;

        @Enumerated(EnumType.STRING)
        State added;
    }

    @Entity(name = "Item")
    @Table(name = "item")
    static class NarrowerItem {
        @Id
        Long id;

        @Enumerated(EnumType.STRING)
        @Column(nullable = false)
        FewerStates state;

        @Column(length = 30)
        String shortState;

        @Enumerated(EnumType.STRING)
        MoreStates added;
    }

    @OnDatabases({POSTGRESQL, MARIADB, H2, HSQLDB, SQLITE})
    void aHistoryOfOneProductRunsOnAnother(TestDb home) throws SQLException {
        for (TestDb away : others(home)) {
            try (away) {
                Path own = folder.resolve(away.database().toString());
                writtenAtHome(new WrittenProject(own, home), home, away);
            }
        }
    }

    /** On SQLite only the first revision runs, because others must build the table anew there. */
    private void writtenAtHome(WrittenProject project, TestDb home, TestDb away) throws SQLException {
        step(project, home, Item.class);
        elsewhere(project, away, Item.class);
        if (away.database() != SQLITE) {
            insert(away, 1, "NEW", 0);
            step(project, home, WiderItem.class);
            elsewhere(project, away, WiderItem.class);
            insert(away, 2, "HELD", 3);
            assertThatThrownBy(() -> insert(away, 3, "LATE", 0)).isInstanceOf(SQLException.class);
            step(project, home, NarrowerItem.class);
            rowsLose(away, "HELD");
            elsewhere(project, away, NarrowerItem.class);
            assertThatThrownBy(() -> state(away, "OPEN")).isInstanceOf(SQLException.class);
            on(project, away).retort().downgrade("-1");
            elsewhere(project, away, NarrowerItem.class);
            on(project, away).retort().downgrade("-2");
            state(away, "OPEN");
            assertThatThrownBy(() -> state(away, "HELD")).isInstanceOf(SQLException.class);
            agrees(on(project, away), away, Item.class);
        }
        on(project, away).retort().downgrade("base");
        project.retort().downgrade("base");
    }

    @OnDatabases({POSTGRESQL, MARIADB, HSQLDB})
    void eachRevisionMayComeFromAnotherProduct(TestDb one) throws SQLException {
        try (TestDb other = H2.server().newDatabase()) {
            alternately(folder.resolve("one"), one, other);
        }
        try (TestDb other = H2.server().newDatabase()) {
            alternately(folder.resolve("other"), other, one);
        }
    }

    private void alternately(Path folder, TestDb first, TestDb second) throws SQLException {
        WrittenProject project = new WrittenProject(folder, first);
        step(project, first, Item.class);
        WrittenProject there = on(project, second);
        elsewhere(project, second, Item.class);
        step(there, second, WiderItem.class);
        elsewhere(there, first, WiderItem.class);
        WrittenProject back = on(there, first);
        for (TestDb db : List.of(first, second)) {
            insert(db, 2, "HELD", 3);
            assertThatThrownBy(() -> insert(db, 3, "LATE", 0)).isInstanceOf(SQLException.class);
            rowsLose(db, "HELD");
        }
        step(back, first, NarrowerItem.class);
        elsewhere(back, second, NarrowerItem.class);
        back.retort().downgrade("base");
        on(back, second).retort().downgrade("base");
    }

    private WrittenProject on(WrittenProject project, TestDb db) {
        WrittenProject other = project.on(db);
        held.add(other);
        return other;
    }

    private static List<TestDb> others(TestDb home) {
        List<TestDb> others = new ArrayList<>();
        for (TestDatabase product : ALL) {
            if (product != home.database() && isWanted(product) && isAble(home, product)) {
                others.add(product.server().newDatabase());
            }
        }
        return others;
    }

    /** MySQL before 8.0.16 forgets checks, so that a text column with one is no enum there. */
    private static boolean isAble(TestDb home, TestDatabase away) {
        boolean checked = home.database() != H2 && home.database() != MARIADB;
        return away != MYSQL || !checked;
    }

    private static void step(WrittenProject project, TestDb db, Class<?> entity) {
        try (Bootstrap hibernate = named(db).entities(entity)) {
            assertThat(project.revision("next", hibernate.metadata()).written()).isTrue();
        }
        project.retort().upgrade("head");
        agrees(project, db, entity);
    }

    private void elsewhere(WrittenProject project, TestDb away, Class<?> entity) {
        on(project, away).retort().upgrade("head");
        agrees(on(project, away), away, entity);
    }

    private static void insert(TestDb db, int id, String state, int former) throws SQLException {
        db.execute("insert into item (id, state, short_state, former) values (" + id + ", '" + state + "', '" + state
                + "', " + former + ")");
    }

    private static void state(TestDb db, String state) throws SQLException {
        db.execute("update item set state = '" + state + "'");
    }

    private static void rowsLose(TestDb db, String state) throws SQLException {
        db.execute("delete from item where state = '" + state + "'");
    }

    private static boolean isWanted(TestDatabase product) {
        String only = System.getProperty("testdb.only", "");
        return only.isEmpty() || List.of(only.split(",")).contains(product.product());
    }

    private static Bootstrap named(TestDb db) {
        return Bootstrap.on(db)
                .with(MappingSettings.PHYSICAL_NAMING_STRATEGY, PhysicalNamingStrategySnakeCaseImpl.class.getName());
    }

    private static void agrees(WrittenProject project, TestDb db, Class<?> entity) {
        try (Bootstrap hibernate = named(db).entities(entity)) {
            CheckResult drift = new CheckResult(project.difference(hibernate.metadata()));
            assertThat(drift.difference().operations())
                    .as("on %s", db.database())
                    .extracting(Operation::describe)
                    .isEmpty();
            assertThat(drift.outcome()).isEqualTo(CheckResult.Outcome.AGREE);
        }
    }
}
