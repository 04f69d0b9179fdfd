package io.retort.boot.autoconfigure.revisions;

import static io.retort.migration.Definitions.*;

import io.retort.migration.*;
import io.retort.migration.Migration;
import io.retort.migration.Operations;
import io.retort.migration.Revision;

/** Create product. */
@Revision(id = "1a2b3c4d5e6f", message = "create product", created = "2026-11-22T10:15:30Z")
public class R1a2b3c4d5e6f_create_product implements Migration {

    @Override
    public void upgrade(Operations op) {
        op.createTable("product", column("id", bigint()).notNull(), primaryKey("id"));
    }

    @Override
    public void downgrade(Operations op) {
        op.dropTable("product");
    }
}
