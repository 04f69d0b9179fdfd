package io.retort.run;

import io.retort.lint.Finding;
import io.retort.lint.Finding.Waiver;
import io.retort.operation.Operation;
import io.retort.operation.Statement;
import io.retort.operation.TableOperation;
import io.retort.revision.Direction;
import io.retort.revision.Plan.Step;
import io.retort.revision.RevisionInfo;
import io.retort.run.PreparedStep.PreparedOperation;
import io.retort.sql.SqlSyntax;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;

/**
 * A step of a plan with all of its statements.
 *
 * @param step the revision and the direction
 * @param operations the operations of its migration in that direction
 * @param checksum the checksum of the operations; null for a stamp
 * @param partialStatements the number of completed statements of a partial upgrade that this step reverts or stamps; 0 for a whole
 *     revision
 * @param reason why the revision is recorded as applied instead of run, for example {@code adopted from Flyway 41}; null
 *     otherwise
 * @param stored what its row in the history table stores for a database that is ahead of the application
 */
public record PreparedStep(
        Step step,
        List<PreparedOperation> operations,
        @Nullable String checksum,
        int partialStatements,
        @Nullable String reason,
        Stored stored) {

    /**
     * What the row of a revision stores, so that an application without the revision can work with the database.
     *
     * @param undo the statements of its downgrade, packed, or the reason why they are not stored; null if not stored
     * @param older whether an older release can work with the schema after the revision; null if unknown
     * @param formerId the id of the row that becomes the row of this revision; null for a new row
     */
    public record Stored(
            @Nullable String undo,
            @Nullable String older,
            @Nullable String formerId) {

        /** Nothing. */
        public static final Stored NOTHING = new Stored(null, null, null);
    }

    /** How a downgrade loses data. */
    public enum LossKind {
        /** A table is dropped with its rows. */
        DROPPED_TABLE,
        /** A column is dropped with its values. */
        DROPPED_COLUMN,
        /** Rows are deleted. */
        DELETED_ROWS,
        /** Values are overwritten. */
        CHANGED_VALUES,
        /** Values do not fit the type that a column gets back: the database changes them, or refuses the statement. */
        CONVERTED_VALUES,
        /** SQL or Java code runs whose effect on rows is not known. */
        NOT_JUDGED;

        /** Returns the name in JSON, for example {@code dropped-table}. */
        public String label() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    public PreparedStep {
        operations = List.copyOf(operations);
    }

    /** Creates the step of a revision that runs. */
    public PreparedStep(
            Step step, List<PreparedOperation> operations, @Nullable String checksum, int partialStatements) {
        this(step, operations, checksum, partialStatements, null, Stored.NOTHING);
    }

    /** Creates the step of a whole revision. */
    public PreparedStep(Step step, List<PreparedOperation> operations, @Nullable String checksum) {
        this(step, operations, checksum, 0);
    }

    /**
     * Returns a step that records a revision as applied, because the database already has what it creates.
     *
     * @param step the revision
     * @param reason the reason
     */
    public static PreparedStep recorded(Step step, String reason) {
        return new PreparedStep(step, List.of(), null, 0, reason, Stored.NOTHING);
    }

    /** Returns a copy whose row stores this. */
    public PreparedStep storing(Stored other) {
        return new PreparedStep(step, operations, checksum, partialStatements, reason, other);
    }

    /** Returns a step that only inserts or deletes the row of a revision. */
    public static PreparedStep stamp(Step step) {
        return new PreparedStep(step, List.of(), null);
    }

    /**
     * Returns a step that only marks a partially applied revision as applied.
     *
     * @param step the revision
     * @param done the number of its completed statements
     */
    public static PreparedStep settle(Step step, int done) {
        return new PreparedStep(step, List.of(), null, done);
    }

    /**
     * Returns a step that only gives the row of a revision another id.
     *
     * @param step the revision with its new id
     * @param formerId the id in the history table
     */
    public static PreparedStep renamed(Step step, String formerId) {
        return stamp(step).storing(new Stored(null, null, formerId));
    }

    /** Returns the revision. */
    public RevisionInfo revision() {
        return step.revision();
    }

    /** Returns whether the revision is applied, not reverted. */
    public boolean isUpgrade() {
        return step.direction() == Direction.UP;
    }

    /** Returns how the database reads its statements. */
    public SqlSyntax syntax() {
        return operations.isEmpty() ? SqlSyntax.STANDARD : operations.get(0).syntax();
    }

    /** Returns every statement with its position, in order. */
    public List<StatementPosition> places() {
        List<StatementPosition> places = new ArrayList<>();
        for (int i = 0; i < operations.size(); i++) {
            PreparedOperation operation = operations.get(i);
            for (int j = 0; j < operation.statements().size(); j++) {
                places.add(new StatementPosition(operation, i + 1, j + 1, places.size() + 1));
            }
        }
        return places;
    }

    /** Returns the backfills at the end of an upgrade that run after the revision is applied. */
    public List<StatementPosition> backfillsAfterStart() {
        return places().stream()
                .filter(place -> isAfterStart(place.statement()))
                .toList();
    }

    /** Returns whether a statement of the step runs after the revision is applied. */
    public boolean isAfterStart(Statement statement) {
        return isUpgrade()
                && statement instanceof Statement.Backfill backfill
                && backfill.batches().isAfterStart();
    }

    /** Returns a copy whose backfills all run as a part of the upgrade, as in a script. */
    public PreparedStep beforeStart() {
        return backfillsAfterStart().isEmpty()
                ? this
                : new PreparedStep(
                        step,
                        operations.stream().map(PreparedOperation::beforeStart).toList(),
                        checksum,
                        partialStatements,
                        reason,
                        stored);
    }

    /** Returns the number of statements. */
    public int size() {
        int size = 0;
        for (PreparedOperation operation : operations) {
            size += operation.statements().size();
        }
        return size;
    }

    /** Returns the statements that users wrote, as SQL or Java code. */
    public List<Statement> handWritten() {
        List<Statement> written = new ArrayList<>();
        for (PreparedOperation operation : operations) {
            if (operation.operation().isHandWritten()) {
                written.addAll(operation.statements());
            }
        }
        return written;
    }

    /** Returns whether the step may rebuild a table. */
    public boolean rebuilds() {
        for (PreparedOperation operation : operations) {
            if (operation.operation() instanceof TableOperation.Rebuild) {
                return true;
            }
        }
        return false;
    }

    /** Returns whether the step records a squash in a database with the revisions that it replaces. */
    public boolean recordsSquash() {
        return reason != null && isUpgrade() && revision().isSquash();
    }

    /** Returns whether the step runs in one transaction: the revision permits it, and so does every statement. */
    public boolean transactional() {
        boolean transactional = revision().transactional() || recordsSquash();
        for (PreparedOperation operation : operations) {
            for (Statement statement : operation.statements()) {
                transactional &= isAfterStart(statement) || statement.transactional();
            }
        }
        return transactional;
    }

    /** An operation with its statements. */
    public static final class PreparedOperation {

        private final Operation operation;
        private final List<Statement> statements;
        private final IntSupplier line;
        private final SqlSyntax syntax;
        private final List<Waiver> waivers;

        /**
         * Creates an operation.
         *
         * @param operation the operation
         * @param statements the statements, in order
         * @param line supplies the line of the revision file on which the operation begins; 0 if unknown
         * @param syntax how the database reads the statements
         * @param waivers the lint findings that the revision accepts for this operation
         */
        public PreparedOperation(
                Operation operation,
                List<Statement> statements,
                IntSupplier line,
                SqlSyntax syntax,
                List<Waiver> waivers) {
            this.operation = operation;
            this.statements = List.copyOf(statements);
            this.line = line;
            this.syntax = syntax;
            this.waivers = List.copyOf(waivers);
        }

        /** Creates an operation whose line is unknown. */
        public PreparedOperation(Operation operation, List<Statement> statements, SqlSyntax syntax) {
            this(operation, statements, () -> 0, syntax, List.of());
        }

        /** Returns the operation. */
        public Operation operation() {
            return operation;
        }

        /** Returns the statements, in order. */
        public List<Statement> statements() {
            return statements;
        }

        /** Returns what supplies the line of the revision file on which the operation begins; 0 if unknown. */
        public IntSupplier line() {
            return line;
        }

        /** Returns how the database reads the statements. */
        public SqlSyntax syntax() {
            return syntax;
        }

        /** Returns the lint findings that the revision accepts for this operation. */
        public List<Waiver> waivers() {
            return waivers;
        }

        /** Returns a copy whose backfills run where they are. */
        private PreparedOperation beforeStart() {
            List<Statement> all = statements.stream()
                    .map(statement ->
                            statement instanceof Statement.Backfill backfill ? backfill.beforeStart() : statement)
                    .toList();
            return new PreparedOperation(operation, all, line, syntax, waivers);
        }
    }

    /**
     * The forms of the operations of a revision that avoid lint findings.
     *
     * @param revision the revision
     * @param applied whether the database has applied the revision, completely or in part, so that its file must not change;
     *     false if no database was read
     * @param upgrade the operations of the upgrade, in order
     * @param downgrade the operations of the downgrade, in order; empty if no operation of the upgrade has another form
     * @param findings the findings about the revision as it is
     * @param remaining the findings that are left if all operations are written in these forms
     */
    public record SaferForms(
            RevisionInfo revision,
            boolean applied,
            List<Form> upgrade,
            List<Form> downgrade,
            List<Finding> findings,
            List<Finding> remaining) {

        public SaferForms {
            upgrade = List.copyOf(upgrade);
            downgrade = List.copyOf(downgrade);
            findings = List.copyOf(findings);
            remaining = List.copyOf(remaining);
        }

        /** Returns whether an operation of the upgrade has another form. */
        public boolean changesAnything() {
            return upgrade.stream().anyMatch(Form::isOther);
        }

        /**
         * An operation and its form.
         *
         * @param operation the operation in the revision
         * @param safer the operations that replace it; the operation itself if it stays
         */
        public record Form(Operation operation, List<Operation> safer) {

            public Form {
                safer = List.copyOf(safer);
            }

            /** Returns whether the form differs from the operation. */
            public boolean isOther() {
                return !safer.equals(List.of(operation));
            }
        }
    }

    /**
     * A statement and its position in a step. All numbers start at 1.
     *
     * @param operation the operation of the statement
     * @param operationNumber the number of the operation in the step
     * @param statementNumber the number of the statement in the operation
     * @param number the number of the statement in the step
     */
    public record StatementPosition(PreparedOperation operation, int operationNumber, int statementNumber, int number) {

        /** Returns the statement. */
        public Statement statement() {
            return operation.statements().get(statementNumber - 1);
        }
    }
}
