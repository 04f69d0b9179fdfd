package io.retort.diff;

import io.retort.Retort;
import io.retort.dialect.Dialect;
import io.retort.diff.HistorySquash.EmptyDatabases;
import io.retort.diff.internal.interview.DataStep;
import io.retort.diff.internal.model.NumberSource;
import io.retort.diff.internal.scratch.GivenMigration;
import io.retort.error.Advice;
import io.retort.error.ExitStatus;
import io.retort.error.RetortException;
import io.retort.internal.database.ConnectionDescription;
import io.retort.internal.history.History;
import io.retort.migration.Operations;
import io.retort.operation.DataOperation;
import io.retort.operation.Operation;
import io.retort.operation.OperationVisitor;
import io.retort.operation.SequenceOperation;
import io.retort.operation.SequenceOperation.NumberedColumn;
import io.retort.revision.RevisionInfo;
import io.retort.run.MigrationFailedException;
import io.retort.run.RunListener;
import io.retort.schema.QualifiedName;
import io.retort.schema.Snapshot;
import io.retort.source.RevisionCode;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Builds the replaced revisions and their squash on empty databases, and compares the two.
 */
final class SquashBuild {

    private final Retort retort;
    private final Dialect dialect;
    private final SquashRange range;
    private final List<DataStep> kept;
    private final EmptyDatabases databases;
    private final RunListener listener;

    /**
     * @param retort the migration history and its options
     * @param dialect the product
     * @param range the replaced revisions
     * @param kept the data steps that the squash keeps
     * @param databases where both ways are built
     * @param listener notified of the runs
     */
    SquashBuild(
            Retort retort,
            Dialect dialect,
            SquashRange range,
            List<DataStep> kept,
            EmptyDatabases databases,
            RunListener listener) {
        this.retort = retort;
        this.dialect = dialect;
        this.range = range;
        this.kept = kept;
        this.databases = databases;
        this.listener = listener;
    }

    /**
     * A squash that was built.
     *
     * @param operations the operations of the upgrade
     * @param database the product; null if nothing was built
     * @param emptied the tables whose rows are no longer there
     */
    record Built(List<Operation> operations, @Nullable String database, List<String> emptied) {}

    /**
     * Builds a squash that follows no revision, with the rows that the revisions leave in some tables.
     *
     * @param schema the schema after all revisions
     * @param creating the operations that create it
     * @param tables the tables whose rows the squash inserts
     * @param others the further operations of the squash
     * @throws RetortException if one of both cannot be built, or they differ
     */
    Built fromBase(Snapshot schema, List<Operation> creating, Set<QualifiedName> tables, List<Operation> others) {
        List<Built> built = new ArrayList<>();
        databases.with(first -> {
            Retort before = release(first, codes(range.replaced()));
            run(first, before);
            SquashProof expected = read(first, schema);
            List<Operation> all = new ArrayList<>(withRows(first, creating, tables, expected.schema()));
            all.addAll(others);
            databases.with(second -> {
                Retort squash = release(second, List.of(code(all, reversed(all))));
                run(second, squash);
                SquashProof found = read(second, schema);
                refuseDifferences(expected.differences(found, tables));
                squash.downgrade("base");
                run(second, squash);
                refuseOtherSecondTime(
                        found.differences(read(second, schema), found.rows().keySet()));
                built.add(new Built(all, expected.database(), expected.emptied(found)));
            });
        });
        return built.get(0);
    }

    /**
     * Builds a squash that follows a revision.
     *
     * @param schema the schema after all revisions
     * @param up the operations of the upgrade
     * @param down the operations of the downgrade
     * @return the product
     * @throws RetortException if one of both cannot be built, or they differ
     */
    String fromRevision(Snapshot schema, List<Operation> up, List<Operation> down) {
        List<String> found = new ArrayList<>();
        databases.with(first -> {
            List<RevisionInfo> all = new ArrayList<>(range.before());
            all.addAll(range.replaced());
            run(first, release(first, codes(all)));
            SquashProof expected = read(first, schema);
            databases.with(second -> {
                List<RevisionCode> release = new ArrayList<>(codes(range.before()));
                release.add(code(up, down));
                run(second, release(second, release));
                refuseDifferences(expected.differences(
                        read(second, schema), expected.rows().keySet()));
                found.add(expected.database());
            });
        });
        return found.get(0);
    }

    private List<Operation> withRows(
            DataSource database, List<Operation> creating, Set<QualifiedName> tables, Snapshot live) {
        try (Connection connection = database.getConnection()) {
            return new ReferenceRows(
                            connection,
                            dialect,
                            live,
                            OwnedSequences.read(connection, dialect).in(live))
                    .after(
                            creating,
                            tables.stream().map(QualifiedName::toString).toList(),
                            numbered());
        } catch (SQLException e) {
            throw unreadable(e);
        }
    }

    /** The columns after whose numbers the replaced revisions start their sequences. */
    private List<NumberSource> numbered() {
        List<NumberSource> sources = new ArrayList<>();
        for (RevisionInfo revision : range.replaced()) {
            Operations.collect(History.read(retort.sources()).migration(revision.id(), dialect.syntax())::upgrade)
                    .forEach(operation -> sources.addAll(operation.accept(new StartedSequences())));
        }
        return sources;
    }

    private final class StartedSequences implements OperationVisitor.Selective<List<NumberSource>> {

