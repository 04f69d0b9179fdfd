package io.retort.boot.tool.command;

import io.retort.error.RetortException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** Every command, by its word. */
public final class Commands {

    private final Map<String, Command> commands = new LinkedHashMap<>();

    Commands(List<Command> commands) {
        commands.forEach(command -> this.commands.put(command.word(), command));
    }

    /** The commands of this version. */
    public static Commands all() {
        return new Commands(List.of());
    }

    /**
     * The command that a line asks for.
     *
     * @throws RetortException when there is none, or it does not know an option or a word of the line
     */
    public Command find(CommandLine line) {
        Command command = commands.get(line.command());
        if (command == null) {
            throw CommandLine.usage(
                    "There is no command '" + line.command() + "'.",
                    "The commands are: " + String.join(", ", commands.keySet()));
        }
        return command.check(line);
    }

    /**
     * One command.
     *
     * @param word what a person types
     * @param words how many words it takes besides its options
     * @param options the names of its options
     * @param needsModel whether a line asks for the entities' model
     */
    public record Command(
            String word, int words, Set<String> options, Predicate<CommandLine> needsModel, ToolCommand handler) {

        private Command check(CommandLine line) {
            line.options().keySet().stream()
                    .filter(option -> !options.contains(option))
                    .findFirst()
                    .ifPresent(this::refuseOption);
            if (line.words().size() > words) {
                throw CommandLine.usage(
                        "'" + word + "' does not know what to do with '"
                                + line.words().get(words) + "'.",
                        "Leave it out, or put quotes around words that belong together.");
            }
            return this;
        }

        private void refuseOption(String option) {
            String known = String.join(
                    ", ", options.stream().sorted().map(name -> "--" + name).toList());
            throw CommandLine.usage(
                    "'" + word + "' has no option --" + option + ".",
                    known.isEmpty() ? "It has no options." : "Its options are: " + known);
        }
    }
}
