package io.retort.boot.command;

import io.retort.error.ExitStatus;
import io.retort.error.RetortException;
import io.retort.internal.database.Secrets;
import java.util.Arrays;
import java.util.Optional;

/** Recognises the name of a profile that Spring Boot rejects. */
final class WrongProfile {

    private static final String VALIDATOR = "org.springframework.boot.context.config.ProfilesValidator";

    private WrongProfile() {}

    /**
     * Returns the problem and what to do; empty if the failure is about something else. The exception has no type of its
     * own; the innermost one names the profile.
     */
    static Optional<RetortException> of(Throwable failure) {
        return FailureReport.causes(failure)
                .filter(cause -> cause instanceof IllegalStateException && isByValidator(cause))
                .reduce((outer, inner) -> inner)
                .map(cause -> new RetortException(
                        "The name of a profile is invalid: " + Secrets.maskMessage(String.valueOf(cause.getMessage()))
                                + ".",
                        "Check spring.profiles.active, and spring.profiles.include if it is set.",
                        ExitStatus.USAGE));
    }

    private static boolean isByValidator(Throwable failure) {
        return Arrays.stream(failure.getStackTrace())
                .anyMatch(frame -> frame.getClassName().equals(VALIDATOR));
    }
}
