package io.retort.diff;

import io.retort.Retort;
import io.retort.dialect.Dialect;
import io.retort.diff.BaseVerification.Verified;
import io.retort.diff.author.AdoptedSchema;
import io.retort.diff.author.AdoptedSchema.Verification;
import io.retort.diff.internal.compare.CandidateTables;
import io.retort.diff.internal.compare.Comparison;
import io.retort.diff.internal.compare.ComparisonContext;
import io.retort.diff.internal.compare.Differ;
import io.retort.diff.internal.compare.SchemaOwnership;
import io.retort.diff.internal.inspect.Inspector;
import io.retort.diff.internal.inspect.OtherObjects;
import io.retort.diff.internal.inspect.Scope;
import io.retort.diff.internal.model.HibernateModel;
import io.retort.diff.internal.product.ComparedProduct;
import io.retort.diff.internal.scratch.Scratch;
import io.retort.diff.metadata.CapturedMetadata;
import io.retort.diff.progress.ComparisonProgress;
import io.retort.error.Advice;
import io.retort.error.AdviceStyle.Login;
import io.retort.error.ExitStatus;
import io.retort.error.RetortException;
import io.retort.internal.adopt.ForeignHistory;
import io.retort.internal.adopt.ForeignHistoryReader;
import io.retort.internal.adopt.MigrationTool;
import io.retort.internal.database.ConnectionDescription;
import io.retort.internal.dialect.Dialects;
import io.retort.internal.history.History;
import io.retort.operation.Operation;
import io.retort.revision.AdoptionMark.Origin;
import io.retort.schema.Identifier;
import io.retort.schema.QualifiedName;
import io.retort.schema.Snapshot;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Describes an existing database as a base revision. The database is only read, except for the scratch schema in which
 * the revision is built once.
 *
 * <p>The revision contains the definitions of the entities where the database agrees with them, and those of the database
 * where it differs. What the entities require beyond the database is left for the next revision.
 *
 * <pre>{@code
 * AdoptedSchema schema = new DatabaseAdoption(dataSource, metadata, retort).taking(List.of("legacy_*")).get();
 * }</pre>
 */
public final class DatabaseAdoption implements Supplier<AdoptedSchema> {

    private final DataSource dataSource;
    private final CapturedMetadata metadata;
    private final Retort retort;
    private final TableFilter filter;
    private final List<String> taken;
    private final List<String> rows;
    private final ComparisonProgress progress;

    /**
     * Creates an adoption of the tables that entities map.
     *
     * @param dataSource the database to adopt
     * @param metadata the metadata of the persistence unit, bound for the database's product
     * @param retort the migration history, without revisions
     */
    public DatabaseAdoption(DataSource dataSource, CapturedMetadata metadata, Retort retort) {
        this(dataSource, metadata, retort, TableFilter.NONE, List.of(), List.of(), ComparisonProgress.NONE);
    }

    private DatabaseAdoption(
            DataSource dataSource,
            CapturedMetadata metadata,
            Retort retort,
            TableFilter filter,
            List<String> taken,
            List<String> rows,
            ComparisonProgress progress) {
        this.dataSource = dataSource;
        this.metadata = metadata;
        this.retort = retort;
        this.filter = filter;
        this.taken = List.copyOf(taken);
        this.rows = List.copyOf(rows);
        this.progress = progress;
    }

    /**
     * Returns a copy that is limited to some tables, sequences and types.
     *
     * @param tables the filter; never null
     */
    public DatabaseAdoption within(TableFilter tables) {
        return new DatabaseAdoption(dataSource, metadata, retort, tables, taken, rows, progress);
    }

    /**
     * Returns a copy that also takes tables that no entity maps.
     *
     * @param patterns the patterns of their names, as in {@link TableFilter}
     */
    public DatabaseAdoption taking(List<String> patterns) {
        return new DatabaseAdoption(dataSource, metadata, retort, filter, patterns, rows, progress);
    }

    /**
     * Returns a copy that writes the rows of some tables.
     *
     * @param tables the names of the tables
     */
    public DatabaseAdoption withRows(List<String> tables) {
        return new DatabaseAdoption(dataSource, metadata, retort, filter, taken, tables, progress);
    }

    /**
     * Returns a copy that reports how far it is.
     *
     * @param shown receives the position
     */
    public DatabaseAdoption reporting(ComparisonProgress shown) {
        return new DatabaseAdoption(dataSource, metadata, retort, filter, taken, rows, shown);
    }

