package io.retort.operation;

import io.retort.operation.source.JavaCall;
import io.retort.operation.source.JavaNouns;
import io.retort.schema.QualifiedName;
import io.retort.schema.Sequence;
import io.retort.schema.Snapshot;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Changes to sequences. */
public sealed interface SequenceOperation extends Operation {

    /**
     * Creates a sequence.
     *
     * @param sequence the sequence
     */
    record Create(Sequence sequence) implements SequenceOperation {

        @Override
        public Optional<Operation> reverse() {
            return Optional.of(new Drop(sequence.name(), sequence));
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
        public JavaCall java() {
            return JavaCall.of("createSequence", JavaNouns.sequence(sequence));
        }

        @Override
        public String describe() {
            return "+ sequence " + sequence.description();
        }
    }

    /**
     * Drops a sequence.
     *
     * @param name the sequence's name
     * @param sequence the whole sequence as it was; null if only its name is known, and then the drop cannot be undone
     */
    record Drop(QualifiedName name, @Nullable Sequence sequence) implements SequenceOperation {

        @Override
        public Optional<Operation> reverse() {
            return Optional.ofNullable(sequence).map(Create::new);
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
        public JavaCall java() {
            return JavaCall.of("dropSequence", sequence == null ? name.toString() : JavaNouns.sequence(sequence));
        }

        @Override
        public String describe() {
            return "- sequence " + (sequence == null ? name.toString() : sequence.description());
        }
    }

    /**
     * Changes a sequence's numbers; its name stays.
     *
     * @param before the whole sequence before
     * @param after the whole sequence after
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
        public JavaCall java() {
            return JavaCall.of("alterSequence", JavaNouns.sequence(before), JavaNouns.sequence(after));
        }

        @Override
        public String describe() {
            return "~ sequence " + before.description() + " -> " + after.description();
        }
    }

    /**
     * Renames a sequence.
     *
     * @param before the name before
     * @param after the name after, in the same schema
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
        public JavaCall java() {
            return JavaCall.of("renameSequence", before.toString(), after.toString());
        }

        @Override
        public String describe() {
            return "~ sequence " + before + " renamed to " + after;
        }
    }
}
