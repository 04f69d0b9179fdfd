package io.retort.boot.command;

import io.retort.revision.Direction;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** All commands by name. */
final class Commands {

    private static final Predicate<CommandLine> NO_MODEL = line -> false;

    /** The options of all commands. */
    static final CommandOptions COMMON = CommandOptions.of("unit=", "tenant=");

    /** The options of every command that writes a file. */
    private static final CommandOptions FILE =
            CommandOptions.of("message=", "format=", "path=", "branch-label=", "depends-on=", "rev-id=", "json");

    /** The answers to questions about the differences. */
    static final CommandOptions ANSWERS = CommandOptions.of(
            "answers=",
            "rename=",
            "drop=",
            "move=",
            "keep=",
            "fill=",
            "nullable=",
            "cut=",
            "map=",
            "zone=",
            "using=",
            "accept=");

    private static final CommandOptions REVISION = FILE.and(
            ANSWERS,
            CommandOptions.of(
                    "irreversible",
                    "offline",
                    "database=",
                    "empty",
                    "restore-drift",
                    "head=",
                    "splice",
                    "scratch",
                    "author=",
                    "sizes="));

    private static final CommandOptions DEV =
            FILE.and(ANSWERS, CommandOptions.of("irreversible", "watch", "undo", "yes"));

    private static final CommandOptions SQUASH = CommandOptions.of(
            "message=",
            "format=",
            "path=",
            "rev-id=",
            "to=",
            "from=",
            "answers=",
            "keep=",
            "drop=",
            "unproved",
            "finish",
            "yes",
            "json");

    private static final CommandOptions ADOPT =
            CommandOptions.of("message=", "format=", "path=", "rev-id=", "take=", "rows=", "json");

    private final Map<String, Command> commands = new LinkedHashMap<>();

    Commands(List<Command> commands) {
        commands.forEach(command -> this.commands.put(command.word(), command));
    }

    /** Returns the commands of this version. */
    static Commands all() {
        CommandOptions move = CommandOptions.of("sql", "output=", "plan", "json");
        return new Commands(List.of(
                new Command("revision", 0, REVISION, line -> !line.has("empty"), authoring(RevisionCommand::new)),
                new Command("adopt", 0, ADOPT, line -> true, authoring(AdoptCommand::new)),
                new Command("dev", 0, DEV, line -> !line.has("undo"), authoring(DevCommand::new)),
                new Command("merge", 1, FILE, NO_MODEL, authoring(MergeCommand::new)),
                new Command(
                        "check",
                        0,
                        CommandOptions.of("offline", "database=", "scratch", "all-tenants", "json"),
                        line -> true,
                        authoring(CheckCommand::new)),
                new Command(
                        "report",
                        0,
                        CommandOptions.of("base=", "output=", "offline", "database=", "products=", "sizes=", "json"),
                        line -> JpaPresence.isIn(Commands.class.getClassLoader()),
                        authoring(ReportCommand::new)),
                new Command("squash", 0, SQUASH, NO_MODEL, authoring(SquashCommand::new)),
                new Command("replay", 0, CommandOptions.of("json"), NO_MODEL, authoring(ReplayCommand::new)),
                new Command("upgrade", 1, move, NO_MODEL, new MigrateCommand(Direction.UP)),
                new Command(
                        "downgrade",
                        1,
                        CommandOptions.of("sql", "output=", "plan", "json", "irreversible"),
                        NO_MODEL,
                        new MigrateCommand(Direction.DOWN)),
                new Command(
                        "stamp",
                        Command.ANY,
                        CommandOptions.of("purge", "sql", "output=", "json"),
                        NO_MODEL,
                        new StampCommand()),
                new Command("switch", 0, CommandOptions.of("plan", "yes", "json"), NO_MODEL, new SwitchCommand()),
                new Command(
                        "backfill", 1, CommandOptions.of("pause", "resume", "json"), NO_MODEL, new BackfillCommand()),
                new Command("repair", 0, CommandOptions.of("yes", "json"), NO_MODEL, new RepairCommand()),
                new Command(
                        "current",
                        0,
                        CommandOptions.of("check-heads", "verbose", "json"),
                        NO_MODEL,
                        new CurrentCommand()),
                new Command(
                        "history",
                        0,
                        CommandOptions.of("range=", "verbose", "indicate-current", "mermaid", "json"),
                        NO_MODEL,
                        new HistoryCommand()),
                new Command(
                        "heads",
                        0,
                        CommandOptions.of("resolve-dependencies", "verbose", "json"),
                        NO_MODEL,
                        new HeadsCommand()),
                new Command("branches", 0, CommandOptions.of("verbose", "json"), NO_MODEL, new BranchesCommand()),
                new Command("show", 1, CommandOptions.of("json"), NO_MODEL, new ShowCommand()),
                new Command("blame", 1, CommandOptions.of("database=", "json"), NO_MODEL, new BlameCommand()),
                new Command("plan", 1, CommandOptions.of("output=", "json"), NO_MODEL, new PlanCommand(Direction.UP)),
                new Command(
                        "lint",
                        1,
                        CommandOptions.of("since=", "sizes=", "database=", "sarif=", "fix", "yes", "json"),
                        NO_MODEL,
                        new LintCommand()),
                new Command("sizes", 0, CommandOptions.of("output=", "json"), NO_MODEL, new SizesCommand()),
                new Command("script", 1, CommandOptions.of("output=", "json"), NO_MODEL, new ScriptCommand())));
    }

