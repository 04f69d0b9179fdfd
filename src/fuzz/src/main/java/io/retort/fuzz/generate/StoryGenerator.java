package io.retort.fuzz.generate;

import io.retort.fuzz.model.Attribute;
import io.retort.fuzz.model.EntityType;
import io.retort.fuzz.model.Model;
import io.retort.fuzz.model.Shape;
import io.retort.fuzz.story.HandMade;
import io.retort.fuzz.story.Row;
import io.retort.fuzz.story.Story;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/** Generates random stories. The same product and seed always produce the same story. */
public final class StoryGenerator {

    private static final int ATTEMPTS = 20;

    private StoryGenerator() {}

    /**
     * Returns the story of a seed.
     *
     * @param product the name of the product
     * @param seed the seed
     */
    public static Story story(String product, long seed) {
        RandomDraw draw = new RandomDraw(new SplittableRandom(seed), 0);
        ModelGenerator generator = new ModelGenerator(draw, product);
        Model before = generator.model();
        Model after = before;
        List<String> changes = new ArrayList<>();
        int wanted = draw.oneIn(3) ? 2 + draw.below(3) : 1;
        for (int i = 0; i < ATTEMPTS && changes.size() < wanted; i++) {
            RandomModelChange change = RandomModelChange.any(draw);
            Model changed = change.change(after, draw, generator);
            if (!changed.equals(after)) {
                after = changed;
                changes.add(change.name());
            }
        }
        return new Story(
                product,
                seed,
                before,
                after,
                changes,
                rows(before, draw),
                handMade(before, draw),
                draw.oneIn(4),
                draw.coin() || product.equals("sqlite"),
                draw.oneIn(3));
    }

    /** Returns the names of all kinds of change. */
    public static List<String> changes() {
        return Arrays.stream(RandomModelChange.values()).map(Enum::name).toList();
    }

    private static List<Row> rows(Model model, RandomDraw draw) {
        List<Row> rows = new ArrayList<>();
        for (EntityType entity : model.entities()) {
            int many = draw.oneIn(6) ? 0 : 1 + draw.below(4);
            for (int i = 0; i < many; i++) {
                rows.add(new Row(entity.uid(), rows.size() + 1));
            }
        }
        return rows;
    }

    private static List<HandMade> handMade(Model model, RandomDraw draw) {
        List<HandMade> made = new ArrayList<>();
        if (!draw.oneIn(3)) {
            return made;
        }
        int many = 1 + draw.below(3);
        for (int i = 0; i < many; i++) {
            EntityType entity = draw.of(model.entities());
            List<Attribute> columns = entity.attributes().stream()
                    .filter(attribute -> attribute.shape() == Shape.BASIC
                            && attribute.type().isComparable()
                            && attribute.column().length() <= 255)
                    .toList();
            HandMade.Kind kind = draw.oneOf(HandMade.Kind.values());
            int attribute = columns.isEmpty() || kind.isAboutTable() || draw.oneIn(4)
                    ? 0
                    : draw.of(columns).uid();
            made.add(new HandMade(kind, entity.uid(), attribute, 100 + i));
        }
        return made;
    }
}
