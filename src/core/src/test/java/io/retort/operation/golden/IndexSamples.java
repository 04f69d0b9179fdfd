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
        Consumer<Operations> indexed = CUSTOMER.andThen(op -> op.createIndex("ix_customer_email", "customer", "email"));
        return List.of(
                Sample.of("index.create", CUSTOMER, op -> op.createIndex("ix_customer_email", "customer", "email")),
                Sample.of(
                        "index.create.unique",
                        CUSTOMER,
                        op -> op.createIndex(
                                "customer",
                                index("ix_customer_name")
                                        .on("name")
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
                                        .on("id"))),
                Sample.of(
                        "index.create.where",
                        CUSTOMER,
                        op -> op.createIndex(
                                "customer",
                                index("ix_customer_email").on("email").where("email is not null"))),
                Sample.of(
                        "index.create.method",
                        CUSTOMER,
                        op -> op.createIndex(
                                "customer", index("ix_customer_name").on("name").using("btree"))),
                Sample.of(
                        "index.create.concurrently",
                        CUSTOMER,
                        op -> op.createIndexConcurrently("ix_customer_email", "customer", "email")),
                Sample.of("index.drop", indexed, op -> op.dropIndex("ix_customer_email", "customer", "email")),
                Sample.of("index.drop.short", indexed, op -> op.dropIndex("ix_customer_email", "customer")),
                Sample.of(
                        "index.drop.concurrently",
                        indexed,
                        op -> op.dropIndexConcurrently("ix_customer_email", "customer", "email")),
                // there a schema is a separate database
                Sample.of(
                                "index.drop.schema",
                                op -> {
                                    op.execute("create schema billing");
                                    op.createTable(
                                            "billing.bill",
                                            column("id", bigint()).notNull());
                                    op.createIndex("ix_bill_id", "billing.bill", "id");
                                },
                                op -> op.dropIndex("ix_bill_id", "billing.bill", "id"))
                        .notOn("mysql", "mariadb", "sqlite"),
                Sample.of(
                        "index.rename",
                        indexed,
                        op -> op.renameIndex("customer", "ix_customer_email", "ix_customer_mail")));
    }
}
