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
     * @param type the type; without constants if only its name is known, and then the drop has no reverse
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
        public <R> R accept(OperationVisitor<R> visitor) {
            return visitor.dropEnum(this);
        }

        @Override
        public JavaCall java() {
            return type.labels().isEmpty()
                    ? JavaCall.of("dropEnum", type.name().toString())
                    : JavaCall.of("dropEnum", source(type));
        }

        @Override
        public String describe() {
            return "- type " + (type.labels().isEmpty() ? type.name().toString() : type.description());
        }
    }

    /**
     * Adds a constant at the end of an enum type (PostgreSQL). Has no reverse, because no product can remove a
     * constant.
     *
     * @param type the type's name
     * @param label the new constant
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
        public <R> R accept(OperationVisitor<R> visitor) {
            return visitor.addEnumLabel(this);
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

    /**
     * Changes the constants of an enum type (PostgreSQL, H2).
     *
     * <p>PostgreSQL adds new constants in place. Where a constant is removed or moved, the type is created again and
     * its columns are converted by the constants' names. The conversion fails if a row contains a removed constant.
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
            return "~ type " + before.description() + " -> (" + String.join(", ", after.labels()) + ")";
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
        words.addAll(type.labels());
        return JavaCall.of("enumType", words.toArray());
    }
}
