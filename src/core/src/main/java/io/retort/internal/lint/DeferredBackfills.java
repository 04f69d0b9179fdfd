package io.retort.internal.lint;

import io.retort.internal.lint.rule.CommonRules;
import io.retort.internal.lint.rule.Violation;
import io.retort.internal.sql.SqlToken;
import io.retort.operation.ColumnOperation;
import io.retort.operation.Operation;
import io.retort.operation.OperationVisitor;
import io.retort.operation.Statement;
import io.retort.operation.TableOperation;
import io.retort.run.PreparedStep;
import io.retort.run.PreparedStep.StatementPosition;
import io.retort.schema.QualifiedName;
import io.retort.sql.SqlSyntax;
import io.retort.sql.SqlSyntax.Blocks;
import io.retort.sql.SqlSyntax.Feature;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The backfills after the start that may not be complete when the next operation runs. Not thread-safe. */
final class DeferredBackfills {

    /** How the products quote names. */
    private static final SqlSyntax NAMES = SqlSyntax.of(Blocks.NONE, Feature.BACKTICKS, Feature.BRACKETS);

    private final SchemaState state;
    private final List<Filled> filled = new ArrayList<>();

    DeferredBackfills(SchemaState state) {
        this.state = state;
    }

    /** A column that a revision fills after the start. */
    private record Filled(QualifiedName table, String column, String revision) {}

    /** Adds the backfills of a step whose later steps are judged. */
    void add(PreparedStep step) {
        for (StatementPosition place : step.backfillsAfterStart()) {
            if (place.statement() instanceof Statement.Backfill backfill) {
                QualifiedName table = state.canonical(backfill.table());
                backfill.assigned()
                        .forEach(column -> filled.add(
                                new Filled(table, bare(column), step.revision().id())));
            }
        }
    }

    private static String bare(String column) {
        List<SqlToken> name = SqlToken.first(column, NAMES, 1);
        return name.isEmpty() ? column : name.get(0).name();
    }

    /** Returns the violations of an operation with canonical names. */
    List<Violation> violations(Operation operation) {
        return operation.accept(new OperationVisitor.Selective<List<Violation>>() {

            @Override
            public List<Violation> other(Operation any) {
                return List.of();
            }

            @Override
            public List<Violation> renameColumn(ColumnOperation.Rename rename) {
                return of(rename.table(), rename.before());
            }

            @Override
            public List<Violation> alterColumn(ColumnOperation.Alter alter) {
                return alter.before().type().equals(alter.after().type())
                        ? List.of()
                        : of(alter.table(), alter.before().name());
            }

            @Override
            public List<Violation> renameTable(TableOperation.Rename rename) {
                return of(rename.before(), null);
            }
        });
    }

    private List<Violation> of(QualifiedName table, @Nullable String column) {
        return filled.stream()
                .filter(each -> each.table().equals(table)
                        && (column == null || each.column().equalsIgnoreCase(column)))
                .limit(1)
                .map(each -> Violation.of(
                        CommonRules.BACKFILL_WAITS,
                        table,
                        "Revision " + each.revision() + " fills " + table + "." + each.column()
                                + " after the start. The upgrade, and the start of an application that runs it, waits until"
                                + " this backfill is complete.",
                        CommonRules.BACKFILL_WAITS.remedy()))
                .toList();
    }
}
