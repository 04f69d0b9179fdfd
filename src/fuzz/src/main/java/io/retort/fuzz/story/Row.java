package io.retort.fuzz.story;

/**
 * A row before the change. Its values depend on the number and the attribute, so that dropping an attribute does not
 * change the others.
 *
 * @param entity the uid of the entity
 * @param number the number from which the values are generated
 */
public record Row(int entity, int number) {}
