package io.retort.diff;

import io.retort.Retort;
import io.retort.diff.author.Difference;
import io.retort.diff.metadata.CapturedMetadata;
import io.retort.diff.progress.ComparisonProgress;
import io.retort.diff.question.Answers;
import io.retort.diff.question.RowCounts;
import io.retort.error.Advice;
import io.retort.error.AdviceStyle.Login;
import io.retort.error.RetortException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Compares the mapped entities with a database and returns the {@link Difference} as operations.
 *
 * <p>Reading the entities needs a scratch schema only where the database must normalise the model first. The comparison
 * does not change the tables of the application.
 *
 * <pre>{@code
 * Difference difference = new EntityComparison(dataSource, metadata, retort)
 *         .within(new TableFilter(List.of(), List.of("legacy_*")))
 *         .asking(answers)
 *         .get();
 * }</pre>
 */
public final class EntityComparison implements Supplier<Difference> {

    private final DataSource dataSource;
    private final CapturedMetadata metadata;
    private final Retort retort;
    private final TableFilter filter;
    private final @Nullable Answers answers;
    private final @Nullable RowCounts rows;

    /**
     * Creates a comparison.
     *
     * @param dataSource the database to compare with
     * @param metadata the metadata of the persistence unit, bound for the database's product
     * @param retort the migration history; objects that its revisions created can be dropped
     * @param filter the tables, sequences and types to compare
     * @param answers answers the questions that a comparison alone cannot decide, such as renames; null to ask nothing and
     *     report the plain difference
     * @param rows counts the rows that a change concerns; null to count those of the database
     */
    public EntityComparison(
            DataSource dataSource,
            CapturedMetadata metadata,
            Retort retort,
            TableFilter filter,
            @Nullable Answers answers,
            @Nullable RowCounts rows) {
        this.dataSource = dataSource;
        this.metadata = metadata;
        this.retort = retort;
        this.filter = filter;
        this.answers = answers;
        this.rows = rows;
    }

    /**
     * Creates a comparison whose questions mention the rows of the database.
     *
     * @param dataSource the database to compare with
     * @param metadata the metadata of the persistence unit, bound for the database's product
     * @param retort the migration history
     * @param filter the tables, sequences and types to compare
     * @param answers answers questions; null to ask none
     */
    public EntityComparison(
            DataSource dataSource,
            CapturedMetadata metadata,
            Retort retort,
            TableFilter filter,
            @Nullable Answers answers) {
        this(dataSource, metadata, retort, filter, answers, null);
    }

    /**
     * Creates a comparison of all tables that asks no questions.
     *
     * @param dataSource the database to compare with
     * @param metadata the metadata of the persistence unit, bound for the database's product
     * @param retort the migration history
     */
    public EntityComparison(DataSource dataSource, CapturedMetadata metadata, Retort retort) {
        this(dataSource, metadata, retort, TableFilter.NONE, null);
    }

    /**
     * Returns a copy of this comparison that is limited to some tables, sequences and types.
     *
     * @param tables the filter; never null
     * @return the limited comparison
     */
    public EntityComparison within(TableFilter tables) {
        return new EntityComparison(dataSource, metadata, retort, tables, answers, rows);
    }

    /**
     * Returns a copy of this comparison that asks questions. A rename is then no longer reported as a drop and an
     * addition, and existing rows get values for columns that need one.
     *
     * @param who answers the questions; never null
     * @return the comparison with questions
     */
    public EntityComparison asking(Answers who) {
        return new EntityComparison(dataSource, metadata, retort, filter, who, rows);
    }

    /**
     * Returns a copy of this comparison whose questions mention other rows than those of the database.
     *
     * @param counted counts rows; never null
     */
    public EntityComparison counting(RowCounts counted) {
        return new EntityComparison(dataSource, metadata, retort, filter, answers, counted);
    }

    /**
     * Reads the entities and the database, and compares them.
     *
     * @return the difference; never null
     * @throws RetortException if the database cannot be read, or if no scratch schema can be created in it
     * @throws io.retort.diff.question.UnansweredException if a question remains unanswered
     */
    @Override
    public Difference get() {
        return get(false, false, ComparisonProgress.NONE);
    }

    /**
     * Compares as {@link #get()}, with the history as arbiter: differences on which entities and history agree are drift,
     * which {@link Difference#arbitration} lists and the operations do not contain.
     *
     * @param restoring whether the operations begin with those that restore the drift
     * @param progress receives how far the comparison is
     */
    Difference arbitrated(boolean restoring, ComparisonProgress progress) {
        return get(true, restoring, progress);
    }

    /**
     * Compares as {@link #get()}.
     *
     * @param progress receives how far the comparison is
     */
    Difference reported(ComparisonProgress progress) {
        return get(false, false, progress);
    }

    CapturedMetadata metadata() {
        return metadata;
    }

    Retort retort() {
        return retort;
    }

    TableFilter filter() {
        return filter;
    }

    @Nullable
    Answers answers() {
        return answers;
    }

    @Nullable
    RowCounts rows() {
        return rows;
    }

    private Difference get(boolean arbitrated, boolean restoring, ComparisonProgress progress) {
        try (Connection connection = dataSource.getConnection()) {
            return ConnectedComparison.read(this, connection, progress).compare(arbitrated, restoring);
        } catch (SQLException e) {
            throw new RetortException(
                    "Cannot compare entities and database: " + e.getMessage(),
                    Advice.of(
                            "Check that the database is running, and that ",
                            Advice.dataSource(Login.URL, Login.USER, Login.PASSWORD),
                            " are correct."),
                    e);
        }
    }
}
