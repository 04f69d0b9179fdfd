package io.retort.boot.command;

import io.retort.error.Advice;
import java.io.Console;
import java.util.Locale;
import java.util.Optional;

/** The confirmation of a command that deletes data: the option {@code yes}, or an answer at the terminal. */
final class Confirmation {

    private Confirmation() {}

    /**
     * Returns whether the user confirms. Without a terminal and without the option, the next step is printed.
     *
     * @param context the command's context
     * @param confirmed the command with the option
     */
    static boolean isGiven(ToolContext context, Advice confirmed) {
        if (context.line().has("yes")) {
            return true;
        }
        boolean interactive =
                context.application().getEnvironment().getProperty("retort.interactive", Boolean.class, true);
        Optional<Console> console =
                interactive && !context.line().has("json") ? Terminal.ofThisProcess() : Optional.empty();
        if (console.isEmpty()) {
            context.result().remedy(Advice.of("Next: ").and(confirmed).and(" executes this."));
            context.say(Advice.of("Next: ").and(confirmed).and(" executes this."));
            return false;
        }
        String answer = console.get().readLine("Execute this? [y/N] ");
        return answer != null && answer.strip().toLowerCase(Locale.ROOT).startsWith("y");
    }
}
