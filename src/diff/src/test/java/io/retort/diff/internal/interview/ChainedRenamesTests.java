package io.retort.diff.internal.interview;

import static io.retort.testkit.TestDatabase.H2;
import static io.retort.testkit.TestDatabase.HSQLDB;
import static io.retort.testkit.TestDatabase.MARIADB;
import static io.retort.testkit.TestDatabase.MYSQL;
import static io.retort.testkit.TestDatabase.POSTGRESQL;
import static io.retort.testkit.TestDatabase.SQLITE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.retort.dialect.Dialect;
import io.retort.diff.internal.compare.ComparisonContext;
import io.retort.diff.internal.compare.DelegatingOwnership;
import io.retort.diff.internal.compare.SchemaOwnership;
import io.retort.diff.models.Bootstrap;
import io.retort.diff.oracle.WrittenProject;
import io.retort.diff.question.Answers;
import io.retort.diff.question.CountedRows;
import io.retort.diff.question.ShopProject;
import io.retort.internal.dialect.Dialects;
import io.retort.operation.Operation;
import io.retort.operation.Statement;
import io.retort.schema.Constraint;
import io.retort.schema.Constraint.PrimaryKey;
import io.retort.schema.Constraint.Unique;
import io.retort.schema.QualifiedName;
import io.retort.schema.Snapshot;
import io.retort.schema.SqlType;
import io.retort.testkit.OnDatabases;
import io.retort.testkit.TestDatabase;
import io.retort.testkit.TestDb;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.hibernate.annotations.Check;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Columns that get the former name of another column in the same revision: chains, swaps and longer circles. */
class ChainedRenamesTests {

    private static final List<String> COLUMNS = List.of("c1", "c2", "c3", "c4", "c5");
    private static final List<String> NAMES = List.of("c1", "c2", "c3", "c4", "c5", "n1", "n2");

    @TempDir
    Path folder;

    static final class Before {

        @Entity(name = "Customer")
        @Table(name = "customer", indexes = @Index(name = "ix_customer_b", columnList = "b"))
        @Check(name = "ck_customer_a", constraints = "a <> 'none'")
        static class Customer {
            @Id
            long id;

            @Column(nullable = false, unique = true, length = 40)
            String a;

            @Column(length = 80)
            String b;

            Integer rank1;
        }
    }

    static final class Chained {

        @Entity(name = "Customer")
        @Table(name = "customer", indexes = @Index(name = "ix_customer_b", columnList = "c"))
        @Check(name = "ck_customer_a", constraints = "b <> 'none'")
        static class Customer {
            @Id
            long id;

            @Column(nullable = false, unique = true, length = 40)
            String b;

            @Column(length = 80)
            String c;

            Integer rank1;
        }
    }

    static final class Swapped {

        @Entity(name = "Customer")
        @Table(name = "customer", indexes = @Index(name = "ix_customer_b", columnList = "a"))
        @Check(name = "ck_customer_a", constraints = "b <> 'none'")
        static class Customer {
            @Id
            long id;

            @Column(nullable = false, unique = true, length = 40)
            String b;

            @Column(length = 80)
            String a;

            Integer rank1;
        }
    }

    /** The former a is now b, the former b is c, and a is a new column. */
    static final class Reused {

        @Entity(name = "Customer")
        @Table(name = "customer", indexes = @Index(name = "ix_customer_b", columnList = "c"))
        @Check(name = "ck_customer_a", constraints = "b <> 'none'")
        static class Customer {
            @Id
            long id;

            @Column(nullable = false, unique = true, length = 40)
            String b;

            @Column(length = 80)
            String c;

            Integer a;

            Integer rank1;
        }
    }

    static final class Sides {

        @Entity(name = "Pair")
        @Table(name = "pair")
        static class Pair {
            @Id
            long id;

            @Column(name = "port", unique = true, length = 20)
            String first;

            @Column(name = "starboard", unique = true, length = 40)
            String second;

            @ManyToOne
            @JoinColumn(name = "bow_id")
            Pair front;

            @ManyToOne
            @JoinColumn(name = "stern_id")
            Pair back;
        }
    }

    static final class OtherSides {

        @Entity(name = "Pair")
        @Table(name = "pair")
        static class Pair {
            @Id
            long id;

            @Column(name = "starboard", unique = true, length = 20)
            String first;

            @Column(name = "port", unique = true, length = 40)
            String second;

            @ManyToOne
            @JoinColumn(name = "stern_id")
            Pair front;

            @ManyToOne
            @JoinColumn(name = "bow_id")
            Pair back;
        }
    }

