package io.retort.operation;

import io.retort.operation.source.JavaCall;
import io.retort.schema.EnumType;
import io.retort.schema.QualifiedName;
import io.retort.schema.Snapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Changes to types with names of their own: PostgreSQL's enums. */
public sealed interface TypeOperation extends Operation {

    /**
     * Creates an enum type.
     *
     * @param type the type
     */
    record Create(EnumType type) implements TypeOperation {

        @Override
        public Optional<Operation> reverse() {
            return Optional.of(new Drop(type));
        }

        @Override
        public Snapshot applyTo(Snapshot schema) {
            return schema.with(type);
        }

        @Override
        public List<Statement> sql(Ddl ddl) {
            return ddl.createEnum(this);
        }

        @Override
        public JavaCall java() {
            return JavaCall.of("createEnum", words(type));
        }

        @Override
        public String describe() {
            return "+ type " + type.description();
        }
    }

    /**
     * Drops an enum type.
     *
     * @param type the type as it was; without labels if only its name is known, and then the drop cannot be undone
     */
    record Drop(EnumType type) implements TypeOperation {

        @Override
        public Optional<Operation> reverse() {
            return type.labels().isEmpty() ? Optional.empty() : Optional.of(new Create(type));
        }

        @Override
        public Snapshot applyTo(Snapshot schema) {
            return schema.withoutEnumType(type.name());
        }

        @Override
        public List<Statement> sql(Ddl ddl) {
            return ddl.dropEnum(this);
        }

        @Override
        public JavaCall java() {
            return JavaCall.of("dropEnum", words(type));
        }

        @Override
        public String describe() {
            return "- type " + (type.labels().isEmpty() ? type.name().toString() : type.description());
        }
    }

    /**
     * Adds a label at the end of an enum type. Nothing undoes it: no product can take a label away.
     *
     * @param type the type's name
     * @param label the new label
     */
    record AddLabel(QualifiedName type, String label) implements TypeOperation {

        @Override
        public Optional<Operation> reverse() {
            return Optional.empty();
        }

        @Override
        public Snapshot applyTo(Snapshot schema) {
            return schema.enumType(type).map(t -> schema.with(t.plus(label))).orElse(schema);
        }

        @Override
        public List<Statement> sql(Ddl ddl) {
            return ddl.addEnumLabel(this);
        }

        @Override
        public JavaCall java() {
            return JavaCall.of("addEnumLabel", type.toString(), label);
        }

        @Override
        public String describe() {
            return "~ type " + type + " with label " + label;
        }
    }

    private static Object[] words(EnumType type) {
        List<Object> words = new ArrayList<>();
        words.add(type.name().toString());
        words.addAll(type.labels());
        return words.toArray();
    }
}
