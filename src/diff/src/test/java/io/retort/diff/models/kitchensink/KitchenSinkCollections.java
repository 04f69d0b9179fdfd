package io.retort.diff.models.kitchensink;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.OrderColumn;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Values in tables of their own. */
public final class KitchenSinkCollections {

    @Embeddable
    public static class Line {
        @Column(nullable = false)
        String item;

        int amount;
    }

    @Entity(name = "Basket")
    public static class Basket {
        @Id
        Long id;

        @ElementCollection
        Set<String> tags;

        @ElementCollection
        @OrderColumn(name = "place")
        List<Line> lines;

        @ElementCollection
        @CollectionTable(name = "basket_note", joinColumns = @JoinColumn(name = "basket"))
        @MapKeyColumn(name = "language", length = 5)
        @Column(name = "text", length = 500)
        Map<String, String> notes;

        @ElementCollection
        @Enumerated(EnumType.STRING)
        Set<Basics.Shade> shades;
    }
}
