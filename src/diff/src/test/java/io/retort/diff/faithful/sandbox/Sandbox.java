package io.retort.diff.faithful.sandbox;

import io.retort.Retort;
import io.retort.dialect.Dialect;
import io.retort.diff.DatabaseAdoption;
import io.retort.diff.EntityComparison;
import io.retort.diff.HistoryComparison;
import io.retort.diff.HistoryReplay;
import io.retort.diff.HistorySquash;
import io.retort.diff.ModelComparison;
import io.retort.diff.TableFilter;
import io.retort.diff.author.AdoptedSchema;
import io.retort.diff.author.Difference;
import io.retort.diff.author.Draft;
import io.retort.diff.author.ReplayResult;
import io.retort.diff.author.RevisionFile;
import io.retort.diff.author.SourceTree;
import io.retort.diff.author.SqlWriter;
import io.retort.diff.author.SquashedHistory;
import io.retort.diff.internal.model.HibernateModel;
import io.retort.diff.internal.scratch.GivenOperation;
import io.retort.diff.metadata.CapturedMetadata;
import io.retort.diff.progress.ComparisonProgress;
import io.retort.diff.question.Answers;
import io.retort.error.RetortException;
import io.retort.internal.dialect.Dialects;
import io.retort.internal.history.History;
import io.retort.internal.history.SqlRevisions;
import io.retort.internal.state.HistorySchema;
import io.retort.lint.DatabaseSizes;
import io.retort.lint.Finding;
import io.retort.migration.Migration;
import io.retort.migration.Operations;
import io.retort.operation.ColumnOperation;
import io.retort.operation.ConstraintOperation;
import io.retort.operation.DataOperation;
import io.retort.operation.IndexOperation;
import io.retort.operation.Operation;
import io.retort.operation.Statement;
import io.retort.operation.TableOperation;
import io.retort.revision.AdoptionMark;
import io.retort.revision.RevisionInfo;
import io.retort.schema.Snapshot;
import io.retort.source.RevisionCode;
import io.retort.source.RevisionSource;
import io.retort.testkit.TestDb;
import io.retort.testkit.dump.SchemaDump;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.hibernate.boot.Metadata;
import org.hibernate.boot.spi.MetadataImplementor;
import org.jspecify.annotations.Nullable;

/** A database with an in-memory history. */
public final class Sandbox {

    private final TestDb db;
    private final DataSource connections;
    private final List<Draft> drafts = new ArrayList<>();
    private final Map<Metadata, CapturedMetadata> captured = new IdentityHashMap<>();

    public Sandbox(TestDb db) {
        this.db = db;
        this.connections = KeptOpen.on(db);
    }

    /** Compares the entities with the database. */
    public Difference compare(Metadata metadata) {
        CapturedMetadata unit = captured(metadata);
        return new EntityComparison(connections, unit, retort()).get();
    }

    /** Describes the whole database as a base revision of these entities. */
    public AdoptedSchema adopt(Metadata metadata) {
        Retort empty = Retort.on(connections, List.of(List::of));
        return new DatabaseAdoption(connections, captured(metadata), empty)
                .taking(List.of("*"))
                .get();
    }

    /** Compares the entities with the history, without the database. */
    public Difference compareWithHistory(Metadata metadata) {
        return new HistoryComparison(dialect(), captured(metadata), retort()).get();
    }

    /** Compares the entities with the database if it is at the heads, and with the history otherwise. */
    public Difference compareWithEither(Metadata metadata, DataSource database, @Nullable Answers answers) {
        return new ModelComparison(database, captured(metadata), retort(), TableFilter.NONE, answers, this::dialect)
                .get();
    }

    /** The same, and reports how far it is. */
    public Difference compareWithEither(
            Metadata metadata, DataSource database, @Nullable Answers answers, ComparisonProgress progress) {
        return new ModelComparison(database, captured(metadata), retort(), TableFilter.NONE, answers, this::dialect)
                .reporting(progress)
                .get();
    }

    /** Compares the entities with the database; the operations also restore what was changed by hand. */
    public Difference compareRestoring(Metadata metadata, Answers answers) {
        return new ModelComparison(connections, captured(metadata), retort(), TableFilter.NONE, answers, this::dialect)
                .restoringDrift(true)
                .get();
    }

    /** Compares the entities with the database, without what the patterns match. */
    public Difference compareExcluding(Metadata metadata, List<String> patterns) {
        return compareExcluding(metadata, patterns, null);
    }

    /** The same, and asks questions. */
    public Difference compareExcluding(Metadata metadata, List<String> patterns, @Nullable Answers answers) {
        TableFilter filter = TableFilter.NONE.excluding(patterns);
        return new ModelComparison(connections, captured(metadata), retort(), filter, answers, this::dialect).get();
    }

    /** The database. */
    public DataSource dataSource() {
        return connections;
    }

    /** Removes the last revision from the code, as a change to another branch does. */
    public void forgetLast() {
        drafts.remove(drafts.size() - 1);
    }

    /** The schema that the history produces. */
    public HistorySchema historySchema() {
        return HistorySchema.of(History.read(retort().sources()), dialect());
    }

