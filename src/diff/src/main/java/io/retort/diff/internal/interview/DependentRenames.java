package io.retort.diff.internal.interview;

import io.retort.dialect.Dialect;
import io.retort.operation.ConstraintOperation;
import io.retort.operation.IndexOperation;
import io.retort.schema.Constraint;
import io.retort.schema.Constraint.Check;
import io.retort.schema.Constraint.ForeignKey;
import io.retort.schema.Constraint.Unique;
import io.retort.schema.Index;
import io.retort.schema.QualifiedName;
import io.retort.schema.Snapshot;
import io.retort.schema.Table;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Renames keys, indexes and check constraints whose names derive from a renamed table or column, such as Hibernate's
 * hashed names.
 *
 * @param renaming collects the operations
 * @param declared the model with the names that Hibernate gives; the database generates the name of an unnamed check
 */
record DependentRenames(AcceptedRenames renaming, Snapshot declared) {

    /** Names that a database generates from a counter: {@code CONSTRAINT_4F}, {@code SYS_CT_10093}. */
    private static final Pattern COUNTED =
            Pattern.compile("(?i)\"?(?:constraint|sys)_(?:(?:ct|pk|fk|ref|idx|index)_)*[0-9a-f_]+\"?");

    /** Repeats while names become free, because a chain of renamed tables has a chain of derived names. */
    void follow() {
        int before;
        do {
            before = renaming.operations().size();
            for (Table wanted : renaming.wanted().tables()) {
                renaming.live().table(wanted.name()).filter(this::touched).ifPresent(live -> follow(live, wanted));
            }
        } while (renaming.operations().size() > before);
    }

    private void follow(Table live, Table wanted) {
        for (Constraint constraint : live.constraints()) {
            target(constraint, live, wanted)
                    .ifPresent(name -> renaming.note(new ConstraintOperation.Rename(live.name(), constraint, name)));
        }
        for (Index index : live.indexes()) {
            target(index, live, wanted)
                    .ifPresent(name -> renaming.note(new IndexOperation.Rename(live.name(), index.name(), name)));
        }
    }

    private Optional<String> target(Constraint constraint, Table live, Table wanted) {
        boolean renamable = constraint.name() != null && isRenamable(constraint, live);
        return wanted.constraints().stream()
                .filter(other -> renamable
                        && other.name() != null
                        && constraint.named("x").equals(other.named("x")))
                .map(other -> Objects.requireNonNull(other.name()))
                .findFirst()
                .filter(name -> !name.equals(constraint.name()) && isFree(name, live))
                .filter(name -> !(constraint instanceof Check) || isDeclared(name, wanted))
                .filter(name -> !(constraint instanceof Unique unique) || touched(wanted.name(), unique.columns()));
    }

    /** A name that only recreating the constraint or its table changes stays: names are not compared. */
    private boolean isRenamable(Constraint constraint, Table live) {
        Dialect dialect = renaming.dialect();
        return (dialect.referencesFollowRenames() || constraint instanceof Unique)
                && !dialect.needsRebuild(new ConstraintOperation.Rename(live.name(), constraint, "x"), live);
    }

    private boolean isDeclared(String name, Table wanted) {
        return declared.table(wanted.name()).stream()
                .flatMap(table -> table.constraintsOf(Check.class))
                .anyMatch(check -> name.equals(check.name()));
    }

    private Optional<String> target(Index index, Table live, Table wanted) {
        return wanted.indexes().stream()
                .filter(other -> index.named("x").equals(other.named("x")))
                .map(Index::name)
                .findFirst()
                .filter(name -> !name.equals(index.name()) && isFree(name, live));
    }

    /** Some products have one namespace for the constraints and indexes of a schema. */
    private boolean isFree(String name, Table live) {
        return !COUNTED.matcher(name).matches()
                && renaming.live().tables().stream()
                        .filter(table -> table.name().equals(live.name()) || renaming.renamed(table.name()))
                        .noneMatch(table -> table.constraints().stream().anyMatch(other -> name.equals(other.name()))
                                || table.indexes().stream().anyMatch(other -> name.equals(other.name())));
    }

    /** Whether the table or one of its columns was renamed, or it references such a table. */
    private boolean touched(Table table) {
        return changed(table.name())
                || table.constraintsOf(ForeignKey.class).anyMatch(key -> changed(key.referencedTable()));
    }

    /** Whether the name changes that Hibernate or the database builds from the table and the columns of a key. */
    private boolean touched(QualifiedName table, List<String> columns) {
        return renaming.renamed(table) || columns.stream().anyMatch(column -> renaming.renamed(table, column));
    }

    private boolean changed(QualifiedName table) {
        List<String> columns = renaming.live()
                .table(table)
                .map(found ->
                        found.columns().stream().map(column -> column.name()).toList())
                .orElse(List.of());
        return renaming.renamed(table) || columns.stream().anyMatch(column -> renaming.renamed(table, column));
    }
}
