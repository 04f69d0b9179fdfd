package io.retort.diff.oracle;

import static io.retort.testkit.TestDatabase.H2;
import static io.retort.testkit.TestDatabase.HSQLDB;
import static io.retort.testkit.TestDatabase.MARIADB;
import static io.retort.testkit.TestDatabase.MYSQL;
import static io.retort.testkit.TestDatabase.POSTGRESQL;
import static io.retort.testkit.TestDatabase.SQLITE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.retort.diff.author.AdoptionResult;
import io.retort.diff.author.Difference;
import io.retort.diff.models.Bootstrap;
import io.retort.diff.question.Answers;
import io.retort.diff.question.GivenAnswer;
import io.retort.diff.question.GivenAnswers;
import io.retort.diff.question.Verb;
import io.retort.operation.Operation;
import io.retort.operation.TableOperation;
import io.retort.testkit.OnDatabases;
import io.retort.testkit.TestDb;
import io.retort.testkit.dump.SchemaDump;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.ForeignKey;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.hibernate.boot.Metadata;
import org.junit.jupiter.api.io.TempDir;

/** What an adopted table has, and its entity does not declare, stays; a revision after the base does not drop it. */
class AdoptedObjectsTests {

    @TempDir
    Path folder;

    /** Hibernate declares no key for a list, and a unique constraint for a set whose elements can be null. */
    @OnDatabases({POSTGRESQL, MARIADB, MYSQL, H2, HSQLDB})
    void aKeyThatEntitiesDoNotDeclareStays(TestDb db) throws Exception {
        makeKeys(db);
        WrittenProject project = new WrittenProject(folder, db);
        try (Bootstrap bootstrap = Bootstrap.like(db).entities(List.of(Owner.class))) {
            Metadata metadata = bootstrap.metadata();
            List<String> before = dump(db);
            AdoptionResult adopted = project.adopt(metadata, List.of(), List.of());
            project.retort().upgrade("head");

            assertThat(described(adopted.schema().required())).isEmpty();
            Difference next = project.difference(metadata);
            assertThat(described(next.operations())).isEmpty();
            assertThat(next.notOurs())
                    .filteredOn(name -> name.startsWith("primary key "))
                    .hasSize(2);
            assertThat(described(project.comparedWithHistory(metadata).operations()))
                    .isEmpty();
            assertThat(project.revision("nothing", metadata).written()).isFalse();
            assertThat(dump(db)).isEqualTo(before);
            try (TestDb empty = db.server().newDatabase()) {
                project.on(empty).retort().upgrade("head");
                assertThat(described(project.on(empty).difference(metadata).operations()))
                        .isEmpty();
                insert(empty);
                assertThatThrownBy(() -> empty.execute("insert into tags values (1, 'x')"))
                        .isInstanceOf(SQLException.class);
            }
        }
    }

    /** The columns are then nullable, as declared, and the set gets its own constraint. */
    @OnDatabases({POSTGRESQL, MARIADB, H2})
    void aKeyIsDroppedByItsName(TestDb db) throws Exception {
        makeKeys(db);
        WrittenProject project = new WrittenProject(folder, db);
        try (Bootstrap bootstrap = Bootstrap.like(db).entities(List.of(Owner.class))) {
            Metadata metadata = bootstrap.metadata();
            project.adopt(metadata, List.of(), List.of());
            project.retort().upgrade("head");
            List<String> before = dump(db);

            assertThat(project.revision("drop keys", metadata, dropping(project.difference(metadata)))
                            .written())
                    .isTrue();
            project.retort().upgrade("head");

            db.execute("insert into tags values (1, 'x')", "insert into tags (owner_id) values (1)");
            assertThat(db.query("select count(*) from tags")).containsExactly("4");
            assertThatThrownBy(() -> db.execute("insert into labels values (1, 'a')"))
                    .as("the constraint of the set")
                    .isInstanceOf(SQLException.class);
            assertThat(described(project.difference(metadata).operations())).isEmpty();
            db.execute("delete from tags", "insert into tags values (1, 'x')", "insert into tags values (1, 'y')");
            project.retort().downgrade("-1");
            assertThat(dump(db)).isEqualTo(before);
        }
    }

