package io.retort.boot.command;

import static io.retort.boot.command.CommandDefinition.named;

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

    /** The options of all commands. */
    static final CommandOptions COMMON = CommandOptions.of("unit=", "tenant=");

    /** The options of every command that writes a file. */
    private static final CommandOptions FILE =
            CommandOptions.of("message=", "format=sql", "path=", "branch-label=", "depends-on=", "rev-id=", "json");

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
                    "database=postgresql:17",
                    "empty",
                    "restore-drift",
                    "head=",
                    "splice",
                    "scratch",
                    "author=",
                    "sizes="));

    private static final CommandOptions DEV =
            FILE.and(ANSWERS, CommandOptions.of("irreversible", "watch", "undo", "yes"));

    private static final Predicate<CommandLine> ALWAYS = line -> true;

    private final Map<String, CommandDefinition> commands = new LinkedHashMap<>();

    Commands(List<CommandDefinition> commands) {
        commands.forEach(command -> this.commands.put(command.name(), command));
    }

    /** Returns the commands of this version. */
    static Commands all() {
        return new Commands(Stream.of(authoringCommands(), runCommands(), readingCommands(), sqlCommands())
                .flatMap(List::stream)
                .toList());
    }

    private static List<CommandDefinition> authoringCommands() {
        return List.of(
                named("revision")
                        .options(REVISION)
                        .createsRevisions()
                        .needsModel(line -> !line.has("empty"))
                        .inTenants(line -> line.has("empty") ? TenantScope.NO_DATABASE : TenantScope.FIRST)
                        .runs(authoring(RevisionCommand::new)),
                named("adopt")
                        .options("message=", "format=sql", "path=", "rev-id=", "take=", "rows=", "json")
                        .createsRevisions()
                        .changesHistory()
                        .needsModel(ALWAYS)
                        .inTenants(TenantScope.FIRST)
                        .runs(authoring(AdoptCommand::new)),
                named("dev")
                        .options(DEV)
                        .createsRevisions()
                        .changesHistory()
                        .needsModel(line -> !line.has("undo"))
                        .runs(authoring(DevCommand::new)),
                named("merge")
                        .arguments(1)
                        .options(FILE)
                        .createsRevisions()
                        .changesHistory()
                        .runs(authoring(MergeCommand::new)),
                named("check")
                        .options("offline", "database=postgresql:17", "scratch", "all-tenants", "keep-all", "json")
                        .reads()
                        .needsModel(ALWAYS)
                        .inUnits(UnitScope.EACH)
                        .inTenants(line -> line.has("all-tenants") ? TenantScope.ALL : TenantScope.FIRST)
                        .runs(authoring(CheckCommand::new)),
                named("report")
                        .options(
                                "base=origin/main",
                                "output=",
                                "offline",
                                "database=postgresql:17",
                                "products=postgresql,h2",
                                "sizes=",
                                "json")
                        .reads()
                        .collects()
                        .needsModel(line -> JpaPresence.isIn(Commands.class.getClassLoader()))
                        .inUnits(UnitScope.EACH)
                        .inTenants(line -> line.has("offline") ? TenantScope.NO_DATABASE : TenantScope.FIRST)
                        .runs(authoring(ReportCommand::new)),
                named("squash")
                        .options(
                                "message=",
                                "format=sql",
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
                                "json")
                        .createsRevisions()
                        .changesHistory()
                        .runs(authoring(SquashCommand::new)),
                named("replay").options("json").reads().runs(authoring(ReplayCommand::new)));
    }

    private static List<CommandDefinition> runCommands() {
        return List.of(
                named("upgrade")
                        .arguments(1)
                        .options("sql", "output=", "plan", "json")
                        .changesHistory()
                        .inUnits(UnitScope::ofUpgrade)
                        .inTenants(TenantScope::ofMigration)
                        .runs(new MigrateCommand(Direction.UP)),
                named("downgrade")
                        .arguments(1)
                        .options("sql", "output=", "plan", "json", "revert-recorded")
                        .changesHistory()
                        .inTenants(TenantScope::ofMigration)
                        .runs(new MigrateCommand(Direction.DOWN)),
                named("stamp")
                        .arguments(CommandDefinition.ANY)
                        .options("purge", "sql", "output=", "json")
                        .changesHistory()
                        .inTenants(line -> line.has("sql") ? TenantScope.NO_DATABASE : TenantScope.ALL)
                        .runs(new StampCommand()),
                named("switch")
                        .options("plan", "yes", "json")
                        .changesHistory()
                        .inUnits(line -> line.has("plan") ? UnitScope.EACH : UnitScope.UNTIL_FAILURE)
                        .inTenants(TenantScope.ALL)
                        .runs(new SwitchCommand()),
                named("backfill")
                        .arguments(1)
                        .options("pause", "resume", "json")
                        .changesHistory()
                        .runs(new BackfillCommand()),
                named("repair")
                        .options("yes", "json")
                        .changesHistory()
                        .inTenants(TenantScope.ONE)
                        .runs(new RepairCommand()));
    }

    private static List<CommandDefinition> readingCommands() {
        return List.of(
                named("current")
                        .options("check-heads", "verbose", "json")
                        .reads()
                        .inUnits(UnitScope.EACH)
                        .inTenants(TenantScope.ALL)
                        .runs(new CurrentCommand()),
                named("history")
                        .options("range=base:head", "verbose", "indicate-current", "mermaid", "json")
                        .reads()
                        .inUnits(line -> line.option("range").isPresent() ? UnitScope.ONE : UnitScope.EACH)
                        .inTenants(TenantScope::ofHistory)
                        .runs(new HistoryCommand()),
                named("heads")
                        .options("resolve-dependencies", "verbose", "json")
                        .reads()
                        .inUnits(UnitScope.EACH)
                        .runs(new HeadsCommand()),
                named("branches")
                        .options("verbose", "json")
                        .reads()
                        .inUnits(UnitScope.EACH)
                        .runs(new BranchesCommand()),
                named("show")
                        .arguments(1)
                        .options("json")
                        .reads()
                        .inTenants(line ->
                                line.wordOr("").contains("current") ? TenantScope.FIRST : TenantScope.NO_DATABASE)
                        .runs(new ShowCommand()),
                named("blame")
                        .arguments(1)
                        .options("database=postgresql:17", "json")
                        .reads()
                        .collects()
                        .runs(new BlameCommand()),
                named("plan")
                        .arguments(1)
                        .options("output=", "json")
                        .reads()
                        .inUnits(UnitScope::ofPlan)
                        .inTenants(TenantScope.FIRST)
                        .runs(new PlanCommand(Direction.UP)),
                named("lint")
                        .arguments(1)
                        .options("since=base", "sizes=", "database=postgresql:17", "sarif=", "fix", "yes", "json")
                        .reads()
                        .runs(new LintCommand()),
                named("sizes").options("output=", "json").reads().runs(new SizesCommand()));
    }

    private static List<CommandDefinition> sqlCommands() {
        return List.of(named("script")
                .arguments(1)
                .options("output=", "json")
                .collects()
                .runs(new ScriptCommand()));
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
        return Stream.concat(Stream.of(COMMON), commands.values().stream().map(CommandDefinition::options))
                .flatMap(options -> options.names().stream())
                .collect(Collectors.toSet());
    }

    /**
     * Returns the command for a command line.
     *
     * @throws io.retort.error.RetortException if there is no such command, or if it does not support an option or
     *     argument of the line
     */
    CommandDefinition find(CommandLine line) {
        CommandDefinition command = commands.get(line.command());
        if (command == null) {
            throw CommandLine.usage(
                    "There is no command '" + line.command() + "'.",
                    "The commands are: " + String.join(", ", commands.keySet()));
        }
        command.check(line);
        return command;
    }
}