    /**
     * Reads the database and the entities.
     *
     * @throws RetortException if the database cannot be read, another tool's history has failed scripts, or rows cannot
     *     be written
     */
    @Override
    public AdoptedSchema get() {
        try (Connection connection = dataSource.getConnection()) {
            return new Reading(connection).schema();
        } catch (SQLException e) {
            throw new RetortException(
                    "Cannot read the database to adopt: " + e.getMessage(),
                    Advice.of(
                            "Check that the database is running, and that ",
                            Advice.dataSource(Login.URL, Login.USER, Login.PASSWORD),
                            " are correct."),
                    e);
        }
    }

    /** Reads one database. */
    private final class Reading {

        private final Connection connection;
        private final Dialect dialect;
        private final ComparedProduct product;
        private final Inspector inspector;
        private final Optional<ForeignHistory> history;
        private final ComparisonInput input;
        private final TakenObjects taken;
        private final Entities entities;
        private final Snapshot live;
        private final Verified verified;
        private final OwnedSequences sequences;
        private final ReferenceRows reference;

        Reading(Connection connection) throws SQLException {
            this.connection = connection;
            dialect = Dialects.of(connection);
            product = ComparedProduct.of(dialect);
            inspector = product.inspector(dialect);
            history = history(connection, dialect);
            progress.stage("reading the schema of the database");
            input = ComparisonInput.read(
                    connection,
                    dialect,
                    inspector,
                    metadata.metadata(),
                    HistoryOwnership.of(History.read(retort.sources()), dialect.identifiers()));
            taken = taken(input, dialect);
            entities = entities(connection, taken.schema(), input.model(), dialect, inspector);
            ComparisonContext schemas = filter.of(context(taken.schema(), entities, name -> true, dialect));
            live = schemas.live();
            progress.stage("verifying the base");
            verified = entities.problem() == null
                    ? new BaseVerification(connection, dialect, inspector, live).of(BaseSchema.of(schemas))
                    : new Verified(live, Verification.notVerified(entities.problem()));
            sequences = OwnedSequences.read(connection, dialect);
            reference = new ReferenceRows(connection, dialect, live, sequences.in(verified.base()));
        }

        AdoptedSchema schema() throws SQLException {
            List<Operation> operations = operations();
            Required required = required(
                    input.live(),
                    entities,
                    HistoryOwnership.adopting(operations, dialect.identifiers()),
                    dialect,
                    sequences);
            return new AdoptedSchema(
                    ConnectionDescription.of(connection),
                    history.map(ForeignHistory::describe).orElse(null),
                    history.map(ForeignHistory::mark).orElse(Origin.SCHEMA.word()),
                    operations,
                    live.tables().size(),
                    verified.verification(),
                    left(taken, history, product, connection, input.scope()),
                    rows.isEmpty() ? reference.suggested() : Map.of(),
                    required.operations(),
                    required.skipped(),
                    !input.model().snapshot().tables().isEmpty(),
                    HibernateModel.madeWith(metadata, dialect),
                    live.tables().stream()
                            .flatMap(table -> RepeatedConstraints.of(table).stream())
                            .toList());
        }

        private List<Operation> operations() throws SQLException {
            List<Operation> creating = new BaseOperations(
                            dialect,
                            inspector.indexDefinitions(connection, input.scope()),
                            sequences.in(verified.base()))
                    .creating(verified.base(), input.model(), entities.scratch());
            progress.stage("reading rows");
            return reference.after(
                    creating,
                    rows,
                    HibernateModel.numberSources(
                            metadata.metadata(), dialect, ComparisonInput.currentSchema(connection)));
        }
    }

    private TakenObjects taken(ComparisonInput input, Dialect dialect) {
        Snapshot live = input.live();
        Predicate<QualifiedName> own = OwnTables.of(retort, dialect);
        Snapshot others = new Snapshot(
                live.tables().stream().filter(found -> !own.test(found.name())).toList(),
                live.sequences(),
                live.enumTypes());
        TableFilter named = new TableFilter(taken, List.of());
        return TakenObjects.of(others, input.model().snapshot(), name -> !taken.isEmpty() && named.test(name));
    }

    /**
     * The entities as the database spells them.
     *
     * @param wanted the model as the database spells it
     * @param declared the model in portable types
     * @param candidates the tables that the database had to spell
     * @param scratch where it spelled them
     * @param problem why the database could not spell it; null if it could
     */
    private record Entities(
            Snapshot wanted,
            Snapshot declared,
            CandidateTables candidates,
            Scratch scratch,
            @Nullable String problem) {}

