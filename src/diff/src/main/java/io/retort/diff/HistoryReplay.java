package io.retort.diff;

import io.retort.Retort;
import io.retort.dialect.Dialect;
import io.retort.diff.author.ReplayResult;
import io.retort.diff.author.ReplayResult.Mismatch;
import io.retort.diff.author.ReplayResult.MissingDeclaration;
import io.retort.diff.internal.compare.ComparisonContext;
import io.retort.diff.internal.compare.Differ;
import io.retort.diff.internal.inspect.Inspector;
import io.retort.diff.internal.inspect.Scope;
import io.retort.diff.internal.product.ComparedProduct;
import io.retort.error.RetortException;
import io.retort.internal.database.ConnectionDescription;
import io.retort.internal.database.Secrets;
import io.retort.internal.dialect.Dialects;
import io.retort.internal.history.History;
import io.retort.internal.state.HistorySchemaBuilder;
import io.retort.internal.state.OperationObjects;
import io.retort.internal.state.SchemaObject;
import io.retort.migration.Operations;
import io.retort.operation.Operation;
import io.retort.revision.RevisionInfo;
import io.retort.run.MigrationFailedException;
import io.retort.schema.Constraint.PrimaryKey;
import io.retort.schema.QualifiedName;
import io.retort.schema.Snapshot;
import io.retort.schema.Table;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Runs a history on a database without revisions, revision by revision, and compares after each of them the schema that the history
 * computes with the schema of the database.
 *
 * <p>Hand-written SQL and Java code that do not declare their effect are no failure: what they did is reported as the
 * declaration that is missing. Any other difference means that an operation does not do what the history computes, or that
 * a declaration is wrong.
 *
 * <pre>{@code
 * ReplayResult result = new HistoryReplay(emptyDatabase, retort).run(revision -> {});
 * assertThat(result.mismatch()).isEmpty();
 * }</pre>
 *
 * <p>Views, triggers, functions and rows are not compared.
 */
public final class HistoryReplay {

    private final DataSource database;
    private final Retort retort;
    private final History history;

    /**
     * Creates a replay. The listeners of the given instance are not notified.
     *
     * @param database a database without revisions, which the replay fills; it is left as the last revision makes it. Tables
     *     that it has already are ignored
     * @param retort the migration history and its options; its own database is not used
     */
    public HistoryReplay(DataSource database, Retort retort) {
        this.database = database;
        this.history = History.read(retort.sources());
        this.retort = Retort.on(
                        database, List.of(() -> List.copyOf(history.code().values())))
                .with(retort.options());
    }

    /**
     * Runs all revisions, or those up to the first one after which the schemas differ.
     *
     * @param progress receives each revision before it runs
     * @return the result; never null
     * @throws RetortException if the database has applied revisions, or if a revision fails
     */
    public ReplayResult run(Consumer<RevisionInfo> progress) {
        Run run = with(connection -> new Run(Dialects.of(connection), ConnectionDescription.of(connection)));
        requireBase(run.description);
        with(run::begin);
        for (RevisionInfo revision : history.graph().all()) {
            progress.accept(revision);
            run.step(revision);
            if (run.mismatch != null) {
                break;
            }
        }
        return run.result();
    }

    private void requireBase(String description) {
        List<RevisionInfo> applied = retort.status().currentHeads();
        if (!applied.isEmpty()) {
            throw new RetortException(
                    "The database " + description + " is not empty: it is at "
                            + applied.get(0).describe() + ".",
                    "Run the history on a database without revisions. It was not changed.");
        }
    }

    private <T> T with(ConnectionWork<T> work) {
        try (Connection connection = database.getConnection()) {
            return work.run(connection);
        } catch (SQLException e) {
            throw new RetortException(
                    "Cannot connect to the empty database: " + Secrets.maskLogin(String.valueOf(e.getMessage())),
                    "Check that it is running, and that URL, user and password are correct.",
                    Secrets.withoutSecrets(e));
        }
    }

    private interface ConnectionWork<T> {
        T run(Connection connection) throws SQLException;
    }

    /** The state of one replay. */
    private final class Run {

