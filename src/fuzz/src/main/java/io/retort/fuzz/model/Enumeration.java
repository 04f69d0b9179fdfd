package io.retort.fuzz.model;

import java.util.List;

/** A Java enum. */
public record Enumeration(int uid, String name, List<String> constants) {

    public Enumeration {
        constants = List.copyOf(constants);
    }

    public Enumeration of(List<String> others) {
        return new Enumeration(uid, name, others);
    }
}
