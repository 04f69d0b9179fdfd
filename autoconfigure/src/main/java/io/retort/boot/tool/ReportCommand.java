package io.retort.boot.tool;

import io.retort.diff.internal.report.Report;
import io.retort.diff.internal.report.ReportHtml;
import io.retort.diff.internal.report.ReportMarkdown;
import io.retort.error.Advice;
import io.retort.error.RetortException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.boot.json.JsonWriter;

/**
 * {@code report}: writes a page, a comment for a pull request and JSON about the changes of a branch. Works with and without
 * a database.
 */
final class ReportCommand implements ToolCommand {

    @Override
    public CommandOutcome run(ToolContext context) {
        Path folder = Path.of(context.line().option("output").orElse("target/retort"));
        Report report = new ReportContent(context).report();
        List<Path> files =
                List.of(folder.resolve("report.json"), folder.resolve("report.html"), folder.resolve("report.md"));
        try {
            Files.createDirectories(folder);
            Files.writeString(
                    files.get(0), JsonWriter.<Map<String, Object>>standard().writeToString(report.json()) + "\n");
            Files.writeString(files.get(1), ReportHtml.of(report));
            Files.writeString(files.get(2), ReportMarkdown.of(report));
        } catch (IOException e) {
            throw new RetortException(
                    "Cannot write the report to " + folder + ": " + e.getMessage(),
                    Advice.of("Choose another folder: ", Advice.option("output", "build/report")),
                    e);
        }
        Map<?, ?> verdict = Objects.requireNonNull((Map<?, ?>) report.json().get("verdict"));
        if (context.line().has("json")) {
            Map<String, Object> json = new LinkedHashMap<>();
            json.put("outcome", verdict.get("outcome"));
            json.put("sentence", verdict.get("sentence"));
            json.put("files", files.stream().map(Path::toString).toList());
            context.json(json);
        } else {
            context.out().println(verdict.get("sentence"));
            Objects.requireNonNull((List<?>) verdict.get("reasons"))
                    .forEach(reason -> context.out().println("  " + reason));
            files.forEach(context.out()::println);
        }
        return CommandOutcome.ok();
    }
}