        private final Dialect dialect;
        private final String description;
        private final Inspector inspector;
        private final HistorySchemaBuilder computed;
        private final List<MissingDeclaration> missing = new ArrayList<>();
        private final Set<String> unverified = new LinkedHashSet<>();
        private Predicate<QualifiedName> ignored = name -> false;
        private int done;
        private @Nullable Mismatch mismatch;

        Run(Dialect dialect, String description) {
            this.dialect = dialect;
            this.description = description;
            this.inspector = ComparedProduct.of(dialect).inspector(dialect);
            this.computed = new HistorySchemaBuilder(dialect);
        }

        /** Tables that are there before belong to another tool, or to the test. */
        boolean begin(Connection connection) {
            Predicate<QualifiedName> own = OwnTables.of(retort, dialect);
            Set<QualifiedName> existing = inspector.inspect(connection, Scope.CURRENT).tables().stream()
                    .map(Table::name)
                    .filter(own.negate())
                    .collect(Collectors.toSet());
            ignored = own.or(existing::contains);
            return true;
        }

        void step(RevisionInfo revision) {
            List<Operation> operations =
                    Operations.collect(history.migration(revision.id(), dialect.syntax())::upgrade);
            upgrade(revision);
            done++;
            computed.apply(revision.id(), operations);
            List<Operation> undeclared = HistorySchemaBuilder.undeclared(operations);
            List<Operation> found = with(this::differences);
            if (undeclared.isEmpty() || concernsDeclared(found, operations)) {
                mismatch = found.isEmpty() ? null : new Mismatch(revision, described(found));
                return;
            }
            if (!found.isEmpty() || computed.leavesUnknown(revision.id())) {
                missing.add(new MissingDeclaration(revision, described(undeclared), found));
            }
            computed.complete(revision.id(), found);
        }

        private void upgrade(RevisionInfo revision) {
            try {
                retort.upgrade(revision.id());
            } catch (MigrationFailedException failure) {
                throw new RetortException(
                        failure.what() + System.lineSeparator() + "It ran on the empty database " + description
                                + ", not on the database of the application.",
                        "Correct " + revision.location() + ", then replay the history again.",
                        failure);
            }
        }

        /** Undeclared SQL does not explain a difference of an object that the same revision declares. */
        private boolean concernsDeclared(List<Operation> found, List<Operation> operations) {
            Set<SchemaObject> declared = operations.stream()
                    .flatMap(operation -> operation.schemaChanges().stream().flatMap(List::stream))
                    .flatMap(change -> objects(change).stream())
                    .collect(Collectors.toSet());
            return found.stream()
                    .flatMap(operation -> objects(operation).stream())
                    .anyMatch(declared::contains);
        }

        private List<SchemaObject> objects(Operation operation) {
            return operation.accept(new OperationObjects());
        }

        ReplayResult result() {
            unverified.addAll(new MisfitOperations(history, dialect).in(computed.build()));
            return new ReplayResult(description, done, missing, List.copyOf(unverified), mismatch);
        }

        private static List<String> described(List<Operation> operations) {
            return operations.stream().map(Operation::describe).toList();
        }

        /** Returns the operations that change the computed schema into the one of the database. */
        private List<Operation> differences(Connection connection) {
            Snapshot history = computed.build().snapshot();
            Snapshot live = ComputedSchema.without(
                    inspector.inspect(connection, new Scope(ComputedSchema.schemas(history))), ignored);
            ComputedSchema spelled = ComputedSchema.of(history, live, name -> true, connection, dialect);
            spelled.failures()
                    .forEach(failure -> unverified.add("the database rejects " + failure.statement() + " ("
                            + failure.words() + "), so that the tables in it are not compared"));
            // A type that only the real schema has makes the scratch schema reject a table.
            Snapshot actual = withUnnamedKeys(ComputedSchema.without(live, spelled.rejected()::contains));
            return Differ.compare(new ComparisonContext(spelled.normalised(), actual, actual, name -> true))
                    .operations();
        }
    }

    /** A primary key is found by its kind, so that the name which a product invents for it need not be declared. */
    static Snapshot withUnnamedKeys(Snapshot schema) {
        return schema.mapTables(table -> table.withConstraints(table.constraints().stream()
                .map(constraint ->
                        constraint instanceof PrimaryKey key ? new PrimaryKey(null, key.columns()) : constraint)
                .toList()));
    }
}
