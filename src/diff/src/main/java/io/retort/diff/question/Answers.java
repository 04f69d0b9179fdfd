package io.retort.diff.question;

import java.util.Optional;

/**
 * Answers the questions that a comparison alone cannot decide, such as whether a column was renamed. Command-line
 * options, a file, a terminal and lambdas in tests implement it.
 *
 * <p>If the application context contains a bean of this type, it is used instead of the terminal:
 *
 * <pre>{@code
 * @Bean
 * Answers answers() {
 *     return question -> question.subject().equals("customer.mail")
 *             ? Optional.of(new Answer(Verb.RENAME, "email"))
 *             : Optional.empty();
 * }
 * }</pre>
 */
@FunctionalInterface
public interface Answers {

    /** Answers no question, so that every question remains open. */
    Answers NONE = question -> Optional.empty();

    /**
     * Answers a question.
     *
     * @param question the question; never null
     * @return the answer; empty to leave the question open, so that no revision is written
     * @throws io.retort.error.RetortException if a given answer is invalid, or if the user cancels
     */
    Optional<Answer> to(Question question);

    /**
     * Returns an answer that was given in advance, by an option or in a file, to a question that is not asked
     * interactively.
     *
     * @param question the question; never null
     * @return the answer; empty by default
     * @throws io.retort.error.RetortException if the given answer is invalid
     */
    default Optional<Answer> given(Question question) {
        return Optional.empty();
    }

    /**
     * Returns whether an answer given in advance names an object, whatever the answer is.
     *
     * @param subject the object as a question names it, such as {@code customer} or {@code customer.mail}; never null
     * @return false by default
     */
    default boolean names(String subject) {
        return false;
    }

    /**
     * Called after the last question.
     *
     * @throws io.retort.error.RetortException if an answer was given to a question that was not asked
     */
    default void end() {}

    /**
     * Returns answers that use another source for the questions that this one leaves open.
     *
     * @param other the other source; never null
     */
    default Answers or(Answers other) {
        Answers first = this;
        return new Answers() {
            @Override
            public Optional<Answer> to(Question question) {
                return first.to(question).or(() -> other.to(question));
            }

            @Override
            public Optional<Answer> given(Question question) {
                return first.given(question).or(() -> other.given(question));
            }

            @Override
            public boolean names(String subject) {
                return first.names(subject) || other.names(subject);
            }

            @Override
            public void end() {
                first.end();
                other.end();
            }
        };
    }
}
