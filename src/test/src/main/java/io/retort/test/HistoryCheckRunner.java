package io.retort.test;

import io.retort.Retort;
import io.retort.diff.HistoryReplay;
import io.retort.diff.author.Difference;
import io.retort.diff.author.ReplayResult;
import io.retort.migration.IrreversibleException;
import io.retort.operation.Operation;
import io.retort.revision.RevisionInfo;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.sql.DataSource;

/**
 * The implementations of the checks. Each works from any revision and ends at the head.
 */
final class HistoryCheckRunner {

    private final Retort retort;
    private final DataSource dataSource;
    private final Optional<Supplier<Difference>> comparison;

    /**
     * Creates the checks.
     *
     * @param retort the migration history
     * @param dataSource the database, whose rows are deleted
     * @param comparison compares entities and database; empty if there are no entities
     */
    HistoryCheckRunner(Retort retort, DataSource dataSource, Optional<Supplier<Difference>> comparison) {
        this.retort = retort;
        this.dataSource = dataSource;
        this.comparison = comparison;
    }

    void singleHead() {
        List<RevisionInfo> heads = retort.graph().heads();
        if (heads.size() > 1) {
            throw new AssertionError("The history has " + heads.size() + " heads: "
                    + String.join(
                            ", ", heads.stream().map(RevisionInfo::describe).toList())
                    + ". Merge them: mvn migrate:merge -Dmessage=...");
        }
        retort.upgrade("heads");
    }

    void upgradeFromBase() {
        retort.downgrade("base");
        retort.upgrade("heads");
        List<RevisionInfo> pending = retort.status().pending();
        if (!pending.isEmpty()) {
            throw new AssertionError("After an upgrade to all heads these are still pending: " + pending);
        }
    }

    void everyStep() {
        retort.downgrade("base");
        for (RevisionInfo revision : retort.graph().all()) {
            step(revision);
        }
    }

    private void step(RevisionInfo revision) {
        List<String> before = heads();
        SchemaLines without = picture();
        retort.upgrade(revision.id());
        SchemaLines with = picture();
        if (!takeBack(revision)) {
            return;
        }
        before.forEach(retort::upgrade);
        assertSame(without, picture(), "going down from " + revision.describe());
        retort.upgrade(revision.id());
        assertSame(with, picture(), "going down from " + revision.describe() + " and up again");
    }

    /** Returns false for a revision whose downgrade is irreversible. */
    private boolean takeBack(RevisionInfo revision) {
        try {
            retort.downgrade(
                    revision.isBase() ? base(revision) : revision.parents().get(0));
            return true;
        } catch (RuntimeException failure) {
            if (Stream.iterate((Throwable) failure, Objects::nonNull, Throwable::getCause)
                    .anyMatch(IrreversibleException.class::isInstance)) {
                return false;
            }
            throw failure;
        }
    }

    private String base(RevisionInfo revision) {
        return retort.graph().bases().size() == 1 ? "base" : revision.id() + "@base";
    }

    void modelEqualsSchema() {
        retort.upgrade("heads");
        comparison.ifPresent(compare -> {
            Difference difference = compare.get();
            List<String> found =
                    difference.operations().stream().map(Operation::describe).toList();
            if (!found.isEmpty()) {
                throw new AssertionError("Entities and database differ at the head:" + System.lineSeparator() + "  "
                        + String.join(System.lineSeparator() + "  ", found) + System.lineSeparator()
                        + "Write the revision: mvn migrate:revision -Dmessage=...");
            }
        });
    }

    void historyEqualsSchema() {
        retort.downgrade("base");
        ReplayResult result = new HistoryReplay(dataSource, retort).run(revision -> {});
        retort.upgrade("heads");
        result.mismatch().ifPresent(mismatch -> {
            throw new AssertionError("After " + mismatch.revision().describe()
                    + ", the database differs from the schema that the history computes. The database has:"
                    + System.lineSeparator() + "  "
                    + String.join(System.lineSeparator() + "  ", mismatch.differences()) + System.lineSeparator()
                    + "Correct the operations of the revision, or the effect that it declares with `means`.");
        });
    }

    void noTrace() {
        retort.upgrade("heads");
        retort.downgrade("base");
        SchemaLines left = picture();
        retort.upgrade("heads");
        if (!left.isEmpty()) {
            throw new AssertionError("The downgrade to the base leaves: " + left.lines());
        }
    }

    private List<String> heads() {
        return retort.status().currentHeads().stream().map(RevisionInfo::id).toList();
    }

    private SchemaLines picture() {
        return SchemaLines.of(dataSource, retort.options().table());
    }

    private static void assertSame(SchemaLines before, SchemaLines after, String when) {
        if (!before.equals(after)) {
            throw new AssertionError("The schema differs after " + when + ": " + before.differenceTo(after));
        }
    }
}
