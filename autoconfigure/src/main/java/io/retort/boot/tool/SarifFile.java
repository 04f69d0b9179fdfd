package io.retort.boot.tool;

import io.retort.error.RetortException;
import io.retort.internal.lint.rule.Rule;
import io.retort.lint.Finding;
import io.retort.lint.Finding.Level;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.boot.json.JsonWriter;

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
     */
    static void write(Path file, List<Finding> findings, List<Rule> rules) {
        try {
            Files.writeString(file, JsonWriter.<Map<String, Object>>standard().writeToString(log(findings, rules)));
        } catch (IOException e) {
            throw new RetortException("Cannot write " + file + ": " + e + ".", "Choose another file.", e);
        }
    }

    private static Map<String, Object> log(List<Finding> findings, List<Rule> rules) {
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
        run.put("results", findings.stream().map(SarifFile::result).toList());
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

    private static Map<String, Object> result(Finding finding) {
        Map<String, Object> place = new LinkedHashMap<>();
        place.put("artifactLocation", Map.of("uri", uri(finding.location())));
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

    /** The path of the source in the project; the location itself if there is no such file. */
    private static String uri(String location) {
        return Stream.of(
                        Path.of("src/main/java", location.replace('.', '/') + ".java"),
                        Path.of("src/main/kotlin", location.replace('.', '/') + ".kt"),
                        Path.of("src/main/resources", location))
                .filter(Files::isRegularFile)
                .map(path -> path.toString().replace('\\', '/'))
                .findFirst()
                .orElse(location);
    }
}
