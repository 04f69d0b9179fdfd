package io.retort.boot.command;

import io.retort.error.Advice;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * A command: its name, what its line can contain, what it needs and changes, and the code that runs it.
 *
 * <p>{@code CommandDefinition.named("heads").options("verbose", "json").reads().inUnits(UnitScope.EACH).runs(handler)}
 */
final class CommandDefinition {

    /** Any number of arguments. */
    static final int ANY = Integer.MAX_VALUE;

    private final Builder parts;
    private final ToolCommand handler;

    private CommandDefinition(Builder parts, ToolCommand handler) {
        this.parts = parts;
        this.handler = handler;
    }

    /** Begins the definition of a command without arguments and options, which works on one unit and needs no database. */
    static Builder named(String name) {
        return new Builder(name);
    }

    /** The parts of a definition. */
    static final class Builder {

        private final String name;
        private int arguments;
        private CommandOptions options = CommandOptions.of();
        private boolean reads;
        private boolean createsRevisions;
        private boolean changesHistory;
        private Predicate<CommandLine> collects = line -> line.has("sql");
        private Predicate<CommandLine> needsModel = line -> false;
        private Function<CommandLine, UnitScope> units = line -> UnitScope.ONE;
        private Function<CommandLine, TenantScope> tenants = line -> TenantScope.NO_DATABASE;

        private Builder(String name) {
            this.name = name;
        }

        /** Sets the maximum number of arguments, besides options. */
        Builder arguments(int most) {
            arguments = most;
            return this;
        }

        /** Declares its own options; every command also has {@code --unit} and {@code --tenant}. */
        Builder options(String... declarations) {
            return options(CommandOptions.of(declarations));
        }

        /** Declares its own options; every command also has {@code --unit} and {@code --tenant}. */
        Builder options(CommandOptions declared) {
            options = declared;
            return this;
        }

        /** Declares that it changes neither a database nor a file. */
        Builder reads() {
            reads = true;
            return this;
        }

        /** Declares that it writes a new revision. */
        Builder createsRevisions() {
            createsRevisions = true;
            return this;
        }

        /** Declares that it changes Retort's own history, in files or in a database, which another tool's cannot replace. */
        Builder changesHistory() {
            changesHistory = true;
            return this;
        }

        /** Declares that it only collects operations, so that no revision does any work. With {@code --sql} every command does. */
        Builder collects() {
            collects = line -> true;
            return this;
        }

        /** Sets which command lines need the entity model. */
        Builder needsModel(Predicate<CommandLine> lines) {
            needsModel = lines;
            return this;
        }

        /** Sets which units it processes if there are several and none is named. */
        Builder inUnits(UnitScope scope) {
            return inUnits(line -> scope);
        }

        /** Sets which units it processes if there are several and none is named. */
        Builder inUnits(Function<CommandLine, UnitScope> scope) {
            units = scope;
            return this;
        }

        /** Sets which tenants it processes if none is named. */
        Builder inTenants(TenantScope scope) {
            return inTenants(line -> scope);
        }

        /** Sets which tenants it processes if none is named. */
        Builder inTenants(Function<CommandLine, TenantScope> scope) {
            tenants = scope;
            return this;
        }

        /** Ends the definition. */
        CommandDefinition runs(ToolCommand handler) {
            return new CommandDefinition(this, handler);
        }
    }

    String name() {
        return parts.name;
    }

    CommandOptions options() {
        return parts.options;
    }

    /** Returns whether the command changes neither a database nor a file. */
    boolean onlyReads() {
        return parts.reads;
    }

    /** Returns whether the command writes a new revision. */
    boolean createsRevisions() {
        return parts.createsRevisions;
    }

    /** Returns whether a command line only collects operations or generates SQL, so that no revision does any work. */
    boolean onlyCollects(CommandLine line) {
        return parts.collects.test(line);
    }

    /** Returns whether a command line needs the entity model. */
    boolean needsModel(CommandLine line) {
        return parts.needsModel.test(line);
    }

    /** Returns which units a command line processes if there are several and none is named. */
    UnitScope units(CommandLine line) {
        return parts.units.apply(line);
    }

    /**
     * Runs the command on the tenants that the command line selects.
     *
     * @throws io.retort.error.RetortException if the command changes Retort's own history, and another tool runs all
     *     migrations of the application
     */
    CommandOutcome run(ToolContext context) {
        if (parts.changesHistory) {
            KeptTool.requireNone(context.application().getEnvironment());
        }
        return context.end(new TenantRuns(context, parts.tenants.apply(context.line())).run(handler));
    }

    /**
     * Checks that the command has the options and arguments of a line.
     *
     * @throws io.retort.error.RetortException if it does not
     */
    void check(CommandLine line) {
        line.options().keySet().stream()
                .filter(option -> !parts.options.has(option) && !Commands.COMMON.has(option))
                .findFirst()
                .ifPresent(this::refuseOption);
        line.options().keySet().stream().filter(parts.options.flags()::contains).forEach(line::has);
        line.options().forEach(this::requireValue);
        if (line.words().size() > parts.arguments) {
            throw CommandLine.usage(
                    "'" + parts.name + "' does not accept the argument '"
                            + line.words().get(parts.arguments) + "'.",
                    "Leave it out, or put quotes around words that belong together.");
        }
    }

    /** An empty message is refused by the command, which says what a message is for. */
    private void requireValue(String option, String value) {
        if (!value.isBlank() || parts.options.flags().contains(option) || option.equals("message")) {
            return;
        }
        throw CommandLine.usage(
                "The option " + option + " has no value.",
                Advice.of(
                        "Give it a value, or leave it out: ",
                        Advice.option(
                                option, parts.options.examples().getOrDefault(option, CommandOptions.ANY_VALUE))));
    }

    private void refuseOption(String option) {
        String known = String.join(
                ", ", parts.options.names().stream().map(name -> "--" + name).toList());
        throw CommandLine.usage(
                "'" + parts.name + "' has no option --" + option + ".",
                known.isEmpty() ? "It has no options." : "Its options are: " + known);
    }
}
