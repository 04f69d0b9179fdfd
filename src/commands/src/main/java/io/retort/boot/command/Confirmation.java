package io.retort.boot.command;

import io.retort.error.Advice;
import java.io.Console;
import java.util.Locale;
import java.util.Optional;

/** The confirmation of a command that deletes data: the option {@code yes}, or an answer at the terminal. */
final class Confirmation {

    private Confirmation() {}

    /**
     * Asks for the confirmation, unless the option gives it. Without a terminal and without the option, it prints the
     * next step and adds it to the JSON output.
     *
     * @param context the command's context
     * @param confirmed the command with the option
     * @return whether the user confirms
     */
    static boolean request(ToolContext context, Advice confirmed) {
        if (context.line().has("yes")) {
            return true;
        }
        boolean interactive =
                context.application().getEnvironment().getProperty("retort.interactive", Boolean.class, true);
        Optional<Console> console =
                interactive && !context.line().has("json") ? Terminal.ofThisProcess() : Optional.empty();
        if (console.isEmpty()) {
            Advice next = Advice.of("Next: ", confirmed, " executes this.");
            context.result().remedy(next);
            context.say(next);
            return false;
        }
        String answer = console.get().readLine("Execute this? [y/N] ");
        return answer != null && answer.strip().toLowerCase(Locale.ROOT).startsWith("y");
    }
}