        @Override
        public List<NumberSource> createSequence(SequenceOperation.Create create) {
            QualifiedName name =
                    dialect.identifiers().canonical(create.sequence().name());
            return create.startAfter().stream()
                    .map(column -> new NumberSource(
                            name,
                            new NumberedColumn(dialect.identifiers().canonical(column.table()), column.column()),
                            (int) create.sequence().increment(),
                            null))
                    .toList();
        }

        @Override
        public List<NumberSource> other(Operation operation) {
            return List.of();
        }
    }

    private SquashProof read(DataSource database, Snapshot schema) {
        try (Connection connection = database.getConnection()) {
            return SquashProof.read(connection, retort, schema);
        } catch (SQLException e) {
            throw unreadable(e);
        }
    }

    private static RetortException unreadable(SQLException e) {
        return new RetortException(
                "Cannot read the empty database: " + e.getMessage(), "Check that its server is running.", e);
    }

    private Retort release(DataSource database, Collection<RevisionCode> revisions) {
        List<RevisionCode> release = List.copyOf(revisions);
        return Retort.on(database, List.of(() -> release))
                .with(retort.options())
                .with(listener);
    }

    private List<RevisionCode> codes(Collection<RevisionInfo> revisions) {
        Map<String, RevisionCode> codes = History.read(retort.sources()).code();
        return revisions.stream()
                .map(revision -> {
                    RevisionCode code = Objects.requireNonNull(codes.get(revision.id()), revision.id());
                    return new RevisionCode(revision, code.migration(), code.phase());
                })
                .toList();
    }

    private RevisionCode code(List<Operation> up, List<Operation> down) {
        RevisionInfo info = new RevisionInfo(
                SquashRange.PLACEHOLDER,
                range.parents(),
                List.of(),
                List.of(),
                "squash",
                null,
                range.isTransactional(),
                "squash");
        return new RevisionCode(info, () -> new GivenMigration(up, down));
    }

    private static List<Operation> reversed(List<Operation> operations) {
        List<Operation> back = Operation.reverse(operations)
                .orElseThrow(() -> new RetortException(
                        "A kept step cannot be reverted, so that the squash would have no downgrade: "
                                + operations.stream()
                                        .filter(operation -> operation.reverse().isEmpty())
                                        .map(Operation::describe)
                                        .collect(Collectors.joining(", "))
                                + ".",
                        "Give the step a reverse in its revision, or drop it."));
        return Operation.withoutIndexesOfDroppedTables(back).stream()
                .filter(operation -> !(operation instanceof DataOperation) || operation.isHandWritten())
                .toList();
    }

    private void run(DataSource database, Retort release) {
        try {
            release.upgrade("heads");
        } catch (MigrationFailedException failure) {
            boolean isSquash = failure.revision().id().equals(SquashRange.PLACEHOLDER);
            String what = failure.what() + System.lineSeparator() + "It ran on the empty database "
                    + description(database) + ", not on the database of the application. No file is written.";
            throw isSquash
                    ? notBuilt(what, failure)
                    : new RetortException(
                            "The replaced revisions cannot be built on an empty database." + System.lineSeparator()
                                    + what,
                            "Correct the revision, then squash again.",
                            failure);
        }
    }

    private RetortException notBuilt(String what, MigrationFailedException failure) {
        String steps = kept.stream()
                .map(step -> System.lineSeparator() + "  " + step.describe())
                .collect(Collectors.joining());
        return new RetortException(
                "The squash cannot be built on an empty database." + System.lineSeparator() + what
                        + (steps.isEmpty() ? "" : System.lineSeparator() + "It contains these kept steps:" + steps),
                steps.isEmpty()
                        ? Advice.of("Correct the replaced revision that contains the statement, then squash again.")
                        : Advice.of(
                                "If the statement is that of a kept step, the step does not fit the schema and the rows"
                                        + " after all " + range.replaced().size() + " revisions. Drop it: ",
                                Advice.option("drop", "<step>"),
                                ". If an empty database needs it, add it to the new file by hand."),
                failure);
    }

    private static String description(DataSource database) {
        try (Connection connection = database.getConnection()) {
            return ConnectionDescription.of(connection);
        } catch (SQLException e) {
            throw unreadable(e);
        }
    }

    private static void refuseDifferences(List<String> differences) {
        if (!differences.isEmpty()) {
            throw different(
                    "The squash builds another database than the revisions that it replaces.",
                    differences,
                    Advice.of(
                            "If a dropped step is the reason, keep it. If a revision does something else than it declares,"
                                    + " find out which one: ",
                            Advice.command("replay"),
                            "."));
        }
    }

    private static void refuseOtherSecondTime(List<String> differences) {
        if (!differences.isEmpty()) {
            throw different(
                    "After its downgrade, the squash builds another database than the first time.",
                    differences,
                    Advice.of("Give the kept steps a reverse in their revision, or drop them."));
        }
    }

    private static RetortException different(String what, List<String> differences, Advice advice) {
        return new RetortException(
                what
                        + " No file is written. The database of the squash lacks (+), has in addition (-) or has differently (~):"
                        + differences.stream()
                                .map(line -> System.lineSeparator() + "  " + line)
                                .collect(Collectors.joining()),
                advice,
                ExitStatus.DIFFERENCES);
    }
}
