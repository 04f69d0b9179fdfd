package io.retort.fuzz.model;

import java.util.List;

/**
 * An index or a unique constraint of a table.
 *
 * @param uid stays the same when it is changed
 * @param name empty to let Hibernate choose
 * @param attributes the uids of the attributes that it is about
 * @param unique whether it is a unique index, or a constraint
 * @param constraint true for a unique constraint
 */
public record TableRule(int uid, String name, List<Integer> attributes, boolean unique, boolean constraint) {

    public TableRule {
        attributes = List.copyOf(attributes);
    }
}
