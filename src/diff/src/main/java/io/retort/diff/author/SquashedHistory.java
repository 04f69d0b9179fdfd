package io.retort.diff.author;

import io.retort.operation.Operation;
import io.retort.revision.ReplacedRevision;
import io.retort.revision.RevisionInfo;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The revisions that a squash replaces, and what it does instead.
 *
 * @param replaced the replaced revisions, in order
 * @param parents the parents of the squash; empty for a base
 * @param dependsOn what it needs without being a child of it
 * @param up the operations of the upgrade
 * @param down the operations of the downgrade; null for the reverse of the upgrade, without single rows
 * @param transactional whether it runs in a transaction
 * @param tables the number of tables that it creates
 * @param kept the data steps that it keeps, one line each
 * @param dropped the data steps that it drops, one line each
 * @param toCopy Java code that a person has to copy into the file, one line each
 * @param database the product with which both ways were built and found equal; null if that was not done
 * @param emptied tables whose rows a fresh database no longer has, with their number
 */
public record SquashedHistory(
        List<RevisionInfo> replaced,
        List<String> parents,
        List<String> dependsOn,
        List<Operation> up,
        @Nullable List<Operation> down,
        boolean transactional,
        long tables,
        List<String> kept,
        List<String> dropped,
        List<String> toCopy,
        @Nullable String database,
        List<String> emptied) {

    /** Copies the lists. */
    public SquashedHistory {
        replaced = List.copyOf(replaced);
        parents = List.copyOf(parents);
        dependsOn = List.copyOf(dependsOn);
        up = List.copyOf(up);
        down = down == null ? null : List.copyOf(down);
        kept = List.copyOf(kept);
        dropped = List.copyOf(dropped);
        toCopy = List.copyOf(toCopy);
        emptied = List.copyOf(emptied);
    }

    /** Returns the entries of {@code replaces}. A replaced squash is followed by what it replaces. */
    public List<ReplacedRevision> entries() {
        return replaced.stream()
                .map(revision -> new ReplacedRevision(revision.id(), revision.replaces()))
                .toList();
    }

    /** Returns the branch labels of the replaced revisions, which the squash takes over. */
    public List<String> labels() {
        return replaced.stream().flatMap(revision -> revision.labels().stream()).toList();
    }

    /** Returns the number of revisions, counting those that a replaced squash replaces. */
    public int count() {
        return replaced.stream()
                .mapToInt(revision -> 1 + revision.replacedIds().size())
                .sum();
    }
}
