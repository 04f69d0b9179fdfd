package io.retort.boot.tool;

import io.retort.boot.tool.command.CommandLine;
import io.retort.boot.tool.command.Outcome;
import io.retort.error.RetortException;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.env.MapPropertySource;

/**
 * A real application in tool mode, in this JVM: what the run listener does, but for the end of the process.
 *
 * @param application its configuration class
 * @param properties its properties
 */
public record ToolInside(Class<?> application, Map<String, Object> properties) {

    /**
     * How a command ended.
     *
     * @param seen what a person sees who has all of it on the screen: talk behind {@code !}, and data
     */
    public record Answer(Outcome outcome, String seen) {}

    /** What a person types for each command that there is. */
    public static Set<String> words() {
        return Commands.all().words();
    }

    /** Runs one command. */
    public Answer run(String command) {
        Screen screen = new Screen();
        Outcome outcome = run(command, screen.stream(""), screen.stream("! "));
        return new Answer(outcome, screen.text());
    }

    private Outcome run(String command, PrintStream out, PrintStream talk) {
        AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
        context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("test", properties));
        context.register(application);
        try {
            CommandLine line = CommandLine.parse(command);
            boolean withModel = Commands.all().find(line).needsModel().test(line);
            ToolEnvironment.override(context.getEnvironment(), withModel);
            return new ToolRun(line, Commands.all().find(line), out, talk).run(context);
        } catch (RetortException mistake) {
            return new FailureReport(talk).report(mistake, null);
        }
    }

    /** What several streams write, in the order of their writing, each line behind its stream's mark. */
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
