package io.retort.boot.command;

import io.retort.boot.internal.CommandForm;
import io.retort.boot.internal.RunStyle;
import io.retort.error.RetortException;
import io.retort.testkit.TestDb;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.env.MapPropertySource;

/**
 * Runs a real application in tool mode in this JVM, as the run listener does, without ending the process.
 *
 * @param application the configuration class
 * @param properties the properties
 */
public record ToolInside(Class<?> application, Map<String, Object> properties) {

    /**
     * The result of a command.
     *
     * @param outcome the outcome
     * @param seen the whole output as on a terminal: messages prefixed with {@code !}, and data
     */
    public record Answer(CommandOutcome outcome, String seen) {}

    /** Returns the application on a test database, without questions. */
    public static ToolInside on(TestDb db, Class<?> application, Map<String, Object> settings) {
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("spring.datasource.url", db.url());
        properties.put("spring.datasource.username", db.user());
        properties.put("spring.datasource.password", db.password());
        properties.put("retort.interactive", "false");
        properties.putAll(settings);
        return new ToolInside(application, properties);
    }

    /** Returns the names of all commands. */
    public static Set<String> words() {
        return Commands.all().words();
    }

    /** Runs one command. */
    public Answer run(String command) {
        Screen screen = new Screen();
        CommandOutcome outcome = run(command, screen.stream(""), screen.stream("! "));
        return new Answer(outcome, screen.text());
    }

    private CommandOutcome run(String command, PrintStream out, PrintStream talk) {
        AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
        context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("test", properties));
        context.register(application);
        try {
            CommandLine line = CommandLine.parse(command);
            boolean withModel = Commands.all().find(line).needsModel(line);
            ToolEnvironment.override(context.getEnvironment(), withModel, line.has("offline"));
            return new ToolRun(line, Commands.all().find(line), out, talk, CommandForm.MAVEN).run(context);
        } catch (RetortException mistake) {
            RunStyle style = RunStyle.ofCommand(CommandForm.MAVEN, CommandLine.nameIn(command));
            FailureReport report =
                    CommandLine.wantsJson(command) ? FailureReport.json(out, style) : FailureReport.text(talk, style);
            return report.report(mistake, null);
        }
    }

    /** Merges several streams in the order of their output, with a prefix for each line. */
    private static final class Screen {

        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        private boolean atStart = true;

        PrintStream stream(String mark) {
            OutputStream marking = new OutputStream() {
                @Override
                public void write(int one) {
                    if (atStart) {
                        bytes.writeBytes(mark.getBytes(StandardCharsets.UTF_8));
                    }
                    bytes.write(one);
                    atStart = one == '\n';
                }
            };
            return new PrintStream(marking, true, StandardCharsets.UTF_8);
        }

        String text() {
            return bytes.toString(StandardCharsets.UTF_8);
        }
    }
}
