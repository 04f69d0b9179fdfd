package io.retort.diff;

import io.retort.Retort;
import io.retort.Status;
import io.retort.dialect.Dialect;
import io.retort.diff.author.Arbitration.DriftedObject;
import io.retort.diff.author.Difference;
import io.retort.diff.internal.compare.CandidateTables;
import io.retort.diff.internal.compare.ComparisonContext;
import io.retort.diff.internal.inspect.Scope;
import io.retort.diff.internal.product.ComparedProduct;
import io.retort.diff.internal.scratch.ScratchRefusedException;
import io.retort.diff.progress.ComparisonProgress;
import io.retort.error.RetortException;
import io.retort.internal.database.HistoryTable;
import io.retort.internal.history.History;
import io.retort.internal.prepare.StatementLog;
import io.retort.internal.prepare.StoredUndo;
import io.retort.internal.state.HistorySchema;
import io.retort.internal.state.MentionedObjects;
import io.retort.internal.state.OperationObjects;
import io.retort.internal.state.SchemaObject;
import io.retort.operation.Operation;
import io.retort.revision.RevisionInfo;
import io.retort.run.AppliedRevision;
import io.retort.run.AppliedRevision.AppliedState;
import io.retort.schema.Column;
import io.retort.schema.QualifiedName;
import io.retort.schema.Snapshot;
import io.retort.schema.Table;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Finds what was changed by hand in a database that is behind or ahead of the history. The database is compared with the
 * schema that its own applied revisions produce, so that what is not yet applied is no difference.
 *
 * <p>Objects that revisions of another branch change are not judged: their stored statements name them.
 */
final class DatabaseDrift {

    private static final String NOT_SEARCHED = "The database was not searched for changes by hand: ";

    private static final String NOT_DECIDED =
            "compared with the database by the existence of columns, keys and indexes only: ";

    private final Connection connection;
    private final Dialect dialect;
    private final Retort retort;
    private final TableFilter filter;

    /**
     * @param connection a connection to the database
     * @param dialect the product
     * @param retort the migration history
     * @param filter the tables to compare
     */
    DatabaseDrift(Connection connection, Dialect dialect, Retort retort, TableFilter filter) {
        this.connection = connection;
        this.dialect = dialect;
        this.retort = retort;
        this.filter = filter;
    }

    /**
     * Adds what was found to a difference between entities and history.
     *
     * @param difference the difference
     * @param status the state of the database
     */
    Difference addTo(Difference difference, Status status) throws SQLException {
        Optional<AppliedRevision> partial =
                status.applied().stream().filter(AppliedRevision::isPartial).findFirst();
        if (partial.isPresent()) {
            return difference.skipping("the database: revision " + partial.get().describe()
                    + (partial.get().state() == AppliedState.UPGRADING
                            ? " is partially applied"
                            : " is partially downgraded"));
        }
        List<RevisionInfo> applied = applied(status);
        if (applied.isEmpty()) {
            return difference;
        }
        Optional<String> limit = limit(status);
        if (limit.isPresent()) {
            return difference.limited(NOT_SEARCHED + limit.get());
        }
        try {
            Found found = find(applied, statementsOf(status.unknown()));
            Difference drifting = difference.drifting(found.drift());
            return found.undecided().isEmpty() ? drifting : undecided(drifting, found.undecided(), status);
        } catch (RetortException noScratch) {
            return difference.limited(NOT_SEARCHED + noScratch.what());
        }
    }

    /** The database is the subject of a comparison only at the heads. */
    private static Difference undecided(Difference difference, CandidateTables tables, Status status) {
        String sentence = NOT_DECIDED + named(tables);
        return status.pending().isEmpty() && status.unknown().isEmpty()
                ? difference.skipping(sentence)
                : difference.limited(sentence);
    }

    private static String named(CandidateTables undecided) {
        List<String> names = new ArrayList<>(undecided.tables().stream()
                .map(QualifiedName::toString)
                .sorted()
                .toList());
        if (undecided.others()) {
            names.add("sequences and types");
        }
        return String.join(", ", names);
    }

    private List<RevisionInfo> applied(Status status) {
        Set<String> ids = status.applied().stream()
                .filter(AppliedRevision::counts)
                .map(AppliedRevision::id)
                .collect(Collectors.toSet());
        return retort.graph().all().stream()
                .filter(revision -> ids.contains(revision.id()))
                .toList();
    }

    private Optional<String> limit(Status status) {
        Map<String, String> undo = undo(status.unknown());
        return status.unknown().stream()
                .filter(row -> StoredUndo.read(undo.get(row.id())).isEmpty())
                .findFirst()
                .map(row -> "it has the revision " + row.describe()
                        + ", which the code does not have, and whose downgrade is not stored.");
    }

