package io.retort.diff;

import io.retort.Retort;
import io.retort.RetortOptions.AheadPolicy;
import io.retort.Status;
import io.retort.dialect.Dialect;
import io.retort.diff.author.Basis;
import io.retort.diff.author.Difference;
import io.retort.diff.internal.scratch.ScratchRefusedException;
import io.retort.diff.metadata.CapturedMetadata;
import io.retort.diff.progress.ComparisonProgress;
import io.retort.diff.question.Answers;
import io.retort.diff.question.CountedRows;
import io.retort.diff.question.RowCounts;
import io.retort.error.Advice;
import io.retort.error.RetortException;
import io.retort.internal.database.Secrets;
import io.retort.internal.dialect.Dialects;
import io.retort.internal.text.PrintableText;
import io.retort.revision.RevisionInfo;
import io.retort.run.AppliedRevision;
import java.io.IOException;
import java.net.UnknownHostException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Compares the mapped entities with the database if it is at the heads of the history, and with the history otherwise.
 *
 * <p>A database that is behind or ahead of the code, empty or unreachable does not show what the revisions produce. If it
 * answers, it still tells how many rows a change concerns, and what was changed by hand since its own revisions ran.
 */
public final class ModelComparison implements Supplier<Difference> {

    private static final int NAMED = 5;
    private static final int DEEPEST = 20;

    private static final Advice RESTORE = Advice.of("run the statements that restore the database first.");

    /** An upgrade in another process does not bring a database in memory to the heads. */
    private static final Advice LASTING = Advice.of("use one that is not in memory.");

    private final DataSource dataSource;
    private final CapturedMetadata metadata;
    private final Retort retort;
    private final TableFilter filter;
    private final @Nullable Answers answers;
    private final Supplier<Dialect> offline;
    private final boolean restoringDrift;
    private final ComparisonProgress progress;

    /**
     * Creates a comparison.
     *
     * @param dataSource the database; not used if the metadata was built without it
     * @param metadata the metadata of the persistence unit
     * @param retort the migration history on that database
     * @param filter the tables, sequences and types to compare
     * @param answers answers questions; null to ask none
     * @param offline returns the product if no database answers
     */
    public ModelComparison(
            DataSource dataSource,
            CapturedMetadata metadata,
            Retort retort,
            TableFilter filter,
            @Nullable Answers answers,
            Supplier<Dialect> offline) {
        this(dataSource, metadata, retort, filter, answers, offline, false, ComparisonProgress.NONE);
    }

    private ModelComparison(
            DataSource dataSource,
            CapturedMetadata metadata,
            Retort retort,
            TableFilter filter,
            @Nullable Answers answers,
            Supplier<Dialect> offline,
            boolean restoringDrift,
            ComparisonProgress progress) {
        this.dataSource = dataSource;
        this.metadata = metadata;
        this.retort = retort;
        this.filter = filter;
        this.answers = answers;
        this.offline = offline;
        this.restoringDrift = restoringDrift;
        this.progress = progress;
    }

    /**
     * Returns a copy of this comparison whose operations begin with those that restore what was changed by hand. They do
     * nothing in a database without the change.
     *
     * @param restoring whether to restore it; otherwise it is reported only
     */
    public ModelComparison restoringDrift(boolean restoring) {
        return new ModelComparison(dataSource, metadata, retort, filter, answers, offline, restoring, progress);
    }

    /**
     * Returns a copy of this comparison that reports how far it is.
     *
     * @param shown receives the position; never null
     */
    public ModelComparison reporting(ComparisonProgress shown) {
        return new ModelComparison(dataSource, metadata, retort, filter, answers, offline, restoringDrift, shown);
    }

    /**
     * Chooses the basis and compares the entities with it.
     *
     * @return the difference, which names its basis; never null
     * @throws RetortException if the database or the history cannot be read, or if drift is to be restored and cannot be
     * @throws io.retort.diff.question.UnansweredException if a question remains unanswered
     */
    @Override
    public Difference get() {
        if (metadata.withoutDatabase() != null) {
            return withHistory(offline.get(), RowCounts.UNKNOWN, Basis.history(metadata.withoutDatabase()));
        }
        Optional<String> unanswered = unanswered();
        if (unanswered.isPresent()) {
            return withHistory(offline.get(), RowCounts.UNKNOWN, Basis.history(unanswered.get()));
        }
        Status status = status();
        Optional<Basis> basis = basis(status);
        if (basis.isPresent()) {
            return withDatabase(status, basis.get());
        }
        try {
            return new EntityComparison(dataSource, metadata, retort, filter, answers)
                    .arbitrated(restoringDrift, progress);
        } catch (ScratchRefusedException refused) {
            return checked(status, refused);
        } catch (ConflictingChangesException changed) {
            return withDatabase(status, Basis.history(changed.reason(), RESTORE));
        }
    }

