package db.revisions;

import io.retort.migration.Migration;
import io.retort.migration.Operations;
import io.retort.migration.Revision;

/** Merge stock and invoices. */
@Revision(
        id = "f16c3a87e2d0",
        parent = {"9d4e6a20b7c5", "5b93f1c8d27e"},
        message = "merge stock and invoices",
        created = "2026-03-27T09:30:12Z")
public class Rf16c3a87e2d0_merge_stock_and_invoices implements Migration {

    @Override
    public void upgrade(Operations op) {}

    @Override
    public void downgrade(Operations op) {}
}