    /** The schema that the entities declare. */
    public Snapshot declared(Metadata metadata) {
        return HibernateModel.of(captured(metadata).metadata(), dialect(), null).snapshot();
    }

    private Dialect dialect() {
        return Dialects.named(db.database().product());
    }

    /**
     * Returns the revisions, each written as an SQL file and read back.
     *
     * @param project where the files would be
     */
    public RevisionSource inSql(Path project) {
        return parsed(sqlFiles(project));
    }

    /**
     * Returns the revisions as SQL files.
     *
     * @param project where the files would be
     */
    public List<RevisionFile> sqlFiles(Path project) {
        SqlWriter writer = new SqlWriter(SourceTree.of(project), dialect());
        return drafts.stream().map(writer::write).toList();
    }

    /** Returns the revisions in SQL files. */
    public static RevisionSource parsed(List<RevisionFile> files) {
        return () -> files.stream()
                .map(file -> SqlRevisions.parse(file.text(), "db/revisions/" + file.name(), Map.of()))
                .toList();
    }

    /** Whether SQL files can contain the revisions: no Java code, and a downgrade for every upgrade. */
    public boolean canBeSql() {
        return drafts.stream().noneMatch(draft -> draft.down().isEmpty())
                && drafts.stream()
                        .flatMap(draft -> Stream.concat(draft.up().stream(), draft.down().stream()))
                        .allMatch(this::isSqlInEverySession);
    }

    /** On MySQL and MariaDB, the meaning of a backslash depends on the session, so that a file cannot contain it. */
    private boolean isSqlInEverySession(Operation operation) {
        try {
            return operation.sql(dialect().ddl()).stream().allMatch(Statement.Sql.class::isInstance);
        } catch (RetortException dependsOnSession) {
            return false;
        }
    }

    /** Compares the entities with a history, without the database. */
    public Difference compareWithHistory(Metadata metadata, RevisionSource history) {
        return new HistoryComparison(dialect(), captured(metadata), Retort.on(connections, List.of(history))).get();
    }

    /** The schema that a history produces. */
    public HistorySchema historySchema(RevisionSource history) {
        return HistorySchema.of(
                History.read(Retort.on(connections, List.of(history)).sources()), dialect());
    }

    /** Runs the history on the database, which is empty, and compares the schemas after each revision. */
    public ReplayResult replay() {
        return new HistoryReplay(connections, retort()).run(revision -> {});
    }

    /** Computes the squash of the whole history. */
    public SquashedHistory squash(Answers answers, HistorySquash.@Nullable EmptyDatabases databases) {
        return new HistorySquash(retort(), dialect(), answers, databases).of(null, null);
    }

    /** The history in another database. */
    public Retort in(DataSource database) {
        return retort(database);
    }

    /** Runs a history on the database, which is empty, and compares the schemas after each revision. */
    public ReplayResult replay(RevisionSource history) {
        return new HistoryReplay(connections, Retort.on(connections, List.of(history))).run(revision -> {});
    }

    /** Compares the entities with the database and answers questions. */
    public Difference compare(Metadata metadata, Answers answers) {
        CapturedMetadata unit = captured(metadata);
        return new EntityComparison(connections, unit, retort()).asking(answers).get();
    }

    /** Captured once, because Hibernate sorts the columns of a table-per-class table only once. */
    private CapturedMetadata captured(Metadata metadata) {
        return captured.computeIfAbsent(
                metadata, bound -> new CapturedMetadata("default", (MetadataImplementor) bound, null));
    }

    /** Writes the next revision and runs it. */
    public Draft revise(List<Operation> operations) {
        Draft draft = write(operations);
        upgrade();
        return draft;
    }

    /** Writes the base revision of the database, which records it as applied. */
    public void record(AdoptedSchema adopted) {
        Draft base = write(adopted.operations());
        drafts.set(drafts.size() - 1, base.adopting(AdoptionMark.parse(adopted.mark(), base.id())));
        upgrade();
    }

    /** Writes the next revision. */
    public Draft write(List<Operation> operations) {
        String id = String.format("%06x", drafts.size() + 0xa00000);
        List<String> parents = drafts.isEmpty()
                ? List.of()
                : List.of(drafts.get(drafts.size() - 1).id());
        Draft draft = Draft.empty(id, parents, "revision " + id, Instant.EPOCH);
        boolean oneWay = Operation.reverse(operations).isEmpty();
        drafts.add(oneWay ? draft.oneWay(operations) : draft.reversing(operations));
        return drafts.get(drafts.size() - 1);
    }

    /** Returns the operations in the forms that do not block other sessions; every table counts as large. */
    public List<Operation> concurrently(List<Operation> operations) {
        return retort().concurrently(operations, everyTableIsLarge());
    }

    /** Returns what operations do to other sessions; every table counts as large. */
    public List<Finding> lint(List<Operation> operations) {
        RevisionInfo revision =
                new RevisionInfo("next", List.of(), List.of(), List.of(), "next", null, false, "memory");
        return retort().lint(revision, operations, everyTableIsLarge());
    }

