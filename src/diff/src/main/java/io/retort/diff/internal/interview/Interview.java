package io.retort.diff.internal.interview;

import io.retort.dialect.Dialect;
import io.retort.diff.internal.compare.Comparison;
import io.retort.diff.internal.compare.ComparisonContext;
import io.retort.diff.internal.compare.Differ;
import io.retort.diff.internal.compare.SchemaOwnership;
import io.retort.diff.internal.compare.UnmanagedObjects;
import io.retort.diff.internal.model.EntityHierarchy;
import io.retort.diff.internal.model.JavaColumn;
import io.retort.diff.question.Answer;
import io.retort.diff.question.Answers;
import io.retort.diff.question.Choice;
import io.retort.diff.question.Evidence;
import io.retort.diff.question.Question;
import io.retort.diff.question.Verb;
import io.retort.operation.Operation;
import io.retort.schema.Column;
import io.retort.schema.QualifiedName;
import io.retort.schema.Snapshot;
import io.retort.schema.Table;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** Compares two schemas and asks questions where the comparison is ambiguous. */
public final class Interview {

    private final Dialect dialect;
    private final Evidence evidence;
    private final Answers answers;
    private final Map<String, String> javaNames;
    private final Map<String, JavaColumn> javaColumns;
    private final List<EntityHierarchy> hierarchies;
    private final Function<List<Operation>, List<DependentChange>> dependents;
    private final UnaryOperator<List<Operation>> unvalidated;

    /**
     * @param dialect the dialect of the database
     * @param evidence counts rows of the database
     * @param answers answers the questions
     * @param javaNames the Java names of tables ({@code customer} to {@code Customer}) and columns ({@code customer.mail} to {@code mail}); unknown ones are absent
     * @param javaColumns the Java side of columns, by {@code table.column}; unknown ones are absent
     * @param hierarchies the entities that inherit from each other
     * @param dependents finds the objects outside the tables that operations concern
     * @param unvalidated marks the constraints that operations drop and restore without a check of the existing rows
     */
    public Interview(
            Dialect dialect,
            Evidence evidence,
            Answers answers,
            Map<String, String> javaNames,
            Map<String, JavaColumn> javaColumns,
            List<EntityHierarchy> hierarchies,
            Function<List<Operation>, List<DependentChange>> dependents,
            UnaryOperator<List<Operation>> unvalidated) {
        this.dialect = dialect;
        this.evidence = evidence;
        this.answers = answers;
        this.javaNames = javaNames;
        this.javaColumns = javaColumns;
        this.hierarchies = hierarchies;
        this.dependents = dependents;
        this.unvalidated = unvalidated;
    }

    /**
     * Creates an interview without the Java types of columns.
     *
     * @param dialect the dialect of the database
     * @param evidence counts rows of the database
     * @param answers answers the questions
     * @param javaNames the Java names of tables and columns
     */
    public Interview(Dialect dialect, Evidence evidence, Answers answers, Map<String, String> javaNames) {
        this(
                dialect,
                evidence,
                answers,
                javaNames,
                Map.of(),
                List.of(),
                operations -> List.of(),
                operations -> operations);
    }

    /**
     * Compares the schemas, asks the questions and returns the operations.
     *
     * @param everything the schemas of the comparison
     * @throws io.retort.diff.question.UnansweredException if questions remain open
     * @throws io.retort.error.RetortException if an answer is invalid, or answers a question that was not asked
     */
    public Comparison compare(ComparisonContext everything) {
        return new Run(UnmanagedObjects.excluding(everything)).compare();
    }

    /**
     * Whether an answer given in advance names a column that no revision created and no entity declares. Without one,
     * such a column is left alone.
     *
     * @param answers the answers
     * @param column the column, with its table
     */
    public static boolean isNamed(Answers answers, String column) {
        Question question = new Question(
                "column-gone",
                column,
                List.of("No revision created column " + column + ", and no entity declares it."),
                List.of(
                        Choice.of("k", Verb.KEEP, "keep it, as without an answer"),
                        Choice.of("d", Verb.DROP, "drop it"),
                        Choice.of("r", Verb.RENAME, "rename it")),
                Optional.of("k"),
                new Answer(Verb.KEEP, ""));
        return answers.given(question).isPresent();
    }

    /** The interview about two schemas. */
    private final class Run {

        private final ComparisonContext schemas;
        private final Questioner questioner;
        private final AcceptedRenames renaming;
        private final Evidence rows;
        private final RowMoves moves;
        private final TableCopies copies;
        private final Guards guards;

        Run(ComparisonContext schemas) {
            this.schemas = schemas;
            questioner = new Questioner(answers);
            renaming = new AcceptedRenames(dialect, schemas.live(), schemas.wanted());
            rows = new RenamedEvidence(evidence, renaming);
            moves = new RowMoves(dialect);
            copies = new TableCopies(dialect);
            guards = new Guards(dialect, renaming, moves::concern);
        }

        Comparison compare() {
            new GivenTableRenames(renaming, dialect.identifiers(), dialect.movesTables(), questioner::given).apply();
            renaming.respellTables(questioner::given);
            List<QualifiedName> gone = gone();
            List<QualifiedName> dropped = droppedTables(gone);
            ComparisonContext asked = formulas(columns());
            renaming.followNames(asked.declared());
            UnmanagedObjects unmanaged = UnmanagedObjects.of(
                    schemas.with(renaming.live(), asked.wanted(), asked.declared(), ownership(gone, dropped)),
                    questioner::isDropped);
            Comparison found = unmanaged.with(Differ.compare(unmanaged.schemas()));
            List<Operation> operations = withDependents(reviewed(found, asked));
            questioner.end();
            return new Comparison(
                    operations, found.skipped(), questioner.kept(), notOurs(found), remarks(found), found.unmanaged());
        }

