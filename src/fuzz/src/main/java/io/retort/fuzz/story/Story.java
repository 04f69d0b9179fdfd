package io.retort.fuzz.story;

import io.retort.fuzz.model.Model;
import java.util.List;

/**
 * A change of an application's entities over a database with rows.
 *
 * @param product the name of the database product
 * @param seed what it was made from; also what values and answers are made from
 * @param before the entities before
 * @param after the entities after
 * @param changes the kinds of change between them
 * @param rows what is in the database before
 * @param handMade what a person has made in the database before
 * @param firstInJava whether the first revision is Java or SQL
 * @param inJava whether the second revision is Java or SQL
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
        boolean inJava) {

    public Story {
        changes = List.copyOf(changes);
        rows = List.copyOf(rows);
        handMade = List.copyOf(handMade);
    }

    public Story models(Model newBefore, Model newAfter) {
        return new Story(product, seed, newBefore, newAfter, changes, rows, handMade, firstInJava, inJava);
    }

    public Story rows(List<Row> others) {
        return new Story(product, seed, before, after, changes, others, handMade, firstInJava, inJava);
    }

    public Story handMade(List<HandMade> others) {
        return new Story(product, seed, before, after, changes, rows, others, firstInJava, inJava);
    }

    public Story on(String other) {
        return new Story(other, seed, before, after, changes, rows, handMade, firstInJava, inJava);
    }

    public Story inFormats(boolean first, boolean second) {
        return new Story(product, seed, before, after, changes, rows, handMade, first, second);
    }
}
