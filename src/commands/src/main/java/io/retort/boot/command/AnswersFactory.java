package io.retort.boot.command;

import io.retort.diff.question.Answers;
import io.retort.diff.question.GivenAnswer;
import io.retort.diff.question.GivenAnswers;
import io.retort.diff.question.InteractiveAnswers;
import io.retort.diff.question.Prompt;
import io.retort.diff.question.Verb;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Provides answers to the questions of a command: from its options, from the application's {@link Answers} bean, or
 * from the user at the terminal.
 */
final class AnswersFactory {

    private final ToolContext context;

    /**
     * @param context the command's context
     */
    AnswersFactory(ToolContext context) {
        this.context = context;
    }

    Answers answers() {
        return new GivenAnswers(given(context.line())).or(promptOrRefusal());
    }

    /** Provides answers about steps of revisions, in which the beginning of an id is enough. */
    Answers answersForSteps(Collection<String> ids) {
        return new GivenAnswers(given(context.line()).stream()
                        .map(answer -> answer.withWholeId(ids))
                        .toList())
                .or(promptOrRefusal());
    }

    private static List<GivenAnswer> given(CommandLine line) {
        List<GivenAnswer> given = new ArrayList<>();
        line.option("answers")
                .map(name -> OptionFile.of("answers", name).path())
                .map(GivenAnswer::read)
                .ifPresent(given::addAll);
        for (Verb verb : Verb.values()) {
            line.option(verb.word()).map(text -> GivenAnswer.read(verb, text)).ifPresent(given::addAll);
        }
        return given;
    }

    private Answers promptOrRefusal() {
        Answers bean = context.application().getBeanProvider(Answers.class).getIfAvailable();
        if (bean != null) {
            return bean;
        }
        boolean interactive =
                context.application().getEnvironment().getProperty("retort.interactive", Boolean.class, true);
        if (!interactive || context.line().has("json")) {
            return Answers.NONE;
        }
        return WatchedRun.current()
                .<Supplier<@Nullable String>>map(run -> run.input()::readLine)
                .or(() -> Terminal.ofThisProcess().map(console -> console::readLine))
                .<Answers>map(lines -> new InteractiveAnswers(talk(lines), context.style()))
                .orElse(Answers.NONE);
    }

    private Prompt talk(Supplier<@Nullable String> lines) {
        return new Prompt() {
            @Override
            public void say(String line) {
                context.talk().println(line);
            }

            @Override
            public @Nullable String ask(String prompt) {
                context.talk().print(prompt);
                context.talk().flush();
                return lines.get();
            }
        };
    }
}