    private static Answers dropping(Difference next) {
        return new GivenAnswers(next.notOurs().stream()
                .filter(name -> name.startsWith("primary key "))
                .map(name -> new GivenAnswer(Verb.DROP, name.substring("primary key ".length()), ""))
                .toList());
    }

    /** A key whose table has the constraint of the entities as well: both stay. */
    @OnDatabases({POSTGRESQL, MARIADB, H2})
    void aConstraintOfTheEntitiesStaysNextToAKey(TestDb db) throws Exception {
        makeKeys(db);
        db.execute("alter table labels add constraint uk_labels unique (owner_id, label)");
        WrittenProject project = new WrittenProject(folder, db);
        try (Bootstrap bootstrap = Bootstrap.like(db).entities(List.of(Owner.class))) {
            Metadata metadata = bootstrap.metadata();
            List<String> before = dump(db);
            AdoptionResult adopted = project.adopt(metadata, List.of(), List.of());
            project.retort().upgrade("head");

            assertThat(described(adopted.schema().required())).isEmpty();
            assertThat(described(project.difference(metadata).operations())).isEmpty();
            assertThat(dump(db)).isEqualTo(before);
        }
    }

    /** Without adoption, the table of a revision has the constraint that Hibernate creates. */
    @OnDatabases({POSTGRESQL, MARIADB, H2})
    void aTableOfARevisionHasTheConstraintOfTheEntities(TestDb db) throws Exception {
        WrittenProject project = new WrittenProject(folder, db);
        try (Bootstrap bootstrap = Bootstrap.like(db).entities(List.of(Owner.class))) {
            Metadata metadata = bootstrap.metadata();
            project.revision("create", metadata);
            project.retort().upgrade("head");
            insert(db);

            assertThat(described(project.difference(metadata).operations())).isEmpty();
            assertThatThrownBy(() -> db.execute("insert into labels values (1, 'a')"))
                    .isInstanceOf(SQLException.class);
        }
    }

    /** No entity declares the generated column: it is kept, with the expression over the new name. */
    @OnDatabases({POSTGRESQL, MARIADB, MYSQL, H2, HSQLDB})
    void aGeneratedColumnFollowsTheColumnThatItUses(TestDb db) throws Exception {
        boolean storable = Set.of(POSTGRESQL, MARIADB, MYSQL).contains(db.database());
        db.execute(
                "create table price (id bigint not null primary key, net integer,"
                        + " gross integer generated always as (net * 2)" + (storable ? " stored" : "") + ")",
                "insert into price (id, net) values (1, 5)");
        WrittenProject project = new WrittenProject(folder, db);
        try (Bootstrap bootstrap = Bootstrap.like(db).entities(List.of(Price.class))) {
            project.adopt(bootstrap.metadata(), List.of(), List.of());
            project.retort().upgrade("head");
        }
        List<String> before = withoutRows(dump(db));
        try (Bootstrap bootstrap = Bootstrap.like(db).entities(List.of(Cost.class))) {
            Metadata metadata = bootstrap.metadata();
            GivenAnswers renamed = new GivenAnswers(GivenAnswer.read(Verb.RENAME, "price.net:cost"));
            assertThat(project.revision("rename net", metadata, renamed).written())
                    .isTrue();
            project.retort().upgrade("head");

            db.execute("update price set cost = 6");
            assertThat(db.query("select cost, gross from price")).containsExactly("6|12");
            Difference next = project.difference(metadata);
            assertThat(described(next.operations())).isEmpty();
            assertThat(next.notOurs()).contains("generated column price.gross");
            project.retort().downgrade("-1");
            assertThat(withoutRows(dump(db))).isEqualTo(before);
            db.execute("update price set net = 7");
            assertThat(db.query("select net, gross from price")).containsExactly("7|14");
        }
    }

