package io.retort.internal.lint.rule;

import io.retort.internal.lint.rule.Rule.Hazard;
import io.retort.lint.Finding.Level;
import io.retort.operation.ColumnOperation;
import io.retort.operation.ConstraintOperation;
import io.retort.operation.IndexOperation;
import io.retort.operation.Operation;
import io.retort.operation.SequenceOperation;
import io.retort.operation.TableOperation;
import io.retort.operation.TypeOperation;
import io.retort.schema.Column;
import io.retort.schema.Constraint;
import io.retort.schema.QualifiedName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The rules about lost values and older releases, which do not depend on the product. */
public final class CommonRules implements LintVisitor {

    public static final Rule DROP_COLUMN = new Rule(
            "drop-column",
            Level.ERROR,
            Hazard.LOSS,
            "A dropped column loses its values. An older release that maps the column fails at its next query.",
            "Release the application without the column first, and drop the column in a later release.");

    public static final Rule DROP_TABLE = new Rule(
            "drop-table",
            Level.ERROR,
            Hazard.LOSS,
            "A dropped table loses its rows. An older release that maps the table fails at its next query.",
            "Release the application without the table first, and drop the table in a later release.");

    public static final Rule RENAME_COLUMN = new Rule(
            "rename-column",
            Level.ERROR,
            Hazard.OLDER_RELEASE,
            "An older release fails at its next query of a renamed column.",
            "Keep the name in the database: @Column(name = \"...\").");

    public static final Rule RENAME_TABLE = new Rule(
            "rename-table",
            Level.ERROR,
            Hazard.OLDER_RELEASE,
            "An older release fails at its next query of a renamed table.",
            "Keep the name in the database: @Table(name = \"...\").");

    public static final Rule DEFAULT_REMOVED = new Rule(
            "default-removed",
            Level.WARNING,
            Hazard.OLDER_RELEASE,
            "A `not null` column without its default: the inserts of an older release that does not map the column"
                    + " fail.",
            "Keep the default until no older release runs, and remove it in a later release.");

    public static final Rule STRICTER = new Rule(
            "stricter-constraint",
            Level.INFO,
            Hazard.OLDER_RELEASE,
            "An older release can write rows that violate a new `not null`, unique constraint, foreign key or check"
                    + " constraint. Its statement then fails.",
            "Release an application that writes only valid rows first.");

    public static final Rule TYPE_CHANGED = new Rule(
            "type-changed",
            Level.WARNING,
            Hazard.OLDER_RELEASE,
            "An older release reads and writes the former type of a column.",
            "Add a new column, write both, and drop the former column in a later release.");

    public static final Rule CONSTANT_REMOVED = new Rule(
            "enum-constant-removed",
            Level.WARNING,
            Hazard.OLDER_RELEASE,
            "An older release still writes a removed enum constant.",
            "Release an application that does not write the constant first.");

    public static final Rule CONSTANT_ADDED = new Rule(
            "enum-constant-added",
            Level.INFO,
            Hazard.OLDER_RELEASE,
            "An older release cannot read rows with a new enum constant.",
            "Write the constant only when no older release runs.");

    public static final Rule SEQUENCE_INCREMENT = new Rule(
            "sequence-increment",
            Level.ERROR,
            Hazard.OLDER_RELEASE,
            "A sequence whose increment differs from the `allocationSize` of a running release makes it produce"
                    + " duplicate ids.",
            "Create a new sequence with the other increment, and use it in the new release.");

    public static final Rule DEFAULT_CHANGED = new Rule(
            "default-changed",
            Level.INFO,
            Hazard.OLDER_RELEASE,
            "Hibernate writes every mapped column in an insert, so a changed default has no effect on its inserts.",
            "Set the value in the entity, or use @DynamicInsert.");

    public static final Rule BIG_UPDATE = new Rule(
            "big-update",
            Level.WARNING,
            Hazard.LOCK,
            "An `update` or `delete` of many rows locks each of them until the transaction ends.",
            "Fill rows with `op.backfill`, in batches that are transactions of their own. Delete rows in batches, too.");

