package io.retort.boot.command;

import static io.retort.testkit.TestDatabase.H2;
import static org.assertj.core.api.Assertions.assertThat;

import io.retort.boot.command.story.StoryApplication;
import io.retort.testkit.TestDb;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.assertj.core.api.ThrowableAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/**
 * Applications with invalid properties fail to start, with a report in Spring Boot's format, and do not change the
 * database. {@code -Dgolden.write} rewrites the reports.
 */
@ExtendWith(OutputCaptureExtension.class)
class BadPropertiesTests {

    private static final Path FILE = Path.of("src/test/resources/badinput/properties.txt");

    private static final Pattern FAILED = Pattern.compile("(?s).*APPLICATION FAILED TO START\\R\\*+\\R(.*?)\\z");

    @Test
    void mistakesInPropertiesAreAnsweredWithSentences(CapturedOutput output) throws Exception {
        StringBuilder answers = new StringBuilder();
        for (String mistake : mistakes()) {
            answers.append("=== ")
                    .append(mistake)
                    .append('\n')
                    .append(answer(mistake, output).replaceAll("retort_[0-9a-f]{32}", "shop"))
                    .append("\n\n");
        }
        if (System.getProperty("golden.write") != null) {
            Files.writeString(FILE, answers);
        }

        assertThat(output.getAll()).as("everything that was logged").doesNotContain("guess-4711");
        assertThat(answers.toString()).isEqualTo(Files.readString(FILE)).doesNotContain("\tat ", "ERROR ", "!!");
    }

    /** The properties of one application in each entry, separated by blanks. */
    private static List<String> mistakes() throws IOException {
        return Files.readAllLines(FILE).stream()
                .filter(line -> line.startsWith("=== "))
                .map(line -> line.substring(4))
                .toList();
    }

    private static String answer(String mistake, CapturedOutput output) throws Exception {
        try (TestDb db = H2.server().newDatabase()) {
            int before = output.getAll().length();
            Map<String, Object> properties = new LinkedHashMap<>(Map.of(
                    "spring.datasource.url", db.url(),
                    "spring.datasource.username", db.user(),
                    "spring.main.banner-mode", "off",
                    "retort.locations", "classpath:story",
                    "retort.target", "heads"));
            for (String property : mistake.split(" (?=retort|spring)")) {
                properties.put(property.split("=", 2)[0], property.split("=", 2)[1]);
            }
            if (ThrowableAssert.catchThrowable(() -> start(properties)) == null) {
                return "!! it started";
            }
            assertThat(db.query("select table_name from information_schema.tables where table_schema = 'PUBLIC'"))
                    .as("tables after %s", mistake)
                    .isEmpty();
            return said(output.getAll().substring(before)).replace(db.url(), "[db]");
        }
    }

    private static void start(Map<String, Object> properties) {
        new SpringApplicationBuilder(StoryApplication.class)
                .web(WebApplicationType.NONE)
                .properties(properties)
                .run()
                .close();
    }

    private static String said(String output) {
        Matcher failed = FAILED.matcher(output);
        return failed.matches()
                ? failed.group(1).strip()
                : "!! no sentence but "
                        + output.lines()
                                .filter(line -> line.contains("Exception"))
                                .reduce((first, last) -> last)
                                .orElse(output);
    }
}
