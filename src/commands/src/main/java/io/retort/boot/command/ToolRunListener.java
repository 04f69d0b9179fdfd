package io.retort.boot.command;

import io.retort.boot.internal.CommandForm;
import io.retort.boot.internal.RunStyle;
import io.retort.internal.execute.ExitGuard;
import io.retort.internal.log.PrintableLog;
import io.retort.run.RunListener;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringApplicationRunListener;
import org.springframework.boot.bootstrap.ConfigurableBootstrapContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;

/**
 * Entry point of tool mode: runs one command instead of the application and ends the process with the command's exit
 * code.
 *
 * <p>A run listener also sees applications that start through {@code SpringApplication.from}, on another thread or
 * under DevTools. The user's {@code catch} blocks do not interfere with it. The process ends inside the callback, so
 * that no code after {@code run} is executed.
 */
public final class ToolRunListener implements SpringApplicationRunListener, Ordered {

    /** Spring Cloud's bootstrap context is a SpringApplication of its own that starts before the real one. */
    private static final String SPRING_CLOUD_BOOTSTRAP = "bootstrap";

    private final SpringApplication application;
    private final String[] arguments;
    private final Optional<String> command;
    private final Supplier<Commands> commands;
    private final PrintStream talk = System.err;
    private @Nullable CommandLine line;
    private boolean bootstrap;

    /**
     * Creates the listener; called by Spring Boot.
     *
     * @param application the application that starts; never null
     * @param arguments its arguments, which commands ignore; never null
     */
    public ToolRunListener(SpringApplication application, String[] arguments) {
        this(application, arguments, Commands::all, command());
        SupportedSpringBoot.require(command.isPresent());
    }

    ToolRunListener(
            SpringApplication application, String[] arguments, Supplier<Commands> commands, Optional<String> command) {
        this.application = application;
        this.arguments = arguments;
        this.commands = commands;
        this.command = command;
    }

    private static Optional<String> command() {
        return Optional.ofNullable(System.getProperty("retort.command", System.getenv("RETORT_COMMAND")))
                .filter(line -> !line.isBlank());
    }

    @Override
    public void starting(ConfigurableBootstrapContext context) {
        command.ifPresent(text -> {
            application.setBannerMode(Banner.Mode.OFF);
            application.setLogStartupInfo(false);
            System.setOut(talk);
            ToolEnvironment.restrictLogging();
            line = valid(text);
        });
    }

    @Override
    public void environmentPrepared(ConfigurableBootstrapContext context, ConfigurableEnvironment environment) {
        bootstrap = environment.getPropertySources().contains(SPRING_CLOUD_BOOTSTRAP);
        if (line != null) {
            ToolEnvironment.override(environment, needsModel(line), line.has("offline"));
        }
        if (command.isEmpty() && !bootstrap && !KnownProperties.areAllIn(environment)) {
            warnOfMisspeltProperties(environment);
        }
    }

    /** An application that starts is not stopped by a property that may be its own. */
    private static void warnOfMisspeltProperties(ConfigurableEnvironment environment) {
        PrintableLog log = PrintableLog.of(ToolRunListener.class);
        for (String sentence : UnknownProperties.ofThisVersion(ToolRunListener.class.getClassLoader())
                .in(environment)) {
            log.warn("Retort: {}", sentence);
        }
    }

    private boolean needsModel(CommandLine line) {
        return commands.get().find(line).needsModel(line);
    }

    @Override
    public void contextLoaded(ConfigurableApplicationContext context) {
        if (line != null && !bootstrap) {
            exit(run(new ToolRun(line, commands.get().find(line), out(), talk, launch()), context));
        }
    }

    /** A bean that calls {@code System.exit(0)} would otherwise make the command successful. */
    private CommandOutcome run(ToolRun tool, ConfigurableApplicationContext context) {
        RunListener notes = new RunListener() {
            @Override
            public void warning(String sentence) {
                talk.println("Note: " + sentence);
            }
        };
        try (ExitGuard guard = ExitGuard.ofCommand(notes)) {
            return tool.run(context);
        }
    }

    @Override
    public void failed(@Nullable ConfigurableApplicationContext context, Throwable failure) {
        command.ifPresent(text -> {
            CommandOutcome outcome = report(text).report(failure, context);
            WatchedRun.current().ifPresentOrElse(run -> run.ended(outcome), () -> exit(outcome));
        });
    }

    @Override
    public int getOrder() {
        return LOWEST_PRECEDENCE;
    }

    /**
     * Ends the process if the command line is invalid, so that the application never starts by mistake.
     *
     * @return the command line; null if the process was asked to end and continues, as in a test
     */
    private @Nullable CommandLine valid(String text) {
        try {
            CommandLine parsed = CommandLine.parse(text);
            if (parsed.command().equals(CommandHelp.NAME)) {
                out().print(CommandHelp.of(commands.get(), parsed));
                exit(CommandOutcome.ok());
            }
            commands.get().find(parsed);
            if (parsed.has("watch") && WatchedRun.current().isEmpty()) {
                DevelopmentWatch.check(parsed);
                exit(watch());
            }
            return parsed;
        } catch (RuntimeException mistake) {
            exit(report(text).report(mistake, null));
            return null;
        }
    }

    private CommandOutcome watch() {
        Class<?> main = MainMethod.ofThisThread()
                .or(() -> Optional.ofNullable(application.getMainApplicationClass()))
                .orElseThrow(() -> CommandLine.usage(
                        "The main method of the application was not found.",
                        "Start the application in the thread of its main method."));
        return new DevelopmentWatch(main, arguments, out(), talk, new LineInput(System.in)).run();
    }

    private FailureReport report(String text) {
        RunStyle style = RunStyle.ofCommand(launch(), CommandLine.nameIn(text));
        return CommandLine.wantsJson(text) ? FailureReport.json(out(), style) : FailureReport.text(talk, style);
    }

    private CommandForm launch() {
        return CommandForm.ofCommand(application.getMainApplicationClass());
    }

    /**
     * The process's standard output. {@code System.out} is redirected to standard error, so that the application's
     * output does not mix with data.
     */
    private static PrintStream out() {
        return new PrintStream(new FileOutputStream(FileDescriptor.out), true);
    }

    private void exit(CommandOutcome outcome) {
        WatchedRun.current().ifPresent(run -> {
            run.ended(outcome);
            throw new SpringApplication.AbandonedRunException();
        });
        ResultFile.write(command.orElse(""), outcome);
        System.exit(outcome.status().code());
    }
}