    public static final Rule BACKFILL_WAITS = new Rule(
            "backfill-waits",
            Level.WARNING,
            Hazard.LOCK,
            "A renamed table, or a column with another name or type, that an earlier revision fills with `afterStart()`: the"
                    + " upgrade waits until the backfill is complete.",
            "Make the change in a later release, when the backfill is complete.");

    public static final Rule TRUNCATE = new Rule(
            "truncate",
            Level.ERROR,
            Hazard.LOSS,
            "`truncate` deletes all rows and blocks reads and writes until the transaction ends.",
            "");

    public static final Rule LOCK_THEN_WORK = new Rule(
            "lock-then-work",
            Level.WARNING,
            Hazard.LOCK,
            "A table that an earlier operation of the revision locks stays locked while a later operation works on this"
                    + " or another table, because both run in one transaction.",
            "Put the operations into separate revisions.");

    public static final Rule MIXED_STEP = new Rule(
            "mixed-step",
            Level.INFO,
            Hazard.UNJUDGED,
            "A statement that cannot run in a transaction makes the whole revision run without one. If a later"
                    + " statement fails, the earlier ones stay applied.",
            "Put the statement into a revision of its own.");

    public static final Rule NOT_JUDGED = new Rule(
            "not-judged",
            Level.INFO,
            Hazard.UNJUDGED,
            "SQL or Java code that no rule can judge.",
            "Declare what it does to the schema with `means`.");

    public static final Rule STALE_WAIVER = new Rule(
            "stale-waiver",
            Level.WARNING,
            Hazard.UNJUDGED,
            "A waiver for a finding that does not exist.",
            "Remove the waiver.");

    private static final List<Rule> ALL = List.of(
            DROP_COLUMN,
            DROP_TABLE,
            RENAME_COLUMN,
            RENAME_TABLE,
            TYPE_CHANGED,
            DEFAULT_REMOVED,
            DEFAULT_CHANGED,
            STRICTER,
            CONSTANT_ADDED,
            CONSTANT_REMOVED,
            SEQUENCE_INCREMENT,
            BIG_UPDATE,
            BACKFILL_WAITS,
            TRUNCATE,
            LOCK_THEN_WORK,
            MIXED_STEP,
            NOT_JUDGED,
            STALE_WAIVER);

    private CommonRules() {}

    /** Returns the rules of all products. */
    public static List<Rule> all() {
        return ALL;
    }

    /** Returns the violations of an operation. */
    public static List<Violation> check(Operation operation) {
        return operation.accept(new CommonRules());
    }

    /** Returns the violations of a statement for which there is no operation. */
    public static List<Violation> check(SqlAction action) {
        QualifiedName table = action.table();
        return switch (action.kind()) {
            case UPDATE, DELETE ->
                List.of(new Violation(
                        BIG_UPDATE,
                        BIG_UPDATE.level(),
                        table,
                        Effect.NONE,
                        "The statement locks every row of " + table + " that it changes until the transaction ends.",
                        BIG_UPDATE.remedy()));
            case TRUNCATE ->
                List.of(new Violation(
                        TRUNCATE,
                        TRUNCATE.level(),
                        table,
                        new Effect(Effect.Blocking.READS_AND_WRITES, Effect.Work.CATALOG),
                        "All rows of " + table + " are deleted.",
                        null));
            case UNKNOWN -> List.of(notJudged());
            default -> List.of();
        };
    }

    /** Returns the violation of what no rule can judge. */
    public static Violation notJudged() {
        return Violation.of(NOT_JUDGED, null, "No rule can judge what it does to other sessions.", NOT_JUDGED.remedy());
    }

    @Override
    public List<Violation> dropTable(TableOperation.Drop drop) {
        return one(
                DROP_TABLE,
                drop.name(),
                "The rows of " + drop.name() + " are lost, and an older release that maps it fails.");
    }

    @Override
    public List<Violation> renameTable(TableOperation.Rename rename) {
        return one(
                RENAME_TABLE, rename.before(), "An older release fails at its next query of " + rename.before() + ".");
    }

    @Override
    public List<Violation> dropColumn(ColumnOperation.Drop drop) {
        String column = drop.table() + "." + drop.name();
        return one(
                DROP_COLUMN,
                drop.table(),
                "The values of " + column + " are lost, and an older release that maps it fails.");
    }