    /** {@code value} is a reserved word of H2: the database has the column, and refuses Hibernate's definition. */
    @OnDatabases(H2)
    void aColumnThatTheDatabaseRefusesIsSkippedAndNotDropped(TestDb db) throws Exception {
        db.execute(
                "create table setting (id bigint not null primary key, name varchar(255), \"VALUE\" varchar(4000))",
                "create table setting_text (setting_id bigint not null, \"VALUE\" varchar(255) not null,"
                        + " constraint pk_text primary key (setting_id, \"VALUE\"),"
                        + " constraint fk_text foreign key (setting_id) references setting (id))",
                "insert into setting values (1, 'a', 'b')",
                "insert into setting_text values (1, 'x')");
        WrittenProject project = new WrittenProject(folder, db);
        try (Bootstrap bootstrap = Bootstrap.like(db).entities(List.of(Setting.class))) {
            Metadata metadata = bootstrap.metadata();
            AdoptionResult adopted = project.adopt(metadata, List.of(), List.of());
            project.retort().upgrade("head");

            Difference next = project.difference(metadata);
            assertThat(described(adopted.schema().required()))
                    .containsExactlyElementsOf(described(next.operations()))
                    .isEmpty();
            assertThat(adopted.schema().skipped())
                    .containsExactlyInAnyOrderElementsOf(next.caveats().skipped())
                    .anyMatch(line -> line.startsWith("column setting.value: not compared"))
                    .anyMatch(line -> line.startsWith("column setting_text.value: not compared"));
            assertThat(adopted.describe()).anyMatch(line -> line.startsWith("skipped: column setting.value: "));
            assertThat(db.query("select \"VALUE\" from setting_text")).containsExactly("x");
        }
    }

    /** SQLite rebuilds a table when one of its columns changes. */
    @OnDatabases(SQLITE)
    void aRebuildKeepsTheKey(TestDb db) throws Exception {
        makeKeys(db);
        WrittenProject project = new WrittenProject(folder, db);
        try (Bootstrap bootstrap = Bootstrap.like(db).entities(List.of(Owner.class))) {
            project.adopt(bootstrap.metadata(), List.of(), List.of());
            project.retort().upgrade("head");
        }
        try (Bootstrap bootstrap = Bootstrap.like(db).entities(List.of(LongerTags.class))) {
            Metadata metadata = bootstrap.metadata();
            assertThat(project.revision("longer tags", metadata).difference().operations())
                    .hasAtLeastOneElementOfType(TableOperation.Rebuild.class);
            project.retort().upgrade("head");

            assertThatThrownBy(() -> db.execute("insert into tags values (1, 'x')"))
                    .isInstanceOf(SQLException.class);
            assertThat(db.query("select owner_id, tag from tags order by tag")).containsExactly("1|x", "1|y");
            assertThat(described(project.difference(metadata).operations())).isEmpty();
        }
    }

    /** The base must build what the database has: an index over (number, room) serves other queries. */
    @OnDatabases({POSTGRESQL, MARIADB, MYSQL, H2, HSQLDB, SQLITE})
    void aUniqueConstraintKeepsTheOrderOfItsColumns(TestDb db) throws Exception {
        db.execute("create table seat (id bigint not null primary key, room varchar(20) not null,"
                + " number integer not null, constraint uk_seat unique (number, room))");
        db.execute("insert into seat values (1, 'a', 1)");
        WrittenProject project = new WrittenProject(folder, db);
        try (Bootstrap bootstrap = Bootstrap.like(db).entities(List.of(Seat.class))) {
            Metadata metadata = bootstrap.metadata();
            project.adopt(metadata, List.of(), List.of());
            project.retort().upgrade("head");

            assertThat(described(project.difference(metadata).operations())).isEmpty();
            try (TestDb empty = db.server().newDatabase()) {
                project.on(empty).retort().upgrade("head");
                assertThat(described(project.on(empty).difference(metadata).operations()))
                        .isEmpty();
                assertThat(uniqueColumns(empty)).isEqualTo(uniqueColumns(db)).containsExactly("number", "room");
            }
        }
    }

