package io.retort.fuzz.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * An entity.
 *
 * @param uid the identity of the entity, which a rename or another change keeps
 * @param name the name of the Java class
 * @param table the name in {@code @Table(name = ...)}; empty for Hibernate's default
 * @param schema the schema in {@code @Table(schema = ...)}; empty for none
 * @param parent the uid of the entity that it extends; 0 for none
 * @param hierarchy the inheritance strategy of a root entity
 * @param id how identifiers are assigned; ignored if there is a parent
 * @param attributes the attributes
 * @param rules the indexes and unique constraints
 * @param versioned whether it has a {@code @Version}
 * @param audited whether it extends a {@code @MappedSuperclass} with two fields
 * @param softDelete whether rows are only marked as deleted
 * @param comment the text for {@code @Comment}; empty for none
 */
public record EntityType(
        int uid,
        String name,
        String table,
        String schema,
        int parent,
        Hierarchy hierarchy,
        ModelIdentifier id,
        List<Attribute> attributes,
        List<TableRule> rules,
        boolean versioned,
        boolean audited,
        boolean softDelete,
        String comment) {

    public EntityType {
        attributes = parent == 0 ? List.copyOf(attributes) : optional(attributes);
        rules = List.copyOf(rules);
    }

    /** Rows of other entities in the same table have no values for these attributes. */
    private static List<Attribute> optional(List<Attribute> attributes) {
        return attributes.stream()
                .map(attribute ->
                        attribute.primitive(false).with(attribute.column().nullable(true)))
                .toList();
    }

    public static EntityType of(int uid, String name, ModelIdentifier id, List<Attribute> attributes) {
        return new EntityType(
                uid, name, "", "", 0, Hierarchy.SINGLE_TABLE, id, attributes, List.of(), false, false, false, "");
    }

    public EntityType named(String other) {
        return new EntityType(
                uid,
                other,
                table,
                schema,
                parent,
                hierarchy,
                id,
                attributes,
                rules,
                versioned,
                audited,
                softDelete,
                comment);
    }

    public EntityType inTable(String other) {
        return new EntityType(
                uid,
                name,
                other,
                schema,
                parent,
                hierarchy,
                id,
                attributes,
                rules,
                versioned,
                audited,
                softDelete,
                comment);
    }

    public EntityType inSchema(String other) {
        return new EntityType(
                uid,
                name,
                table,
                other,
                parent,
                hierarchy,
                id,
                attributes,
                rules,
                versioned,
                audited,
                softDelete,
                comment);
    }

    public EntityType below(int other) {
        return new EntityType(
                uid,
                name,
                table,
                schema,
                other,
                hierarchy,
                id,
                attributes,
                rules,
                versioned,
                audited,
                softDelete,
                comment);
    }

    public EntityType stored(Hierarchy other) {
        return new EntityType(
                uid,
                name,
                table,
                schema,
                parent,
                other,
                id,
                attributes,
                rules,
                versioned,
                audited,
                softDelete,
                comment);
    }

    public EntityType identified(ModelIdentifier other) {
        return new EntityType(
                uid,
                name,
                table,
                schema,
                parent,
                hierarchy,
                other,
                attributes,
                rules,
                versioned,
                audited,
                softDelete,
                comment);
    }

    public EntityType with(List<Attribute> others) {
        List<Integer> left = others.stream().map(Attribute::uid).toList();
        List<TableRule> kept = rules.stream()
                .filter(rule -> left.containsAll(rule.attributes()))
                .toList();
        return new EntityType(
                uid, name, table, schema, parent, hierarchy, id, others, kept, versioned, audited, softDelete, comment);
    }

    public EntityType ruled(List<TableRule> others) {
        return new EntityType(
                uid,
                name,
                table,
                schema,
                parent,
                hierarchy,
                id,
                attributes,
                others,
                versioned,
                audited,
                softDelete,
                comment);
    }

    public EntityType flags(boolean newVersioned, boolean newAudited, boolean newSoftDelete) {
        return new EntityType(
                uid,
                name,
                table,
                schema,
                parent,
                hierarchy,
                id,
                attributes,
                rules,
                newVersioned,
                newAudited,
                newSoftDelete,
                comment);
    }

    public EntityType commented(String other) {
        return new EntityType(
                uid,
                name,
                table,
                schema,
                parent,
                hierarchy,
                id,
                attributes,
                rules,
                versioned,
                audited,
                softDelete,
                other);
    }

    public Optional<Attribute> attribute(int wanted) {
        return attributes.stream()
                .filter(attribute -> attribute.uid() == wanted)
                .findFirst();
    }

    public EntityType mapAttribute(int wanted, UnaryOperator<Attribute> change) {
        return with(attributes.stream()
                .map(attribute -> attribute.uid() == wanted ? change.apply(attribute) : attribute)
                .toList());
    }

    public EntityType and(Attribute attribute) {
        List<Attribute> more = new ArrayList<>(attributes);
        more.add(attribute);
        return with(more);
    }

    public EntityType withoutAttribute(int gone) {
        return with(
                attributes.stream().filter(attribute -> attribute.uid() != gone).toList());
    }
}
