package io.retort.internal.script;

import io.retort.dialect.Dialect;
import io.retort.operation.Batches;
import io.retort.operation.DataOperation;
import io.retort.run.PreparedStep;
import io.retort.run.PreparedStep.PreparedOperation;
import io.retort.schema.Constraint.PrimaryKey;
import io.retort.schema.Snapshot;
import java.util.List;
import java.util.Optional;

/**
 * Names the primary key in backfills that name no key.
 *
 * @param schema the schema that the history produces, with canonical names
 * @param dialect renders the operations
 */
public record BackfillKeys(Snapshot schema, Dialect dialect) {

    /** Returns the steps with the statements of their backfills; a backfill of an unknown table is unchanged. */
    public List<PreparedStep> in(List<PreparedStep> steps) {
        return steps.stream().map(this::in).toList();
    }

    private PreparedStep in(PreparedStep step) {
        List<PreparedOperation> operations =
                step.operations().stream().map(this::in).toList();
        return new PreparedStep(
                step.step(), operations, step.checksum(), step.partialStatements(), step.reason(), step.stored());
    }

    private PreparedOperation in(PreparedOperation prepared) {
        return prepared.operation() instanceof DataOperation.Backfill backfill
                        && backfill.batches().key().isEmpty()
                ? key(backfill).map(key -> with(prepared, backfill, key)).orElse(prepared)
                : prepared;
    }

    private PreparedOperation with(PreparedOperation prepared, DataOperation.Backfill backfill, List<String> key) {
        Batches batches = backfill.batches().beforeStart().key(key.toArray(String[]::new));
        DataOperation.Backfill known =
                new DataOperation.Backfill(backfill.table(), backfill.fill(), backfill.undo(), batches);
        return new PreparedOperation(
                prepared.operation(), known.sql(dialect.ddl()), prepared.line(), prepared.syntax(), prepared.waivers());
    }

    private Optional<List<String>> key(DataOperation.Backfill backfill) {
        return schema.table(dialect.identifiers().canonical(backfill.table())).stream()
                .flatMap(table -> table.constraints().stream())
                .filter(PrimaryKey.class::isInstance)
                .map(key -> ((PrimaryKey) key).columns())
                .findFirst();
    }
}
