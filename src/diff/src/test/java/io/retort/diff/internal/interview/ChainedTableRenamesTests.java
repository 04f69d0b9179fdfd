package io.retort.diff.internal.interview;

import static io.retort.testkit.TestDatabase.H2;
import static io.retort.testkit.TestDatabase.HSQLDB;
import static io.retort.testkit.TestDatabase.MARIADB;
import static io.retort.testkit.TestDatabase.MYSQL;
import static io.retort.testkit.TestDatabase.POSTGRESQL;
import static io.retort.testkit.TestDatabase.SQLITE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.retort.diff.models.Bootstrap;
import io.retort.diff.oracle.WrittenProject;
import io.retort.diff.question.Answers;
import io.retort.diff.question.ShopProject;
import io.retort.operation.Operation;
import io.retort.testkit.OnDatabases;
import io.retort.testkit.TestDb;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import org.hibernate.SessionFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tables that get the former name of another table in the same revision: chains and swaps, with rows. */
class ChainedTableRenamesTests {

    private static final int ROWS = 56;

    @TempDir
    Path folder;

    /** Orders and bills, with ids from sequences or identity columns. */
    static final class Before {

        @Entity(name = "Order")
        @Table(name = "orders")
        static class Order {
            @Id
            @GeneratedValue(strategy = GenerationType.SEQUENCE)
            Long id;

            @Column(unique = true, length = 40)
            String name;

            @ElementCollection
            Set<String> tags = new HashSet<>();
        }

        @Entity(name = "Bill")
        @Table(name = "bills")
        static class Bill {
            @Id
            @GeneratedValue(strategy = GenerationType.SEQUENCE)
            Long id;

            @Column(unique = true, length = 40)
            String name;

            @ElementCollection
            Set<String> tags = new HashSet<>();

            @ManyToOne
            Order order;
        }

        @Entity(name = "Parcel")
        @Table(name = "parcels")
        static class Parcel {
            @Id
            @GeneratedValue(strategy = GenerationType.IDENTITY)
            Long id;

            @ManyToOne
            Bill bill;
        }

        @Entity(name = "Crate")
        @Table(name = "crates")
        static class Crate {
            @Id
            @GeneratedValue(strategy = GenerationType.IDENTITY)
            Long id;

            @ManyToOne
            Parcel parcel;
        }
    }

    static final class Swapped {

        @Entity(name = "Order")
        @Table(name = "bills")
        static class Order {
            @Id
            @GeneratedValue(strategy = GenerationType.SEQUENCE)
            Long id;

            @Column(unique = true, length = 40)
            String name;

            @ElementCollection
            Set<String> tags = new HashSet<>();
        }

        @Entity(name = "Bill")
        @Table(name = "orders")
        static class Bill {
            @Id
            @GeneratedValue(strategy = GenerationType.SEQUENCE)
            Long id;

            @Column(unique = true, length = 40)
            String name;

            @ElementCollection
            Set<String> tags = new HashSet<>();

            @ManyToOne
            Order order;
        }

        @Entity(name = "Parcel")
        @Table(name = "crates")
        static class Parcel {
            @Id
            @GeneratedValue(strategy = GenerationType.IDENTITY)
            Long id;

            @ManyToOne
            Bill bill;
        }

        @Entity(name = "Crate")
        @Table(name = "parcels")
        static class Crate {
            @Id
            @GeneratedValue(strategy = GenerationType.IDENTITY)
            Long id;

            @ManyToOne
            Parcel parcel;
        }
    }

    /** Orders are bills now, bills are claims, and parcels and crates move on in the same way. */
    static final class Chained {

        @Entity(name = "Order")
        @Table(name = "bills")
        static class Order {
            @Id
            @GeneratedValue(strategy = GenerationType.SEQUENCE)
            Long id;

            @Column(unique = true, length = 40)
            String name;

            @ElementCollection
            Set<String> tags = new HashSet<>();
        }

