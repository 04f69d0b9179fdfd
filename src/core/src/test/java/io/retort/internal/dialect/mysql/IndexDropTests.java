package io.retort.internal.dialect.mysql;

import static io.retort.migration.Definitions.foreignKey;
import static io.retort.migration.Definitions.index;
import static io.retort.migration.Definitions.primaryKey;
import static io.retort.migration.Definitions.unique;
import static io.retort.testkit.TestDatabase.MARIADB;
import static io.retort.testkit.TestDatabase.MYSQL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.retort.Retort;
import io.retort.migration.Migration;
import io.retort.migration.Operations;
import io.retort.revision.RevisionInfo;
import io.retort.run.MigrationFailedException;
import io.retort.source.RevisionCode;
import io.retort.testkit.OnDatabases;
import io.retort.testkit.TestDb;
import io.retort.testkit.dump.SchemaDump;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Consumer;

/**
 * MySQL and MariaDB drop the index of a foreign key when another index serves the key, and refuse to drop that one later.
 * A revision that adds an index, a unique constraint or a primary key over such columns can still be downgraded.
 */
class IndexDropTests {

    @OnDatabases({MARIADB, MYSQL})
    void anIndexIsAddedAndTakenBack(TestDb db) throws SQLException {
        thereAndBack(
                db,
                op -> op.createIndex("child", index("ix_parent", "parent_id")),
                op -> op.dropIndex("child", index("ix_parent", "parent_id")));
        thereAndBack(
                db,
                op -> op.createIndex(
                        "child", index("ix_parent", "parent_id", "id").concurrently()),
                op -> op.dropIndex(
                        "child", index("ix_parent", "parent_id", "id").concurrently()));
    }

    @OnDatabases({MARIADB, MYSQL})
    void aUniqueConstraintIsAddedAndTakenBack(TestDb db) throws SQLException {
        thereAndBack(
                db,
                op -> op.addConstraint("child", unique("uq_parent", "parent_id")),
                op -> op.dropConstraint("child", unique("uq_parent", "parent_id")));
    }

    @OnDatabases({MARIADB, MYSQL})
    void aPrimaryKeyIsAddedAndTakenBack(TestDb db) throws SQLException {
        thereAndBack(
                db,
                op -> op.addConstraint("child", primaryKey("parent_id", "id")),
                op -> op.dropConstraint("child", primaryKey("parent_id", "id")));
    }

    @OnDatabases({MARIADB, MYSQL})
    void theIndexOfTwoForeignKeysIsRestoredForBoth(TestDb db) throws SQLException {
        thereAndBack(
                db,
                op -> {
                    op.createIndex("child", index("ix_both", "parent_id", "other_id"));
                    op.addConstraint(
                            "child",
                            foreignKey("fk_pair", "parent_id", "other_id").references("pair", "a", "b"));
                },
                op -> {
                    op.dropIndex("child", index("ix_both", "parent_id", "other_id"));
                    op.dropConstraint(
                            "child",
                            foreignKey("fk_pair", "parent_id", "other_id").references("pair", "a", "b"));
                });
    }

    @OnDatabases({MARIADB, MYSQL})
    void anIndexThatTheOtherSideNeedsIsRefused(TestDb db) throws SQLException {
        db.execute("create table p (id bigint not null, code bigint, primary key (id), key ix_code (code))");
        db.execute(
                "create table c (id bigint, code bigint, constraint fk_code foreign key (code) references p (code))");
        Retort retort = Retort.on(
                db.dataSource(),
                List.of(() -> List.of(code("aaa", op -> op.dropIndex("p", index("ix_code", "code")), op -> {}))));

        assertThatThrownBy(() -> retort.upgrade("head")).isInstanceOf(MigrationFailedException.class);
    }

    private static void thereAndBack(TestDb db, Consumer<Operations> up, Consumer<Operations> down)
            throws SQLException {
        db.execute("drop table if exists retort_revision", "drop table if exists child");
        db.execute("drop table if exists parent", "drop table if exists pair");
        db.execute(
                "create table parent (id bigint not null, primary key (id))",
                "create table pair (a bigint not null, b bigint not null, primary key (a, b))",
                "create table child (id bigint not null, parent_id bigint not null, other_id bigint,"
                        + " constraint fk_parent foreign key (parent_id) references parent (id))",
                "insert into parent values (1), (2)",
                "insert into pair values (1, 1), (2, 2)",
                "insert into child values (1, 1, 1), (2, 2, null)");
        List<String> before = state(db);
        Retort retort = Retort.on(db.dataSource(), List.of(() -> List.of(code("aaa", up, down))));

        retort.upgrade("head");
        assertThat(state(db)).isNotEqualTo(before);
        retort.downgrade("base");

        assertThat(state(db)).isEqualTo(before);
        assertThat(db.query("select count(*) from child")).containsExactly("2");
    }

    private static List<String> state(TestDb db) throws SQLException {
        return SchemaDump.of(db).without("retort_").lines();
    }

    private static RevisionCode code(String id, Consumer<Operations> up, Consumer<Operations> down) {
        Migration migration = new Migration() {
            @Override
            public void upgrade(Operations op) {
                up.accept(op);
            }

            @Override
            public void downgrade(Operations op) {
                down.accept(op);
            }
        };
        RevisionInfo info = new RevisionInfo(id, List.of(), List.of(), List.of(), "indexes", null, false, "R" + id);
        return new RevisionCode(info, () -> migration);
    }
}