    private Entities entities(
            Connection connection, Snapshot live, HibernateModel model, Dialect dialect, Inspector inspector) {
        CandidateTables candidates = CandidateTables.between(live, model.snapshot())
                .within(filter)
                .about(!model.structures().isEmpty());
        try {
            Scratch scratch = candidates.isEmpty()
                    ? Scratch.EMPTY
                    : ComparedProduct.of(dialect)
                            .scratchSchema(dialect)
                            .reporting(progress)
                            .read(connection, metadata.metadata(), inspector, candidates.tables()::contains);
            Snapshot wanted = candidates.wanted(live, model.snapshot(), scratch.snapshot());
            return new Entities(wanted, model.snapshot(), candidates, scratch, null);
        } catch (RetortException e) {
            return new Entities(model.snapshot(), model.snapshot(), candidates, Scratch.EMPTY, e.what());
        }
    }

    private static ComparisonContext context(Snapshot live, Entities entities, SchemaOwnership ours, Dialect dialect) {
        return new ComparisonContext(
                live, entities.wanted(), entities.declared(), ours, dialect.foreignKeysNeedIndexes());
    }

    /**
     * What the entities require beyond the database.
     *
     * @param operations the operations of the next revision
     * @param skipped what is not compared, one sentence each
     */
    private record Required(List<Operation> operations, List<String> skipped) {

        private static final Required UNKNOWN = new Required(List.of(), List.of());
    }

    /** Compares as the next revision does, when the base is the only revision. */
    private Required required(
            Snapshot live, Entities entities, HistoryOwnership base, Dialect dialect, OwnedSequences sequences) {
        if (entities.problem() != null) {
            return Required.UNKNOWN;
        }
        RejectedDefinitions rejected =
                RejectedDefinitions.of(entities.scratch(), entities.candidates(), entities.wanted());
        Comparison found = Differ.compareManaged(new EntitySchemas(dialect, metadata, retort, filter, sequences)
                .between(live, entities.declared(), rejected, base));
        List<String> skipped = new ArrayList<>(found.skipped());
        skipped.addAll(rejected.describe(entities.scratch()));
        return new Required(
                sequences.separated(found.operations(), live, entities.wanted()),
                skipped.stream().distinct().toList());
    }

    private static List<String> left(
            TakenObjects taken,
            Optional<ForeignHistory> history,
            ComparedProduct product,
            Connection connection,
            Scope scope) {
        List<String> left = new ArrayList<>();
        List<String> tables = KnownTables.grouped(taken.left());
        if (!tables.isEmpty()) {
            left.add("tables and sequences: " + String.join(", ", tables));
        }
        taken.keys().forEach(key -> left.add(key + ", because that table is not taken"));
        product.otherObjects()
                .map(query -> OtherObjects.read(connection, query))
                .orElse(Map.of())
                .forEach((kind, names) -> left.add(kind + ": " + String.join(", ", names)));
        List<String> schemas = otherSchemas(product, connection, scope);
        if (!schemas.isEmpty()) {
            left.add("tables of other schemas: " + String.join(", ", schemas));
        }
        history.ifPresent(found -> {
            if (!found.repeatable().isEmpty()) {
                left.add("repeatable script: " + String.join(", ", found.repeatable()));
            }
        });
        return left;
    }

    private static List<String> otherSchemas(ComparedProduct product, Connection connection, Scope scope) {
        return product.otherSchemas().map(query -> OtherObjects.schemas(connection, query)).orElse(List.of()).stream()
                .filter(schema -> scope.schemas().stream()
                        .noneMatch(read -> Identifier.parse(read).text().equals(schema)))
                .toList();
    }

    private Optional<ForeignHistory> history(Connection connection, Dialect dialect) throws SQLException {
        ForeignHistoryReader reader = new ForeignHistoryReader(connection, dialect);
        Map<Origin, QualifiedName> histories = retort.options().existing().histories();
        List<ForeignHistory> found = new ArrayList<>();
        for (MigrationTool tool : MigrationTool.values()) {
            reader.read(tool, tool.table(histories))
                    .filter(history -> !history.isEmpty() || !history.failed().isEmpty())
                    .ifPresent(found::add);
        }
        found.stream()
                .filter(history -> !history.failed().isEmpty())
                .findFirst()
                .ifPresent(DatabaseAdoption::refuseFailed);
        if (found.size() > 1) {
            throw refusal(
                    "The database has a history of " + found.get(0).tool().title() + " in "
                            + found.get(0).table()
                            + " and of " + found.get(1).tool().title() + " in "
                            + found.get(1).table() + ", so it is not clear which of them made it.",
                    "Drop the table of the tool that you no longer use.");
        }
        return found.stream().findFirst();
    }

    private static void refuseFailed(ForeignHistory history) {
        throw refusal(
                history.tool().title() + " recorded a failure in " + history.table() + ": "
                        + String.join(", ", history.failed()) + ".",
                "Correct it with " + history.tool().title() + " first, or adopt a database without failures.");
    }

    private static RetortException refusal(String what, String action) {
        return new RetortException(what, action, ExitStatus.FAILED);
    }
}