        @Entity(name = "Bill")
        @Table(name = "claims")
        static class Bill {
            @Id
            @GeneratedValue(strategy = GenerationType.SEQUENCE)
            Long id;

            @Column(unique = true, length = 40)
            String name;

            @ElementCollection
            Set<String> tags = new HashSet<>();

            @ManyToOne
            Order order;
        }

        @Entity(name = "Parcel")
        @Table(name = "crates")
        static class Parcel {
            @Id
            @GeneratedValue(strategy = GenerationType.IDENTITY)
            Long id;

            @ManyToOne
            Bill bill;
        }

        @Entity(name = "Crate")
        @Table(name = "boxes")
        static class Crate {
            @Id
            @GeneratedValue(strategy = GenerationType.IDENTITY)
            Long id;

            @ManyToOne
            Parcel parcel;
        }
    }

    private static final List<Class<?>> BEFORE =
            List.of(Before.Order.class, Before.Bill.class, Before.Parcel.class, Before.Crate.class);
    private static final List<Class<?>> SWAPPED =
            List.of(Swapped.Order.class, Swapped.Bill.class, Swapped.Parcel.class, Swapped.Crate.class);
    private static final List<Class<?>> CHAINED =
            List.of(Chained.Order.class, Chained.Bill.class, Chained.Parcel.class, Chained.Crate.class);

    @OnDatabases({POSTGRESQL, MARIADB, MYSQL, H2, HSQLDB, SQLITE})
    void twoTablesSwapTheirNames(TestDb db) {
        verify(db, SWAPPED, "rename=orders:bills,bills:orders,parcels:crates,crates:parcels");
    }

    @OnDatabases({POSTGRESQL, MARIADB, MYSQL, H2, HSQLDB, SQLITE})
    void aChainMovesEachNameOn(TestDb db) {
        verify(db, CHAINED, "rename=orders:bills,bills:claims,parcels:crates,crates:boxes");
    }

    private void verify(TestDb db, List<Class<?>> after, String answers) {
        WrittenProject project = begun(db);
        List<String> rows = inSession(db, BEFORE, ChainedTableRenamesTests::saved);
        try (Bootstrap hibernate = Bootstrap.on(db).entities(after)) {
            project.revision(
                    "rename",
                    hibernate.metadata(),
                    ShopProject.answers(answers).or(question -> Optional.of(question.meanwhile())));
        }
        for (int round = 0; round < 2; round++) {
            project.retort().upgrade("head");
            assertThat(inSession(db, after, ChainedTableRenamesTests::read)).isEqualTo(rows);
            assertThat(found(project, db, after)).isEmpty();
            rows = inSession(db, after, ChainedTableRenamesTests::saved);
            project.retort().downgrade("-1");
            assertThat(inSession(db, BEFORE, ChainedTableRenamesTests::read)).isEqualTo(rows);
            assertThat(found(project, db, BEFORE)).isEmpty();
            rows = inSession(db, BEFORE, ChainedTableRenamesTests::saved);
        }
    }

    @OnDatabases(H2)
    void aNameThatAnotherTableKeepsIsRefused(TestDb db) {
        WrittenProject project = begun(db);
        try (Bootstrap hibernate = Bootstrap.on(db).entities(CHAINED)) {
            assertThatThrownBy(() -> project.revision(
                            "rename", hibernate.metadata(), ShopProject.answers("rename=orders:bills")))
                    .hasMessageContaining("--rename=orders:bills`: table bills exists and keeps its name.")
                    .hasMessageContaining("--rename=orders:bills,bills:NAME");
            assertThatThrownBy(() -> project.revision(
                            "rename", hibernate.metadata(), ShopProject.answers("rename=bills:claims,crates:claims")))
                    .hasMessageContaining("Two tables are renamed to claims.");
            assertThatThrownBy(() -> project.revision(
                            "rename", hibernate.metadata(), ShopProject.answers("rename=bills:invoices")))
                    .hasMessageContaining("\"invoices\" is not a new name for bills");
        }
        assertThat(found(project, db, BEFORE)).isEmpty();
    }

