package io.retort.operation.golden;

import static io.retort.migration.Definitions.*;
import static io.retort.operation.golden.Samples.CUSTOMER;

import io.retort.migration.Operations;
import java.util.List;
import java.util.function.Consumer;

/** Samples of index operations. */
final class IndexSamples {

    private IndexSamples() {}

    static List<Sample> all() {
        Consumer<Operations> indexed =
                CUSTOMER.andThen(op -> op.createIndex("customer", index("ix_customer_email", "email")));
        return List.of(
                Sample.of(
                        "index.create",
                        CUSTOMER,
                        op -> op.createIndex("customer", index("ix_customer_email", "email"))),
                Sample.of(
                        "index.create.unique",
                        CUSTOMER,
                        op -> op.createIndex(
                                "customer",
                                index("ix_customer_name", "name")
                                        .descending("email")
                                        .asUnique())),
                Sample.of(
                        "index.create.nulls",
                        CUSTOMER,
                        op -> op.createIndex(
                                "customer",
                                index("ix_customer_email").descending("email").nullsLast())),
                Sample.of(
                        "index.create.expression",
                        CUSTOMER,
                        op -> op.createIndex(
                                "customer",
                                index("ix_customer_email")
                                        .expression("lower(email)")
                                        .ascending("id"))),
                Sample.of(
                        "index.create.where",
                        CUSTOMER,
                        op -> op.createIndex(
                                "customer", index("ix_customer_email", "email").where("email is not null"))),
                Sample.of(
                        "index.create.method",
                        CUSTOMER,
                        op -> op.createIndex(
                                "customer", index("ix_customer_name", "name").using("btree"))),
                Sample.of(
                        "index.create.concurrently",
                        CUSTOMER,
                        op -> op.createIndex(
                                "customer", index("ix_customer_email", "email").concurrently())),
                Sample.of("index.drop", indexed, op -> op.dropIndex("customer", index("ix_customer_email", "email"))),
                Sample.of("index.drop.short", indexed, op -> op.dropIndex("customer", "ix_customer_email")),
                Sample.of(
                        "index.drop.concurrently",
                        indexed,
                        op -> op.dropIndex(
                                "customer", index("ix_customer_email", "email").concurrently())),
                // there a schema is a separate database
                Sample.of(
                                "index.drop.schema",
                                op -> {
                                    op.execute("create schema billing");
                                    op.createTable(
                                            "billing.bill",
                                            column("id", bigint()).notNull());
                                    op.createIndex("billing.bill", index("ix_bill_id", "id"));
                                },
                                op -> op.dropIndex("billing.bill", index("ix_bill_id", "id")))
                        .notOn("mysql", "mariadb", "sqlite"),
                Sample.of(
                        "index.rename",
                        indexed,
                        op -> op.renameIndex("customer", "ix_customer_email", "ix_customer_mail")));
    }
}
