package io.retort.boot.command.beans.early;

import io.retort.boot.command.beans.app.CrateRepository;
import io.retort.migration.Migration;
import io.retort.migration.Operations;
import io.retort.migration.Revision;

/** Uses a JPA repository in phase {@code START}, before JPA exists. */
@Revision(id = "bf000001", message = "too early")
public class Rbf000001_too_early implements Migration {

    private final CrateRepository crates;

    public Rbf000001_too_early(CrateRepository crates) {
        this.crates = crates;
    }

    @Override
    public void upgrade(Operations op) {
        op.work("count", connection -> crates.count());
    }
}
