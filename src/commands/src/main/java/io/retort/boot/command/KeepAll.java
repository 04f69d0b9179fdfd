package io.retort.boot.command;

import io.retort.boot.autoconfigure.properties.RetortProperties;
import io.retort.error.RetortException;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Accepts the differences of a check for good, and checks again what is left. */
final class KeepAll {

    /** An object that is accepted can show another one, such as the index of a constraint. */
    private static final int MOST_CHECKS = 5;

    private KeepAll() {}

    /**
     * Checks, writes a line for each difference, and returns the check after that.
     *
     * @throws RetortException if the file cannot be written
     */
    static CheckCommand.Checked check(ToolContext context) {
        RetortProperties properties = context.unit().settings().common();
        List<String> kept = new ArrayList<>();
        ByteArrayOutputStream messages = new ByteArrayOutputStream();
        CheckCommand.Checked checked = check(context, messages);
        for (int i = 0; i < MOST_CHECKS; i++) {
            List<String> added = AcceptedDifferences.add(checked.acceptableNames(), properties);
            if (added.isEmpty()) {
                break;
            }
            kept.addAll(added);
            messages.reset();
            checked = check(context, messages);
        }
        context.talk().print(messages.toString(StandardCharsets.UTF_8));
        return with(kept, checked, properties.getAnswers());
    }

    /** Only the messages of the last check are true. */
    private static CheckCommand.Checked check(ToolContext context, ByteArrayOutputStream messages) {
        return CheckCommand.check(context.talkingTo(new PrintStream(messages, true, StandardCharsets.UTF_8)));
    }

    private static CheckCommand.Checked with(List<String> kept, CheckCommand.Checked checked, String file) {
        Map<String, Object> json = new LinkedHashMap<>(checked.json());
        json.put("kept", kept);
        List<String> lines = new ArrayList<>();
        lines.add(
                kept.isEmpty()
                        ? "No difference was accepted."
                        : "Accepted " + CommandFormats.count(kept.size(), "difference") + " in " + file + ":");
        kept.forEach(object -> lines.add("  keep=" + object));
        lines.addAll(checked.lines());
        return new CheckCommand.Checked(json, lines, checked.outcome(), checked.acceptableNames());
    }
}
