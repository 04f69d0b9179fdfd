package io.retort;

import io.retort.SwitchPlan.LostRows;
import io.retort.error.RetortException;
import io.retort.internal.database.DatabaseSession;
import io.retort.internal.log.PrintableLog;
import io.retort.internal.prepare.DowngradeLosses;
import io.retort.internal.prepare.FormerNames;
import io.retort.internal.prepare.LossVisitor;
import io.retort.internal.prepare.LostData;
import io.retort.internal.prepare.StepPreparation;
import io.retort.internal.prepare.StoredUndo;
import io.retort.internal.sql.RowSelection;
import io.retort.operation.Operation;
import io.retort.revision.Direction;
import io.retort.revision.Plan.Step;
import io.retort.revision.RevisionInfo;
import io.retort.run.PreparedStep;
import io.retort.run.PreparedStep.LossKind;
import io.retort.run.PreparedStep.PreparedOperation;
import io.retort.schema.QualifiedName;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Counts the rows and values that downgrades lose. The steps must be counted in the order in which they run, because a step
 * can rename what a later one drops.
 */
final class LostRowCounter {

    private final DatabaseSession session;
    private final FormerNames names;
    private final ReferencingRows referencing;
    private final Set<String> cascaded = new HashSet<>();

    /** @param session the database */
    LostRowCounter(DatabaseSession session) {
        this.session = session;
        this.names = new FormerNames(session.dialect().identifiers());
        this.referencing = new ReferencingRows(session);
    }

    /**
     * Counts what the next step loses.
     *
     * @param downgrade the step
     * @param undo its stored downgrade
     */
    List<LostRows> of(PreparedStep downgrade, StoredUndo undo) {
        return of(undo.losses(), downgrade.rebuilds());
    }

    /**
     * Counts what the next step loses.
     *
     * @param downgrade the step
     * @param preparation prepares its upgrade
     */
    List<LostRows> of(PreparedStep downgrade, StepPreparation preparation) {
        DowngradeLosses losses =
                LossVisitor.of(operations(downgrade), upgrade(downgrade.revision(), preparation), session.dialect());
        return of(losses, downgrade.rebuilds());
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

    private List<LostRows> of(DowngradeLosses losses, boolean rebuilds) {
        List<LostRows> counted = new ArrayList<>();
        boolean detached =
                rebuilds && !session.dialect().sessions().rebuilding().isEmpty();
        for (LostData each : losses.lost()) {
            former(each).ifPresent(lost -> {
                counted.add(count(lost));
                if (!detached) {
                    counted.addAll(cascades(lost, losses));
                }
            });
        }
        names.follow(losses.changes());
        return withoutContained(counted);
    }

    /** Returns the loss with the names that the database has now; empty for what an earlier step creates. */
    private Optional<LostData> former(LostData lost) {
        String table = lost.table();
        String column = lost.column();
        if (table == null) {
            return Optional.of(lost);
        }
        Optional<String> formerColumn = column == null ? Optional.of("") : names.column(table, column);
        boolean same = lost.selection().conditions().stream().allMatch(each -> names.selectsTheSame(table, each));
        return names.table(table)
                .filter(former -> formerColumn.isPresent())
                .map(former -> new LostData(
                        lost.kind(),
                        former,
                        column == null ? null : formerColumn.get(),
                        same
                                        && !(cascaded.contains(names.key(former))
                                                && !lost.selection().isAll())
                                ? lost.selection()
                                : RowSelection.UNKNOWN,
                        lost.statement()));
    }

    /** The rows that the database deletes with the deleted ones. */
    private List<LostRows> cascades(LostData lost, DowngradeLosses losses) {
        String table = lost.table();
        boolean deletes = lost.kind() == LossKind.DELETED_ROWS
                || lost.kind() == LossKind.DROPPED_TABLE && referencing.areDeletedWithTable();
        if (!deletes || table == null) {
            return List.of();
        }
        FormerNames step = new FormerNames(session.dialect().identifiers());
        step.follow(names.changes());
        step.follow(losses.changes());
        List<LostRows> rows = new ArrayList<>();
        for (LostData found : referencing.of(QualifiedName.parse(table), lost.selection())) {
            String child = found.table();
            boolean known = child == null || !step.changesFormer(child) && cascaded.add(names.key(child));
            rows.add(count(known ? found : unknown(found)));
        }
        return rows;
    }

    private static LostData unknown(LostData lost) {
        return new LostData(lost.kind(), lost.table(), lost.column(), RowSelection.UNKNOWN, null);
    }

    /** What is lost with a table is not counted again for a part of it. */
    private List<LostRows> withoutContained(List<LostRows> all) {
        Set<String> dropped = new HashSet<>();
        all.stream()
                .filter(lost -> lost.kind() == LossKind.DROPPED_TABLE)
                .forEach(lost -> dropped.add(names.key(String.valueOf(lost.table()))));
        return all.stream()
                .filter(lost -> lost.kind() == LossKind.DROPPED_TABLE
                        || lost.table() == null
                        || !dropped.contains(names.key(lost.table())))
                .distinct()
                .toList();
    }

    private LostRows count(LostData lost) {
        String table = lost.table();
        if (table == null) {
            return new LostRows(lost.kind(), null, null, lost.statement(), null, null);
        }
        String from = " from " + session.dialect().identifiers().sql(QualifiedName.parse(table));
        Long rows = number("select count(*)" + from);
        return new LostRows(lost.kind(), table, lost.column(), null, rows, values(lost, from, rows));
    }

    private @Nullable Long values(LostData lost, String from, @Nullable Long rows) {
        RowSelection selection = lost.selection();
        String column = lost.column();
        if (rows == null || rows == 0 || !selection.known()) {
            return rows != null && rows == 0 ? rows : null;
        }
        String counted = column == null ? "*" : session.dialect().identifiers().sql(column);
        if (selection.isAll()) {
            return column == null ? rows : number("select count(" + counted + ")" + from);
        }
        long sum = 0;
        for (String condition : selection.conditions()) {
            Long some = number("select count(" + counted + ")" + from + " where " + condition);
            if (some == null) {
                return null;
            }
            sum += some;
        }
        return sum;
    }

    /** A table that hand-written SQL of an earlier step changes can have another name now. */
    private @Nullable Long number(String query) {
        try (Statement jdbc = session.connection().createStatement();
                ResultSet row = jdbc.executeQuery(query)) {
            row.next();
            return row.getLong(1);
        } catch (SQLException e) {
            PrintableLog.of(LostRowCounter.class).debug("Cannot count rows: {}", query, e);
            return null;
        }
    }
}
