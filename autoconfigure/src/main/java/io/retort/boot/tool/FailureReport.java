package io.retort.boot.tool;

import io.retort.boot.autoconfigure.failure.UnreachableDatabase;
import io.retort.boot.autoconfigure.unit.RetortUnit;
import io.retort.boot.tool.command.Outcome;
import io.retort.error.ExitStatus;
import io.retort.error.RetortException;
import io.retort.run.MigrationFailedException;
import io.retort.run.database.Secrets;
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
 * Says why a command failed: in two sentences where the mistake is a person's, through Spring Boot's failure analyzers
 * where the application could not be configured, with a stack trace only for what nobody foresaw.
 */
final class FailureReport {

    private static final String MAPPING = "org.hibernate.MappingException";

    private final PrintStream talk;

    FailureReport(PrintStream talk) {
        this.talk = talk;
    }

    /** A failure in a unit; the settings of the application's data source tell of the only one alone. */
    Outcome report(Throwable failure, ConfigurableApplicationContext context, RetortUnit unit) {
        if (unit.settings().own() == null) {
            return report(failure, context);
        }
        return known(failure, null).map(this::say).orElseGet(() -> report(failure, context));
    }

    Outcome report(Throwable failure, @Nullable ConfigurableApplicationContext context) {
        Optional<RetortException> known = known(failure, context);
        if (known.isPresent()) {
            return say(known.get());
        }
        if (!analyzed(failure, context)) {
            talk.print(trace(failure));
        }
        return new Outcome(
                ExitStatus.FAILED,
                firstLine(masked(failure, String.valueOf(root(failure).getMessage()))));
    }

    /** A driver that stumbles over a URL repeats the part that it could not read: that may be the password. */
    private static String trace(Throwable failure) {
        StringWriter trace = new StringWriter();
        failure.printStackTrace(new PrintWriter(trace));
        return masked(failure, trace.toString());
    }

    /** Only where a connection takes part a text is taken for a piece of a URL: elsewhere an {@code @} is an annotation. */
    private static String masked(Throwable failure, String text) {
        return first(failure, SQLException.class).isPresent() ? Secrets.maskLogin(text) : Secrets.maskMessage(text);
    }

    /** What a person can mend. A database that is away is told with its URL, whatever asked for it. */
    private static Optional<RetortException> known(
            Throwable failure, @Nullable ConfigurableApplicationContext context) {
        Environment environment = context == null ? null : context.getEnvironment();
        return first(failure, MigrationFailedException.class)
                .map(RetortException.class::cast)
                .or(() -> causes(failure)
                        .flatMap(cause -> UnreachableDatabase.of(cause, environment).stream())
                        .findFirst())
                .or(() -> first(failure, RetortException.class))
                .or(() -> brokenMapping(failure));
    }

    /** Hibernate says what is wrong with an entity in a sentence of its own, and its classes may not be there at all. */
    private static Optional<RetortException> brokenMapping(Throwable failure) {
        return causes(failure)
                .filter(FailureReport::isOfMapping)
                .reduce((outer, inner) -> inner)
                .map(mistake -> new RetortException(
                        "Hibernate cannot use the entities: "
                                + Secrets.maskMessage(String.valueOf(mistake.getMessage())),
                        "Correct the mapping, then type the same again.",
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

    private Outcome say(RetortException known) {
        talk.println(known.what());
        talk.println(known.action());
        return new Outcome(known.status(), firstLine(known.what()));
    }

    private static boolean analyzed(Throwable failure, @Nullable ConfigurableApplicationContext context) {
        return SpringFactoriesLoader.forDefaultResourceLocation()
                .load(
                        SpringBootExceptionReporter.class,
                        ArgumentResolver.of(ConfigurableApplicationContext.class, context))
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