    /** A check says what it can; a revision that is written needs the definitions. */
    private Difference checked(Status status, ScratchRefusedException refused) {
        if (answers != null) {
            throw refused;
        }
        return withDatabase(status, Basis.history(refused.reason(), Advice.of(refused.action())));
    }

    /** Why the database cannot be asked; empty if it answers, or refuses the connection for another reason. */
    private Optional<String> unanswered() {
        try (Connection connection = dataSource.getConnection()) {
            return Optional.empty();
        } catch (SQLException failure) {
            return isUnreachable(failure) ? Optional.of(noAnswer(failure)) : Optional.empty();
        }
    }

    /** A pool may have one connection only, so that it is taken after the status was read. */
    private Difference withDatabase(Status status, Basis basis) {
        try (Connection connection = dataSource.getConnection()) {
            Dialect dialect = Dialects.of(connection);
            Difference difference = withHistory(
                    dialect,
                    RowCounts.of(new CountedRows(connection, dialect).reporting(progress)),
                    basis.remedy() == null
                                    && dialect.isInMemory(
                                            connection.getMetaData().getURL())
                            ? Basis.history(basis.reason(), LASTING)
                            : basis);
            return new DatabaseDrift(connection, dialect, retort, filter).addTo(difference, status);
        } catch (SQLException failure) {
            return withHistory(offline.get(), RowCounts.UNKNOWN, Basis.history(noAnswer(failure)));
        }
    }

    /** Revisions that the code does not have are no failure here: they are the reason for another basis. */
    private Status status() {
        return retort.with(retort.options().withAhead(AheadPolicy.ALLOW)).status();
    }

    private Difference withHistory(Dialect dialect, RowCounts rows, Basis basis) {
        if (restoringDrift) {
            throw new RetortException(
                    "What was changed by hand can only be restored from a database at the heads of the history, and "
                            + basis.reason() + ".",
                    basis.remedy() == null
                            ? Advice.of("Bring it up first: ", Advice.command("upgrade"))
                            : Advice.of("Next: ", basis.remedy()));
        }
        return new HistoryComparison(dialect, metadata, retort)
                .within(filter)
                .asking(answers)
                .counting(rows)
                .reporting(progress)
                .get()
                .on(basis);
    }

    /**
     * Returns whether no server answered. One that refuses a password or does not have the database has answered, and
     * its refusal is a mistake to correct, as is a URL that the driver refuses.
     *
     * @param failure the driver's exception, or that of a pool with it as its cause
     */
    public static boolean isUnreachable(SQLException failure) {
        return causes(failure).anyMatch(ModelComparison::isNetworkFailure);
    }

    /** The SQL state does not tell: a driver also uses the class 08 for a URL that it cannot read. */
    private static boolean isNetworkFailure(Throwable cause) {
        return cause instanceof IOException;
    }

    /**
     * Describes a database that does not answer, as the reason for a comparison with the history.
     *
     * @param failure the driver's exception
     */
    public static String noAnswer(SQLException failure) {
        String message = firstLine(failure);
        return "no database answered (" + message
                + causes(failure)
                        .filter(UnknownHostException.class::isInstance)
                        .map(ModelComparison::firstLine)
                        .filter(host -> !message.contains(host))
                        .findFirst()
                        .map(host -> (message.endsWith(".") ? " Unknown" : ": unknown") + " host " + host)
                        .orElse("")
                + ")";
    }

    private static String firstLine(Throwable failure) {
        return Secrets.maskLogin(String.valueOf(failure.getMessage()))
                .lines()
                .findFirst()
                .orElse("")
                .strip();
    }

    private static Stream<Throwable> causes(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause).limit(DEEPEST);
    }

    /** The basis if the database does not show what the revisions produce; empty if it does. */
    private static Optional<Basis> basis(Status status) {
        Optional<Advice> completion = status.completion();
        return completion.isPresent()
                ? Optional.of(Basis.history(
                        "the database is between two revisions: "
                                + status.partial().get(0).describe(),
                        completion.get()))
                : reason(status).map(Basis::history);
    }

    private static Optional<String> reason(Status status) {
        List<RevisionInfo> pending = status.pending();
        List<AppliedRevision> unknown = status.unknown();
        if (!unknown.isEmpty()) {
            return Optional.of("the database has " + count(unknown.size()) + " that the code does not have: "
                    + listed(unknown.stream()
                            .map(revision -> PrintableText.joined(revision.id()))
                            .toList()));
        }
        return pending.isEmpty()
                ? Optional.empty()
                : Optional.of("the database lacks " + count(pending.size()) + " of it: "
                        + listed(pending.stream().map(RevisionInfo::describe).toList()));
    }

    private static String count(int revisions) {
        return revisions == 1 ? "1 revision" : revisions + " revisions";
    }

    private static String listed(List<String> names) {
        int more = names.size() - NAMED;
        return names.stream().limit(NAMED).collect(Collectors.joining(", "))
                + (more > 0 ? " and " + more + " more" : "");
    }
}