        private List<QualifiedName> gone() {
            return schemas.live().tables().stream()
                    .map(Table::name)
                    .filter(name -> schemas.wanted().table(name).isEmpty())
                    .filter(name -> schemas.declared().table(name).isEmpty())
                    .toList();
        }

        /** Asks about removed tables, and about rows that move, which the tables that are left can still change. */
        private List<QualifiedName> droppedTables(List<QualifiedName> gone) {
            askAboutMoves();
            List<QualifiedName> open = gone.stream()
                    .filter(name -> !moves.dropped().contains(name))
                    .filter(name -> !schemas.ours().isOfLibrary(name))
                    .toList();
            TakenNames taken = new TakenNames(renaming, schemas.declared());
            List<QualifiedName> dropped = new ArrayList<>(
                    new RemovedTables(renaming, rows, javaNames, schemas.ours(), copies, taken).ask(open, questioner));
            askAboutMoves();
            dropped.addAll(moves.dropped());
            return dropped;
        }

        private void askAboutMoves() {
            moves.ask(hierarchies, renaming.live(), schemas.wanted(), rows, schemas.ours(), questioner);
        }

        private SchemaOwnership ownership(List<QualifiedName> gone, List<QualifiedName> dropped) {
            Set<QualifiedName> kept = new HashSet<>(gone);
            dropped.forEach(kept::remove);
            return new RenamedOwnership(schemas.ours().keeping(kept::contains), renaming);
        }

        private List<Operation> reviewed(Comparison found, ComparisonContext compared) {
            ReviewContext inquiry = inquiry(schemas.declared(), guards);
            SoftDeleteFlags flags = new SoftDeleteFlags(inquiry, renaming::renamed);
            ChangeReview review = new ChangeReview(inquiry, javaNames, moves, copies, flags);
            List<Operation> operations = new ArrayList<>(renaming.operations());
            for (Table table : renaming.live().tables()) {
                for (Column column : table.columns()) {
                    flags.renamed(table.name(), column.name()).ifPresent(operations::add);
                }
            }
            operations.addAll(review.ofUnchanged(found.operations(), compared));
            operations.addAll(review.of(unvalidated(renaming.operations(), found.operations())));
            return operations;
        }

        private List<Operation> withDependents(List<Operation> operations) {
            List<DependentChange> concerned = dependents.apply(operations).stream()
                    .filter(change ->
                            change.dropped() == null || moves.dropped().contains(change.dropped()))
                    .toList();
            return guards.around(new DependentObjectReview(dialect, questioner).in(operations, concerned));
        }

        private List<Operation> unvalidated(List<Operation> renames, List<Operation> found) {
            List<Operation> all = new ArrayList<>(renames);
            all.addAll(found);
            return unvalidated.apply(all).subList(renames.size(), all.size());
        }

        private List<String> remarks(Comparison found) {
            List<String> remarks = new ArrayList<>(found.remarks());
            remarks.addAll(questioner.remarks());
            return remarks;
        }

        private ReviewContext inquiry(Snapshot declared, Guards guarded) {
            return new ReviewContext(
                    dialect,
                    renaming.live(),
                    declared,
                    javaColumns,
                    hierarchies,
                    rows,
                    questioner,
                    questioner::remark,
                    guarded);
        }

        /** Asks about removed columns and returns the schemas with those that are kept. */
        private ComparisonContext columns() {
            RemovedColumns columns = new RemovedColumns(
                    renaming, rows, javaNames, moves::take, new DroppedColumns(dialect)::consequence);
            GivenColumnRenames renames = new GivenColumnRenames(renaming, dialect.identifiers(), questioner::given);
            Snapshot wanted = schemas.wanted();
            Snapshot declared = schemas.declared();
            for (Table table : schemas.wanted().tables()) {
                if (renaming.live().table(table.name()).isPresent()) {
                    renames.apply(table.name());
                    List<String> kept = columns.ask(table.name(), questioner);
                    KeptColumns stay =
                            new KeptColumns(renaming.live().table(table.name()).orElseThrow(), kept);
                    wanted = stay.in(wanted);
                    declared = stay.in(declared);
                }
            }
            return schemas.with(schemas.live(), wanted, declared, schemas.ours());
        }

        /** Asks about columns that become generated and returns the schemas with those that remain unchanged. */
        private ComparisonContext formulas(ComparisonContext asked) {
            Snapshot wanted = asked.wanted();
            Snapshot declared = asked.declared();
            ReplacedValues values =
                    new ReplacedValues(inquiry(declared, new Guards(dialect, renaming, table -> false)));
            for (Table live : renaming.live().tables()) {
                List<String> kept = wanted.table(live.name()).isPresent() ? values.ask(live) : List.of();
                UnaryOperator<Column> stay = column -> kept.contains(column.name())
                        ? live.column(column.name()).orElseThrow()
                        : column;
                if (!kept.isEmpty()) {
                    wanted = wanted.mapTable(live.name(), table -> table.mapColumns(stay));
                    declared = declared.mapTable(live.name(), table -> table.mapColumns(stay));
                }
            }
            return asked.with(asked.live(), wanted, declared, asked.ours());
        }

        /** A table that a revision created and an answer keeps is left alone, but still owned by the history. */
        private List<QualifiedName> notOurs(Comparison found) {
            return found.notOurs().stream()
                    .filter(name -> !schemas.ours().test(name))
                    .toList();
        }
    }
}
