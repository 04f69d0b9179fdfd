package io.retort.diff.question;

import static io.retort.testkit.TestDatabase.H2;
import static io.retort.testkit.TestDatabase.HSQLDB;
import static io.retort.testkit.TestDatabase.MARIADB;
import static io.retort.testkit.TestDatabase.MYSQL;
import static io.retort.testkit.TestDatabase.POSTGRESQL;
import static io.retort.testkit.TestDatabase.SQLITE;
import static org.assertj.core.api.Assertions.assertThat;

import io.retort.diff.models.Bootstrap;
import io.retort.diff.oracle.WrittenProject;
import io.retort.operation.Operation;
import io.retort.testkit.OnDatabases;
import io.retort.testkit.TestDatabase;
import io.retort.testkit.TestDb;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Inheritance;
import jakarta.persistence.InheritanceType;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hibernate.SessionFactory;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;

/**
 * For every pair of id generators before and after a change, the next insert through Hibernate does not collide with a
 * row. This holds after the upgrade and after the downgrade.
 */
@Tag("long")
class NumbersContinueTests {

    private static final int MORE_THAN_A_BLOCK = 120;

    @TempDir
    Path folder;

    @Entity(name = "Item")
    @Table(name = "item")
    static class ByIdentity {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        Long id;

        String name;
    }

    @Entity(name = "Item")
    @Table(name = "item")
    static class BySequence {
        @Id
        @GeneratedValue(strategy = GenerationType.SEQUENCE)
        Long id;

        String name;
    }

    @Entity(name = "Item")
    @Table(name = "item")
    static class ByOwnSequence {
        @Id
        @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "g")
        @SequenceGenerator(name = "g", sequenceName = "numbers_of_items", allocationSize = 7, initialValue = 3)
        Long id;

        String name;
    }

    @Entity(name = "Item")
    @Table(name = "item")
    static class ByLargerBlocks {
        @Id
        @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "g")
        @SequenceGenerator(name = "g", sequenceName = "numbers_of_items", allocationSize = 40, initialValue = 3)
        Long id;

        String name;
    }

    @Entity(name = "Item")
    @Table(name = "item")
    static class ByTable {
        @Id
        @GeneratedValue(strategy = GenerationType.TABLE)
        Long id;

        String name;
    }

    @Entity(name = "Item")
    @Table(name = "item")
    @Inheritance(strategy = InheritanceType.TABLE_PER_CLASS)
    static class PerClass {
        @Id
        @GeneratedValue(strategy = GenerationType.SEQUENCE)
        Long id;

        String name;
    }

    private static Map<String, Class<?>> generators() {
        Map<String, Class<?>> generators = new LinkedHashMap<>();
        generators.put("identity", ByIdentity.class);
        generators.put("sequence", BySequence.class);
        generators.put("own sequence", ByOwnSequence.class);
        generators.put("larger blocks", ByLargerBlocks.class);
        generators.put("table", ByTable.class);
        generators.put("table per class", PerClass.class);
        return generators;
    }

    @OnDatabases({POSTGRESQL, MARIADB, MYSQL, H2, HSQLDB, SQLITE})
    void theNextInsertNeverCollides(TestDb db) throws SQLException {
        List<String> collisions = new ArrayList<>();
        for (String before : generators().keySet()) {
            for (String after : sample(before, db.database())) {
                try (TestDb fresh = db.server().newDatabase()) {
                    change(fresh, before, after);
                } catch (Exception | AssertionError e) {
                    collisions.add(before + " -> " + after + ": " + reason(e));
                }
            }
        }
        assertThat(collisions).isEmpty();
    }

    /** In a short build: all pairs in memory, and a different third of them on each other product. */
    private static List<String> sample(String before, TestDatabase database) {
        List<String> all = List.copyOf(generators().keySet());
        int shift = all.indexOf(before) + database.ordinal();
        return Boolean.getBoolean("retort.full") || database == H2
                ? all
                : all.stream()
                        .filter(after -> (all.indexOf(after) + shift) % 3 == 0)
                        .toList();
    }

    private void change(TestDb db, String before, String after) throws Exception {
        boolean onlyBlocks =
                before.matches("own sequence|larger blocks") && after.matches("own sequence|larger blocks");
        boolean hidden = onlyBlocks && (db.database() == MYSQL || db.database() == SQLITE);
        if (before.equals(after) || hidden) {
            // the table that replaces a sequence does not contain the allocation size
            return;
        }
        Class<?> first = generators().get(before);
        Class<?> second = generators().get(after);
        WrittenProject project = new WrittenProject(folder.resolve(before + after + db.database()), db);
        write(project, db, first);
        insert(db, first, MORE_THAN_A_BLOCK);
        write(project, db, second);
        insert(db, second, MORE_THAN_A_BLOCK);
        if (revised(project, 2)) {
            project.retort().downgrade("-1");
            insert(db, first, MORE_THAN_A_BLOCK);
            project.retort().upgrade("head");
            insert(db, second, MORE_THAN_A_BLOCK);
        }
    }

    private static boolean revised(WrittenProject project, int revisions) {
        return project.retort().graph().all().size() == revisions;
    }

    private static void write(WrittenProject project, TestDb db, Class<?> entity) {
        try (Bootstrap hibernate = Bootstrap.like(db).entities(entity)) {
            project.revision("step", hibernate.metadata(), question -> java.util.Optional.of(question.meanwhile()));
            project.retort().upgrade("head");
            assertThat(project.difference(hibernate.metadata()).operations())
                    .extracting(Operation::describe)
                    .isEmpty();
        }
    }

    private static void insert(TestDb db, Class<?> entity, int rows) throws Exception {
        try (Bootstrap hibernate = Bootstrap.on(db).entities(entity);
                SessionFactory factory = hibernate.metadata().buildSessionFactory()) {
            factory.inTransaction(session -> {
                for (int i = 0; i < rows; i++) {
                    session.persist(created(entity));
                }
            });
        }
    }

    private static Object created(Class<?> entity) {
        try {
            return entity.getDeclaredConstructor().newInstance();
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }

    private static String reason(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause.toString();
    }
}
