package io.retort.operation.golden;

import static io.retort.migration.Definitions.*;
import static io.retort.operation.golden.Samples.CUSTOMER;
import static io.retort.operation.golden.Samples.CUSTOMER_AND_PURCHASE;
import static io.retort.operation.golden.Samples.TO_CUSTOMER;

import io.retort.migration.Operations;
import java.util.List;
import java.util.function.Consumer;

/** Samples of constraint operations. */
final class ConstraintSamples {

    private ConstraintSamples() {}

    static List<Sample> all() {
        Consumer<Operations> referring = CUSTOMER_AND_PURCHASE.andThen(op -> op.addConstraint("purchase", TO_CUSTOMER));
        Consumer<Operations> unique =
                CUSTOMER.andThen(op -> op.addConstraint("customer", unique("uk_customer_email", "email")));
        Consumer<Operations> checked =
                CUSTOMER.andThen(op -> op.addConstraint("customer", check("ck_customer_id", "id > 0")));
        Consumer<Operations> keyless =
                op -> op.createTable("tag", column("name", varchar(50)).notNull());
        return List.of(
                Sample.of("constraint.add.primary_key", keyless, op -> op.addConstraint("tag", primaryKey("name"))),
                Sample.of(
                        "constraint.add.unique",
                        CUSTOMER,
                        op -> op.addConstraint("customer", unique("uk_customer_email", "email"))),
                Sample.of(
                        "constraint.add.unique_nulls_equal",
                        CUSTOMER,
                        op -> op.addConstraint(
                                "customer", unique("uk_customer_email", "email").nullsEqual())),
                Sample.of(
                        "constraint.add.foreign_key",
                        CUSTOMER_AND_PURCHASE,
                        op -> op.addConstraint(
                                "purchase", TO_CUSTOMER.onDelete(SET_NULL).onUpdate(CASCADE))),
                Sample.of(
                        "constraint.add.deferred",
                        CUSTOMER_AND_PURCHASE,
                        op -> op.addConstraint("purchase", TO_CUSTOMER.deferred(INITIALLY_DEFERRED))),
                Sample.of(
                        "constraint.add.check",
                        CUSTOMER,
                        op -> op.addConstraint("customer", check("ck_customer_id", "id > 0"))),
                Sample.of(
                        "constraint.add.not_valid",
                        CUSTOMER_AND_PURCHASE,
                        op -> op.addConstraint("purchase", TO_CUSTOMER.notValid())),
                Sample.of(
                        "constraint.drop.not_valid",
                        CUSTOMER_AND_PURCHASE.andThen(op -> op.addConstraint("purchase", TO_CUSTOMER.notValid())),
                        op -> op.dropConstraint("purchase", TO_CUSTOMER.notValid())),
                Sample.of(
                        "constraint.add.primary_key_concurrently",
                        keyless,
                        op -> op.addConstraint("tag", primaryKey("name").concurrently())),
                Sample.of(
                        "constraint.add.unique_concurrently",
                        CUSTOMER,
                        op -> op.addConstraint(
                                "customer", unique("uk_customer_email", "email").concurrently())),
                Sample.of(
                        "constraint.add.foreign_key_concurrently",
                        CUSTOMER_AND_PURCHASE,
                        op -> op.addConstraint("purchase", TO_CUSTOMER.concurrently())),
                Sample.of(
                        "constraint.add.check_concurrently",
                        CUSTOMER,
                        op -> op.addConstraint(
                                "customer", check("ck_customer_id", "id > 0").concurrently())),
                Sample.of(
                        "constraint.drop.concurrently",
                        unique,
                        op -> op.dropConstraint(
                                "customer", unique("uk_customer_email", "email").concurrently())),
                Sample.of(
                        "constraint.drop.primary_key", CUSTOMER, op -> op.dropConstraint("customer", primaryKey("id"))),
                Sample.of(
                        "constraint.drop.unique",
                        unique,
                        op -> op.dropConstraint("customer", unique("uk_customer_email", "email"))),
                Sample.of("constraint.drop.foreign_key", referring, op -> op.dropConstraint("purchase", TO_CUSTOMER)),
                Sample.of(
                        "constraint.drop.check",
                        checked,
                        op -> op.dropConstraint("customer", check("ck_customer_id", "id > 0"))),
                // needs MySQL 8.0.19
                Sample.of(
                                "constraint.drop.short",
                                referring,
                                op -> op.dropConstraint("purchase", "fk_purchase_customer"))
                        .notOn("mysql"),
                Sample.of(
                        "constraint.rename.primary_key",
                        keyless.andThen(
                                op -> op.addConstraint("tag", primaryKey("name").named("pk_old"))),
                        op -> op.renameConstraint("tag", primaryKey("name").named("pk_old"), "pk_tag")),
                Sample.of(
                        "constraint.rename.unique",
                        unique,
                        op -> op.renameConstraint(
                                "customer", unique("uk_customer_email", "email"), "uk_customer_mail")),
                Sample.of(
                        "constraint.rename.foreign_key",
                        referring,
                        op -> op.renameConstraint("purchase", TO_CUSTOMER, "fk_purchase_buyer")),
                Sample.of(
                        "constraint.rename.check",
                        checked,
                        op -> op.renameConstraint("customer", check("ck_customer_id", "id > 0"), "ck_id")));
    }
}
