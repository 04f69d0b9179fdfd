package io.retort.boot.tool;

import io.retort.boot.autoconfigure.MissingDriver;
import io.retort.boot.autoconfigure.RetortUnit;
import io.retort.boot.autoconfigure.UnreachableDatabase;
import io.retort.error.AdviceStyle;
import io.retort.error.ExitStatus;
import io.retort.error.RetortException;
import io.retort.internal.database.Secrets;
import io.retort.run.MigrationFailedException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.sql.SQLException;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringBootExceptionReporter;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;
import org.springframework.core.io.support.SpringFactoriesLoader;
import org.springframework.core.io.support.SpringFactoriesLoader.ArgumentResolver;

/**
 * Reports why a command failed: problem and action for known failures, Spring Boot's failure analysis for an
 * application that cannot start, and a stack trace for anything else.
 */
final class FailureReport {

    private static final String MAPPING = "org.hibernate.MappingException";

    private final PrintStream talk;
    private final AdviceStyle style;

    FailureReport(PrintStream talk, AdviceStyle style) {
        this.talk = talk;
        this.style = style;
    }

    /** Reports a failure in a unit. The properties of the application's data source describe only a single unit. */
    CommandOutcome report(Throwable failure, ConfigurableApplicationContext context, RetortUnit unit) {
        if (unit.settings().own() == null) {
            return report(failure, context);
        }
        return known(failure, null).map(this::say).orElseGet(() -> report(failure, context));
    }

    CommandOutcome report(Throwable failure, @Nullable ConfigurableApplicationContext context) {
        Optional<RetortException> known = known(failure, context);
        if (known.isPresent()) {
            return say(known.get());
        }
        if (!analyzed(failure, context)) {
            talk.print(trace(failure));
        }
        return new CommandOutcome(
                ExitStatus.FAILED,
                firstLine(masked(failure, String.valueOf(root(failure).getMessage()))));
    }

    /** A driver's message about an invalid URL repeats the part that it could not parse, which can be the password. */
    private static String trace(Throwable failure) {
        StringWriter trace = new StringWriter();
        failure.printStackTrace(new PrintWriter(trace));
        return masked(failure, trace.toString());
    }

    /** Masks URLs only in failures with an {@link SQLException}, because {@code @} elsewhere starts an annotation. */
    private static String masked(Throwable failure, String text) {
        return first(failure, SQLException.class).isPresent() ? Secrets.maskLogin(text) : Secrets.maskMessage(text);
    }

    /**
     * Returns a failure with a known action, if there is one. An unreachable database is reported with its URL,
     * whatever needed it. What contains a failed migration says more than it: on which database it ran, for example.
     */
    private static Optional<RetortException> known(
            Throwable failure, @Nullable ConfigurableApplicationContext context) {
        Environment environment = context == null ? null : context.getEnvironment();
        return first(failure, MigrationFailedException.class)
                .flatMap(failed -> first(failure, RetortException.class))
                .or(() -> MissingDriver.of(failure, environment))
                .or(() -> causes(failure)
                        .flatMap(cause -> UnreachableDatabase.of(cause, environment).stream())
                        .findFirst())
                .or(() -> first(failure, RetortException.class))
                .or(() -> brokenMapping(failure));
    }

    /** Compares class names, because Hibernate may not be on the class path. */
    private static Optional<RetortException> brokenMapping(Throwable failure) {
        return causes(failure)
                .filter(FailureReport::isOfMapping)
                .reduce((outer, inner) -> inner)
                .map(mistake -> new RetortException(
                        "Hibernate cannot use the entities: "
                                + Secrets.maskMessage(String.valueOf(mistake.getMessage())),
                        "Correct the mapping, then run the command again.",
                        mistake));
    }

    private static boolean isOfMapping(Throwable cause) {
        for (Class<?> type = cause.getClass(); type != null; type = type.getSuperclass()) {
            if (type.getName().equals(MAPPING)) {
                return true;
            }
        }
        return false;
    }

    private CommandOutcome say(RetortException known) {
        talk.println(known.what());
        talk.println(known.advice().in(style));
        return new CommandOutcome(known.status(), firstLine(known.what()));
    }

    private static boolean analyzed(Throwable failure, @Nullable ConfigurableApplicationContext context) {
        ArgumentResolver resolver = context == null
                ? ArgumentResolver.none()
                : ArgumentResolver.of(ConfigurableApplicationContext.class, context);
        return SpringFactoriesLoader.forDefaultResourceLocation()
                .load(SpringBootExceptionReporter.class, resolver)
                .stream()
                .anyMatch(reporter -> reporter.reportException(failure));
    }

    private static <T> Optional<T> first(Throwable failure, Class<T> type) {
        return causes(failure).filter(type::isInstance).map(type::cast).findFirst();
    }

    private static Stream<Throwable> causes(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause).limit(50);
    }

    private static Throwable root(Throwable failure) {
        return causes(failure).reduce(failure, (outer, inner) -> inner);
    }

    private static String firstLine(String text) {
        return text.lines().findFirst().orElse("");
    }
}
