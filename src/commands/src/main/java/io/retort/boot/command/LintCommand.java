package io.retort.boot.command;

import io.retort.dialect.Dialect;
import io.retort.error.Advice;
import io.retort.error.ExitStatus;
import io.retort.internal.dialect.Dialects;
import io.retort.internal.lint.rule.LintRules;
import io.retort.lint.DatabaseSizes;
import io.retort.lint.Finding;
import io.retort.lint.Finding.Level;
import io.retort.lint.Finding.Waiver;
import io.retort.revision.Planner;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;

/**
 * {@code lint}: judges pending revisions, or those since a target, by what they do to a running application. Exits with 5
 * if a finding is an error. With {@code fix}, it first rewrites their files.
 */
final class LintCommand implements ToolCommand {

    @Override
    public CommandOutcome run(ToolContext context) {
        CommandLine line = context.line();
        DatabaseSizes sizes = sizes(context);
        String since = line.option("since").orElse(null);
        Optional<LintFix> fix = line.has("fix") ? Optional.of(LintFix.of(context)) : Optional.empty();
        List<Finding> findings = fix.isPresent()
                ? fix.get().rewrite(context.retort().saferForms(line.wordOr("heads"), since, sizes))
                : context.retort().lint(line.wordOr("heads"), since, sizes);
        line.option("sarif")
                .ifPresent(file -> SarifFile.write(
                        OptionFile.of("sarif", file),
                        findings,
                        Dialects.rules(product(sizes, context)),
                        context.application().getEnvironment()));
        if (line.has("json")) {
            context.json(json(findings, fix, context.application().getEnvironment()));
        } else {
            print(findings, sizes, context);
        }
        return findings.stream().anyMatch(Finding::isError)
                ? new CommandOutcome(ExitStatus.LINT, "Lint rules are violated: " + summary(findings) + ".")
                : CommandOutcome.ok();
    }

    private static Map<String, Object> json(List<Finding> findings, Optional<LintFix> fix, Environment environment) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put(
                "findings",
                findings.stream().map(finding -> json(finding, environment)).toList());
        fix.ifPresent(files -> {
            json.put("rewritten", files.rewritten());
            json.put("notRewritten", files.left());
        });
        return json;
    }

    /** Returns the sizes in the file of {@code -Dsizes}; its product must be the one that is written for. */
    static Optional<DatabaseSizes> sizesFor(Supplier<Dialect> product, ToolContext context) {
        Optional<String> file = context.line().option("sizes");
        Optional<DatabaseSizes> sizes =
                file.map(name -> SizesFile.read(OptionFile.of("sizes", name).path()));
        sizes.ifPresent(read -> requireSame(read, product.get().name(), file.orElseThrow()));
        return sizes;
    }

    private static @Nullable DatabaseSizes sizes(ToolContext context) {
        CommandLine line = context.line();
        Optional<String> database = line.option("database");
        Optional<String> file = line.option("sizes");
        if (file.isEmpty()) {
            return database.map(DatabaseSizes::unknown).orElse(null);
        }
        DatabaseSizes sizes = SizesFile.read(OptionFile.of("sizes", file.get()).path());
        if (database.isPresent()) {
            requireSame(sizes, database.get(), file.get());
        } else if (line.option("since").isEmpty()) {
            requireSame(sizes, product(null, context), file.get());
        }
        return sizes;
    }

    private static String product(@Nullable DatabaseSizes sizes, ToolContext context) {
        return (sizes == null ? context.retort().sizes() : sizes).product();
    }

    /** The rules of the one product would be applied to the tables of the other. */
    private static void requireSame(DatabaseSizes sizes, String product, String file) {
        if (!sizes.product().equalsIgnoreCase(product)) {
            throw CommandLine.usage(
                    "The sizes in " + file + " are those of a database of the product " + sizes.product() + ", and not "
                            + product + ".",
                    Advice.of(
                            "Judge the revisions for that product with ",
                            Advice.option("database", sizes.product()),
                            ", or pass the sizes of another database."));
        }
    }

    private static boolean hasRules(@Nullable DatabaseSizes sizes) {
        return sizes == null
                || !LintRules.of(Dialects.named(sizes.product())).rules().isEmpty();
    }

    private static void print(List<Finding> findings, @Nullable DatabaseSizes sizes, ToolContext context) {
        for (Finding finding : findings) {
            finding.lines().forEach(context.out()::println);
        }
        if (findings.isEmpty()) {
            context.out().println("No findings" + reason(sizes, context) + ".");
            return;
        }
        context.out().println(summary(findings) + ".");
        if (findings.stream().noneMatch(Finding::isError)) {
            context.say(Advice.of("Next: ", Advice.command("plan"), " shows what would run."));
        }
    }

    /** Why nothing was judged, for a build that expects findings. */
    private static String reason(@Nullable DatabaseSizes sizes, ToolContext context) {
        if (!hasRules(sizes)) {
            return ": there are no rules for this product";
        }
        CommandLine line = context.line();
        return line.option("since")
                .filter(since -> isNothingAfter(since, line.wordOr("heads"), context))
                .map(since -> ": no revision follows " + since)
                .orElse("");
    }

    private static boolean isNothingAfter(String since, String target, ToolContext context) {
        Planner planner = new Planner(context.retort().graph());
        return planner.upgrade(planner.upgradeBefore(since).after(), target)
                .steps()
                .isEmpty();
    }

    private static String summary(List<Finding> findings) {
        StringBuilder counts = new StringBuilder(CommandFormats.count(findings.size(), "finding"));
        String separator = ": ";
        for (Level level : Level.values()) {
            int count = (int) findings.stream()
                    .filter(finding -> finding.level() == level)
                    .count();
            if (count > 0) {
                counts.append(separator)
                        .append(level == Level.INFO ? count + " info" : CommandFormats.count(count, noun(level)));
                separator = ", ";
            }
        }
        return counts.toString();
    }

    private static String noun(Level level) {
        return switch (level) {
            case ERROR -> "error";
            case WARNING -> "warning";
            case INFO -> "info";
        };
    }

    /** Returns a finding with the source file of its revision, where there is one. */
    static Map<String, Object> json(Finding finding, Environment environment) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("rule", finding.rule());
        json.put("level", noun(finding.level()));
        json.put("revision", finding.revision());
        json.put("location", RevisionFiles.sourceOrLocation(environment, finding.location()));
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

    static Map<String, Object> json(Waiver waiver) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("rule", waiver.rule());
        json.put("reason", waiver.reason());
        return json;
    }
}
