package io.retort.diff.author.file;

import io.retort.error.RetortException;
import io.retort.operation.DataOperation;
import io.retort.operation.Operation;
import io.retort.operation.TableOperation;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A revision that is not written yet.
 *
 * @param id its id
 * @param parents the ids of the revisions that it follows; none for a base, several for a merge
 * @param dependsOn ids or labels of revisions that must be applied first without being parents
 * @param labels names for the line of revisions that begins here
 * @param message what it does, in a few words on one line
 * @param created when it was written, to the second
 * @param up what takes the schema forward; none for a revision to be filled in by hand
 * @param down what takes it back; none if nothing can, or if nothing goes forward
 * @param transactional whether it runs inside a transaction
 * @param madeWith who read the entities that it was written from, such as {@code Hibernate 7.4.5.Final}; null for nobody
 * @param remarks what a person should know of it
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
        List<String> remarks) {

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
    }

    /** A message as it is written: whatever parts its words becomes one space. */
    public static String onOneLine(String message) {
        return message.replaceAll("[\\s\\p{Cntrl}]+", " ").strip();
    }

    /** A revision without operations. */
    public static Draft empty(String id, List<String> parents, String message, Instant created) {
        return new Draft(
                id, parents, List.of(), List.of(), message, created, List.of(), List.of(), true, null, List.of());
    }

    public Draft dependingOn(List<String> others) {
        return new Draft(id, parents, others, labels, message, created, up, down, transactional, madeWith, remarks);
    }

    public Draft labelled(List<String> names) {
        return new Draft(id, parents, dependsOn, names, message, created, up, down, transactional, madeWith, remarks);
    }

    public Draft madeWith(@Nullable String reader) {
        return new Draft(id, parents, dependsOn, labels, message, created, up, down, transactional, reader, remarks);
    }

    /** With what a person should know of it. */
    public Draft remarking(List<String> sentences) {
        return new Draft(
                id, parents, dependsOn, labels, message, created, up, down, transactional, madeWith, sentences);
    }

    public Draft outsideTransaction() {
        return new Draft(id, parents, dependsOn, labels, message, created, up, down, false, madeWith, remarks);
    }

    /**
     * With these operations, and what undoes them. A table that is dropped is dropped by name, and its indexes go with it:
     * the other half spells them out.
     *
     * @throws RetortException naming the first operation that nothing undoes
     */
    public Draft reversing(List<Operation> operations) {
        List<Operation> back = Operation.reverse(operations).orElseThrow(() -> irreversible(operations));
        return with(brief(operations), brief(back));
    }

    /** With these operations, although one of them cannot be undone: the way back then refuses. */
    public Draft oneWay(List<Operation> operations) {
        return with(operations, List.of());
    }

    /** The first operation that nothing undoes, if that is why there is no way back. */
    Optional<Operation> obstacle() {
        return down.isEmpty() ? obstacle(up) : Optional.empty();
    }

    /** Whether it joins several lines. */
    boolean merges() {
        return parents.size() > 1;
    }

    private Draft with(List<Operation> forward, List<Operation> back) {
        return new Draft(
                id, parents, dependsOn, labels, message, created, forward, back, transactional, madeWith, remarks);
    }

    private static List<Operation> brief(List<Operation> operations) {
        return Operation.indexesGoWithTheirTable(operations).stream()
                .filter(operation -> !(operation instanceof DataOperation.Execute execute && execute.isNothing()))
                .map(Draft::brief)
                .toList();
    }

    private static Operation brief(Operation operation) {
        if (operation instanceof DataOperation.Execute execute) {
            return new DataOperation.Execute(execute.sql(), null, execute.expectedRows());
        }
        return operation instanceof TableOperation.Drop drop ? drop.byName() : operation;
    }

    private static Optional<Operation> obstacle(List<Operation> operations) {
        return operations.stream()
                .filter(operation -> operation.reverse().isEmpty())
                .findFirst();
    }

    private static RetortException irreversible(List<Operation> operations) {
        return new RetortException(
                "This cannot be undone: " + obstacle(operations).orElseThrow().describe(),
                "Say that it may go one way only: -Dirreversible. The revision's downgrade then refuses.");
    }
}
