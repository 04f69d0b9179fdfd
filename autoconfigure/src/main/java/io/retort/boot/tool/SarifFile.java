package io.retort.boot.tool;

import io.retort.error.RetortException;
import io.retort.lint.Finding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.boot.json.JsonWriter;

/** Findings in the format SARIF 2.1.0, which tools for code review read. */
final class SarifFile {

    private static final String SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json";

    private SarifFile() {}

    static void write(Path file, List<Finding> findings) {
        try {
            Files.writeString(file, JsonWriter.<Map<String, Object>>standard().writeToString(log(findings)));
        } catch (IOException e) {
            throw new RetortException("Cannot write " + file + ": " + e + ".", "Choose another file.", e);
        }
    }

    private static Map<String, Object> log(List<Finding> findings) {
        List<Map<String, Object>> rules = findings.stream()
                .map(Finding::rule)
                .distinct()
                .sorted()
                .map(rule -> Map.<String, Object>of("id", rule))
                .toList();
        Map<String, Object> run = new LinkedHashMap<>();
        run.put("tool", Map.of("driver", Map.of("name", "Retort", "rules", rules)));
        run.put("results", findings.stream().map(SarifFile::result).toList());
        Map<String, Object> log = new LinkedHashMap<>();
        log.put("$schema", SCHEMA);
        log.put("version", "2.1.0");
        log.put("runs", List.of(run));
        return log;
    }

    private static Map<String, Object> result(Finding finding) {
        Map<String, Object> place = new LinkedHashMap<>();
        place.put("artifactLocation", Map.of("uri", uri(finding.location())));
        if (finding.line() > 0) {
            place.put("region", Map.of("startLine", finding.line()));
        }
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("ruleId", finding.rule());
        result.put("level", level(finding));
        result.put("message", Map.of("text", message(finding)));
        result.put("locations", List.of(Map.of("physicalLocation", place)));
        return result;
    }

    private static String level(Finding finding) {
        return switch (finding.level()) {
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
