package io.retort.operation.golden;

import static io.retort.migration.Definitions.*;
import static io.retort.operation.golden.Samples.CUSTOMER;
import static io.retort.operation.golden.Samples.NOTHING;

import io.retort.migration.Operations;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;

/** Samples of data operations. */
final class DataSamples {

    private DataSamples() {}

    static List<Sample> all() {
        Consumer<Operations> rows = CUSTOMER.andThen(op ->
                op.insert("customer", columns("id", "name", "email"), row(1, "Ada", "ada@x.org"), row(2, "Bob", null)));
        Consumer<Operations> values = op -> op.createTable(
                "sample_values",
                column("id", uuid()).notNull(),
                column("price", numeric(10, 2)),
                column("ratio", floating(53)),
                column("active", bool()),
                column("born", date()),
                column("seen", timestamp(6)),
                column("moment", timestampWithTimeZone(6)),
                column("picture", varbinary(20)),
                column("note", varchar(100)),
                primaryKey("id"));
        return List.of(
                Sample.of(
                        "data.insert",
                        CUSTOMER,
                        op -> op.insert(
                                "customer",
                                columns("id", "name", "email"),
                                row(1, "Ada", "ada@x.org"),
                                row(2, "Bob", null))),
                Sample.of(
                        "data.insert.values",
                        values,
                        op -> op.insert(
                                "sample_values",
                                columns("id", "price", "active", "born", "seen", "moment", "picture", "note"),
                                row(
                                        UUID.fromString("0f14d0ab-9605-4a62-a9e4-5ed26688389b"),
                                        decimal("12.50"),
                                        true,
                                        LocalDate.parse("1815-12-10"),
                                        LocalDateTime.parse("2026-11-22T10:15:30.123456"),
                                        Instant.parse("2026-11-22T10:15:30Z"),
                                        bytes("00ff5c27"),
                                        "it's a \\ and\na line"))),
                Sample.of(
                        "data.delete",
                        rows,
                        op -> op.delete(
                                "customer",
                                columns("id", "name", "email"),
                                row(1, "Ada", "ada@x.org"),
                                row(2, "Bob", null))),
                Sample.of(
                        "data.upsert",
                        CUSTOMER,
                        op -> op.upsert(
                                "customer",
                                key("id"),
                                rows(columns("id", "name", "email"), row(1, "Ada", "ada@x.org"), row(2, "Bob", null)))),
                Sample.of(
                        "data.upsert.replaced",
                        rows,
                        op -> op.upsert(
                                "customer",
                                key("id"),
                                rows(columns("id", "name", "email"), row(1, "Ada", "ada@x.org"), row(2, "Bob", null)),
                                rows(
                                        columns("id", "name", "email"),
                                        row(2, "Bill", "bill@x.org"),
                                        row(3, "Eve", null)))),
                Sample.of(
                        "data.upsert.key",
                        op -> op.createTable("tag", column("word", varchar(20)).notNull(), primaryKey("word")),
                        op -> op.upsert("tag", key("word"), noRows(), rows(columns("word"), row("new")))),
                Sample.of(
                        "data.backfill",
                        rows,
                        op -> op.backfill(
                                "customer",
                                set("email", "lower(name)")
                                        .set("name", "upper(name)")
                                        .where("email is null"))),
                Sample.of(
                        "data.backfill.undo",
                        rows,
                        op -> op.backfill(
                                "customer",
                                set("email", "lower(name)").where("email is null"),
                                set("email", "null").where("email is not null"))),
                Sample.of(
                        "data.backfill.after",
                        rows,
                        op -> op.backfill(
                                "customer",
                                set("email", "lower(name)").where("email is null"),
                                batches().afterStart())),
                Sample.of(
                        "data.backfill.batches",
                        rows,
                        op -> op.backfill(
                                "customer",
                                set("email", "lower(name)").where("email is null"),
                                batches()
                                        .key("name", "id")
                                        .rows(2_000)
                                        .millis(300)
                                        .pauseMillis(200)
                                        .waitWhile("select count(*) - 100 from customer"))),
                Sample.of(
                        "data.backfill.undo_batches",
                        rows,
                        op -> op.backfill(
                                "customer",
                                set("email", "lower(name)").where("email is null"),
                                set("email", "null").where("email is not null"),
                                batches().rows(2_000))),
                Sample.of("data.execute", rows, op -> op.execute("update customer set email = lower(email)")),
                Sample.of(
                        "data.execute.any_rows",
                        rows,
                        op -> op.execute(
                                "update customer set name = 'Eve' where id = 1",
                                "update customer set name = 'Ada' where id = 1")),
                Sample.of(
                        "data.execute.rows",
                        rows,
                        op -> op.execute("update customer set name = 'Eve' where id = 1", expectRows(1))),
                Sample.of(
                        "data.execute.rows_means",
                        rows,
                        op -> op.execute("update customer set name = 'Eve' where id = 1", expectRows(1), means -> {})),
                Sample.of(
                        "data.execute.undo_means",
                        rows,
                        op -> op.execute(
                                "update customer set name = 'Eve' where id = 1",
                                "update customer set name = 'Ada' where id = 1",
                                expectRows(1),
                                means -> {})),
                Sample.of(
                        "data.execute.means_short",
                        CUSTOMER,
                        op -> op.execute(
                                "alter table customer add fax varchar(20)",
                                means -> means.addColumn("customer", column("fax", varchar(20))))),
                Sample.of(
                        "data.execute.undo",
                        rows,
                        op -> op.execute(
                                "update customer set name = 'Eve' where id = 1",
                                "update customer set name = 'Ada' where id = 1",
                                expectRows(1))),
                Sample.of(
                        "data.execute.means",
                        CUSTOMER,
                        op -> op.execute(
                                "alter table customer add fax varchar(20)",
                                "alter table customer drop column fax",
                                means -> means.addColumn("customer", column("fax", varchar(20))))),
                Sample.of("data.work", NOTHING, op -> op.work("fill the cache", connection -> {})),
                Sample.of(
                        "data.work.means",
                        NOTHING,
                        op -> op.work("check the cache", connection -> {}, null, means -> {})));
    }
}
