package io.retort.diff.question;

import java.util.Optional;

/**
 * Who answers questions. Flags, a file, a person at a terminal, or a test's own lambda.
 *
 * <p>An application may have a Spring bean of this type; it is asked instead of a terminal.
 */
@FunctionalInterface
public interface Answers {

    /** Nobody: every question stays open. */
    Answers NONE = question -> Optional.empty();

    /**
     * The answer to a question; empty to leave it open, so that nothing is written.
     *
     * @throws io.retort.error.RetortException if the answer makes no sense, or the person wants to stop
     */
    Optional<Answer> to(Question question);

    /**
     * The answer to a question that need not be asked, if it was given beforehand, as a flag or in a file.
     *
     * @throws io.retort.error.RetortException if the answer makes no sense
     */
    default Optional<Answer> given(Question question) {
        return Optional.empty();
    }

    /**
     * Told when no more questions will come.
     *
     * @throws io.retort.error.RetortException if an answer was given to what nobody asked
     */
    default void end() {}

    /** This one, and another for what it leaves open. */
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
            public void end() {
                first.end();
                other.end();
            }
        };
    }
}
