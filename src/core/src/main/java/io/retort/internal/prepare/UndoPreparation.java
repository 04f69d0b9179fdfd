package io.retort.internal.prepare;

import io.retort.error.RetortException;
import io.retort.internal.database.Secrets;
import io.retort.internal.declaration.OperationReader;
import io.retort.internal.prepare.StoredUndo.Reversal;
import io.retort.internal.prepare.StoredUndo.Reverse;
import io.retort.internal.prepare.StoredUndo.Source;
import io.retort.internal.sql.SqlSecrets;
import io.retort.migration.IrreversibleException;
import io.retort.operation.DataOperation;
import io.retort.operation.IndexOperation;
import io.retort.operation.Operation;
import io.retort.operation.Statement;
import io.retort.operation.TableOperation;
import io.retort.revision.Direction;
import io.retort.revision.Plan.Step;
import io.retort.run.PreparedStep;
import io.retort.run.PreparedStep.PreparedOperation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Prepares what the row of an upgraded revision stores for an application that does not have the revision. */
public final class UndoPreparation {

    private final StepPreparation preparation;
    private final boolean keepUndo;

    /**
     * @param preparation prepares the downgrade
     * @param keepUndo whether to store it
     */
    public UndoPreparation(StepPreparation preparation, boolean keepUndo) {
        this.preparation = preparation;
        this.keepUndo = keepUndo;
    }

    /** Returns the step of an upgrade with what its row stores. A downgrade is returned unchanged. */
    public PreparedStep added(PreparedStep step) {
        if (step.isUpgrade() && step.checksum() != null && step.revision().isSquash()) {
            return step.storing(SquashRecord.ofRun(step.revision()));
        }
        return step.isUpgrade() && step.checksum() != null
                ? step.storing(new PreparedStep.Stored(keepUndo ? undo(step) : null, OlderReleases.verdict(step), null))
                : step;
    }

    private String undo(PreparedStep upgrade) {
        try {
            PreparedStep downgrade = preparation.prepare(new Step(upgrade.revision(), Direction.DOWN));
            List<Reversal> parts = new ArrayList<>();
            DowngradeLosses losses = LossVisitor.of(operations(downgrade), operations(upgrade), preparation.dialect());
            for (PreparedOperation operation : downgrade.operations()) {
                parts.add(part(operation.operation(), operation.statements(), List.of()));
            }
            return new StoredUndo(
                            preparation.dialect().name(), downgrade.transactional(), losses, parts, reverses(upgrade))
                    .text();
        } catch (NotStoredException e) {
            return StoredUndo.none(e.reason);
        } catch (RetortException e) {
            return StoredUndo.none(
                    e.getCause() instanceof IrreversibleException
                            ? "it cannot be undone"
                            : "it is irreversible, or could not be prepared when the revision was applied");
        }
    }

    private static List<Operation> operations(PreparedStep step) {
        return step.operations().stream().map(PreparedOperation::operation).toList();
    }

    /** A step in one transaction never stops in the middle. */
    private List<Reverse> reverses(PreparedStep upgrade) {
        boolean whole = preparation.dialect().transactionalDdl() && upgrade.transactional();
        return whole
                ? List.of()
                : upgrade.operations().stream().map(this::reverse).toList();
    }

    private Reverse reverse(PreparedOperation upgrade) {
        return new Reverse(
                upgrade.statements().size(),
                upgrade.operation() instanceof TableOperation.Create,
                reversed(upgrade.operation()).orElse(null));
    }

    /** A partial downgrade is only an additional way, so an operation that cannot be stored has none. */
    private Optional<Reversal> reversed(Operation operation) {
        if (isCheck(operation)) {
            return Optional.of(new Reversal(List.of(), null, List.of()));
        }
        Optional<Operation> reverse = operation.reverse();
        if (reverse.isEmpty()) {
            return Optional.empty();
        }
        try {
            List<Statement> statements = reverse.get().sql(preparation.dialect().ddl());
            return Optional.of(
                    part(reverse.get(), statements, LossVisitor.droppedTables(reverse.get(), preparation.dialect())));
        } catch (RetortException | NotStoredException e) {
            return Optional.empty();
        }
    }

    /** A statement that only fails if there are certain rows changes nothing that a downgrade would have to revert. */
    private boolean isCheck(Operation operation) {
        return operation instanceof DataOperation.Execute execute
                && preparation.dialect().messageOfCheck(execute.sql()).isPresent();
    }

    private Reversal part(Operation operation, List<Statement> statements, List<String> droppedTables)
            throws NotStoredException {
        List<Optional<Source>> sources = new ArrayList<>();
        for (Statement statement : statements) {
            sources.add(statement.accept(new PlainText()));
        }
        boolean plain = sources.stream().allMatch(Optional::isPresent);
        String indexTable =
                operation instanceof IndexOperation.Drop drop ? drop.table().toString() : null;
        List<Source> stored =
                plain ? sources.stream().flatMap(Optional::stream).toList() : List.of(source(operation, statements));
        return new Reversal(droppedTables, indexTable, stored);
    }

    /** Returns a statement as it is stored; empty if its text depends on the database, or if it is not only SQL. */
    private final class PlainText implements Statement.Visitor<Optional<Source>, NotStoredException> {

        @Override
        public Optional<Source> sql(Statement.Sql sql) throws NotStoredException {
            requireNoSecret(sql.text());
            return sql.adaptation() == null
                    ? Optional.of(new Source(false, sql.expectedRows(), sql.textInFile()))
                    : Optional.empty();
        }

        @Override
        public Optional<Source> backfill(Statement.Backfill backfill) throws NotStoredException {
            requireNoSecret(backfill.whole().text());
            return Optional.empty();
        }

        @Override
        public Optional<Source> work(Statement.Work work) {
            return Optional.empty();
        }
    }

    /** The statements of some operations depend on the database: it is then the operation that is stored. */
    private Source source(Operation operation, List<Statement> statements) throws NotStoredException {
        if (operation.isHandWritten()) {
            throw new NotStoredException(code(statements));
        }
        String text = operation.java().source(0);
        requireNoSecret(text);
        try {
            if (OperationReader.read(text, offset -> "The operation").equals(List.of(operation))) {
                return new Source(true, null, text);
            }
        } catch (RetortException e) {
            throw new NotStoredException("an operation of its downgrade cannot be written as text");
        }
        throw new NotStoredException("an operation of its downgrade cannot be written as text");
    }

    private static String code(List<Statement> statements) {
        return statements.stream()
                .filter(Statement.Work.class::isInstance)
                .map(work -> "its downgrade has Java code: " + ((Statement.Work) work).name())
                .findFirst()
                .orElse("a statement of its downgrade is adapted to the database");
    }

    /** The Java text of an operation also contains what its statements do not, such as the definition of what they drop. */
    private void requireNoSecret(String text) throws NotStoredException {
        if (!masked(text).equals(text)) {
            throw new NotStoredException("a statement of its downgrade contains a password");
        }
    }

    private String masked(String text) {
        return Secrets.mask(SqlSecrets.mask(text, preparation.dialect().syntax(), Secrets::mask));
    }

    /** Why a downgrade is not stored. */
    private static final class NotStoredException extends Exception {

        private static final long serialVersionUID = 1L;

        private final String reason;

        NotStoredException(String reason) {
            super(reason);
            this.reason = reason;
        }
    }
}
