package io.retort.test.revisions;

import static io.retort.migration.Definitions.*;

import io.retort.migration.*;

/** First names. */
@Revision(id = "b2000000", parent = "b1000000", message = "first names", created = "2026-11-23T10:20:30Z")
public class Rb2000000_first_names implements Migration {

    @Override
    public void upgrade(Operations op) {
        op.renameColumn("customer", "name", "first_name");
    }

    @Override
    public void downgrade(Operations op) {
        op.renameColumn("customer", "first_name", "name");
    }
}
