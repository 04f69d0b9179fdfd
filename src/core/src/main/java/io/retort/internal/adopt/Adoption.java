package io.retort.internal.adopt;

import io.retort.dialect.Dialect;
import io.retort.error.Advice;
import io.retort.error.AdviceStyle.Login;
import io.retort.error.RetortException;
import io.retort.internal.state.HistorySchema;
import io.retort.revision.AdoptionMark;
import io.retort.revision.AdoptionMark.Origin;
import io.retort.revision.RevisionInfo;
import io.retort.schema.QualifiedName;
import io.retort.schema.Table;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Decides whether a database already is what a base revision creates. The answer is one of three: the base must run,
 * the base is recorded as applied, or the database is refused. The database is only read.
 */
public final class Adoption {

    private final Connection connection;
    private final Dialect dialect;
    private final Map<Origin, QualifiedName> tables;

    /**
     * @param connection the connection
     * @param dialect its dialect
     * @param tables the history tables of other tools that do not have the default name
     */
    public Adoption(Connection connection, Dialect dialect, Map<Origin, QualifiedName> tables) {
        this.connection = connection;
        this.dialect = dialect;
        this.tables = Map.copyOf(tables);
    }

    /**
     * Compares the database with a base.
     *
     * @param base the revision
     * @param mark the database that it adopts
     * @param schema the schema that it creates
     * @return what to record instead of running the base; empty if the database has none of its tables, so that it must
     *     run
     * @throws RetortException if the database is neither empty nor what the base describes
     */
    public Optional<String> decide(RevisionInfo base, AdoptionMark mark, HistorySchema schema) {
        if (BaseComparison.known(schema).isEmpty()) {
            throw unknown(base, mark);
        }
        try {
            return decide(new AdoptionRefusals(base, mark, compare(schema)), history(mark));
        } catch (SQLException e) {
            throw new RetortException(
                    "Cannot read whether this database is the one that revision " + base.describe() + " adopts: "
                            + e.getMessage(),
                    "Correct what the database reports, then run this again.",
                    e);
        }
    }

    private static Optional<String> decide(AdoptionRefusals refusals, Optional<ForeignHistory> history) {
        BaseComparison found = refusals.found();
        AdoptionMark mark = refusals.mark();
        boolean hasHistory = history.isPresent() && !isUntouched(history.get());
        if (hasHistory) {
            refusals.refuseOther(history.get());
        }
        if (found.present() == 0) {
            return Optional.empty();
        }
        if (!hasHistory && mark.origin() != Origin.SCHEMA) {
            throw refusals.withoutHistory();
        }
        if (!found.isComplete()) {
            throw refusals.incomplete();
        }
        return Optional.of("adopted from " + mark.describe());
    }

    private static boolean isUntouched(ForeignHistory history) {
        return history.isEmpty() && history.failed().isEmpty();
    }

    private BaseComparison compare(HistorySchema schema) throws SQLException {
        return BaseComparison.of(
                schema,
                LiveSchema.read(
                        connection,
                        dialect,
                        BaseComparison.known(schema).stream()
                                .map(Table::name)
                                .map(QualifiedName::schema)
                                .collect(Collectors.toSet())));
    }

    private Optional<ForeignHistory> history(AdoptionMark mark) throws SQLException {
        Optional<MigrationTool> tool = MigrationTool.of(mark.origin());
        return tool.isEmpty()
                ? Optional.empty()
                : new ForeignHistoryReader(connection, dialect)
                        .read(tool.get(), tool.get().table(tables));
    }

    private static RetortException unknown(RevisionInfo base, AdoptionMark mark) {
        return new RetortException(
                "Revision " + base.describe() + " in " + base.location() + " adopts " + mark.describe()
                        + ", but it is not known which tables it creates.",
                Advice.of(
                        "Create the tables with op.createTable, or declare them with \"-- means:\" lines after the SQL"
                                + " that creates them."));
    }

    /** Returns where to look if the application is connected to the wrong database. */
    static Advice orOtherDatabase() {
        return Advice.of(" If this is not the intended database, correct ", Advice.dataSource(Login.URL), ".");
    }
}
