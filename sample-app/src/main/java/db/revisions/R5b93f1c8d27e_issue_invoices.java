package db.revisions;

import static io.retort.migration.Definitions.*;

import io.retort.migration.Migration;
import io.retort.migration.Operations;
import io.retort.migration.Revision;

/** Issue invoices. */
@Revision(id = "5b93f1c8d27e", parent = "a1d5d04722c1", message = "issue invoices", created = "2026-03-18T14:02:51Z")
public class R5b93f1c8d27e_issue_invoices implements Migration {

    @Override
    public void upgrade(Operations op) {
        op.createSequence(sequence("invoice_number_seq").startWith(1000));

        op.createTable(
                "invoice",
                column("id", bigint()).notNull(),
                column("issued_on", date()).notNull(),
                column("paid_at", timestampWithTimeZone(6)),
                column("total", numeric(10, 2)).notNull(),
                column("visit_id", bigint()).notNull(),
                primaryKey("id"),
                unique("uk2jyef7rcry4389r17wcc0jiq0", "visit_id"),
                foreignKey("fk_invoice_visit", "visit_id").references("visit", "id"));
        op.createIndex("invoice", index("ix_invoice_issued_on").descending("issued_on"));
    }

    @Override
    public void downgrade(Operations op) {
        op.dropTable("invoice");

        op.dropSequence(sequence("invoice_number_seq").startWith(1000));
    }
}
