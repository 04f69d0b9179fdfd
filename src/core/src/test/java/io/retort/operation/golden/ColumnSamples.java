package io.retort.operation.golden;

import static io.retort.migration.Definitions.*;
import static io.retort.operation.golden.Samples.CUSTOMER;
import static io.retort.operation.golden.Samples.CUSTOMER_AND_PURCHASE;

import java.util.List;

/** Samples of column operations. */
final class ColumnSamples {

    private ColumnSamples() {}

    static List<Sample> all() {
        return List.of(
                Sample.of(
                        "column.add",
                        CUSTOMER,
                        op -> op.addColumn(
                                "customer", column("city", varchar(80)).comment("where they live"))),
                Sample.of(
                        "column.add.default",
                        CUSTOMER,
                        op -> op.addColumn(
                                "customer",
                                column("active", bool()).defaultValue(true).notNull())),
                Sample.of(
                        "column.add.temporary",
                        CUSTOMER,
                        op -> op.addColumn(
                                "customer",
                                column("tier", varchar(20)).notNull().temporaryDefault("BASIC"))),
                Sample.of(
                        "column.add.computed",
                        CUSTOMER_AND_PURCHASE,
                        op -> op.addColumn(
                                "purchase", column("twice", numeric(10, 2)).computed("amount * 2"))),
                Sample.of(
                        "column.add.key",
                        op -> op.createTable("note", column("body", varchar(255))),
                        op -> op.addColumn(
                                "note", column("id", bigint()).notNull().identity(), primaryKey("id"))),
                Sample.of(
                        "column.drop.key",
                        op -> op.createTable(
                                "note",
                                column("id", bigint()).notNull().identity(),
                                column("body", varchar(255)),
                                primaryKey("id")),
                        op -> op.dropColumn(
                                "note", column("id", bigint()).notNull().identity(), primaryKey("id"))),
                Sample.of(
                                "column.add.collation",
                                CUSTOMER,
                                op -> op.addColumn(
                                        "customer", column("code", varchar(20)).collation("C")))
                        .notOn("mysql", "mariadb", "hsqldb", "sqlite"),
                Sample.of(
                        "column.add.concurrently",
                        CUSTOMER,
                        op -> op.addColumn(
                                "customer",
                                column("state", enumOf("NEW", "DONE")).concurrently())),
                Sample.of(
                                "column.add.volatile_concurrently",
                                CUSTOMER,
                                op -> op.addColumn(
                                        "customer",
                                        column("token", uuid())
                                                .notNull()
                                                .defaultExpression("gen_random_uuid()")
                                                .concurrently()))
                        .notOn("h2", "hsqldb", "mysql", "mariadb", "sqlite"),
                Sample.of(
                        "column.drop.concurrently",
                        CUSTOMER,
                        op -> op.dropColumn(
                                "customer", column("email", varchar(255)).concurrently())),
                Sample.of(
                        "column.alter.concurrently",
                        CUSTOMER,
                        op -> op.alterColumn(
                                "customer",
                                column("email", varchar(255)),
                                column("email", varchar(320))
                                        .defaultValue("unknown")
                                        .notNull()
                                        .concurrently())),
                Sample.of(
                        "column.alter.enum_concurrently",
                        CUSTOMER.andThen(op -> op.addColumn("customer", column("state", enumOf("NEW", "DONE")))),
                        op -> op.alterColumn(
                                "customer",
                                column("state", enumOf("NEW", "DONE")),
                                column("state", enumOf("NEW", "HELD", "DONE")).concurrently())),
                Sample.of("column.drop", CUSTOMER, op -> op.dropColumn("customer", column("email", varchar(255)))),
                Sample.of("column.drop.short", CUSTOMER, op -> op.dropColumn("customer", "email")),
                Sample.of(
                        "column.alter",
                        CUSTOMER,
                        op -> op.alterColumn(
                                "customer",
                                column("email", varchar(255)),
                                column("email", varchar(320))
                                        .defaultValue("unknown")
                                        .notNull())),
                Sample.of(
                        "column.alter.comment",
                        CUSTOMER,
                        op -> op.alterColumn(
                                "customer",
                                column("email", varchar(255)),
                                column("email", varchar(255)).comment("a \\ backslash, an 'apostrophe'"))),
                Sample.of(
                        "column.alter.enum",
                        CUSTOMER.andThen(op -> op.addColumn("customer", column("state", enumOf("NEW", "DONE")))),
                        op -> op.alterColumn(
                                "customer",
                                column("state", enumOf("NEW", "DONE")),
                                column("state", enumOf(20, "NEW", "HELD", "DONE")))),
                Sample.of(
                        "column.alter.convert",
                        CUSTOMER,
                        op -> op.alterColumn("customer", column("age", varchar(10)), column("age", integer()))),
                Sample.of(
                        "column.alter.using",
                        CUSTOMER,
                        op -> op.alterColumn(
                                "customer",
                                column("age", varchar(10)),
                                column("age", integer()),
                                using("length(age)", "left('*********', age)"))),
                Sample.of(
                        "column.alter.identity",
                        CUSTOMER,
                        op -> op.alterColumn(
                                "customer",
                                column("id", bigint()).notNull(),
                                column("id", bigint()).notNull().identity())),
                Sample.of(
                        "column.alter.not_computed",
                        CUSTOMER_AND_PURCHASE.andThen(op -> op.addColumn(
                                "purchase", column("twice", numeric(10, 2)).computed("amount * 2"))),
                        op -> op.alterColumn(
                                "purchase",
                                column("twice", numeric(10, 2)).computed("amount * 2"),
                                column("twice", numeric(10, 2)))),
                Sample.of("column.rename", CUSTOMER, op -> op.renameColumn("customer", "email", "mail")));
    }
}
