package io.retort.boot.command;

import io.retort.Retort;
import io.retort.boot.autoconfigure.RetortUnit;
import io.retort.diff.metadata.CapturedMetadata;
import io.retort.error.Advice;
import io.retort.error.AdviceStyle;
import java.io.PrintStream;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * What a command works on.
 */
final class ToolContext {

    private final CommandLine line;
    private final ConfigurableApplicationContext application;
    private final RetortUnit unit;
    private final Map<String, CapturedMetadata> models;
    private final PrintableStream out;
    private final PrintableStream talk;
    private final AdviceStyle style;
    private final JsonResult result;
    private final @Nullable String tenant;

    /**
     * Creates a context.
     *
     * @param line the command line
     * @param application the user's application context, refreshed but without any of its own activity
     * @param unit the unit
     * @param models Hibernate's metadata by the names of the entity manager factory beans; empty for a command that needs
     *     none
     * @param out receives data
     * @param talk receives messages
     * @param style renders advice for the way in which the command was run
     * @param result the JSON object of the command
     * @param tenant the tenant that the unit was limited to; null without one
     */
    ToolContext(
            CommandLine line,
            ConfigurableApplicationContext application,
            RetortUnit unit,
            Map<String, CapturedMetadata> models,
            PrintStream out,
            PrintStream talk,
            AdviceStyle style,
            JsonResult result,
            @Nullable String tenant) {
        this.line = line;
        this.application = application;
        this.unit = unit;
        this.models = models;
        this.out = PrintableStream.of(out);
        this.talk = PrintableStream.of(talk);
        this.style = style;
        this.result = result;
        this.tenant = tenant;
    }

    CommandLine line() {
        return line;
    }

    ConfigurableApplicationContext application() {
        return application;
    }

    RetortUnit unit() {
        return unit;
    }

    Map<String, CapturedMetadata> models() {
        return models;
    }

    PrintStream out() {
        return out;
    }

    PrintStream talk() {
        return talk;
    }

    AdviceStyle style() {
        return style;
    }

    JsonResult result() {
        return result;
    }

    @Nullable
    String tenant() {
        return tenant;
    }

    ToolContext(
            CommandLine line,
            ConfigurableApplicationContext application,
            RetortUnit unit,
            Map<String, CapturedMetadata> models,
            PrintStream out,
            PrintStream talk,
            AdviceStyle style) {
        this(line, application, unit, models, out, talk, style, new JsonResult(), null);
    }

    /** Returns Retort on the unit's database. */
    public Retort retort() {
        return unit.retort();
    }

    /** Returns this context with another unit. */
    public ToolContext on(RetortUnit other) {
        return new ToolContext(line, application, other, models, out, talk, style, result, null);
    }

    /** Returns this context with the unit limited to a tenant. */
    public ToolContext on(RetortUnit limited, String name) {
        return new ToolContext(line, application, limited, models, out, talk, style, result, name);
    }

    /** Returns this context with other messages. */
    ToolContext talkingTo(PrintStream messages) {
        return new ToolContext(line, application, unit, models, out, messages, style, result, tenant);
    }

    /** Prints a message, unless the output is JSON. */
    public void say(String text) {
        if (!line.has("json")) {
            talk.println(text);
        }
    }

    /** Prints an advice, unless the output is JSON. */
    public void say(Advice advice) {
        say(advice.in(style));
    }

    /** Returns the colours for {@link #write}. */
    public AnsiStyle ansi() {
        return line.option("output").isPresent() ? new AnsiStyle(false) : AnsiStyle.ofThisProcess();
    }

    /** Writes data to the file in {@code --output}, or to standard output. */
    public void write(String text) {
        write(text, out::raw);
    }

    /** Writes text for people as {@link #write} does; on standard output, unprintable characters are visible. */
    public void show(String text) {
        write(text, out::print);
    }

    private void write(String text, Consumer<String> standardOutput) {
        Optional<String> file = line.option("output").filter(name -> !name.isBlank() && !isFolder());
        if (file.isEmpty()) {
            standardOutput.accept(text);
            return;
        }
        OptionFile.of("output", file.get()).write(text);
        talk.println("Wrote " + file.get() + ".");
    }

    /** The output of a report is a folder of several files. */
    private boolean isFolder() {
        return line.command().equals("report");
    }

    /** Sets the names of the command in its JSON object, which {@link #end} prints. */
    public void json(Map<String, ?> content) {
        result.set(unit.settings().own() == null ? null : unit.name(), content);
    }

    /** Prints the JSON object, if the output is JSON; called when the command has ended. */
    public CommandOutcome end(CommandOutcome outcome) {
        if (line.has("json") || isFileOfSizes()) {
            write(result.text(outcome, style));
        }
        return outcome;
    }

    /** The file of sizes, which {@code lint} reads, is JSON also without {@code --json}. */
    private boolean isFileOfSizes() {
        return line.command().equals("sizes") && line.option("output").isPresent();
    }
}