    @Test
    void aCircleBeginsWithATemporaryName() {
        Map<String, String> renames = new LinkedHashMap<>();
        renames.put("a", "b");
        renames.put("b", "c");
        renames.put("c", "a");
        renames.put("x", "y");
        renames.put("y", "z");
        assertThat(RenameOrder.of(renames, Set.of("a", "b", "c", "x", "y")::contains, () -> "t"))
                .extracting(step -> step.before() + step.after())
                .containsExactly("yz", "xy", "at", "ca", "bc", "tb");
    }

    private WrittenProject begun(TestDb db) {
        WrittenProject project = new WrittenProject(folder, db);
        try (Bootstrap hibernate = Bootstrap.on(db).entities(BEFORE)) {
            project.revision("begin", hibernate.metadata(), Answers.NONE);
        }
        project.retort().upgrade("head");
        return project;
    }

    /** Adds rows, more orders than bills, so that a wrong sequence collides; returns all rows. */
    private static List<String> saved(SessionFactory factory, List<Class<?>> entities) {
        long before =
                factory.fromSession(session -> session.createSelectionQuery("select count(o) from Order o", Long.class)
                        .getSingleResult());
        for (int row = 0; row < ROWS; row++) {
            int i = row;
            factory.inTransaction(
                    session -> { // on SQLite, no id can be allocated while another transaction writes
                        Object order = created(entities.get(0));
                        set(order, "name", "order" + (before + i));
                        set(order, "tags", new HashSet<>(Set.of("t" + i)));
                        session.persist(order);
                        if (i % 4 == 0) {
                            Object bill = created(entities.get(1));
                            set(bill, "name", "bill" + (before + i));
                            set(bill, "tags", new HashSet<>(Set.of("b" + i)));
                            set(bill, "order", order);
                            session.persist(bill);
                            Object parcel = created(entities.get(2));
                            set(parcel, "bill", bill);
                            session.persist(parcel);
                            if (i % 8 == 0) {
                                Object crate = created(entities.get(3));
                                set(crate, "parcel", parcel);
                                session.persist(crate);
                            }
                        }
                    });
        }
        return read(factory, entities);
    }

    private static List<String> read(SessionFactory factory, List<Class<?>> entities) {
        return factory.fromTransaction(session -> List.of(
                        "select o.id, o.name, t from Order o join o.tags t order by o.id",
                        "select b.id, b.name, b.order.name, t from Bill b join b.tags t order by b.id",
                        "select p.id, p.bill.name from Parcel p order by p.id",
                        "select c.id, c.parcel.id, c.parcel.bill.name from Crate c order by c.id")
                .stream()
                .flatMap(query -> session.createSelectionQuery(query, Object[].class).getResultList().stream())
                .map(Arrays::toString)
                .toList());
    }

    private static List<String> inSession(
            TestDb db, List<Class<?>> entities, BiFunction<SessionFactory, List<Class<?>>, List<String>> work) {
        try (Bootstrap hibernate = Bootstrap.on(db).entities(entities);
                SessionFactory factory = hibernate.metadata().buildSessionFactory()) {
            return work.apply(factory, entities);
        }
    }

    private static Object created(Class<?> type) {
        try {
            return type.getDeclaredConstructor().newInstance();
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }

    private static void set(Object entity, String field, Object value) {
        try {
            entity.getClass().getDeclaredField(field).set(entity, value);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }

    private static List<String> found(WrittenProject project, TestDb db, List<Class<?>> entities) {
        try (Bootstrap hibernate = Bootstrap.on(db).entities(entities)) {
            return project.difference(hibernate.metadata()).operations().stream()
                    .map(Operation::describe)
                    .toList();
        }
    }
}
