package io.retort.diff.oracle;

import static io.retort.testkit.TestDatabase.MARIADB;
import static io.retort.testkit.TestDatabase.MYSQL;
import static io.retort.testkit.TestDatabase.POSTGRESQL;
import static io.retort.testkit.TestDatabase.POSTGRESQL_15;
import static io.retort.testkit.TestDatabase.SQLITE;
import static org.assertj.core.api.Assertions.assertThat;

import io.retort.diff.models.Bootstrap;
import io.retort.diff.question.Answer;
import io.retort.diff.question.Verb;
import io.retort.testkit.OnDatabases;
import io.retort.testkit.TestDatabase;
import io.retort.testkit.TestDb;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;

/** An index goes with its column, or steps aside for a change: it comes back as it was, whatever entities cannot say of it. */
class RestoredIndexesTests {

    @TempDir
    Path folder;

    static final class Before {

        @Entity(name = "Item")
        @Table(name = "item")
        static class Item {
            @Id
            long id;

            @Column(length = 40)
            String name;

            @Column(length = 40)
            String note;

            Integer amount;
        }
    }

    static final class Without {

        @Entity(name = "Item")
        @Table(name = "item")
        static class Item {
            @Id
            long id;

            Integer amount;
        }
    }

    static final class Gone {

        @Entity(name = "Other")
        @Table(name = "other")
        static class Other {
            @Id
            long id;
        }
    }

    private static List<String> indexes(TestDatabase database) {
        return switch (database) {
            case POSTGRESQL, POSTGRESQL_15 ->
                List.of(
                        "create index hm1 on item (name varchar_pattern_ops)",
                        "create index hm2 on item (name) include (note)",
                        "create index hm3 on item (note) with (fillfactor = 61)",
                        "create index hm4 on item using brin (name) with (pages_per_range = 17)",
                        "create index hm5 on item using gin (to_tsvector('simple', note)) with (fastupdate = off)",
                        "create index hm6 on item (name collate \"C\" desc nulls last) where amount > 7",
                        "create unique index hm7 on item (id, note) nulls not distinct",
                        "create index hm8 on item (lower(name) text_pattern_ops)");
            case SQLITE ->
                List.of(
                        "create index hm1 on item (name collate nocase)",
                        "create index hm2 on item (lower(name) collate nocase desc) where amount > 7");
            default ->
                List.of(
                        "create index hm1 on item (name(10))",
                        "create index hm2 on item (note(7), amount)",
                        "create fulltext index hm3 on item (note)",
                        "create index hm4 on item (name) comment 'it''s why'",
                        "create unique index hm5 on item (id, name(5))");
        };
    }

    @OnDatabases({POSTGRESQL, POSTGRESQL_15, MARIADB, MYSQL, SQLITE})
    void anIndexComesBackWithItsColumn(TestDb db) throws SQLException {
        WrittenProject project = begun(db);
        List<String> before = shown(db);

        revise(project, db, Without.Item.class);
        assertThat(shown(db)).isNotEqualTo(before);
        project.retort().downgrade("-1");

        assertThat(shown(db)).isEqualTo(before);
        project.retort().upgrade("head");
    }

    @OnDatabases({POSTGRESQL, POSTGRESQL_15, MARIADB, MYSQL, SQLITE})
    void anIndexComesBackWithItsTable(TestDb db) throws SQLException {
        WrittenProject project = begun(db);
        List<String> before = shown(db);

        revise(project, db, Gone.Other.class);
        project.retort().downgrade("-1");

        assertThat(shown(db)).isEqualTo(before);
        project.retort().upgrade("head");
    }

    private WrittenProject begun(TestDb db) throws SQLException {
        WrittenProject project = new WrittenProject(folder, db);
        revise(project, db, Before.Item.class);
        for (String index : indexes(db.database())) {
            db.execute(index);
        }
        return project;
    }

    private static void revise(WrittenProject project, TestDb db, Class<?> entity) {
        try (Bootstrap hibernate = Bootstrap.on(db).entities(entity)) {
            assertThat(project.revision(
                                    "next", hibernate.metadata(), question -> Optional.of(new Answer(Verb.DROP, "")))
                            .written())
                    .isTrue();
        }
        project.retort().upgrade("head");
    }

    private static List<String> shown(TestDb db) throws SQLException {
        return switch (db.database()) {
            case POSTGRESQL, POSTGRESQL_15 ->
                db.query("select indexdef from pg_indexes where tablename = 'item' order by indexname");
            case SQLITE -> db.query("select sql from sqlite_master where type = 'index' order by name");
            default -> keys(db);
        };
    }

    private static List<String> keys(TestDb db) throws SQLException {
        List<String> there = db.query(
                "select 1 from information_schema.tables" + " where table_schema = database() and table_name = 'item'");
        return there.isEmpty()
                ? List.of()
                : db.query("show create table item")
                        .get(0)
                        .lines()
                        .map(line -> line.strip().replaceFirst(",$", ""))
                        .filter(line -> line.contains("KEY "))
                        .sorted()
                        .toList();
    }
}
