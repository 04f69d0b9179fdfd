package io.retort.fuzz.model;

import java.util.List;

/**
 * An index or unique constraint of a table.
 *
 * @param uid the identity of the index or constraint, which a change keeps
 * @param name the name; empty for Hibernate's default
 * @param attributes the uids of its attributes
 * @param unique whether it is unique
 * @param constraint whether it is declared as a constraint rather than an index
 */
public record TableRule(int uid, String name, List<Integer> attributes, boolean unique, boolean constraint) {

    public TableRule {
        attributes = List.copyOf(attributes);
    }
}
