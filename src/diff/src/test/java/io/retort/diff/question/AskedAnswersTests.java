package io.retort.diff.question;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.retort.error.AdviceStyle;
import io.retort.error.ExitStatus;
import io.retort.error.RetortException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A question at a terminal is repeated until there is an answer, and the user can cancel. */
class AskedAnswersTests {

    private static final Question TIER = new Question(
            "value-needed",
            "customer.tier",
            List.of("Column customer.tier is new and required; 3 rows of customer would have no value."),
            List.of(
                    Choice.open("v", Verb.FILL, "VALUE", "these rows get a value"),
                    Choice.open("x", Verb.FILL, "sql:EXPRESSION", "these rows get the value of an SQL expression"),
                    Choice.of("n", Verb.NULLABLE, "allow nulls in the database for now")),
            Optional.empty(),
            new Answer(Verb.NULLABLE, ""));

    @Test
    void aWrongKeyAndAnEmptyLineAskAgain() {
        Person person = new Person("", "y", "v BASIC");
        assertThat(new InteractiveAnswers(person, AdviceStyle.LIBRARY).to(TIER))
                .contains(new Answer(Verb.FILL, "BASIC"));
        assertThat(person.heard)
                .containsExactly(
                        "",
                        "1  Column customer.tier is new and required; 3 rows of customer would have no value.",
                        "     [v] these rows get a value",
                        "     [x] these rows get the value of an SQL expression",
                        "     [n] allow nulls in the database for now",
                        "     [q] stop here and write nothing",
                        "Type one of: v, x, n, q",
                        "Type one of: v, x, n, q",
                        "   answer in CI: --fill=customer.tier=BASIC");
    }

    @Test
    void aValueIsAskedForAndAnExpressionIsOne() {
        assertThat(new InteractiveAnswers(new Person("x", "upper(name)"), AdviceStyle.LIBRARY).to(TIER))
                .contains(new Answer(Verb.FILL, "sql:upper(name)"));
    }

    @Test
    void aNewNameThatIsNotOfferedCanBeTyped() {
        Question gone = new Question(
                "table-gone",
                "post_tags",
                List.of("No entity maps table post_tags any more."),
                List.of(
                        new Choice("r", Verb.RENAME, "note", "it is now called note", "", true),
                        new Choice("r2", Verb.RENAME, "post_tag", "it is now called post_tag", "", false),
                        Choice.of("d", Verb.DROP, "drop it")),
                Optional.empty(),
                new Answer(Verb.DROP, ""));
        Person person = new Person("r post_tag");

        assertThat(new InteractiveAnswers(person, AdviceStyle.LIBRARY).to(gone))
                .contains(new Answer(Verb.RENAME, "post_tag"));
        assertThat(person.heard).contains("     other new names: r post_tag");
        assertThat(new InteractiveAnswers(new Person("r"), AdviceStyle.LIBRARY).to(gone))
                .contains(new Answer(Verb.RENAME, "note"));
    }

    @Test
    void stoppingAndAClosedInputWriteNothing() {
        for (Person person : List.of(new Person("q"), new Person())) {
            assertThatThrownBy(() -> new InteractiveAnswers(person, AdviceStyle.LIBRARY).to(TIER))
                    .hasMessageContaining("Stopped; no file is written.")
                    .isInstanceOfSatisfying(
                            RetortException.class,
                            stopped -> assertThat(stopped.status()).isEqualTo(ExitStatus.NEEDS_ANSWER));
        }
    }

    private static final class Person implements Prompt {

        private final Deque<String> lines;
        private final List<String> heard = new ArrayList<>();

        Person(String... lines) {
            this.lines = new ArrayDeque<>(Arrays.asList(lines));
        }

        @Override
        public void say(String line) {
            heard.add(line);
        }

        @Override
        public @Nullable String ask(String prompt) {
            return lines.poll();
        }
    }
}
