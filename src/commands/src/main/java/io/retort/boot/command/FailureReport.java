package io.retort.boot.command;

import io.retort.boot.autoconfigure.RetortUnit;
import io.retort.boot.internal.MissingDriver;
import io.retort.boot.internal.UnreachableDatabase;
import io.retort.boot.internal.WrongSetting;
import io.retort.error.Advice;
import io.retort.error.AdviceStyle;
import io.retort.error.ExitStatus;
import io.retort.error.FailureLocation;
import io.retort.error.RetortException;
import io.retort.internal.database.Secrets;
import io.retort.run.MigrationFailedException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.boot.SpringBootExceptionReporter;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;
import org.springframework.core.io.support.SpringFactoriesLoader;
import org.springframework.core.io.support.SpringFactoriesLoader.ArgumentResolver;

/**
 * Reports why a command failed: problem and action for known failures, Spring Boot's failure analysis for an
 * application that cannot start, and a stack trace for anything else. As JSON, each of them is an object on standard
 * output, and nothing is printed to standard error.
 */
final class FailureReport {

    private static final String MAPPING = "org.hibernate.MappingException";
    private static final String YAML = "org.yaml.snakeyaml.error.YAMLException";

    private final PrintStream stream;
    private final AdviceStyle style;
    private final boolean json;

    private FailureReport(PrintStream stream, AdviceStyle style, boolean json) {
        this.stream = PrintableStream.of(stream);
        this.style = style;
        this.json = json;
    }

    /**
     * Returns a report as text.
     *
     * @param talk receives the messages
     */
    static FailureReport text(PrintStream talk, AdviceStyle style) {
        return new FailureReport(talk, style, false);
    }

    /**
     * Returns a report as JSON.
     *
     * @param out receives the object
     */
    static FailureReport json(PrintStream out, AdviceStyle style) {
        return new FailureReport(out, style, true);
    }

    /** Reports a failure in a unit. The properties of the application's data source describe only a single unit. */
    CommandOutcome report(Throwable failure, ConfigurableApplicationContext context, RetortUnit unit) {
        if (unit.settings().own() == null) {
            return report(failure, context);
        }
        return known(failure, null)
                .map(known -> say(known, unit.name(), context))
                .orElseGet(() -> unknown(failure, context, unit.name()));
    }

    CommandOutcome report(Throwable failure, @Nullable ConfigurableApplicationContext context) {
        Optional<RetortException> known = known(failure, context);
        return known.isPresent() ? say(known.get(), null, context) : unknown(failure, context, null);
    }

    private CommandOutcome unknown(
            Throwable failure, @Nullable ConfigurableApplicationContext context, @Nullable String unit) {
        String root = masked(failure, String.valueOf(root(failure).getMessage()));
        if (json) {
            Optional<FailureAnalysis> analysis = analysis(failure, context);
            print(
                    ExitStatus.FAILED,
                    unit,
                    analysis.map(found -> masked(failure, found.getDescription()))
                            .orElse("Unexpected " + root(failure).getClass().getName() + ": " + root),
                    FailureLocation.UNKNOWN,
                    Advice.of(analysis.map(FailureAnalysis::getAction)
                            .filter(Objects::nonNull)
                            .orElse("Look at the stack trace.")),
                    analysis.isPresent() ? List.of() : trace(failure).lines().toList());
        } else if (!analyzed(failure, context)) {
            stream.print(trace(failure));
        }
        return new CommandOutcome(ExitStatus.FAILED, firstLine(root));
    }

    private void print(
            ExitStatus status,
            @Nullable String unit,
            String what,
            FailureLocation location,
            Advice advice,
            List<String> trace) {
        String text = what.strip();
        String first = firstLine(text);
        stream.print(JsonResult.text(
                status,
                unit,
                Map.of(),
                JsonResult.failure(first, detail(text.substring(first.length())), location, advice, style, trace)));
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
                .or(() -> brokenMapping(failure))
                .or(() -> brokenYaml(failure))
                .or(() -> WrongSetting.of(failure))
                .or(() -> WrongProfile.of(failure));
    }

    private static Optional<RetortException> brokenMapping(Throwable failure) {
        return innermost(failure, MAPPING)
                .map(mistake -> new RetortException(
                        "Hibernate cannot use the entities: "
                                + Secrets.maskMessage(String.valueOf(mistake.getMessage())),
                        "Correct the mapping, then run the command again.",
                        mistake));
    }

    /** Spring Boot has no analysis for a file that cannot be parsed. The parser names the line, but not the file. */
    private static Optional<RetortException> brokenYaml(Throwable failure) {
        return innermost(failure, YAML)
                .map(mistake -> new RetortException(
                        "A YAML file of the application's configuration cannot be read: "
                                + Secrets.maskMessage(String.valueOf(mistake.getMessage())),
                        "Correct the line in application.yaml, or in the file of the active profile, then run the"
                                + " command again.",
                        mistake));
    }

    /** Compares class names, because the library may not be on the class path. */
    private static Optional<Throwable> innermost(Throwable failure, String type) {
        return causes(failure).filter(cause -> isA(cause, type)).reduce((outer, inner) -> inner);
    }

    private static boolean isA(Throwable cause, String name) {
        for (Class<?> type = cause.getClass(); type != null; type = type.getSuperclass()) {
            if (type.getName().equals(name)) {
                return true;
            }
        }
        return false;
    }

    private static String detail(String rest) {
        return rest.stripIndent().strip();
    }

    private CommandOutcome say(
            RetortException known, @Nullable String unit, @Nullable ConfigurableApplicationContext context) {
        if (json) {
            FailureLocation location = context == null
                    ? known.location()
                    : RevisionFiles.inSources(context.getEnvironment(), known.location());
            print(known.status(), unit, known.what(style), location, known.advice(), List.of());
        } else {
            String first = firstLine(known.what(style));
            stream.println(
                    AnsiStyle.ofMessages().failure(first) + known.what(style).substring(first.length()));
            stream.println(known.advice().in(style));
        }
        return new CommandOutcome(known.status(), firstLine(known.what(style)));
    }

    /** The same analyzers as Spring Boot's, whose reporter writes to the log. */
    private static Optional<FailureAnalysis> analysis(
            Throwable failure, @Nullable ConfigurableApplicationContext context) {
        ArgumentResolver resolver = context == null
                ? ArgumentResolver.none()
                : ArgumentResolver.of(BeanFactory.class, context.getBeanFactory())
                        .and(Environment.class, context.getEnvironment());
        return SpringFactoriesLoader.forDefaultResourceLocation()
                .load(FailureAnalyzer.class, resolver, (type, name, unusable) -> {})
                .stream()
                .flatMap(analyzer -> Optional.ofNullable(analyzer.analyze(failure)).stream())
                .findFirst();
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

    /** Returns a failure and its causes, the innermost last. */
    static Stream<Throwable> causes(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause).limit(50);
    }

    private static Throwable root(Throwable failure) {
        return causes(failure).reduce(failure, (outer, inner) -> inner);
    }

    private static String firstLine(String text) {
        return text.lines().findFirst().orElse("");
    }
}
