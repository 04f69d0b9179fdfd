package io.retort.operation;

import io.retort.schema.QualifiedName;
import io.retort.schema.Sequence;
import io.retort.schema.Snapshot;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Operations on sequences (not on MySQL and SQLite). */
public sealed interface SequenceOperation extends Operation {

    @Override
    default Optional<QualifiedName> alteredTable() {
        return Optional.empty();
    }

    /**
     * Creates a sequence.
     *
     * <p>With {@code startAfter}, the sequence starts after the largest value of these columns, plus one block of a
     * pooled optimizer. It never starts before its own start value.
     *
     * @param sequence the sequence
     * @param startAfter the columns that get their values from the sequence and may contain rows; can be empty
     */
    record Create(Sequence sequence, List<NumberedColumn> startAfter) implements SequenceOperation {

        public Create {
            startAfter = List.copyOf(startAfter);
        }

        /** Creates a sequence that starts at its start value. */
        public Create(Sequence sequence) {
            this(sequence, List.of());
        }

        @Override
        public Optional<Operation> reverse() {
            return Optional.of(new Drop(sequence.name(), sequence, startAfter));
        }

        @Override
        public Snapshot applyTo(Snapshot schema) {
            return schema.with(sequence);
        }

        @Override
        public List<Statement> sql(Ddl ddl) {
            return ddl.createSequence(this);
        }

        @Override
        public <R> R accept(OperationVisitor<R> visitor) {
            return visitor.createSequence(this);
        }

        @Override
        public JavaCall java() {
            return NumberedColumn.with(JavaCall.of("createSequence", SchemaSource.sequence(sequence)), startAfter);
        }

        @Override
        public String describe() {
            return "+ sequence " + sequence.description() + NumberedColumn.describe(startAfter);
        }
    }

    /**
     * Drops a sequence.
     *
     * @param name the sequence's name
     * @param sequence the whole sequence; null if only its name is known, and then the drop has no reverse
     * @param startAfter the columns after whose values the reverse starts the sequence; can be empty
     */
    record Drop(QualifiedName name, @Nullable Sequence sequence, List<NumberedColumn> startAfter)
            implements SequenceOperation {

        public Drop {
            startAfter = List.copyOf(startAfter);
        }

        /** Drops a sequence; the reverse starts it at its start value. */
        public Drop(QualifiedName name, @Nullable Sequence sequence) {
            this(name, sequence, List.of());
        }

        @Override
        public Optional<Operation> reverse() {
            return Optional.ofNullable(sequence).map(whole -> new Create(whole, startAfter));
        }

        @Override
        public Snapshot applyTo(Snapshot schema) {
            return schema.withoutSequence(name);
        }

        @Override
        public List<Statement> sql(Ddl ddl) {
            return ddl.dropSequence(this);
        }

        @Override
        public <R> R accept(OperationVisitor<R> visitor) {
            return visitor.dropSequence(this);
        }

        @Override
        public JavaCall java() {
            return sequence == null
                    ? JavaCall.of("dropSequence", name.toString())
                    : NumberedColumn.with(JavaCall.of("dropSequence", SchemaSource.sequence(sequence)), startAfter);
        }

        @Override
        public String describe() {
            return "- sequence " + (sequence == null ? name.toString() : sequence.description());
        }
    }

    /**
     * Changes the numbers of a sequence.
     *
     * @param before the whole sequence before the change
     * @param after the whole sequence after the change, with the same name
     */
    record Alter(Sequence before, Sequence after) implements SequenceOperation {

        @Override
        public Optional<Operation> reverse() {
            return Optional.of(new Alter(after, before));
        }

        @Override
        public Snapshot applyTo(Snapshot schema) {
            return schema.sequence(after.name()).isPresent() ? schema.with(after) : schema;
        }

        @Override
        public List<Statement> sql(Ddl ddl) {
            return ddl.alterSequence(this);
        }

        @Override
        public <R> R accept(OperationVisitor<R> visitor) {
            return visitor.alterSequence(this);
        }

        @Override
        public JavaCall java() {
            return JavaCall.of("alterSequence", SchemaSource.sequence(before), SchemaSource.sequence(after));
        }

        @Override
        public String describe() {
            return "~ sequence " + before.description() + " -> " + after.description();
        }
    }

    /**
     * Renames a sequence.
     *
     * @param before the present name
     * @param after the new name; in another schema only on PostgreSQL
     */
    record Rename(QualifiedName before, QualifiedName after) implements SequenceOperation {

        @Override
        public Optional<Operation> reverse() {
            return Optional.of(new Rename(after, before));
        }

        @Override
        public Snapshot applyTo(Snapshot schema) {
            return schema.sequence(before)
                    .map(s -> schema.withoutSequence(before).with(s.withName(after)))
                    .orElse(schema);
        }

        @Override
        public List<Statement> sql(Ddl ddl) {
            return ddl.renameSequence(this);
        }

        @Override
        public <R> R accept(OperationVisitor<R> visitor) {
            return visitor.renameSequence(this);
        }

        @Override
        public JavaCall java() {
            return JavaCall.of("renameSequence", before.toString(), after.toString());
        }

        @Override
        public String describe() {
            return "~ sequence " + before + " renamed to " + after;
        }
    }

    /**
     * A column whose values come from a sequence.
     *
     * @param table the table
     * @param column the column, of an integer type
     */
    record NumberedColumn(QualifiedName table, String column) {

        static JavaCall with(JavaCall call, List<NumberedColumn> columns) {
            JavaCall all = call;
            for (NumberedColumn numbered : columns) {
                all = all.with(JavaCall.of("startAfter", numbered.table.toString(), numbered.column));
            }
            return all;
        }

        static String describe(List<NumberedColumn> columns) {
            return columns.isEmpty()
                    ? ""
                    : columns.stream()
                            .map(numbered -> numbered.table + "." + numbered.column)
                            .collect(Collectors.joining(", ", ", after the numbers of ", ""));
        }
    }
}