    @Override
    public List<Violation> renameColumn(ColumnOperation.Rename rename) {
        String column = rename.table() + "." + rename.before();
        return one(RENAME_COLUMN, rename.table(), "An older release fails at its next query of " + column + ".");
    }

    @Override
    public List<Violation> alterColumn(ColumnOperation.Alter alter) {
        Column before = alter.before();
        Column after = alter.after();
        String column = alter.table() + "." + after.name();
        List<Violation> all = new ArrayList<>();
        if (before.nullable() && !after.nullable()) {
            all.add(stricter(alter.table(), "null in " + column));
        }
        boolean removed = before.defaultValue() != null && after.defaultValue() == null;
        if (removed && !after.nullable() && after.generation() == null) {
            all.addAll(one(
                    DEFAULT_REMOVED,
                    alter.table(),
                    column + " is not null and loses its default: the inserts of an older release that does not map it"
                            + " fail."));
        } else if (after.defaultValue() != null && !after.defaultValue().equals(before.defaultValue())) {
            all.addAll(one(
                    DEFAULT_CHANGED,
                    alter.table(),
                    "The default of " + column + " has no effect on inserts of Hibernate, which write every column."));
        }
        if (TypeKinds.differ(before.type(), after.type())) {
            all.addAll(one(
                    TYPE_CHANGED,
                    alter.table(),
                    "An older release reads and writes " + column + " as " + before.type() + ", not as " + after.type()
                            + "."));
        }
        constants(before.type().values(), after.type().values(), column, alter.table())
                .ifPresent(all::add);
        return all;
    }

    @Override
    public List<Violation> addConstraint(ConstraintOperation.Add add) {
        return List.of(
                stricter(add.table(), "rows of " + add.table() + " that violate " + described(add.constraint())));
    }

    private static String described(Constraint constraint) {
        return "the " + constraint.description();
    }

    @Override
    public List<Violation> createIndex(IndexOperation.Create create) {
        return create.index().unique()
                ? List.of(stricter(create.table(), "duplicates in " + create.table()))
                : List.of();
    }

    @Override
    public List<Violation> alterSequence(SequenceOperation.Alter alter) {
        return alter.before().increment() == alter.after().increment()
                ? List.of()
                : one(
                        SEQUENCE_INCREMENT,
                        null,
                        "A running release reserves " + alter.before().increment() + " ids for each value of "
                                + alter.before().name() + ", and then produces duplicates.");
    }

    @Override
    public List<Violation> addEnumValue(TypeOperation.AddValue add) {
        return one(CONSTANT_ADDED, null, "An older release cannot read " + add.value() + ".");
    }

    @Override
    public List<Violation> alterEnum(TypeOperation.Alter alter) {
        return constants(
                        alter.before().values(),
                        alter.after().values(),
                        alter.after().name().toString(),
                        null)
                .map(List::of)
                .orElse(List.of());
    }

    private static Optional<Violation> constants(
            List<String> before, List<String> after, String where, @Nullable QualifiedName table) {
        List<String> removed =
                before.stream().filter(value -> !after.contains(value)).toList();
        List<String> added = before.isEmpty()
                ? List.of()
                : after.stream().filter(value -> !before.contains(value)).toList();
        if (!removed.isEmpty() && !after.isEmpty()) {
            return Optional.of(violation(
                    CONSTANT_REMOVED,
                    table,
                    "An older release can still write " + String.join(", ", removed) + " to " + where + "."));
        }
        return added.isEmpty()
                ? Optional.empty()
                : Optional.of(violation(
                        CONSTANT_ADDED,
                        table,
                        "An older release cannot read " + String.join(", ", added) + " in " + where + "."));
    }

    private static Violation stricter(QualifiedName table, String what) {
        return violation(STRICTER, table, "An older release that writes " + what + " fails.");
    }

    private static List<Violation> one(Rule rule, @Nullable QualifiedName table, String problem) {
        return List.of(violation(rule, table, problem));
    }

    private static Violation violation(Rule rule, @Nullable QualifiedName table, String problem) {
        return Violation.of(rule, table, problem, rule.remedy());
    }
}
