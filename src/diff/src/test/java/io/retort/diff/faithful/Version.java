package io.retort.diff.faithful;

import io.retort.diff.faithful.evolution.Companies;
import io.retort.diff.faithful.evolution.Ending;
import io.retort.diff.faithful.evolution.GrowingVersions;
import io.retort.diff.faithful.evolution.Moving;
import io.retort.diff.faithful.evolution.Renaming;
import io.retort.diff.faithful.evolution.Tags;
import io.retort.operation.ColumnOperation;
import io.retort.operation.DataOperation;
import io.retort.operation.Operation;
import io.retort.operation.TableOperation;
import io.retort.schema.QualifiedName;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * A version of the evolving model.
 *
 * @param message what is new
 * @param entities the class that contains its entities
 * @param edit how a user edits the operations, for example into a rename or a move of rows
 * @param rows the rows that an application inserts in this version
 * @param survives what the tables must contain in this version, on upgrade and on downgrade
 * @param livesUntilDropped what the tables must contain until a later version drops it permanently
 */
record Version(
        String message,
        Class<?> entities,
        UnaryOperator<List<Operation>> edit,
        List<String> rows,
        List<Fact> survives,
        List<Fact> livesUntilDropped) {

    /**
     * The expected result of a query.
     *
     * @param query the query
     * @param rows the rows, with values separated by a vertical bar
     */
    record Fact(String query, List<String> rows) {}

    private static final String NOTHING = "update orders set state = 'NEW' where 1 = 0";

    private static final Fact MAIL =
            fact("select name, mail from customer order by id", "Ann|ann@example.org", "Bob|null");
    private static final Fact EMAIL =
            fact("select name, email from customer order by id", "Ann|ann@example.org", "Bob|null");
    private static final Fact PLACES =
            fact("select street, city from customer order by id", "High Street 1|Ely", "null|null");
    private static final Fact ADDRESS = fact("select customer_id, street, city from address", "1|High Street 1|Ely");
    private static final Fact TOTALS =
            fact("select id, customer_id, total from orders order by id", "10|1|12.55", "11|2|99.95");
    private static final Fact PURCHASES =
            fact("select id, customer_id, total from purchase order by id", "10|1|12.55", "11|2|99.95");
    private static final Fact LINES = fact("select order_id, product, amount from order_line", "10|lamp|2");
    private static final Fact TAGS = fact("select customer_id, tag_id from customer_tag", "1|5");

    /** Inserted in the first version, and still present after a full downgrade and upgrade. */
    static List<Fact> always() {
        return List.of(ADDRESS, PURCHASES);
    }

    static List<Version> all() {
        return List.of(
                version("customers and orders", GrowingVersions.V1.class)
                        .with(
                                "insert into customer (id, name, mail, street, city)"
                                        + " values (1, 'Ann', 'ann@example.org', 'High Street 1', 'Ely')",
                                "insert into customer (id, name) values (2, 'Bob')",
                                "insert into orders (id, customer_id, total, state) values (10, 1, 12.55, 'NEW')",
                                "insert into orders (id, customer_id, total, state) values (11, 2, 99.95, 'SENT')")
                        .keeping(MAIL, PLACES, TOTALS),
                version("a column more", GrowingVersions.V2.class)
                        .with("update customer set phone = '1234' where id = 1")
                        .keeping(MAIL, PLACES, TOTALS),
                version("longer names, larger totals", GrowingVersions.V3.class).keeping(MAIL, PLACES, TOTALS),
                version("one more state", GrowingVersions.V4.class)
                        .with("update orders set state = 'BACK' where id = 11")
                        .edited(operations -> atTheEnd(
                                operations, data(NOTHING, "update orders set state = 'SENT' where state = 'BACK'")))
                        .keeping(MAIL, PLACES, TOTALS),
                version("a table between others", Moving.V5.class)
                        .with("insert into order_line (id, order_id, product, amount) values (100, 10, 'lamp', 2)")
                        .keeping(MAIL, PLACES, TOTALS)
                        .until(LINES),
                version("mail is email", Moving.V6.class)
                        .edited(found -> List.of(new ColumnOperation.Rename(table("customer"), "mail", "email")))
                        .keeping(EMAIL, PLACES, TOTALS, LINES),
                version("the address leaves the customer", Moving.V7.class)
                        .edited(found -> behind(
                                found,
                                TableOperation.Create.class::isInstance,
                                data(
                                        "insert into address (id, customer_id, street, city) select id, id, street, city"
                                                + " from customer where street is not null",
                                        "update customer set street = (select a.street from address a where"
                                                + " a.customer_id = customer.id), city = (select a.city from address a"
                                                + " where a.customer_id = customer.id)")))
                        .keeping(EMAIL, ADDRESS, TOTALS, LINES),
                version("tags", Tags.V8.class)
                        .with(
                                "insert into tag (id, word) values (5, 'kind')",
                                "insert into customer_tag (customer_id, tag_id) values (1, 5)")
                        .keeping(EMAIL, ADDRESS, TOTALS, LINES)
                        .until(TAGS),
                version("the tag of a customer is an entity", Tags.V9.class)
                        .keeping(EMAIL, ADDRESS, TOTALS, LINES)
                        .until(TAGS),
                version("companies", Companies.V10.class)
                        .edited(Version::withKind)
                        .with("insert into customer (id, name, dtype, vat) values (3, 'Acme', 'Company', 'GB1')")
                        .keeping(fact("select name, vat from customer where vat is not null", "Acme|GB1"))
                        .until(TAGS),
                version("companies have a table", Companies.V11.class)
                        .edited(Version::withCompanies)
                        .keeping(ADDRESS, TOTALS, LINES, fact("select id, vat from company", "3|GB1"))
                        .until(TAGS),
                version("one state less", Ending.V12.class)
                        .edited(found ->
                                ahead(found, data("update orders set state = 'SENT' where state = 'BACK'", NOTHING)))
                        .keeping(ADDRESS, TOTALS, LINES, fact("select id, vat from company", "3|GB1"))
                        .until(TAGS),
                version("no more tags", Ending.V13.class).keeping(ADDRESS, TOTALS, LINES),
                version("orders are purchases", Renaming.V14.class)
                        .edited(found -> List.of(new TableOperation.Rename(table("orders"), table("purchase"))))
                        .keeping(ADDRESS, PURCHASES, LINES));
    }

    List<Operation> edited(List<Operation> found) {
        return edit.apply(found);
    }

    private static Version version(String message, Class<?> entities) {
        return new Version(message, entities, UnaryOperator.identity(), List.of(), List.of(), List.of());
    }

    private Version with(String... inserted) {
        return new Version(message, entities, edit, List.of(inserted), survives, livesUntilDropped);
    }

    private Version edited(UnaryOperator<List<Operation>> by) {
        return new Version(message, entities, by, rows, survives, livesUntilDropped);
    }

    private Version keeping(Fact... facts) {
        return new Version(message, entities, edit, rows, List.of(facts), livesUntilDropped);
    }

    private Version until(Fact... facts) {
        return new Version(message, entities, edit, rows, survives, List.of(facts));
    }

    private static Fact fact(String query, String... rows) {
        return new Fact(query, List.of(rows));
    }

    private static QualifiedName table(String name) {
        return QualifiedName.parse(name);
    }

    private static DataOperation.Execute data(String sql, String undo) {
        return new DataOperation.Execute(sql, undo);
    }

    /** The reverse of the last operation runs first in the downgrade. */
    private static List<Operation> atTheEnd(List<Operation> operations, Operation last) {
        List<Operation> all = new ArrayList<>(operations);
        all.add(last);
        return all;
    }

    private static List<Operation> ahead(List<Operation> operations, Operation first) {
        List<Operation> all = new ArrayList<>(List.of(first));
        all.addAll(operations);
        return all;
    }

    private static List<Operation> behind(List<Operation> operations, Predicate<Operation> which, Operation more) {
        List<Operation> all = new ArrayList<>();
        for (Operation operation : operations) {
            all.add(operation);
            if (which.test(operation)) {
                all.add(more);
            }
        }
        return all;
    }

    /** Existing customers get a kind before the column becomes not null. */
    private static List<Operation> withKind(List<Operation> found) {
        List<Operation> all = new ArrayList<>();
        for (Operation operation : found) {
            if (operation instanceof ColumnOperation.Add add
                    && add.column().name().equalsIgnoreCase("dtype")) {
                all.add(new ColumnOperation.Add(add.table(), add.column().withNullable(true)));
                all.add(data("update customer set dtype = 'Customer'", "delete from customer where dtype = 'Company'"));
                all.add(new ColumnOperation.Alter(add.table(), add.column().withNullable(true), add.column()));
            } else {
                all.add(operation);
            }
        }
        return all;
    }

    /** The downgrade restores the kind before the numbers. */
    private static List<Operation> withCompanies(List<Operation> found) {
        List<Operation> all = new ArrayList<>();
        for (Operation operation : found) {
            if (operation instanceof ColumnOperation.Drop drop && drop.name().equalsIgnoreCase("dtype")) {
                ColumnOperation.Drop nullable = new ColumnOperation.Drop(
                        drop.table(), "dtype", drop.column().withNullable(true));
                all.add(new ColumnOperation.Alter(drop.table(), drop.column(), nullable.column()));
                all.add(
                        data(
                                NOTHING,
                                "update customer set dtype = case when id in (select c.id from company c) then 'Company' else 'Customer' end"));
                all.add(nullable);
            } else {
                all.add(operation);
            }
            if (operation instanceof TableOperation.Create) {
                all.add(data(
                        "insert into company (id, vat) select id, vat from customer where dtype = 'Company'",
                        "update customer set vat = (select c.vat from company c where c.id = customer.id)"));
            }
        }
        return all;
    }

    @Override
    public String toString() {
        return message;
    }
}
