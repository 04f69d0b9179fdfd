package io.retort.diff.internal.report;

import io.retort.diff.internal.draw.RevisionDrawing;
import io.retort.diff.internal.draw.SchemaDrawing;
import io.retort.internal.text.PrintableText;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.thymeleaf.TemplateEngine;
import org.thymeleaf.context.Context;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.StringTemplateResolver;

/** Renders a report as one page without references to other files. */
public final class ReportHtml {

    private ReportHtml() {}

    /** Returns the page. */
    public static String of(Report report) {
        StringTemplateResolver resolver = new StringTemplateResolver();
        resolver.setTemplateMode(TemplateMode.HTML);
        TemplateEngine engine = new TemplateEngine();
        engine.setTemplateResolver(resolver);
        Map<String, Object> values = new LinkedHashMap<>();
        report.json().forEach((name, value) -> values.put(name, printable(value)));
        values.put("pictures", pictures(report));
        values.put("style", resource("report.css") + SchemaDrawing.style());
        values.put("script", resource("report.js"));
        return engine.process(resource("report.html"), new Context(Locale.ROOT, values));
    }

    /** A control character is not permitted in HTML, and one that changes the reading direction misleads. */
    private static Object printable(Object value) {
        if (value instanceof String text) {
            return PrintableText.of(text);
        }
        if (value instanceof List<?> list) {
            return list.stream().map(ReportHtml::printable).toList();
        }
        if (value instanceof Map<?, ?> map) {
            Map<String, Object> printable = new LinkedHashMap<>();
            map.forEach((name, inner) -> {
                if (inner != null) {
                    printable.put(String.valueOf(name), printable(inner));
                }
            });
            return printable;
        }
        return value;
    }

    private static Map<String, Object> pictures(Report report) {
        SchemaDrawing drawing = new SchemaDrawing(false);
        Map<String, Object> pictures = new LinkedHashMap<>();
        pictures.put("changed", drawing.changed(report.before(), report.after()));
        pictures.put("revisions", RevisionDrawing.of(report.revisions(), report.added(), report.current(), false));
        boolean isSmall = report.after().tables().size() <= SchemaDrawing.MOST_TABLES;
        pictures.put("schema", isSmall && !report.after().tables().isEmpty() ? drawing.whole(report.after()) : "");
        pictures.put("modules", isSmall ? "" : drawing.modules(report.after(), report.modules()));
        Map<String, String> around = new TreeMap<>();
        drawing.surroundings(report.after()).forEach((name, picture) -> around.put(PrintableText.of(name), picture));
        pictures.put("around", around);
        return pictures;
    }

    private static String resource(String name) {
        try (InputStream stream = Objects.requireNonNull(ReportHtml.class.getResourceAsStream(name), name)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
