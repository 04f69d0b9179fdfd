package io.retort.fuzz;

import io.retort.fuzz.model.JavaSource;
import io.retort.fuzz.model.Model;
import io.retort.fuzz.run.Failure;
import io.retort.fuzz.run.StoryOutcome;
import io.retort.fuzz.story.HandMade;
import io.retort.fuzz.story.Row;
import io.retort.fuzz.story.Story;
import io.retort.fuzz.story.StoryText;
import java.util.Map;
import java.util.TreeSet;

/** Formats a failed story. */
final class StoryReport {

    private StoryReport() {}

    /**
     * Returns the failures, the entities before and after, the rows, the hand-made objects, the answers, the revision
     * and the story.
     */
    static String of(Story story, StoryOutcome outcome) {
        StringBuilder text = new StringBuilder();
        text.append("== ")
                .append(story.product())
                .append(", seed ")
                .append(story.seed())
                .append(", ")
                .append(story.changes())
                .append(story.inJava() ? ", Java" : ", SQL")
                .append(story.byHand() ? ", by hand" : "")
                .append('\n');
        for (Failure failure : outcome.failures()) {
            text.append(failure.oracle()).append(": ").append(failure.message()).append('\n');
        }
        entities(story, text);
        text.append("-- rows: ");
        for (Row row : story.rows()) {
            text.append(name(story.before(), row.entity()))
                    .append(' ')
                    .append(row.number())
                    .append(", ");
        }
        text.append("\n-- made by hand: ");
        for (HandMade object : story.handMade()) {
            text.append(object.kind())
                    .append(" on ")
                    .append(name(story.before(), object.entity()))
                    .append('.')
                    .append(object.attribute())
                    .append(", ");
        }
        text.append("\n-- answers: ").append(outcome.flags()).append("\n-- written:\n");
        outcome.statements().forEach(line -> text.append("   ").append(line).append('\n'));
        return text.append("-- story:\n").append(StoryText.write(story)).toString();
    }

    private static void entities(Story story, StringBuilder text) {
        Map<String, String> before = JavaSource.of(story.before());
        Map<String, String> after = JavaSource.of(story.after());
        TreeSet<String> names = new TreeSet<>(before.keySet());
        names.addAll(after.keySet());
        for (String name : names) {
            String was = before.getOrDefault(name, "");
            String is = after.getOrDefault(name, "");
            if (was.equals(is)) {
                text.append("-- before and after:\n").append(was);
            } else {
                text.append("-- before:\n").append(was).append("-- after:\n").append(is);
            }
        }
    }

    private static String name(Model model, int uid) {
        return model.entity(uid).map(entity -> entity.name()).orElse("?");
    }
}
