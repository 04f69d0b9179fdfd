package io.retort.diff.internal.compare;

import io.retort.diff.internal.compare.OperationOrder.Phase;
import io.retort.operation.TableOperation;
import io.retort.schema.Column.Generation;
import io.retort.schema.Constraint.PrimaryKey;
import io.retort.schema.Table;
import java.util.Objects;
import java.util.Optional;

/**
 * Compares a table that exists on both sides.
 *
 * @param live the table in the database
 * @param wanted the table of the model, as the database spells it
 * @param declared the table of the model, in portable types
 * @param changes collects the operations
 */
record TableComparison(Table live, Table wanted, Table declared, OperationOrder changes) {

    /** Adds the operations that change the live table into the wanted one. */
    public void compare() {
        new ColumnComparison(this).compare();
        new PrimaryKeyComparison(this).compare();
        new UniqueComparison(this).compare();
        new CheckComparison(this).compare();
        new IndexComparison(this).compare();
        new ForeignKeyComparison(this).compare();
        if (!declared.options().isEmpty() && !live.options().equals(wanted.options())) {
            changes.skip("table " + declared.name() + ": the entities require " + String.join(" ", declared.options())
                    + ", which Retort does not change. Change it yourself: alter table " + declared.name()
                    + " convert to character set");
        }
        if (!Objects.equals(live.comment(), wanted.comment())) {
            changes.add(Phase.COMMENT, new TableOperation.Comment(declared.name(), live.comment(), declared.comment()));
        }
    }

    /**
     * The primary key of one side if it consists of an identity column that the other side lacks. Such a key is added
     * or dropped together with its column.
     */
    static Optional<PrimaryKey> keyOfCounter(Table with, Table without) {
        return with.primaryKey()
                .filter(key -> key.columns().size() == 1)
                .filter(key -> without.column(key.columns().get(0)).isEmpty())
                .filter(key -> with.column(key.columns().get(0))
                        .filter(column -> column.generation() instanceof Generation.Identity)
                        .isPresent());
    }
}
