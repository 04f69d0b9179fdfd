package io.retort.fuzz;

import io.retort.fuzz.model.Attribute;
import io.retort.fuzz.model.BasicType;
import io.retort.fuzz.model.EntityType;
import io.retort.fuzz.model.EnumStorage;
import io.retort.fuzz.model.Enumeration;
import io.retort.fuzz.model.Model;
import io.retort.fuzz.model.ModelColumn;
import io.retort.fuzz.model.ModelIdentifier;
import io.retort.fuzz.model.Naming;
import io.retort.fuzz.model.Shape;
import io.retort.fuzz.story.HandMade;
import io.retort.fuzz.story.Row;
import io.retort.fuzz.story.Story;
import java.util.List;
import java.util.stream.IntStream;

/** A story in which all oracles pass unless something is broken on purpose. */
final class SelfTestStory {

    private static final EntityType ITEM = EntityType.of(
            1,
            "Item",
            ModelIdentifier.IDENTITY,
            List.of(
                    Attribute.basic(2, "label", BasicType.STRING, ModelColumn.PLAIN.nullable(false)),
                    Attribute.basic(3, "amount", BasicType.INTEGER, ModelColumn.PLAIN.nullable(false))));

    private SelfTestStory() {}

    /** A column is added and another one becomes longer, with three rows and optionally a hand-made index. */
    static Story on(String product, boolean handMade) {
        Model before = new Model(List.of(ITEM), List.of(), List.of(), Naming.JPA);
        Model after = before.mapEntity(
                1,
                item -> item.mapAttribute(2, label -> label.with(label.column().sized(400, 0, 0, -1)))
                        .and(Attribute.basic(4, "note", BasicType.STRING, ModelColumn.PLAIN)));
        return new Story(
                product,
                1,
                before,
                after,
                List.of("CHANGE_SIZE", "ADD_ATTRIBUTE"),
                List.of(new Row(1, 1), new Row(1, 2), new Row(1, 3)),
                handMade ? List.of(new HandMade(HandMade.Kind.INDEX, 1, 3, 100)) : List.of(),
                true,
                true,
                false);
    }

    /** The last constant of an enum goes whose ordinals no check constraint limits, and the others may change places. */
    static Story renumbered(String product, long seed, List<String> constants) {
        Attribute kind = new Attribute(
                3, "kind", Shape.ENUM, BasicType.STRING, false, 9, EnumStorage.ORDINAL, ModelColumn.PLAIN);
        Model before = new Model(
                List.of(EntityType.of(1, "Item", ModelIdentifier.IDENTITY, List.of(kind))),
                List.of(new Enumeration(9, "Kind", List.of("A", "B", "C"))),
                List.of(),
                Naming.JPA);
        Model after = before.mapEnumeration(9, found -> found.of(constants));
        return new Story(
                product,
                seed, // the answer follows from it
                before,
                after,
                List.of("REMOVE_CONSTANT"),
                IntStream.rangeClosed(1, 12)
                        .mapToObj(number -> new Row(1, number))
                        .toList(),
                List.of(),
                true,
                true,
                false);
    }

    /** A column becomes shorter than its values, and the answer accepts that the upgrade fails. */
    static Story accepted(String product) {
        Model before = new Model(List.of(ITEM), List.of(), List.of(), Naming.JPA);
        Model after = before.mapEntity(
                1,
                item -> item.mapAttribute(2, label -> label.with(label.column().sized(10, 0, 0, -1))));
        return new Story(
                product,
                2, // the answer follows from the seed
                before,
                after,
                List.of("CHANGE_SIZE"),
                IntStream.rangeClosed(1, 8)
                        .mapToObj(number -> new Row(1, number))
                        .toList(),
                List.of(),
                true,
                true,
                false);
    }
}
