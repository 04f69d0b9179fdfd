package io.retort.fuzz.model;

import java.util.List;

/** A Java class whose fields go into the table of the entity that holds it. */
public record Embeddable(int uid, String name, List<Attribute> attributes) {

    public Embeddable {
        attributes = List.copyOf(attributes);
    }

    public Embeddable with(List<Attribute> others) {
        return new Embeddable(uid, name, others);
    }
}
