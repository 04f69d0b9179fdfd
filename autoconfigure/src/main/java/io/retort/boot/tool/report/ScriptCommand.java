package io.retort.boot.tool.report;

import io.retort.boot.tool.command.Outcome;
import io.retort.boot.tool.command.ToolCommand;
import io.retort.boot.tool.command.ToolContext;
import io.retort.dialect.Dialect;
import io.retort.revision.Direction;
import java.util.LinkedHashMap;
import java.util.Map;

/** {@code script}, {@code upgrade --sql}, {@code downgrade --sql}: what would run, as SQL. Never connects. */
public record ScriptCommand(Direction direction) implements ToolCommand {

    @Override
    public Outcome run(ToolContext context) {
        return run(context, context.line().wordOr("heads"));
    }

    /**
     * Writes the script.
     *
     * @param range {@code from:to}, or an end to which it goes from the base
     */
    public Outcome run(ToolContext context, String range) {
        Dialect dialect = OfflineDialect.of(context.application());
        String script = context.retort().script(direction, range, dialect);
        if (context.line().has("json")) {
            context.json(json(range, dialect, script));
        } else if (script.isBlank()) {
            context.say("Nothing to do: " + range + " holds no step.");
        } else {
            context.say("Script: " + verb() + " " + (range.contains(":") ? range : "base:" + range) + " for "
                    + dialect.name() + ", written without a connection");
            context.write(script);
            context.say("Next: read it, then run it with the database's own tool.");
        }
        return Outcome.ok();
    }

    private Map<String, ?> json(String range, Dialect dialect, String script) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("dialect", dialect.name());
        json.put("direction", direction == Direction.UP ? "up" : "down");
        json.put("range", range);
        json.put("script", script);
        return json;
    }

    private String verb() {
        return direction == Direction.UP ? "upgrade" : "downgrade";
    }
}
