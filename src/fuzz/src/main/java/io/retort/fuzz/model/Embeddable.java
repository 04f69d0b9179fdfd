package io.retort.fuzz.model;

import java.util.List;

/** An embeddable class. */
public record Embeddable(int uid, String name, List<Attribute> attributes) {

    public Embeddable {
        attributes = List.copyOf(attributes);
    }

    public Embeddable with(List<Attribute> others) {
        return new Embeddable(uid, name, others);
    }
}