    /** Commands that need retort-diff are created only after a check that it is present. */
    private static ToolCommand authoring(Supplier<ToolCommand> command) {
        return context -> {
            DevelopmentTools.require(context.line().command(), Commands.class.getClassLoader());
            return command.get().run(context);
        };
    }

    /** Returns the names of the commands. */
    Set<String> words() {
        return commands.keySet();
    }

    /** Returns the names of the options of all commands. */
    Set<String> options() {
        return Stream.concat(Stream.of(COMMON), commands.values().stream().map(Command::options))
                .flatMap(options -> options.names().stream())
                .collect(Collectors.toSet());
    }

    /**
     * Returns the command for a command line.
     *
     * @throws io.retort.error.RetortException if there is no such command, or if it does not support an option or
     *     argument of the line
     */
    Command find(CommandLine line) {
        Command command = commands.get(line.command());
        if (command == null) {
            throw CommandLine.usage(
                    "There is no command '" + line.command() + "'.",
                    "The commands are: " + String.join(", ", commands.keySet()));
        }
        return command.check(line);
    }

    /**
     * A command.
     *
     * @param word the name
     * @param words the maximum number of arguments, besides options
     * @param options its own options; every command also has {@code --unit} and {@code --tenant}
     * @param needsModel whether a command line needs the entity model
     * @param handler runs the command
     */
    record Command(
            String word, int words, CommandOptions options, Predicate<CommandLine> needsModel, ToolCommand handler) {

        /** Any number of arguments. */
        static final int ANY = Integer.MAX_VALUE;

        private static final Set<String> READING = Set.of(
                "check",
                "replay",
                "current",
                "history",
                "heads",
                "branches",
                "show",
                "blame",
                "report",
                "plan",
                "lint",
                "sizes");

        private static final Set<String> CREATING = Set.of("revision", "merge", "adopt", "dev", "squash");

        /** Which change Retort's own history, in files or in a database. */
        private static final Set<String> OWN = Set.of(
                "adopt", "dev", "merge", "squash", "upgrade", "downgrade", "stamp", "switch", "backfill", "repair");

        /** Returns whether the command changes neither a database nor a file. */
        boolean onlyReads() {
            return READING.contains(word);
        }

        /** Returns whether the command writes a new revision. */
        boolean createsRevisions() {
            return CREATING.contains(word);
        }

        /** Returns whether a command line only collects operations or generates SQL, so that no revision does any work. */
        boolean onlyCollects(CommandLine line) {
            return line.has("sql") || word.equals("script") || word.equals("blame") || word.equals("report");
        }

        /**
         * Runs the command on the tenants that the command line selects.
         *
         * @throws io.retort.error.RetortException if the command changes Retort's own history, and another tool runs all
         *     migrations of the application
         */
        CommandOutcome run(ToolContext context) {
            if (OWN.contains(word)) {
                KeptTool.requireNone(context.application().getEnvironment());
            }
            return context.end(new TenantRuns(context).run(handler));
        }

        private Command check(CommandLine line) {
            line.options().keySet().stream()
                    .filter(option -> !options.has(option) && !COMMON.has(option))
                    .findFirst()
                    .ifPresent(this::refuseOption);
            line.options().keySet().stream().filter(options.flags()::contains).forEach(line::has);
            if (line.words().size() > words) {
                throw CommandLine.usage(
                        "'" + word + "' does not accept the argument '"
                                + line.words().get(words) + "'.",
                        "Leave it out, or put quotes around words that belong together.");
            }
            return this;
        }

        private void refuseOption(String option) {
            String known = String.join(
                    ", ", options.names().stream().map(name -> "--" + name).toList());
            throw CommandLine.usage(
                    "'" + word + "' has no option --" + option + ".",
                    known.isEmpty() ? "It has no options." : "Its options are: " + known);
        }
    }
}
