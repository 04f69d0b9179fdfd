package io.retort.operation;

import io.retort.schema.Constraint;
import io.retort.schema.QualifiedName;
import io.retort.schema.Snapshot;
import io.retort.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Operations on the constraints of a table. */
public sealed interface ConstraintOperation extends Operation {

    /** Returns the table of the constraint. */
    QualifiedName table();

    @Override
    default Optional<QualifiedName> subject() {
        return Optional.of(table());
    }

    @Override
    default Optional<QualifiedName> alteredTable() {
        return Optional.of(table());
    }

    /**
     * Adds a constraint.
     *
     * @param table the table
     * @param constraint the constraint
     * @param notValid whether to skip the check of existing rows (PostgreSQL, H2, SQL Server)
     * @param concurrently whether to add it without blocking other sessions: in several statements outside a transaction
     *     (PostgreSQL), or with {@code lock=none} (MySQL, MariaDB); ignored elsewhere
     */
    record Add(QualifiedName table, Constraint constraint, boolean notValid, boolean concurrently)
            implements ConstraintOperation {

        /** Adds a constraint and checks the existing rows. */
        public Add(QualifiedName table, Constraint constraint) {
            this(table, constraint, false, false);
        }

        /** Adds a constraint in one statement. */
        public Add(QualifiedName table, Constraint constraint, boolean notValid) {
            this(table, constraint, notValid, false);
        }

        /**
         * Checks the options.
         *
         * @throws IllegalArgumentException if the rows are to be checked concurrently and not at all
         */
        public Add {
            refuseBoth(notValid, concurrently);
        }

        @Override
        public Optional<Operation> reverse() {
            return Optional.of(new Drop(table, constraint.name(), constraint, notValid, concurrently));
        }

        @Override
        public Snapshot applyTo(Snapshot schema) {
            return schema.mapTable(table, t -> with(t, constraint));
        }

        @Override
        public List<Statement> sql(Ddl ddl) {
            return ddl.addConstraint(this);
        }

        @Override
        public <R> R accept(OperationVisitor<R> visitor) {
            return visitor.addConstraint(this);
        }

        @Override
        public JavaCall java() {
            return JavaCall.of("addConstraint", table.toString(), source(constraint, notValid, concurrently));
        }

        @Override
        public String describe() {
            return "+ constraint on " + table + ": " + constraint.description() + (notValid ? " not valid" : "")
                    + (concurrently ? " concurrently" : "");
        }
    }

    /**
     * Drops a constraint.
     *
     * @param table the table
     * @param name the constraint's name; null for a primary key that the database named itself
     * @param constraint the whole constraint; null if only its name is known, and then the drop has no reverse
     * @param notValid whether the reverse skips the check of existing rows
     * @param concurrently whether to drop it with {@code lock=none} (MySQL, MariaDB), and to add it in the reverse without
     *     blocking other sessions
     */
    record Drop(
            QualifiedName table,
            @Nullable String name,
            @Nullable Constraint constraint,
            boolean notValid,
            boolean concurrently)
            implements ConstraintOperation {

        /** Drops a constraint; the reverse checks the existing rows. */
        public Drop(QualifiedName table, Constraint constraint) {
            this(table, constraint.name(), constraint, false, false);
        }

        /** Drops a constraint by name; has no reverse. */
        public Drop(QualifiedName table, String name) {
            this(table, name, null, false, false);
        }

        /** Drops a constraint; the reverse adds it in one statement. */
        public Drop(QualifiedName table, @Nullable String name, @Nullable Constraint constraint, boolean notValid) {
            this(table, name, constraint, notValid, false);
        }

        /**
         * Checks the options.
         *
         * @throws IllegalArgumentException if the rows are to be checked concurrently and not at all
         */
        public Drop {
            refuseBoth(notValid, concurrently);
        }

        @Override
        public Optional<Operation> reverse() {
            return Optional.ofNullable(constraint).map(whole -> new Add(table, whole, notValid, concurrently));
        }

        @Override
        public Snapshot applyTo(Snapshot schema) {
            return schema.mapTable(table, this::droppedFrom);
        }

        /**
         * A primary key goes whatever its name is, because a table has only one. Any other constraint is found by its
         * name, and by its definition where another tool has given it another name.
         */
        private Table droppedFrom(Table target) {
            if (name == null || constraint instanceof Constraint.PrimaryKey) {
                return without(target, Constraint.PrimaryKey.class::isInstance);
            }
            Table rest = without(target, candidate -> Objects.equals(candidate.name(), name));
            return constraint == null
                            || rest.constraints().size() < target.constraints().size()
                    ? rest
                    : without(target, candidate -> candidate.named(name).equals(constraint));
        }

        @Override
        public List<Statement> sql(Ddl ddl) {
            return ddl.dropConstraint(this);
        }

        @Override
        public <R> R accept(OperationVisitor<R> visitor) {
            return visitor.dropConstraint(this);
        }

        @Override
        public JavaCall java() {
            return JavaCall.of(
                    "dropConstraint",
                    table.toString(),
                    constraint == null ? String.valueOf(name) : source(constraint, notValid, concurrently));
        }

        @Override
        public String describe() {
            return "- constraint on " + table + ": " + (constraint == null ? name : constraint.description())
                    + (concurrently ? " concurrently" : "");
        }
    }

