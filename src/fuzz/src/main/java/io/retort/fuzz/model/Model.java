package io.retort.fuzz.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** The entities of an application at one point in time. */
public record Model(
        List<EntityType> entities, List<Enumeration> enumerations, List<Embeddable> embeddables, Naming naming) {

    public Model {
        entities = List.copyOf(entities);
        enumerations = List.copyOf(enumerations);
        embeddables = List.copyOf(embeddables);
    }

    public Optional<EntityType> entity(int uid) {
        return entities.stream().filter(entity -> entity.uid() == uid).findFirst();
    }

    public Optional<Enumeration> enumeration(int uid) {
        return enumerations.stream().filter(found -> found.uid() == uid).findFirst();
    }

    public Optional<Embeddable> embeddable(int uid) {
        return embeddables.stream().filter(found -> found.uid() == uid).findFirst();
    }

    public Model with(List<EntityType> others) {
        return new Model(others, enumerations, embeddables, naming);
    }

    public Model enumerated(List<Enumeration> others) {
        return new Model(entities, others, embeddables, naming);
    }

    public Model embedding(List<Embeddable> others) {
        return new Model(entities, enumerations, others, naming);
    }

    public Model naming(Naming other) {
        return new Model(entities, enumerations, embeddables, other);
    }

    public Model mapEntity(int uid, UnaryOperator<EntityType> change) {
        return with(entities.stream()
                .map(entity -> entity.uid() == uid ? change.apply(entity) : entity)
                .toList());
    }

    public Model mapEnumeration(int uid, UnaryOperator<Enumeration> change) {
        return enumerated(enumerations.stream()
                .map(found -> found.uid() == uid ? change.apply(found) : found)
                .toList());
    }

    public Model and(EntityType entity) {
        List<EntityType> more = new ArrayList<>(entities);
        more.add(entity);
        return with(more);
    }

    /**
     * Returns a copy without an entity, its subclasses, and the attributes that refer to them.
     *
     * @param uid the uid of the entity
     */
    public Model withoutEntity(int uid) {
        Model smaller =
                with(entities.stream().filter(entity -> entity.uid() != uid).toList());
        for (EntityType child : children(uid).toList()) {
            smaller = smaller.withoutEntity(child.uid());
        }
        return smaller.with(smaller.entities.stream()
                .map(entity -> entity.with(entity.attributes().stream()
                        .filter(attribute -> !refersTo(attribute, uid))
                        .toList()))
                .toList());
    }

    private static boolean refersTo(Attribute attribute, int uid) {
        return (attribute.shape().isReference() || attribute.shape().isToMany()) && attribute.target() == uid;
    }

    /**
     * Returns the direct subclasses of an entity.
     *
     * @param uid the uid of the entity
     */
    public Stream<EntityType> children(int uid) {
        return entities.stream().filter(entity -> entity.parent() == uid);
    }

    /**
     * Returns the root of an entity's hierarchy.
     *
     * @param entity the entity
     */
    public EntityType root(EntityType entity) {
        EntityType root = entity;
        while (root.parent() != 0 && entity(root.parent()).isPresent()) {
            root = entity(root.parent()).orElseThrow();
        }
        return root;
    }

    /**
     * Returns the attributes of an entity, preceded by those that it inherits from entities.
     *
     * @param entity the entity
     */
    public List<Attribute> allAttributes(EntityType entity) {
        List<Attribute> all = new ArrayList<>();
        if (entity.parent() != 0 && entity(entity.parent()).isPresent()) {
            all.addAll(allAttributes(entity(entity.parent()).orElseThrow()));
        }
        all.addAll(entity.attributes());
        return all;
    }
}