    private DatabaseSizes everyTableIsLarge() {
        return DatabaseSizes.unknown(dialect().name());
    }

    /** Writes the next revision in forms that do not block other sessions and runs it. */
    public Draft reviseConcurrently(List<Operation> operations) {
        write(operations);
        Draft draft = drafts.remove(drafts.size() - 1).writing(this::concurrently);
        drafts.add(draft);
        upgrade();
        return draft;
    }

    public void upgrade() {
        retort().upgrade("head");
    }

    public void downgrade() {
        retort().downgrade("-1");
    }

    /** Downgrades to the base and clears the history. */
    public void clear() {
        retort().downgrade("base");
        drafts.clear();
    }

    /** The content of the database, with explicit names only. */
    public SchemaDump dump() throws SQLException {
        return SchemaDump.of(db).without("retort_revision");
    }

    public List<Draft> drafts() {
        return List.copyOf(drafts);
    }

    private Retort retort() {
        return retort(connections);
    }

    /** The history on another database. */
    public Retort retort(DataSource database) {
        RevisionSource source = () -> drafts.stream().map(Sandbox::code).toList();
        return Retort.on(database, List.of(source));
    }

    private static RevisionCode code(Draft draft) {
        RevisionInfo info = new RevisionInfo(
                draft.id(),
                draft.parents(),
                List.of(),
                List.of(),
                draft.message(),
                null,
                draft.transactional(),
                "memory",
                List.of(),
                draft.adopts(),
                List.of());
        return new RevisionCode(info, () -> new Written(draft));
    }

    private static boolean isSaidPlainly(Operation operation) {
        return operation instanceof ColumnOperation.Alter alter && alter.using() == null
                || operation instanceof IndexOperation.Create
                || operation instanceof IndexOperation.Drop
                || operation instanceof ConstraintOperation.Add
                || operation instanceof ConstraintOperation.Drop drop && drop.constraint() != null;
    }

    /** A draft, as if it had been written, compiled and loaded. */
    private record Written(Draft draft) implements Migration {

        @Override
        public void upgrade(Operations op) {
            draft.up().forEach(operation -> say(op, operation));
        }

        @Override
        public void downgrade(Operations op) {
            draft.down().forEach(operation -> say(op, operation));
        }

        private static void say(Operations op, DataOperation.Execute execute) {
            if (execute.means() == null) {
                op.execute(execute.sql());
            } else {
                op.execute(execute.sql(), means -> execute.means().forEach(change -> say(means, change)));
            }
        }

        /** Adds the operation as a file would, because ownership is read from these operations. */
        private static void say(Operations op, Operation operation) {
            if (operation instanceof DataOperation.Execute execute) {
                say(op, execute);
            } else if (operation instanceof TableOperation.Rebuild rebuild
                    && rebuild.changes().stream().allMatch(Sandbox::isSaidPlainly)) {
                op.rebuildTable(rebuild.before(), inside -> rebuild.changes().forEach(change -> say(inside, change)));
            } else if (operation instanceof ColumnOperation.Alter alter && alter.concurrently()) {
                op.alterColumn(
                        alter.table().toString(), alter.before(), alter.after().concurrently());
            } else if (operation instanceof ColumnOperation.Add add && add.concurrently()) {
                op.addColumn(add.table().toString(), add.column().concurrently());
            } else if (operation instanceof ConstraintOperation.Add add && add.concurrently()) {
                op.addConstraint(add.table().toString(), add.constraint().concurrently());
            } else if (operation instanceof ConstraintOperation.Drop drop
                    && drop.constraint() != null
                    && drop.concurrently()) {
                op.dropConstraint(drop.table().toString(), drop.constraint().concurrently());
            } else if (operation instanceof IndexOperation.Create create && create.concurrently()) {
                op.createIndex(create.table().toString(), create.index().concurrently());
            } else if (operation instanceof IndexOperation.Drop drop && drop.concurrently()) {
                op.dropIndex(drop.table().toString(), drop.index().concurrently());
            } else if (operation instanceof ColumnOperation.Alter alter && alter.using() == null) {
                op.alterColumn(alter.table().toString(), alter.before(), alter.after());
            } else if (operation instanceof ColumnOperation.Drop drop && drop.column() == null) {
                op.dropColumn(drop.table().toString(), drop.name());
            } else if (operation instanceof ColumnOperation.Drop drop && drop.key() == null) {
                op.dropColumn(drop.table().toString(), drop.column().withName(drop.name()));
            } else if (operation instanceof IndexOperation.Create create) {
                op.createIndex(create.table().toString(), create.index());
            } else if (operation instanceof IndexOperation.Drop drop) {
                op.dropIndex(drop.table().toString(), drop.index());
            } else if (operation instanceof ConstraintOperation.Add add && !add.notValid()) {
                op.addConstraint(add.table().toString(), add.constraint());
            } else if (operation instanceof ConstraintOperation.Drop drop
                    && drop.constraint() != null
                    && !drop.notValid()) {
                op.dropConstraint(drop.table().toString(), drop.constraint());
            } else {
                op.custom(new GivenOperation(operation));
            }
        }
    }
}