    /**
     * Renames a constraint.
     *
     * @param table the table
     * @param before the whole constraint with its present name
     * @param after the new name
     */
    record Rename(QualifiedName table, Constraint before, String after) implements ConstraintOperation {

        /**
         * Checks the name.
         *
         * @throws NullPointerException if the constraint has no name
         */
        public Rename {
            Objects.requireNonNull(before.name(), "a constraint without a name cannot be renamed");
        }

        @Override
        public Optional<Operation> reverse() {
            return Optional.of(new Rename(table, before.named(after), Objects.requireNonNull(before.name())));
        }

        @Override
        public Snapshot applyTo(Snapshot schema) {
            return schema.mapTable(
                    table,
                    t -> t.withConstraints(t.constraints().stream()
                            .map(c -> isRenamed(c) ? c.named(after) : c)
                            .toList()));
        }

        /** A table has only one primary key, whose name the database can have chosen. */
        private boolean isRenamed(Constraint constraint) {
            return before instanceof Constraint.PrimaryKey
                    ? constraint instanceof Constraint.PrimaryKey
                    : Objects.equals(constraint.name(), before.name());
        }

        @Override
        public List<Statement> sql(Ddl ddl) {
            return ddl.renameConstraint(this);
        }

        @Override
        public <R> R accept(OperationVisitor<R> visitor) {
            return visitor.renameConstraint(this);
        }

        @Override
        public JavaCall java() {
            return JavaCall.of("renameConstraint", table.toString(), SchemaSource.constraint(before), after);
        }

        @Override
        public String describe() {
            return "~ constraint " + before.name() + " on " + table + " renamed to " + after;
        }
    }

    private static Table with(Table table, Constraint constraint) {
        List<Constraint> all = new ArrayList<>(table.constraints());
        all.add(constraint);
        return table.withConstraints(all);
    }

    private static Table without(Table table, Predicate<Constraint> gone) {
        return table.withConstraints(
                table.constraints().stream().filter(gone.negate()).toList());
    }

    private static JavaCall source(Constraint constraint, boolean notValid, boolean concurrently) {
        JavaCall call = SchemaSource.constraint(constraint);
        if (concurrently) {
            return call.then("concurrently");
        }
        return notValid ? call.then("notValid") : call;
    }

    private static void refuseBoth(boolean notValid, boolean concurrently) {
        if (notValid && concurrently) {
            throw new IllegalArgumentException(
                    "a constraint cannot be both notValid and concurrently: the one skips the existing rows, the other"
                            + " checks them while other sessions continue");
        }
    }
}
