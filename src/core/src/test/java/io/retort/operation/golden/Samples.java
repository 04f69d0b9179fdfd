package io.retort.operation.golden;

import static io.retort.migration.Definitions.*;

import io.retort.migration.Operations;
import io.retort.schema.Constraint.ForeignKey;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** At least one sample of every operation, for the golden files and for runs on real databases. */
public final class Samples {

    static final Consumer<Operations> NOTHING = op -> {};

    static final Consumer<Operations> CUSTOMER = op -> op.createTable(
            "customer",
            column("id", bigint()).notNull(),
            column("name", varchar(100)).notNull(),
            column("email", varchar(255)),
            column("age", varchar(10)),
            primaryKey("id"));

    static final Consumer<Operations> CUSTOMER_AND_PURCHASE = CUSTOMER.andThen(op -> op.createTable(
            "purchase",
            column("id", bigint()).notNull(),
            column("customer_id", bigint()),
            column("amount", numeric(10, 2)).notNull().defaultValue(0),
            primaryKey("id")));

    static final ForeignKey TO_CUSTOMER =
            foreignKey("fk_purchase_customer", "customer_id").references("customer", "id");

    private Samples() {}

    public static List<Sample> all() {
        return Stream.of(
                        TableSamples.all(),
                        ColumnSamples.all(),
                        ConstraintSamples.all(),
                        IndexSamples.all(),
                        SequenceSamples.all(),
                        TypeSamples.all(),
                        DataSamples.all())
                .flatMap(List::stream)
                .toList();
    }
}
