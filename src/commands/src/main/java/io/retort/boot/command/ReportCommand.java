package io.retort.boot.command;

import io.retort.boot.autoconfigure.RetortUnits;
import io.retort.diff.internal.report.Report;
import io.retort.diff.internal.report.ReportHtml;
import io.retort.diff.internal.report.ReportMarkdown;
import io.retort.error.Advice;
import io.retort.error.ExitStatus;
import io.retort.error.RetortException;
import io.retort.internal.text.FileFailure;
import java.io.IOException;
import java.nio.file.Files;
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
        List<Path> files =
                List.of(folder.resolve("report.json"), folder.resolve("report.html"), folder.resolve("report.md"));
        try {
            Files.createDirectories(folder);
            Files.writeString(files.get(0), JsonText.of(report.json()) + "\n");
            Files.writeString(files.get(1), ReportHtml.of(report));
            Files.writeString(files.get(2), ReportMarkdown.of(report));
        } catch (IOException e) {
            throw new RetortException(
                    "Cannot write the report to " + folder + ": " + FileFailure.reason(files.get(0), e) + ".",
                    Advice.of("Choose another folder: ", Advice.option("output", "build/report")),
                    ExitStatus.USAGE,
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

    /** Each of several units has a folder of its own, also if only one is selected, so that a path means one unit. */
    private static Path folder(ToolContext context) {
        Path folder = OptionFile.of("output", context.line().option("output").orElse("target/retort"))
                .path();
        boolean several = context.application().getBeanProvider(RetortUnits.class).stream()
                .anyMatch(RetortUnits::several);
        return several ? folder.resolve(context.unit().name()) : folder;
    }
}
