package io.retort;

import io.retort.SwitchPlan.LostRows;
import io.retort.error.RetortException;
import io.retort.internal.database.DatabaseSession;
import io.retort.internal.log.PrintableLog;
import io.retort.internal.prepare.LostDataVisitor;
import io.retort.internal.prepare.StepPreparation;
import io.retort.internal.prepare.StoredUndo;
import io.retort.internal.prepare.StoredUndo.LostData;
import io.retort.operation.Operation;
import io.retort.revision.Direction;
import io.retort.revision.Plan.Step;
import io.retort.revision.RevisionInfo;
import io.retort.run.PreparedStep;
import io.retort.run.PreparedStep.PreparedOperation;
import io.retort.schema.QualifiedName;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** Counts the rows and values that a downgrade deletes. */
final class LostRowCounter {

    private final DatabaseSession session;

    /** @param session the database */
    LostRowCounter(DatabaseSession session) {
        this.session = session;
    }

    /**
     * Counts what a step deletes with tables and columns.
     *
     * @param undo the downgrade
     */
    List<LostRows> of(StoredUndo undo) {
        return undo.downgrade().stream()
                .flatMap(part -> part.lost().stream())
                .map(this::count)
                .toList();
    }

    /**
     * Counts what a step deletes with tables and columns.
     *
     * @param downgrade the step
     * @param preparation prepares its upgrade
     */
    List<LostRows> of(PreparedStep downgrade, StepPreparation preparation) {
        return LostDataVisitor.of(operations(downgrade), upgrade(downgrade.revision(), preparation)).stream()
                .map(this::count)
                .toList();
    }

    /** An upgrade that cannot be prepared declares nothing. */
    private static List<Operation> upgrade(RevisionInfo revision, StepPreparation preparation) {
        try {
            return operations(preparation.prepare(new Step(revision, Direction.UP)));
        } catch (RetortException e) {
            return List.of();
        }
    }

    private static List<Operation> operations(PreparedStep step) {
        return step.operations().stream().map(PreparedOperation::operation).toList();
    }

    /** An object whose name another step changes first does not exist yet. */
    private LostRows count(LostData lost) {
        String column = lost.column();
        String table = session.dialect().identifiers().sql(QualifiedName.parse(lost.table()));
        String values = column == null
                ? ""
                : ", count(" + session.dialect().identifiers().sql(column) + ")";
        try (Statement jdbc = session.connection().createStatement();
                ResultSet row = jdbc.executeQuery("select count(*)" + values + " from " + table)) {
            row.next();
            return new LostRows(lost.table(), column, row.getLong(1), row.getLong(column == null ? 1 : 2));
        } catch (SQLException e) {
            PrintableLog.of(LostRowCounter.class).debug("Cannot count rows of {}", table, e);
            return new LostRows(lost.table(), column, -1, -1);
        }
    }
}
