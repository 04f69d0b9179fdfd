package io.retort.boot.command;

import io.retort.boot.autoconfigure.UnitTenants;
import io.retort.error.Advice;
import io.retort.error.RetortException;
import io.retort.internal.text.PrintableText;
import java.util.Optional;

/**
 * Runs a command on the tenants that its command line selects.
 */
final class TenantRuns {

    private final ToolContext context;
    private final TenantScope scope;

    /**
     * @param context the command's context
     * @param scope which tenants it processes if none is named
     */
    TenantRuns(ToolContext context, TenantScope scope) {
        this.context = context;
        this.scope = scope;
    }

    /**
     * Runs the command on the named tenant, on the first, on all, or without tenants if the unit has no tenants.
     *
     * @return the outcome; never null
     * @throws RetortException if there is no such tenant, or if the command needs one and none is named
     */
    public CommandOutcome run(ToolCommand command) {
        CommandLine line = context.line();
        Optional<UnitTenants> tenants = context.unit().tenants();
        Optional<String> named = line.option("tenant");
        if (line.has("all-tenants") && (tenants.isEmpty() || named.isPresent())) {
            throw CommandLine.usage(
                    tenants.isEmpty()
                            ? "The application has no tenants configured."
                            : "A command processes one tenant or all tenants, not both.",
                    Advice.of("Leave out ", Advice.option("all-tenants"), "."));
        }
        if (tenants.isEmpty()) {
            return named.isEmpty() ? command.run(context) : refuseTenant();
        }
        if (named.isPresent()) {
            return onOne(command, tenants.get().find().required(named.get()));
        }
        return switch (scope) {
            case NO_DATABASE -> command.run(context);
            case ONE -> throw needsOne(tenants.get().find());
            case FIRST -> onTheFirst(command, tenants.get().find());
            case ALL -> onAll(tenants.get().find());
        };
    }

    private ToolContext in(String tenant) {
        return context.on(context.unit().in(tenant), tenant);
    }

    private CommandOutcome onOne(ToolCommand command, String tenant) {
        context.say("Tenant " + PrintableText.joined(tenant));
        return command.run(in(tenant));
    }

    private CommandOutcome onTheFirst(ToolCommand command, UnitTenants.Found found) {
        String first = found.required(null);
        context.say(Advice.of(
                "Tenant ",
                PrintableText.joined(first),
                found.names().size() == 1
                        ? ""
                        : ", the first of " + found.names().size(),
                "; ",
                Advice.option("tenant", "..."),
                " selects another."));
        return command.run(in(first));
    }

    private CommandOutcome onAll(UnitTenants.Found found) {
        if (found.names().isEmpty() && !context.line().has("json")) {
            context.out().println("Nothing to do: there are no tenants.");
            return CommandOutcome.ok();
        }
        AllTenants all = new AllTenants(context, found);
        return switch (context.line().command()) {
            case "check" -> new TenantChecks(context, found, this::in).run();
            case "current" -> new TenantStates(all).run();
            case "switch" -> new TenantSwitches(all).run();
            default -> new TenantMigrations(all).run();
        };
    }

    private CommandOutcome refuseTenant() {
        throw CommandLine.usage(
                "The application has no tenants configured.",
                Advice.of(
                        "Leave out ",
                        Advice.option("tenant"),
                        ", or configure the tenants with ",
                        Advice.setting("tenants.schemas"),
                        ", .query or .bean."));
    }

    private RetortException needsOne(UnitTenants.Found found) {
        String command = context.line().command();
        return CommandLine.usage(
                "'" + command + "' works on one tenant, but there are "
                        + found.names().size() + ".",
                Advice.of(
                        "Select one, for example: ",
                        Advice.command(command, Advice.option("tenant", found.required(null))),
                        "."));
    }
}
