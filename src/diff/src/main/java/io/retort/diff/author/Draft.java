package io.retort.diff.author;

import io.retort.error.Advice;
import io.retort.error.RetortException;
import io.retort.operation.DataOperation;
import io.retort.operation.Operation;
import io.retort.operation.OperationVisitor;
import io.retort.operation.TableOperation;
import io.retort.revision.AdoptionMark;
import io.retort.revision.ReplacedRevision;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The content of a revision that is not yet written to a file.
 *
 * @param id the revision id
 * @param parents the ids of the parents; empty for a base, several for a merge
 * @param dependsOn the ids or labels of revisions that must be applied first without being parents
 * @param labels the labels of the branch that starts here
 * @param message the message, on one line; not empty
 * @param created the creation time, truncated to seconds
 * @param up the operations of the upgrade; empty for a revision that is filled in by hand
 * @param down the operations of the downgrade; empty if the upgrade is empty or cannot be reversed
 * @param transactional whether the revision runs in a transaction
 * @param madeWith the library that read the entities, such as {@code Hibernate 7.4.5.Final}; null if there was none
 * @param remarks what to know about the revision
 * @param adopts the existing database that the revision adopts; null if it adopts none
 * @param replaces the revisions that it replaces, if it is a squash
 * @param comments lines of a comment before the operations
 * @param irreversible the operation that cannot be reversed, if that is why the downgrade is empty; otherwise null
 */
