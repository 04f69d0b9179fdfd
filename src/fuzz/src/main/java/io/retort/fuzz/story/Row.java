package io.retort.fuzz.story;

/**
 * A row of an entity before the change. Its values follow from the number and the attribute, so that dropping an attribute
 * leaves the others as they are.
 *
 * @param entity the uid of the entity
 * @param number what its values are made from
 */
public record Row(int entity, int number) {}
