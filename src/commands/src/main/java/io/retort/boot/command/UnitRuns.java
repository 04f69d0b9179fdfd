package io.retort.boot.command;

import io.retort.boot.autoconfigure.RetortUnit;
import io.retort.boot.autoconfigure.RetortUnits;
import io.retort.error.Advice;
import io.retort.error.ExitStatus;
import io.retort.error.RetortException;
import java.io.PrintStream;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Runs a command on the units that its command line selects. */
final class UnitRuns {

    private final RetortUnits units;
    private final CommandLine line;
    private final PrintStream out;
    private final PrintStream talk;

    /**
     * @param units the application's units
     * @param line the command line
     * @param out receives data
     * @param talk receives messages
     */
    UnitRuns(RetortUnits units, CommandLine line, PrintStream out, PrintStream talk) {
        this.units = units;
        this.line = line;
        this.out = out;
        this.talk = talk;
    }

    /**
     * Runs the command.
     *
     * @param scope the units that it processes if there are several and none is named
     * @param run runs it on a unit, and reports its failure
     * @return the first outcome that is a failure, otherwise success
     * @throws RetortException with {@link ExitStatus#USAGE} if there is no such unit, or if one must be named
     */
    CommandOutcome run(UnitScope scope, Function<RetortUnit, CommandOutcome> run) {
        Optional<String> named = line.option("unit");
        if (named.isPresent()) {
            return run.apply(units.named(named.get()));
        }
        if (!units.several()) {
            return run.apply(units.all().get(0));
        }
        if (scope == UnitScope.ONE) {
            throw needsOne();
        }
        return runOnEach(scope, run);
    }

    private CommandOutcome runOnEach(UnitScope scope, Function<RetortUnit, CommandOutcome> run) {
        CommandOutcome first = CommandOutcome.ok();
        for (int i = 0; i < units.all().size(); i++) {
            RetortUnit unit = units.all().get(i);
            if (!line.has("json")) {
                out.println("Unit " + unit.name());
            }
            CommandOutcome outcome = run.apply(unit);
            if (first.status() == ExitStatus.OK && outcome.status() != ExitStatus.OK) {
                first = new CommandOutcome(outcome.status(), "unit " + unit.name() + ": " + outcome.message());
            }
            boolean isDone = outcome.status() == ExitStatus.OK || outcome.status() == ExitStatus.DIFFERENCES;
            if (scope == UnitScope.UNTIL_FAILURE && !isDone) {
                tellOfTheRest(units.all().subList(i + 1, units.all().size()));
                break;
            }
        }
        return first;
    }

    private void tellOfTheRest(List<RetortUnit> rest) {
        if (!rest.isEmpty()) {
            talk.println("Not started: "
                    + rest.stream().map(RetortUnit::name).collect(Collectors.joining(", "))
                    + ". The same command continues with the remaining units.");
        }
    }

    private RetortException needsOne() {
        return CommandLine.usage(
                "'" + line.command() + "' works on one unit, but this application has "
                        + units.all().size() + ": " + units.names() + ".",
                Advice.of(
                        "Select one, for example: ",
                        Advice.command(
                                line.command(),
                                Advice.option("unit", units.all().get(0).name())),
                        "."));
    }
}