public record Draft(
        String id,
        List<String> parents,
        List<String> dependsOn,
        List<String> labels,
        String message,
        Instant created,
        List<Operation> up,
        List<Operation> down,
        boolean transactional,
        @Nullable String madeWith,
        List<String> remarks,
        @Nullable AdoptionMark adopts,
        List<ReplacedRevision> replaces,
        List<String> comments,
        @Nullable Operation irreversible) {

    /**
     * Creates a draft.
     *
     * @throws IllegalArgumentException if the message is blank
     */
    public Draft {
        parents = List.copyOf(parents);
        dependsOn = List.copyOf(dependsOn);
        labels = List.copyOf(labels);
        message = onOneLine(message);
        if (message.isEmpty()) {
            throw new IllegalArgumentException("a revision needs a message");
        }
        created = created.truncatedTo(ChronoUnit.SECONDS);
        up = List.copyOf(up);
        down = List.copyOf(down);
        remarks = remarks.stream().map(Draft::onOneLine).toList();
        replaces = List.copyOf(replaces);
        comments = comments.stream().map(Draft::onOneLine).toList();
    }

    /**
     * Returns a message on one line: each run of whitespace and control characters becomes a space.
     *
     * @param message the message
     */
    public static String onOneLine(String message) {
        return message.replaceAll("[\\s\\p{Cntrl}]+", " ").strip();
    }

    /**
     * Creates a draft without operations.
     *
     * @param id the revision id
     * @param parents the ids of the parents
     * @param message the message
     * @param created the creation time
     */
    public static Draft empty(String id, List<String> parents, String message, Instant created) {
        return new Draft(
                id, parents, List.of(), List.of(), message, created, List.of(), List.of(), true, null, List.of(), null,
                List.of(), List.of(), null);
    }

    /**
     * Returns a copy with other dependencies.
     *
     * @param others ids or labels of revisions
     */
    public Draft dependingOn(List<String> others) {
        return changed(copy -> copy.dependsOn = others);
    }

    /**
     * Returns a copy with another message.
     *
     * @param other the message; not blank
     */
    public Draft saying(String other) {
        return changed(copy -> copy.message = other);
    }

    /**
     * Returns a copy with other labels.
     *
     * @param names the labels
     */
    public Draft labelled(List<String> names) {
        return changed(copy -> copy.labels = names);
    }

    /**
     * Returns a copy with the library that read the entities.
     *
     * @param reader the library with its version; null if no library was used
     */
    public Draft madeWith(@Nullable String reader) {
        return changed(copy -> copy.madeWith = reader);
    }

    /**
     * Returns a copy with other remarks.
     *
     * @param sentences the remarks
     */
    public Draft remarking(List<String> sentences) {
        return changed(copy -> copy.remarks = sentences);
    }

    /**
     * Returns a copy that adopts an existing database.
     *
     * @param mark the database
     */
    public Draft adopting(AdoptionMark mark) {
        return changed(copy -> copy.adopts = mark);
    }

    /**
     * Returns a copy that replaces other revisions.
     *
     * @param revisions the replaced revisions
     * @param comment lines of a comment before the operations
     */
    public Draft replacing(List<ReplacedRevision> revisions, List<String> comment) {
        return changed(copy -> {
            copy.replaces = revisions;
            copy.comments = comment;
        });
    }

    /**
     * Returns a copy with the operations of both directions.
     *
     * @param forward the operations of the upgrade
     * @param back the operations of the downgrade
     */
    public Draft running(List<Operation> forward, List<Operation> back) {
        return changed(copy -> {
            copy.up = forward;
            copy.down = back;
        });
    }

    /** Returns a copy that runs without a transaction. */
    public Draft outsideTransaction() {
        return changed(copy -> copy.transactional = false);
    }

    /**
     * Returns a copy with its operations in other forms. It runs without a transaction if a form differs.
     *
     * @param forms returns the forms of the operations of one direction
     */
    public Draft writing(UnaryOperator<List<Operation>> forms) {
        List<Operation> forward = forms.apply(up);
        List<Operation> back = forms.apply(down);
        Draft written = running(forward, back);
        return forward.equals(up) && back.equals(down) ? written : written.outsideTransaction();
    }

    /**
     * Returns a copy with operations and their reverse. A dropped table is written by name only, without its indexes,
     * because the other direction contains the whole definition.
     *
     * @param operations the operations of the upgrade
     * @throws RetortException if an operation cannot be reversed; the message names the first one
     */
    public Draft reversing(List<Operation> operations) {
        List<Operation> back = Operation.reverse(operations).orElseThrow(() -> irreversible(operations));
        return running(brief(operations), brief(back));
    }

    /**
     * Returns a copy as {@link #reversing(List)}, in whose upgrade the statements keep their own reverse. A downgrade of a
     * partially applied revision needs it.
     */
    Draft reversibleInPart(List<Operation> operations) {
        Draft reversed = reversing(operations);
        return reversed.running(whole(operations), reversed.down());
    }

    /**
     * Returns a copy in whose upgrade some statements have no reverse of their own, because the downgrade contains it.
     *
     * @param needless selects these statements
     */
    Draft withoutReverses(Predicate<DataOperation.Execute> needless) {
        return running(
                up.stream()
                        .map(operation -> operation instanceof DataOperation.Execute execute && needless.test(execute)
                                ? forward(execute)
                                : operation)
                        .filter(operation -> !(operation instanceof DataOperation.Execute execute)
                                || !execute.isNothing()
                                || !DataOperation.Execute.NOTHING.equals(
                                        Objects.requireNonNullElse(execute.undo(), DataOperation.Execute.NOTHING)))
                        .toList(),
                down);
    }

    /** Returns a copy whose downgrade deletes no single rows, because it drops their tables. */
    Draft withoutDeletes() {
        return running(
                up,
                down.stream()
                        .filter(operation -> !(operation instanceof DataOperation) || operation.isHandWritten())
                        .toList());
    }

    /**
     * Returns a copy with operations of which one cannot be reversed. The downgrade then fails with an explanation.
     *
     * @param operations the operations of the upgrade
     */
    public Draft oneWay(List<Operation> operations) {
        Draft written = running(operations, List.of());
        return written.changed(copy -> copy.irreversible = obstacle(operations).orElse(null));
    }

    /** Returns the first operation that cannot be reversed, if that is why the downgrade is empty. */
    Optional<Operation> obstacle() {
        return Optional.ofNullable(irreversible);
    }

    /** Whether it is a merge revision. */
    boolean merges() {
        return parents.size() > 1;
    }

    private Draft changed(Consumer<Copy> change) {
        Copy copy = new Copy(this);
        change.accept(copy);
        return new Draft(
                id,
                parents,
                copy.dependsOn,
                copy.labels,
                copy.message,
                created,
                copy.up,
                copy.down,
                copy.transactional,
                copy.madeWith,
                copy.remarks,
                copy.adopts,
                copy.replaces,
                copy.comments,
                copy.irreversible);
    }

    /** With what only a downgrade runs. */
    private static List<Operation> whole(List<Operation> operations) {
        return Operation.withoutIndexesOfDroppedTables(operations).stream()
                .filter(operation -> !(operation instanceof DataOperation.Backfill backfill && backfill.isNothing()))
                .map(operation -> operation.accept(new DropsByName()))
                .toList();
    }

    private static DataOperation.Execute forward(DataOperation.Execute execute) {
        return new DataOperation.Execute(execute.sql(), null, execute.expectedRows(), execute.means());
    }

    /** Leaves out of one direction what the other one contains, and what does nothing. */
    static List<Operation> brief(List<Operation> operations) {
        return Operation.withoutIndexesOfDroppedTables(operations).stream()
                .filter(operation -> !(operation instanceof DataOperation data && data.isNothing()))
                .map(operation -> operation.accept(new Brief()))
                .toList();
    }

    /** Drops a table by its name, without its definition. */
    private static class DropsByName implements OperationVisitor.Rewrite {

        @Override
        public Operation dropTable(TableOperation.Drop drop) {
            return drop.byName();
        }
    }

    /** Leaves out what the other direction of the file contains. */
    private static final class Brief extends DropsByName {

        @Override
        public Operation execute(DataOperation.Execute execute) {
            return forward(execute);
        }
    }

    private static Optional<Operation> obstacle(List<Operation> operations) {
        return operations.stream()
                .filter(operation -> operation.reverse().isEmpty())
                .findFirst();
    }

    /** Returns the exception for operations of which one cannot be reversed. */
    static RetortException irreversible(List<Operation> operations) {
        return new RetortException(
                "This operation cannot be reverted: "
                        + obstacle(operations).orElseThrow().describe(),
                Advice.of(
                        "Accept a revision without a downgrade: ",
                        Advice.option("irreversible"),
                        ". The revision's downgrade then fails."));
    }

    /** The parts of a draft that a copy can have differently. */
    private static final class Copy {

        private List<String> dependsOn;
        private List<String> labels;
        private String message;
        private List<Operation> up;
        private List<Operation> down;
        private boolean transactional;
        private @Nullable String madeWith;
        private List<String> remarks;
        private @Nullable AdoptionMark adopts;
        private List<ReplacedRevision> replaces;
        private List<String> comments;
        private @Nullable Operation irreversible;

        Copy(Draft draft) {
            dependsOn = draft.dependsOn;
            labels = draft.labels;
            message = draft.message;
            up = draft.up;
            down = draft.down;
            transactional = draft.transactional;
            madeWith = draft.madeWith;
            remarks = draft.remarks;
            adopts = draft.adopts;
            replaces = draft.replaces;
            comments = draft.comments;
            irreversible = draft.irreversible;
        }
    }
}
