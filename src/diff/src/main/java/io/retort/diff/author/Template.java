package io.retort.diff.author;

import io.retort.error.RetortException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.thymeleaf.TemplateEngine;
import org.thymeleaf.context.Context;
import org.thymeleaf.exceptions.TemplateEngineException;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.StringTemplateResolver;

/**
 * The template of a revision file.
 *
 * @param location the location, for messages
 * @param text the template in Thymeleaf's TEXT mode, with expressions such as {@code [(${message})]}
 */
record Template(String location, String text) {

    /** Returns the project's own template in {@code src/main/retort}, otherwise the default. */
    static Template find(Path projectFolder, String name) {
        Path own = projectFolder.resolve("src/main/retort").resolve(name);
        try {
            return Files.exists(own) ? new Template(own.toString(), Files.readString(own)) : ours(name);
        } catch (IOException e) {
            throw new RetortException(
                    "Cannot read the template " + own + ": " + e, "Make it a readable file in UTF-8, or delete it.", e);
        }
    }

    private static Template ours(String name) {
        try (InputStream stream = Objects.requireNonNull(Template.class.getResourceAsStream(name), name)) {
            return new Template(name, new String(stream.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the template with its expressions replaced. */
    String fill(Map<String, Object> values) {
        StringTemplateResolver resolver = new StringTemplateResolver();
        resolver.setTemplateMode(TemplateMode.TEXT);
        TemplateEngine engine = new TemplateEngine();
        engine.setTemplateResolver(resolver);
        try {
            return engine.process(text.replace("\r\n", "\n"), new Context(Locale.ROOT, values));
        } catch (TemplateEngineException e) {
            throw new RetortException(
                    "The template " + location + " cannot be filled in: " + e.getMessage(),
                    "Correct it. It can use " + String.join(", ", values.keySet()) + ", as in [(${id})].",
                    e);
        }
    }
}
