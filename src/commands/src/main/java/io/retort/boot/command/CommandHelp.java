package io.retort.boot.command;

import io.retort.error.ExitStatus;
import io.retort.error.RetortException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The text of the command {@code help}, which runs without starting the application. */
final class CommandHelp {

    static final String NAME = "help";

    private static final Map<String, String> DESCRIPTIONS = descriptions();

    private CommandHelp() {}

    /**
     * Returns the text of the command, or its JSON object.
     *
     * @throws RetortException if the line has another option, or names several commands
     */
    static String of(Commands commands, CommandLine line) {
        line.options().keySet().stream()
                .filter(option -> !option.equals("json"))
                .findFirst()
                .ifPresent(option -> {
                    throw CommandLine.usage("'help' has no option --" + option + ".", "Its options are: --json");
                });
        if (line.words().size() > 1) {
            throw CommandLine.usage(
                    "'help' does not accept the argument '" + line.words().get(1) + "'.", "Name one command.");
        }
        return line.has("json")
                ? JsonText.of(json(commands, line.words())) + System.lineSeparator()
                : String.join(System.lineSeparator(), lines(commands, line.words())) + System.lineSeparator();
    }

    private static Map<String, Object> json(Commands commands, List<String> words) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("retort", 1);
        json.put("exit", ExitStatus.OK.code());
        json.put(
                "commands",
                words.isEmpty()
                        ? commands.words().stream()
                                .map(name -> json(commands.find(CommandLine.parse(name))))
                                .toList()
                        : List.of(json(commands.find(new CommandLine(words.get(0), List.of(), Map.of())))));
        return json;
    }

    private static Map<String, Object> json(CommandDefinition command) {
        Set<String> options = new TreeSet<>(command.options().names());
        options.addAll(Commands.COMMON.names());
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("command", command.name());
        json.put("description", DESCRIPTIONS.get(command.name()));
        json.put("options", List.copyOf(options));
        return json;
    }

    static List<String> lines(Commands commands, List<String> words) {
        List<String> lines = new ArrayList<>();
        if (words.isEmpty()) {
            commands.words().forEach(name -> lines.add("%-10s %s".formatted(name, DESCRIPTIONS.get(name))));
            lines.add("Next: 'help revision' lists the options of one command.");
            return lines;
        }
        CommandDefinition command = commands.find(new CommandLine(words.get(0), List.of(), Map.of()));
        lines.add(command.name() + ": " + DESCRIPTIONS.get(command.name()));
        new TreeSet<>(command.options().names()).forEach(option -> lines.add("  --" + option));
        lines.add("  --unit, --tenant: in an application that has several");
        return lines;
    }

    private static Map<String, String> descriptions() {
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put(
                "revision", "Compares the entities with the database and writes the differences as the next revision.");
        texts.put("adopt", "Writes the first revision of a database that already has tables.");
        texts.put("squash", "Writes one revision that replaces others, for databases that are created from now on.");
        texts.put("replay", "Runs the history on an empty database and compares the result with the computed schema.");
        texts.put("dev", "Writes the next revision and applies it to the development database.");
        texts.put(
                "switch",
                "Downgrades the revisions that the checked-out branch does not have, and upgrades to its head.");
        texts.put("merge", "Writes a revision that merges heads and changes nothing.");
        texts.put("check", "Compares the entities with the database, and applied revisions with what ran.");
        texts.put("upgrade", "Applies the pending revisions up to a target.");
        texts.put("downgrade", "Reverts the revisions beyond a target.");
        texts.put("stamp", "Sets the current revision without running revisions.");
        texts.put("backfill", "Runs, pauses or resumes backfills that run after the start.");
        texts.put("repair", "Accepts applied revisions that were edited.");
        texts.put("current", "Shows the current revision of the database and the pending revisions.");
        texts.put("history", "Lists the revisions as a graph.");
        texts.put("heads", "Lists the revisions that no other one follows.");
        texts.put("branches", "Lists the revisions that several others follow.");
        texts.put("show", "Shows revisions with all their properties.");
        texts.put("blame", "Shows which revisions created and changed a table, column, index or constraint.");
        texts.put("report", "Writes a page, a pull-request comment and JSON about the revisions of a branch.");
        texts.put("plan", "Shows the statements that an upgrade would run.");
        texts.put("lint", "Judges the pending revisions by what they do to a running application.");
        texts.put("sizes", "Lists the approximate sizes of the tables.");
        texts.put("script", "Writes an SQL script that checks each step.");
        return texts;
    }
}
