package io.retort.boot.tool.author;

import io.retort.boot.tool.command.CommandLine;
import io.retort.boot.tool.command.Terminal;
import io.retort.boot.tool.command.ToolContext;
import io.retort.diff.question.Answers;
import io.retort.diff.question.Verb;
import io.retort.diff.question.given.AskedAnswers;
import io.retort.diff.question.given.Given;
import io.retort.diff.question.given.GivenAnswers;
import io.retort.diff.question.given.Talk;
import java.io.Console;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Provides answers to the questions of a command: from its options, from the application's {@link Answers} bean, or
 * from the user at the terminal.
 *
 * @param context the command's context
 */
record Interviewer(ToolContext context) {

    Answers answers() {
        return new GivenAnswers(given(context.line())).or(somebody());
    }

    private static List<Given> given(CommandLine line) {
        List<Given> given = new ArrayList<>();
        line.option("answers").map(Path::of).map(Given::read).ifPresent(given::addAll);
        for (Verb verb : Verb.values()) {
            line.option(verb.word()).map(text -> Given.read(verb, text)).ifPresent(given::addAll);
        }
        return given;
    }

    private Answers somebody() {
        Answers bean = context.application().getBeanProvider(Answers.class).getIfAvailable();
        if (bean != null) {
            return bean;
        }
        boolean interactive =
                context.application().getEnvironment().getProperty("retort.interactive", Boolean.class, true);
        if (!interactive || context.line().has("json")) {
            return Answers.NONE;
        }
        return Terminal.ofThisProcess()
                .<Answers>map(console -> new AskedAnswers(talk(console)))
                .orElse(Answers.NONE);
    }

    private Talk talk(Console console) {
        return new Talk() {
            @Override
            public void say(String line) {
                context.talk().println(line);
            }

            @Override
            public @Nullable String ask(String prompt) {
                context.talk().print(prompt);
                context.talk().flush();
                return console.readLine();
            }
        };
    }
}
