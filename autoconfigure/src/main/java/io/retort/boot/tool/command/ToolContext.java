package io.retort.boot.tool.command;

import io.retort.Retort;
import io.retort.diff.model.CapturedMetadata;
import io.retort.error.RetortException;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.boot.json.JsonWriter;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * What a command works with.
 *
 * @param line its own words
 * @param application the user's application: configured, and nothing of it started
 * @param models what the entities ask for, one per persistence unit; empty for a command that needs no model
 * @param out for data
 * @param talk for everything that is said to a person
 */
public record ToolContext(
        CommandLine line,
        ConfigurableApplicationContext application,
        List<CapturedMetadata> models,
        PrintStream out,
        PrintStream talk) {

    private static final int JSON_VERSION = 1;

    /**
     * The application's own Retort.
     *
     * @throws RetortException when the application has none
     */
    public Retort retort() {
        return Optional.ofNullable(application.getBeanProvider(Retort.class).getIfAvailable())
                .orElseThrow(() -> new RetortException(
                        "Retort takes no part in this application: it has no data source, or retort.enabled is false.",
                        "Set spring.datasource.url and leave retort.enabled alone."));
    }

    /** Says something to a person; nothing when a machine asked. */
    public void say(String text) {
        if (!line.has("json")) {
            talk.println(text);
        }
    }

    /** The ink of what {@link #write} writes. */
    public Ink ink() {
        return line.option("output").isPresent() ? new Ink(false) : Ink.ofThisProcess();
    }

    /** Writes data to the file named by {@code --output}, or to standard output. */
    public void write(String text) {
        Optional<String> file = line.option("output").filter(name -> !name.isBlank());
        if (file.isEmpty()) {
            out.print(text);
            return;
        }
        try {
            Files.writeString(Path.of(file.get()), text);
            talk.println("Wrote " + file.get() + ".");
        } catch (IOException failure) {
            throw new RetortException(
                    "Cannot write " + file.get() + ": " + failure.getMessage(), "Name another file.", failure);
        }
    }

    /** Writes data as JSON whose shape has a version: {@code {"retort":1, "<name>":...}}. */
    public void json(Map<String, ?> content) {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("retort", JSON_VERSION);
        answer.putAll(content);
        write(JsonWriter.<Map<String, Object>>standard().writeToString(answer) + System.lineSeparator());
    }
}
