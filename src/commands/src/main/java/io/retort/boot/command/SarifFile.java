package io.retort.boot.command;

import io.retort.internal.lint.rule.Rule;
import io.retort.lint.Finding;
import io.retort.lint.Finding.Level;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.core.env.Environment;

/** Findings in the format SARIF 2.1.0, which tools for code review read. */
final class SarifFile {

    private static final String SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json";
    private static final String HOME = "https://github.com/retort-io/retort";
    private static final String HELP = HOME + "/blob/main/docs/lint.md";

    private SarifFile() {}

    /**
     * Writes a file.
     *
     * @param findings the findings
     * @param rules the rules of the product for which they were found
     * @param environment names the folders of the sources
     */
    static void write(OptionFile file, List<Finding> findings, List<Rule> rules, Environment environment) {
        file.write(JsonText.of(log(findings, rules, environment)));
    }

    private static Map<String, Object> log(List<Finding> findings, List<Rule> rules, Environment environment) {
        Set<String> used = findings.stream().map(Finding::rule).collect(Collectors.toSet());
        Map<String, Object> driver = new LinkedHashMap<>();
        driver.put("name", "Retort");
        driver.put("informationUri", HOME);
        driver.put(
                "rules",
                rules.stream()
                        .filter(rule -> used.contains(rule.id()))
                        .map(SarifFile::rule)
                        .toList());
        Map<String, Object> run = new LinkedHashMap<>();
        run.put("tool", Map.of("driver", driver));
        run.put(
                "results",
                findings.stream().map(finding -> result(finding, environment)).toList());
        Map<String, Object> log = new LinkedHashMap<>();
        log.put("$schema", SCHEMA);
        log.put("version", "2.1.0");
        log.put("runs", List.of(run));
        return log;
    }

    private static Map<String, Object> rule(Rule rule) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", rule.id());
        json.put("shortDescription", Map.of("text", rule.summary()));
        if (!rule.remedy().isEmpty()) {
            json.put("help", Map.of("text", rule.remedy()));
        }
        json.put("helpUri", HELP);
        json.put("defaultConfiguration", Map.of("level", level(rule.level())));
        return json;
    }

    private static Map<String, Object> result(Finding finding, Environment environment) {
        Map<String, Object> place = new LinkedHashMap<>();
        place.put("artifactLocation", Map.of("uri", RevisionFiles.sourceOrLocation(environment, finding.location())));
        // tools ignore a result without a line
        place.put("region", Map.of("startLine", Math.max(1, finding.line())));
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("ruleId", finding.rule());
        result.put("level", level(finding.level()));
        result.put("message", Map.of("text", message(finding)));
        result.put("locations", List.of(Map.of("physicalLocation", place)));
        return result;
    }

    private static String level(Level level) {
        return switch (level) {
            case ERROR -> "error";
            case WARNING -> "warning";
            case INFO -> "note";
        };
    }

    private static String message(Finding finding) {
        String message = finding.change() + "\n" + finding.problem();
        return finding.safer() == null ? message : message + "\nSafer: " + finding.safer();
    }
}