    @OnDatabases({POSTGRESQL, MARIADB, H2, SQLITE})
    void uniqueAndForeignKeysFollowTwoSwaps(TestDb db) throws SQLException {
        WrittenProject project = new WrittenProject(folder, db);
        try (Bootstrap hibernate = Bootstrap.on(db).entities(Sides.Pair.class)) {
            project.revision("begin", hibernate.metadata(), Answers.NONE);
        }
        project.retort().upgrade("head");
        db.execute(
                "insert into pair (id, port, starboard, bow_id, stern_id) values (1, 'p', 's', null, 1)",
                "insert into pair (id, port, starboard, bow_id, stern_id) values (2, null, 't', 1, 2)");
        try (Bootstrap hibernate = Bootstrap.on(db).entities(OtherSides.Pair.class)) {
            project.revision(
                    "swap",
                    hibernate.metadata(),
                    ShopProject.answers("rename=pair.port:starboard,pair.starboard:port,"
                            + "pair.bow_id:stern_id,pair.stern_id:bow_id"));
        }
        project.retort().upgrade("head");
        assertThat(db.query("select starboard, port, stern_id, bow_id from pair order by id"))
                .containsExactly("p|s|null|1", "null|t|1|2");
        assertThat(found(project, db, OtherSides.Pair.class)).isEmpty();
        project.retort().downgrade("-1");
        assertThat(db.query("select port, starboard, bow_id, stern_id from pair order by id"))
                .containsExactly("p|s|null|1", "null|t|1|2");
        assertThat(found(project, db, Sides.Pair.class)).isEmpty();
    }

    @OnDatabases({POSTGRESQL, MARIADB, MYSQL, H2, HSQLDB, SQLITE})
    void aChainMovesEachNameOn(TestDb db) throws SQLException {
        verify(db, Chained.Customer.class, "rename=customer.a:b,customer.b:c", "b, c, rank1");
    }

    @OnDatabases({POSTGRESQL, MARIADB, MYSQL, H2, HSQLDB, SQLITE})
    void twoColumnsSwapTheirNames(TestDb db) throws SQLException {
        verify(db, Swapped.Customer.class, "rename=customer.b:a,customer.a:b", "b, a, rank1");
    }

    @OnDatabases({POSTGRESQL, MARIADB, H2, SQLITE})
    void theFirstNameOfAChainCanBelongToANewColumn(TestDb db) throws SQLException {
        verify(db, Reused.Customer.class, "rename=customer.b:c,customer.a:b", "b, c, rank1");
    }

    private void verify(TestDb db, Class<?> after, String answers, String columns) throws SQLException {
        WrittenProject project = begun(db);
        try (Bootstrap hibernate = Bootstrap.on(db).entities(after)) {
            project.revision("rename", hibernate.metadata(), ShopProject.answers(answers));
        }
        for (int round = 0; round < 2; round++) {
            project.retort().upgrade("head");
            assertThat(db.query("select " + columns + " from customer order by id"))
                    .containsExactly("ann|Ghent|1", "bob|null|2");
            assertThat(found(project, db, after)).isEmpty();
            project.retort().downgrade("-1");
            assertThat(db.query("select a, b, rank1 from customer order by id"))
                    .containsExactly("ann|Ghent|1", "bob|null|2");
            assertThat(found(project, db, Before.Customer.class)).isEmpty();
        }
    }

    @OnDatabases(H2)
    void aNameThatAnotherColumnKeepsIsRefused(TestDb db) throws SQLException {
        WrittenProject project = begun(db);
        try (Bootstrap hibernate = Bootstrap.on(db).entities(Chained.Customer.class)) {
            assertThatThrownBy(() -> project.revision(
                            "rename", hibernate.metadata(), ShopProject.answers("rename=customer.a:b")))
                    .hasMessageContaining("--rename=customer.a:b`: column customer.b exists and keeps its name.")
                    .hasMessageContaining("--rename=customer.a:b,customer.b:NAME");
            assertThatThrownBy(() -> project.revision(
                            "rename", hibernate.metadata(), ShopProject.answers("rename=customer.a:c,customer.b:c")))
                    .hasMessageContaining("\"c\"");
            assertThatThrownBy(() -> project.revision(
                            "rename", hibernate.metadata(), ShopProject.answers("rename=customer.a:b,customer.b:d")))
                    .hasMessageContaining("\"d\" is not a new name for customer.b");
        }
        assertThat(db.query("select a, b from customer order by id")).containsExactly("ann|Ghent", "bob|null");
    }

    @Test
    void aSwappedColumnIsCountedAndOwnedUnderItsNameInTheDatabase() {
        QualifiedName name = QualifiedName.parse("t");
        Snapshot live = table(COLUMNS)
                .mapTable(name, table -> table.withConstraints(List.of(new Unique("u", List.of("c1", "c3")))));
        AcceptedRenames renaming = new AcceptedRenames(Dialects.named("h2"), live, live);
        renaming.column(name, "c1", "between");
        renaming.column(name, "c2", "c1");
        renaming.column(name, "between", "c2");
        renaming.column(name, "c5", "n1");

        assertThat(List.of("c1", "c2", "c3", "n1"))
                .extracting(column -> renaming.original(name, column))
                .containsExactly("c2", "c1", "c3", "c5");
        assertThat(renaming.takesNameOfAnother(name, "c5")).isTrue();
        assertThat(renaming.takesNameOfAnother(name, "c1")).isFalse();
        List<Constraint> asked = new ArrayList<>();
        SchemaOwnership history = new DelegatingOwnership(any -> true) {
            @Override
            public Owner owner(io.retort.schema.Table table, Constraint constraint) {
                asked.add(constraint);
                return super.owner(table, constraint);
            }
        };
        io.retort.schema.Table table = renaming.live().table(name).orElseThrow();
        assertThat(table.constraints()).containsExactly(new Unique("u", List.of("c2", "c3")));
        new RenamedOwnership(history, renaming).owner(table, table.constraints().get(0));
        assertThat(asked).containsExactly(new Unique("u", List.of("c1", "c3")));
    }

