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
import io.retort.diff.question.Parties.Hierarchy;
import io.retort.operation.Operation;
import io.retort.testkit.OnDatabases;
import io.retort.testkit.TestDatabase;
import io.retort.testkit.TestDb;
import jakarta.persistence.InheritanceType;
import java.lang.reflect.Modifier;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hibernate.Session;
import org.hibernate.SessionFactory;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;

/** Entities of a hierarchy keep their class and their values when they are stored in other tables, and back. */
@Tag("long")
class InheritanceChangesTests {

    @TempDir
    Path folder;

    @OnDatabases({POSTGRESQL, MARIADB, MYSQL, H2, HSQLDB, SQLITE})
    void rowsFollowInBothDirections(TestDb db) throws SQLException {
        List<String> lost = new ArrayList<>();
        for (Hierarchy hierarchy : Parties.all()) {
            for (InheritanceType before : InheritanceType.values()) {
                for (InheritanceType after : InheritanceType.values()) {
                    if (before != after && isSampled(hierarchy, before, after, db.database())) {
                        try (TestDb fresh = db.server().newDatabase()) {
                            changed(fresh, hierarchy, before, after);
                        } catch (RuntimeException | AssertionError e) {
                            lost.add(hierarchy + ", " + before + " -> " + after + ": " + e.getMessage());
                        }
                    }
                }
            }
        }
        assertThat(lost).isEmpty();
    }

    /** In a short build: all changes on one product, and a different third of them on each other product. */
    private static boolean isSampled(
            Hierarchy hierarchy, InheritanceType before, InheritanceType after, TestDatabase database) {
        int number = hierarchy.name().length() + 2 * before.ordinal() + after.ordinal() + database.ordinal();
        return Boolean.getBoolean("retort.full") || database == H2 || number % 3 == 0;
    }

    private void changed(TestDb db, Hierarchy hierarchy, InheritanceType before, InheritanceType after) {
        List<Class<?>> was = hierarchy.storages().get(before);
        List<Class<?>> is = hierarchy.storages().get(after);
        WrittenProject project =
                new WrittenProject(folder.resolve(db.database() + "-" + hierarchy + before + after), db);
        write(project, db, was);
        List<String> rows = saved(db, was);

        List<Question> questions = write(project, db, is);

        assertThat(questions).singleElement().satisfies(question -> {
            assertThat(question.kind()).isEqualTo("inheritance");
            assertThat(question.describe()).anyMatch(line -> line.contains("--move="));
        });
        assertThat(read(db, is)).isEqualTo(rows);
        assertThat(found(project, db, is)).isEmpty();
        project.retort().downgrade("-1");
        assertThat(read(db, was)).isEqualTo(rows);
        assertThat(found(project, db, was)).isEmpty();
        project.retort().upgrade("head");
        assertThat(read(db, is)).isEqualTo(rows);
    }

    /** An entity of each class that can have some, two of the most special one. */
    private static List<String> saved(TestDb db, List<Class<?>> entities) {
        inSession(db, entities, session -> {
            long id = 1;
            for (Class<?> type : entities) {
                if (!Modifier.isAbstract(type.getModifiers())) {
                    session.persist(created(type, entities, id++));
                }
            }
            session.persist(created(entities.get(entities.size() - 1), entities, id));
            return "";
        });
        return read(db, entities);
    }

    private static Object created(Class<?> type, List<Class<?>> entities, long id) {
        try {
            var constructor = type.getDeclaredConstructor();
            Object entity = constructor.newInstance();
            for (Class<?> declaring : entities) {
                if (declaring.isAssignableFrom(type)) {
                    for (var field : declaring.getDeclaredFields()) {
                        field.set(
                                entity,
                                field.getType() == Long.class
                                        ? (Object) id
                                        : field.getType() == Integer.class ? (Object) (int) id : field.getName() + id);
                    }
                }
            }
            return entity;
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }

    private static List<String> read(TestDb db, List<Class<?>> entities) {
        List<String> rows = new ArrayList<>();
        inSession(db, entities, session -> {
            for (String query : List.of(
                    "select p.id, p.name, entity(p) from Party p order by p.id",
                    "select c.id, c.name, c.vat from Company c order by c.id",
                    "select b.id, b.name, b.vat, b.code from Bank b order by b.id")) {
                session.createSelectionQuery(query.replace("entity(p)", "type(p)"), Object[].class)
                        .getResultList()
                        .forEach(row -> rows.add(String.join(" ", words(row))));
            }
            return "";
        });
        return rows;
    }

    private static List<String> words(Object[] row) {
        List<String> words = new ArrayList<>();
        for (Object value : row) {
            words.add(value instanceof Class<?> type ? type.getSimpleName() : String.valueOf(value));
        }
        return words;
    }

    private static List<Question> write(WrittenProject project, TestDb db, List<Class<?>> entities) {
        List<Question> questions = new ArrayList<>();
        try (Bootstrap hibernate = Bootstrap.on(db).entities(entities)) {
            project.revision("step", hibernate.metadata(), question -> {
                questions.add(question);
                return Optional.of(question.meanwhile());
            });
        }
        project.retort().upgrade("head");
        return questions;
    }

    private static List<String> found(WrittenProject project, TestDb db, List<Class<?>> entities) {
        try (Bootstrap hibernate = Bootstrap.on(db).entities(entities)) {
            return project.difference(hibernate.metadata()).operations().stream()
                    .map(Operation::describe)
                    .toList();
        }
    }

    private static void inSession(
            TestDb db, List<Class<?>> entities, java.util.function.Function<Session, String> work) {
        try (Bootstrap hibernate = Bootstrap.on(db).entities(entities);
                SessionFactory factory = hibernate.metadata().buildSessionFactory()) {
            factory.inTransaction(work::apply);
        }
    }
}
