package io.retort.operation.golden;

import static io.retort.migration.Definitions.*;
import static io.retort.operation.golden.Samples.NOTHING;

import io.retort.migration.Operations;
import java.util.List;
import java.util.function.Consumer;

/** Samples of sequence operations. */
final class SequenceSamples {

    private SequenceSamples() {}

    static List<Sample> all() {
        Consumer<Operations> counter =
                op -> op.createSequence(sequence("customer_seq").incrementBy(50));
        return List.of(
                Sample.of(
                        "sequence.create",
                        NOTHING,
                        op -> op.createSequence(sequence("customer_seq").incrementBy(50))),
                Sample.of(
                        "sequence.create.everything",
                        NOTHING,
                        op -> op.createSequence(sequence("customer_seq")
                                .startWith(100)
                                .incrementBy(10)
                                .minimum(100L)
                                .maximum(9_000_000_000L)
                                .cache(20L)
                                .cycling())),
                Sample.of(
                        "sequence.create.start_after",
                        op -> op.createTable("customer", column("id", bigint()).notNull(), primaryKey("id")),
                        op -> op.createSequence(
                                sequence("customer_seq").incrementBy(50), startAfter("customer", "id"))),
                Sample.of(
                        "sequence.drop",
                        counter,
                        op -> op.dropSequence(sequence("customer_seq").incrementBy(50))),
                Sample.of("sequence.drop.short", counter, op -> op.dropSequence("customer_seq")),
                Sample.of(
                        "sequence.alter",
                        counter,
                        op -> op.alterSequence(
                                sequence("customer_seq").incrementBy(50),
                                sequence("customer_seq")
                                        .maximum(5000L)
                                        .cache(10L)
                                        .cycling())),
                Sample.of(
                        "sequence.alter.increment",
                        counter,
                        op -> op.alterSequence(
                                sequence("customer_seq").incrementBy(50),
                                sequence("customer_seq").incrementBy(10))),
                Sample.of("sequence.rename", counter, op -> op.renameSequence("customer_seq", "client_seq")));
    }
}