    private static List<String> uniqueColumns(TestDb db) throws SQLException {
        SortedMap<Integer, String> columns = new TreeMap<>();
        try (Connection connection = db.dataSource().getConnection();
                ResultSet rows = connection
                        .getMetaData()
                        .getIndexInfo(
                                connection.getCatalog(), connection.getSchema(), stored(db, "seat"), true, false)) {
            while (rows.next()) {
                String column = rows.getString("COLUMN_NAME");
                if (column != null && !column.equalsIgnoreCase("id")) {
                    columns.put(rows.getInt("ORDINAL_POSITION"), column.toLowerCase(Locale.ROOT));
                }
            }
        }
        return List.copyOf(columns.values());
    }

    private static String stored(TestDb db, String name) {
        return db.database() == H2 || db.database() == HSQLDB ? name.toUpperCase(Locale.ROOT) : name;
    }

    private static void makeKeys(TestDb db) throws SQLException {
        db.execute(
                "create table owner (id bigint not null primary key)",
                "create table tags (owner_id bigint not null, tag varchar(255) not null,"
                        + " constraint pk_hand primary key (owner_id, tag),"
                        + " constraint fk_tags foreign key (owner_id) references owner (id))",
                "create table labels (owner_id bigint not null, label varchar(255) not null,"
                        + " constraint pk_labels primary key (owner_id, label),"
                        + " constraint fk_labels foreign key (owner_id) references owner (id))");
        insert(db);
    }

    private static void insert(TestDb db) throws SQLException {
        db.execute(
                "insert into owner (id) values (1)",
                "insert into tags values (1, 'x')",
                "insert into tags values (1, 'y')",
                "insert into labels values (1, 'a')");
    }

    private static List<String> dump(TestDb db) throws SQLException {
        return SchemaDump.of(db).without("retort_revision").lines().stream()
                .filter(line -> !line.toLowerCase(Locale.ROOT).contains("retort_"))
                .toList();
    }

    private static List<String> withoutRows(List<String> dump) {
        return dump.stream().filter(line -> !line.startsWith("row ")).toList();
    }

    private static List<String> described(List<Operation> operations) {
        return operations.stream().map(Operation::describe).toList();
    }

    @Entity(name = "owner")
    static class Owner {
        @Id
        Long id;

        @ElementCollection
        @CollectionTable(
                name = "tags",
                joinColumns = @JoinColumn(name = "owner_id"),
                foreignKey = @ForeignKey(name = "fk_tags"))
        @Column(name = "tag")
        List<String> tags;

        @ElementCollection
        @CollectionTable(
                name = "labels",
                joinColumns = @JoinColumn(name = "owner_id"),
                foreignKey = @ForeignKey(name = "fk_labels"))
        @Column(name = "label")
        Set<String> labels;
    }

    @Entity(name = "owner")
    static class LongerTags {
        @Id
        Long id;

        @ElementCollection
        @CollectionTable(
                name = "tags",
                joinColumns = @JoinColumn(name = "owner_id"),
                foreignKey = @ForeignKey(name = "fk_tags"))
        @Column(name = "tag", length = 300)
        List<String> tags;

        @ElementCollection
        @CollectionTable(
                name = "labels",
                joinColumns = @JoinColumn(name = "owner_id"),
                foreignKey = @ForeignKey(name = "fk_labels"))
        @Column(name = "label")
        Set<String> labels;
    }

    @Entity(name = "price")
    static class Price {
        @Id
        Long id;

        Integer net;
    }

    @Entity(name = "price")
    static class Cost {
        @Id
        Long id;

        Integer cost;
    }

    @Entity(name = "seat")
    @Table(
            uniqueConstraints =
                    @UniqueConstraint(
                            name = "uk_seat",
                            columnNames = {"room", "number"}))
    static class Seat {
        @Id
        Long id;

        @Column(length = 20, nullable = false)
        String room;

        int number;
    }

    @Entity(name = "setting")
    static class Setting {
        @Id
        Long id;

        String name;

        @Column(name = "value")
        String value;

        @ElementCollection
        @CollectionTable(
                name = "setting_text",
                joinColumns = @JoinColumn(name = "setting_id"),
                foreignKey = @ForeignKey(name = "fk_text"))
        @Column(name = "value")
        List<String> texts;
    }
}
