package io.retort.boot.command;

import io.retort.boot.autoconfigure.RetortUnits;
import io.retort.diff.internal.report.Report;
import io.retort.diff.internal.report.ReportHtml;
import io.retort.diff.internal.report.ReportMarkdown;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * {@code report}: writes a page, a comment for a pull request and JSON about the changes of a branch. Works with and without
 * a database.
 */
final class ReportCommand implements ToolCommand {

    @Override
    public CommandOutcome run(ToolContext context) {
        Path folder = folder(context);
        Report report = new ReportContent(context).report();
        ReportFiles written = new ReportFiles(folder)
                .with("report.json", JsonText.of(report.json()) + "\n")
                .with("report.html", ReportHtml.of(report))
                .with("report.md", ReportMarkdown.of(report));
        written.write();
        List<Path> files = written.paths();
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

    /** Each of several units has a folder of its own, also if only one is selected, so that a path means one unit. */
    private static Path folder(ToolContext context) {
        Path folder = OptionFile.of("output", context.line().option("output").orElse("target/retort"))
                .path();
        boolean several = context.application().getBeanProvider(RetortUnits.class).stream()
                .anyMatch(RetortUnits::several);
        return several ? folder.resolve(context.unit().name()) : folder;
    }
}
