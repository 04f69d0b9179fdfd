package io.retort.boot.command.beans.history;

import io.retort.boot.command.beans.app.Crate;
import io.retort.boot.command.beans.app.CrateRepository;
import io.retort.boot.command.beans.app.Labels;
import io.retort.migration.Migration;
import io.retort.migration.Operations;
import io.retort.migration.Phase;
import io.retort.migration.Revision;

@Revision(id = "be000003", parent = "be000002", message = "save by repository", phase = Phase.AFTER_START)
public class Rbe000003_save_by_repository implements Migration {

    private final CrateRepository crates;
    private final Labels labels;

    public Rbe000003_save_by_repository(CrateRepository crates, Labels labels) {
        this.crates = crates;
        this.labels = labels;
    }

    @Override
    public void upgrade(Operations op) {
        op.work("save", connection -> crates.save(new Crate(42L, labels.next())), connection -> crates.deleteById(42L));
    }
}
