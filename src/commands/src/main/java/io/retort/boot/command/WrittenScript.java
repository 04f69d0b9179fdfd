package io.retort.boot.command;

import io.retort.dialect.Dialect;
import io.retort.revision.Direction;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * An SQL script, written without a connection.
 *
 * @param verb what the script does: {@code upgrade}, {@code downgrade} or {@code stamp}
 * @param range the range or the targets, as typed
 * @param dialect the dialect of the database
 * @param text the script; blank if there is nothing to do
 */
record WrittenScript(String verb, String range, Dialect dialect, String text) {

    private static final String NEXT = "Next: read it, then run it with the database client.";

    /** Prints the script for {@code upgrade --sql} or {@code downgrade --sql}. */
    public static CommandOutcome move(ToolContext context, Direction direction, String range) {
        Dialect dialect = OfflineDialect.of(context);
        String text = context.retort().script(direction, range, dialect);
        String verb = direction == Direction.UP ? "upgrade" : "downgrade";
        new WrittenScript(verb, range, dialect, text).print(context, NEXT);
        return CommandOutcome.ok();
    }

    /** Prints the script for {@code stamp --sql}. */
    public static CommandOutcome stamp(ToolContext context, List<String> targets) {
        Dialect dialect = OfflineDialect.of(context);
        String text = context.retort().stampScript(targets, context.line().has("purge"), dialect);
        new WrittenScript("stamp", String.join(",", targets), dialect, text).print(context, NEXT);
        return CommandOutcome.ok();
    }

    void print(ToolContext context, String next) {
        if (context.line().has("json")) {
            context.json(json());
        } else if (text.isBlank()) {
            context.say("Nothing to do: " + range + " contains no step.");
        } else {
            context.say("Script: " + verb + " " + (range.contains(":") ? range : "base:" + range) + " for "
                    + dialect.name() + ", written without a connection");
            context.write(text);
            context.say(next);
        }
    }

    private Map<String, ?> json() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("dialect", dialect.name());
        json.put("direction", verb.equals("downgrade") ? "down" : "up");
        json.put("range", range);
        json.put("script", text);
        return json;
    }
}