    private Map<String, String> undo(List<AppliedRevision> unknown) {
        return history()
                .undo(connection, unknown.stream().map(AppliedRevision::id).toList());
    }

    private HistoryTable history() {
        return new HistoryTable(retort.options().table(), dialect);
    }

    private List<String> statementsOf(List<AppliedRevision> unknown) throws SQLException {
        List<String> statements = new ArrayList<>();
        for (String text : undo(unknown).values()) {
            StoredUndo.read(text).stream()
                    .flatMap(undo -> undo.downgrade().stream())
                    .flatMap(part -> part.sources().stream())
                    .map(StoredUndo.Source::text)
                    .forEach(statements::add);
        }
        for (AppliedRevision row : unknown) {
            statements.addAll(
                    StatementLog.read(history().recorded(connection, row.id())).up());
        }
        return statements;
    }

    private record Found(List<DriftedObject> drift, CandidateTables undecided) {}

    private Found find(List<RevisionInfo> applied, List<String> foreignStatements) {
        HistorySchema own = HistorySchema.of(History.read(retort.sources()), applied, dialect);
        HistorySchema all = HistorySchema.of(History.read(retort.sources()), dialect);
        Set<String> schemas = new LinkedHashSet<>(ComputedSchema.schemas(own.snapshot()));
        schemas.addAll(ComputedSchema.schemas(all.snapshot()));
        Snapshot live =
                ComparedProduct.of(dialect).inspector(dialect).inspect(connection, new Scope(List.copyOf(schemas)));
        Set<QualifiedName> foreign = new HashSet<>(MentionedObjects.in(foreignStatements, own.snapshot()));
        foreign.addAll(MentionedObjects.in(foreignStatements, live));
        ComputedSchema spelled = spelled(own, live, foreign);
        List<DriftedObject> found = changed(own, live, foreign, spelled);
        found.addAll(early(own.snapshot(), all, live, name -> foreign.contains(name) || !filter.test(name)));
        return new Found(found, spelled.undecided());
    }

    private ComputedSchema spelled(HistorySchema own, Snapshot live, Set<QualifiedName> foreign) {
        Predicate<QualifiedName> compared = name ->
                filter.test(name) && !foreign.contains(name) && !own.unknown().containsKey(name);
        try {
            return ComputedSchema.of(own.snapshot(), live, compared, connection, dialect);
        } catch (ScratchRefusedException noScratch) {
            return ComputedSchema.withoutScratch(own.snapshot(), live, compared);
        }
    }

    private List<DriftedObject> changed(
            HistorySchema own, Snapshot live, Set<QualifiedName> foreign, ComputedSchema spelled) {
        Predicate<SchemaObject> isJudged = object ->
                !foreign.contains(object.owner()) && !spelled.rejected().contains(object.owner());
        ComparisonContext whole = new ComparisonContext(
                        live, spelled.normalised(), own.snapshot(), name -> false, dialect.foreignKeysNeedIndexes())
                .ignoring(OwnTables.of(retort, dialect));
        DriftDetection detection = new DriftDetection(filter.of(whole), own, own.snapshot());
        List<Operation> drift = detection.drift().stream()
                .filter(operation ->
                        operation.accept(new OperationObjects()).stream().allMatch(isJudged))
                .toList();
        return new ArrayList<>(detection.restored(drift, live, dialect, connection, ComparisonProgress.NONE));
    }

    /** What a revision that is not applied creates, and exists already. */
    private List<DriftedObject> early(
            Snapshot own, HistorySchema all, Snapshot live, Predicate<QualifiedName> excluded) {
        List<DriftedObject> early = new ArrayList<>();
        for (Table table : all.snapshot().tables()) {
            QualifiedName name = table.name();
            Optional<Table> existing = live.table(name);
            if (existing.isEmpty() || excluded.test(name)) {
                continue;
            }
            Optional<Table> before = own.table(name);
            if (before.isEmpty()) {
                early.add(early("table " + name, all, SchemaObject.table(name)));
                continue;
            }
            table.columns().stream()
                    .map(Column::name)
                    .filter(column -> before.get().column(column).isEmpty()
                            && existing.get().column(column).isPresent())
                    .forEach(column ->
                            early.add(early("column " + name + "." + column, all, SchemaObject.column(name, column))));
        }
        return early;
    }

    private DriftedObject early(String object, HistorySchema all, SchemaObject created) {
        String revision = all.origin(created)
                .map(origin -> retort.graph().get(origin.added()).describe())
                .orElse("that is not applied");
        return new DriftedObject(
                object + " exists already, although revision " + revision + ", which creates it, is not applied here",
                List.of());
    }
}