    /** Every column gets a random name of those of all columns and two new ones. */
    @OnDatabases({POSTGRESQL, MARIADB, H2, SQLITE})
    void anyRenamesKeepTheRows(TestDb db) throws SQLException {
        Random random = new Random(11);
        int cases = db.database() == TestDatabase.H2 ? 150 : 30;
        int circles = 0;
        for (int i = 0; i < cases; i++) {
            List<String> names = new ArrayList<>(NAMES);
            Collections.shuffle(names, random);
            circles += random(db, names.subList(0, COLUMNS.size())) ? 1 : 0;
        }
        assertThat(circles).isGreaterThan(cases / 10);
    }

    /** Returns whether a temporary name was needed. */
    private boolean random(TestDb db, List<String> names) throws SQLException {
        Dialect dialect = Dialects.named(db.database().product());
        try (Connection connection = db.connect()) {
            execute(connection, "drop table if exists t");
            execute(
                    connection,
                    "create table t (id integer not null, "
                            + COLUMNS.stream().map(name -> name + " integer").collect(Collectors.joining(", "))
                            + ", primary key (id))");
            execute(connection, "insert into t (id, c1, c2, c3, c4, c5) values (1, 11, 12, 13, 14, 15)");
            execute(connection, "insert into t (id, c1, c2, c3, c4, c5) values (2, 21, 22, 23, null, 25)");
            String renames = IntStream.range(0, COLUMNS.size())
                    .filter(i -> !COLUMNS.get(i).equals(names.get(i)))
                    .mapToObj(i -> "t." + COLUMNS.get(i) + ":" + names.get(i))
                    .collect(Collectors.joining(","));
            Answers answers = renames.isEmpty() ? Answers.NONE : ShopProject.answers("rename=" + renames);
            List<Operation> operations = new Interview(dialect, new CountedRows(connection, dialect), answers, Map.of())
                    .compare(new ComparisonContext(table(COLUMNS), table(names), table(names), any -> true))
                    .operations();
            apply(connection, dialect, operations);
            assertThat(TestDb.query(connection, "select " + String.join(", ", names) + " from t order by id"))
                    .as(renames)
                    .containsExactly("11|12|13|14|15", "21|22|23|null|25");
            apply(connection, dialect, Operation.reverse(operations).orElseThrow());
            assertThat(TestDb.query(connection, "select " + String.join(", ", COLUMNS) + " from t order by id"))
                    .as("downgrade of " + renames)
                    .containsExactly("11|12|13|14|15", "21|22|23|null|25");
            return operations.toString().contains("renamed_column");
        }
    }

    private static Snapshot table(List<String> names) {
        List<io.retort.schema.Table.Element> elements = new ArrayList<>();
        elements.add(new io.retort.schema.Column("id", SqlType.of(SqlType.Kind.INTEGER)).notNull());
        names.forEach(name -> elements.add(new io.retort.schema.Column(name, SqlType.of(SqlType.Kind.INTEGER))));
        elements.add(new PrimaryKey(null, List.of("id")));
        return new Snapshot(
                List.of(io.retort.schema.Table.of(QualifiedName.parse("t"), elements)), List.of(), List.of());
    }

    private static void apply(Connection connection, Dialect dialect, List<Operation> operations) throws SQLException {
        for (Operation operation : operations) {
            for (Statement statement : operation.sql(dialect.ddl())) {
                execute(connection, ((Statement.Sql) statement).text());
            }
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private WrittenProject begun(TestDb db) throws SQLException {
        WrittenProject project = new WrittenProject(folder, db);
        try (Bootstrap hibernate = Bootstrap.on(db).entities(Before.Customer.class)) {
            project.revision("begin", hibernate.metadata(), Answers.NONE);
        }
        project.retort().upgrade("head");
        db.execute(
                "insert into customer (id, a, b, rank1) values (1, 'ann', 'Ghent', 1)",
                "insert into customer (id, a, b, rank1) values (2, 'bob', null, 2)");
        return project;
    }

    private static List<Operation> found(WrittenProject project, TestDb db, Class<?> entity) {
        try (Bootstrap hibernate = Bootstrap.on(db).entities(entity)) {
            return project.difference(hibernate.metadata()).operations();
        }
    }
}
