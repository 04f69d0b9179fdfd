package io.retort.boot.autoconfigure.unloadable;

import io.retort.migration.Migration;
import io.retort.migration.Operations;
import io.retort.migration.Revision;

/** Cannot be created, because its constructor is not public. */
@Revision(id = "4d5e6f7a8b9c", message = "needs more")
public class R4d5e6f7a8b9c_needs_more implements Migration {

    R4d5e6f7a8b9c_needs_more() {}

    @Override
    public void upgrade(Operations op) {}
}
