package io.retort.boot.tool;

import io.retort.error.Advice;
import io.retort.error.ExitStatus;
import io.retort.lint.DatabaseSizes;
import io.retort.lint.Finding;
import io.retort.lint.Level;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * {@code lint}: judges pending revisions, or those since a target, by what they do to a running application. Exits with 5
 * if a finding is an error.
 */
final class LintCommand implements ToolCommand {

    @Override
    public CommandOutcome run(ToolContext context) {
        CommandLine line = context.line();
        List<Finding> findings =
                context.retort().lint(line.wordOr("heads"), line.option("since").orElse(null), sizes(line));
        line.option("sarif").ifPresent(file -> SarifFile.write(Path.of(file), findings));
        if (line.has("json")) {
            context.json(
                    Map.of("findings", findings.stream().map(LintCommand::json).toList()));
        } else {
            print(findings, context);
        }
        return findings.stream().anyMatch(Finding::isError)
                ? new CommandOutcome(ExitStatus.LINT, "Lint rules are violated: " + summary(findings) + ".")
                : CommandOutcome.ok();
    }

    private static @Nullable DatabaseSizes sizes(CommandLine line) {
        return line.option("sizes")
                .map(file -> SizesFile.read(Path.of(file)))
                .or(() -> line.option("database").map(DatabaseSizes::unknown))
                .orElse(null);
    }

    private static void print(List<Finding> findings, ToolContext context) {
        for (Finding finding : findings) {
            finding.lines().forEach(context.out()::println);
        }
        if (findings.isEmpty()) {
            context.out().println("No findings.");
            return;
        }
        context.out().println(summary(findings) + ".");
        if (findings.stream().noneMatch(Finding::isError)) {
            context.say(Advice.of("Next: ", Advice.command("plan"), " shows what would run."));
        }
    }

    private static String summary(List<Finding> findings) {
        StringBuilder counts = new StringBuilder(CommandFormats.count(findings.size(), "finding"));
        String separator = ": ";
        for (Level level : Level.values()) {
            int count = (int) findings.stream()
                    .filter(finding -> finding.level() == level)
                    .count();
            if (count > 0) {
                counts.append(separator).append(CommandFormats.count(count, noun(level)));
                separator = ", ";
            }
        }
        return counts.toString();
    }

    private static String noun(Level level) {
        return switch (level) {
            case ERROR -> "error";
            case WARNING -> "warning";
            case INFO -> "note";
        };
    }

    static Map<String, Object> json(Finding finding) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("rule", finding.rule());
        json.put("level", noun(finding.level()));
        json.put("revision", finding.revision());
        json.put("location", finding.location());
        json.put("operation", finding.operation());
        if (finding.line() > 0) {
            json.put("line", finding.line());
        }
        json.put("change", finding.change());
        json.put("problem", finding.problem());
        if (finding.safer() != null) {
            json.put("safer", finding.safer());
        }
        if (!finding.waiver().isEmpty()) {
            json.put("waiver", finding.waiver());
        }
        return json;
    }
}
