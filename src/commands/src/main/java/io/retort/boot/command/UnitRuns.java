package io.retort.boot.command;

import io.retort.boot.autoconfigure.RetortUnit;
import io.retort.boot.autoconfigure.RetortUnits;
import io.retort.error.Advice;
import io.retort.error.ExitStatus;
import io.retort.error.RetortException;
import java.io.PrintStream;
import java.util.List;
import java.util.Optional;
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

    /** The work on one unit. */
    public interface Work {

        /** Runs the command on a unit. */
        CommandOutcome run(RetortUnit unit);

        /** Reports a failure in a unit. */
        CommandOutcome report(Throwable failure, RetortUnit unit);
    }

    /**
     * Runs the command.
     *
     * @param work the work on each unit; never null
     * @return the first outcome that is a failure, otherwise success; never null
     * @throws RetortException with {@link ExitStatus#USAGE} if there is no such unit, or if one must be named
     */
    public CommandOutcome run(Work work) {
        Optional<String> named = line.option("unit");
        if (named.isPresent()) {
            return runOn(units.named(named.get()), work);
        }
        if (!units.several()) {
            return runOn(units.all().get(0), work);
        }
        UnitScope spread = UnitScope.of(line);
        if (spread == UnitScope.ONE) {
            throw needsOne();
        }
        return runOnEach(work, spread);
    }

    private CommandOutcome runOnEach(Work work, UnitScope spread) {
        CommandOutcome first = CommandOutcome.ok();
        for (int i = 0; i < units.all().size(); i++) {
            RetortUnit unit = units.all().get(i);
            if (!line.has("json")) {
                out.println("Unit " + unit.name());
            }
            CommandOutcome outcome = runOn(unit, work);
            if (first.status() == ExitStatus.OK && outcome.status() != ExitStatus.OK) {
                first = new CommandOutcome(outcome.status(), "unit " + unit.name() + ": " + outcome.message());
            }
            if (spread == UnitScope.UNTIL_FAILURE && outcome.status() != ExitStatus.OK) {
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

    private CommandOutcome runOn(RetortUnit unit, Work work) {
        try {
            return work.run(unit);
        } catch (RuntimeException failure) {
            return work.report(failure, unit);
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
