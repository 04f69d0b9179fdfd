package io.retort.operation;

import io.retort.schema.Column;
import io.retort.schema.EnumType;
import io.retort.schema.QualifiedName;
import io.retort.schema.Snapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Operations on named enum types (PostgreSQL; domains on H2). */
public sealed interface TypeOperation extends Operation {

    @Override
    default Optional<QualifiedName> alteredTable() {
        return Optional.empty();
    }

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
        public <R> R accept(OperationVisitor<R> visitor) {
            return visitor.createEnum(this);
        }

        @Override
        public JavaCall java() {
            return JavaCall.of("createEnum", source(type));
        }

        @Override
        public String describe() {
            return "+ type " + type.description();
        }
    }

    /**
     * Drops an enum type.
     *
     * @param type the type; without values if only its name is known, and then the drop has no reverse
     */
    record Drop(EnumType type) implements TypeOperation {

        @Override
        public Optional<Operation> reverse() {
            return type.values().isEmpty() ? Optional.empty() : Optional.of(new Create(type));
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
        public <R> R accept(OperationVisitor<R> visitor) {
            return visitor.dropEnum(this);
        }

        @Override
        public JavaCall java() {
            return type.values().isEmpty()
                    ? JavaCall.of("dropEnum", type.name().toString())
                    : JavaCall.of("dropEnum", source(type));
        }

        @Override
        public String describe() {
            return "- type " + (type.values().isEmpty() ? type.name().toString() : type.description());
        }
    }

    /**
     * Adds a value at the end of an enum type (PostgreSQL). Has no reverse, because no product can remove a
     * value.
     *
     * @param type the type's name
     * @param value the new value
     */
    record AddValue(QualifiedName type, String value) implements TypeOperation {

        @Override
        public Optional<Operation> reverse() {
            return Optional.empty();
        }

        @Override
        public Snapshot applyTo(Snapshot schema) {
            return schema.enumType(type).map(t -> schema.with(t.plus(value))).orElse(schema);
        }

        @Override
        public List<Statement> sql(Ddl ddl) {
            return ddl.addEnumValue(this);
        }

        @Override
        public <R> R accept(OperationVisitor<R> visitor) {
            return visitor.addEnumValue(this);
        }

        @Override
        public JavaCall java() {
            return JavaCall.of("addEnumValue", type.toString(), value);
        }

        @Override
        public String describe() {
            return "~ type " + type + " with value " + value;
        }
    }

    /**
     * Changes the values of an enum type (PostgreSQL, H2).
     *
     * <p>PostgreSQL adds new values in place. Where a value is removed or moved, the type is created again and
     * its columns are converted by the names of the values. The conversion fails if a row contains a removed value.
     *
     * @param before the type before the change
     * @param after the type after the change, with the same name
     * @param uses the columns of this type
     */
    record Alter(EnumType before, EnumType after, List<Use> uses) implements TypeOperation {

        public Alter {
            uses = List.copyOf(uses);
        }

        @Override
        public Optional<Operation> reverse() {
            return Optional.of(new Alter(after, before, uses));
        }

        @Override
        public Snapshot applyTo(Snapshot schema) {
            return schema.with(after);
        }

        @Override
        public List<Statement> sql(Ddl ddl) {
            return ddl.alterEnum(this);
        }

        @Override
        public <R> R accept(OperationVisitor<R> visitor) {
            return visitor.alterEnum(this);
        }

        @Override
        public JavaCall java() {
            JavaCall call = JavaCall.of("alterEnum", source(before), source(after));
            for (Use use : uses) {
                call = call.with(JavaCall.of("usedBy", use.table().toString(), SchemaSource.column(use.column())));
            }
            return call;
        }

        @Override
        public String describe() {
            return "~ type " + before.description() + " -> (" + String.join(", ", after.values()) + ")";
        }
    }

    /**
     * A column of an enum type.
     *
     * @param table the table
     * @param column the whole column
     */
    record Use(QualifiedName table, Column column) {}

    private static JavaCall source(EnumType type) {
        List<Object> words = new ArrayList<>();
        words.add(type.name().toString());
        words.addAll(type.values());
        return JavaCall.of("enumType", words.toArray());
    }
}
