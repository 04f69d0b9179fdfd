package io.retort.fuzz.story;

import io.retort.fuzz.model.Model;
import java.util.List;

/**
 * A change of an application's entities, with a database that contains rows.
 *
 * @param product the name of the product
 * @param seed the seed of the story, from which values and answers are generated
 * @param before the entities before the change
 * @param after the entities after the change
 * @param changes the kinds of change between the models
 * @param rows the rows before the change
 * @param handMade the hand-made objects before the change
 * @param firstInJava whether the first revision is a Java class rather than an SQL file
 * @param inJava whether the second revision is a Java class rather than an SQL file
 * @param byHand whether operations are replaced by hand-written SQL that declares what it does
 */
public record Story(
        String product,
        long seed,
        Model before,
        Model after,
        List<String> changes,
        List<Row> rows,
        List<HandMade> handMade,
        boolean firstInJava,
        boolean inJava,
        boolean byHand) {

    public Story {
        changes = List.copyOf(changes);
        rows = List.copyOf(rows);
        handMade = List.copyOf(handMade);
    }

    public Story models(Model newBefore, Model newAfter) {
        return new Story(product, seed, newBefore, newAfter, changes, rows, handMade, firstInJava, inJava, byHand);
    }

    public Story rows(List<Row> others) {
        return new Story(product, seed, before, after, changes, others, handMade, firstInJava, inJava, byHand);
    }

    public Story handMade(List<HandMade> others) {
        return new Story(product, seed, before, after, changes, rows, others, firstInJava, inJava, byHand);
    }

    public Story on(String other) {
        return new Story(other, seed, before, after, changes, rows, handMade, firstInJava, inJava, byHand);
    }

    public Story inFormats(boolean first, boolean second) {
        return new Story(product, seed, before, after, changes, rows, handMade, first, second, byHand);
    }

    public Story writtenByHand(boolean other) {
        return new Story(product, seed, before, after, changes, rows, handMade, firstInJava, inJava, other);
    }
}
