package io.retort.error;

import static org.assertj.core.api.Assertions.assertThat;

import io.retort.testkit.StringLiterals;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * Core names neither Maven nor Spring nor one of their properties, in messages, Javadoc or comments, because it does not
 * know how the user runs it: {@link Advice} holds that as data.
 */
class NoToolNamedTests {

    private static final Pattern TOOL = Pattern.compile(
            "(?<![\\w-])(mvn|migrate:|-D[a-zA-Z]|@?beans?\\b|maven|spring)"
                    + "|(?<![\\w./])retort\\.[a-z][\\w.-]*+(?!\\()",
            Pattern.CASE_INSENSITIVE);

    /** A setting of a PostgreSQL session that Retort reserves for its lock. */
    private static final Pattern RESERVED = Pattern.compile("['\"]retort\\.lock['\"]");

    @Test
    void coreNamesNoTool() {
        Map<String, String> sources = StringLiterals.sourcesBelow(Path.of("src/main/java"));
        List<String> found = new ArrayList<>();
        sources.forEach((file, source) -> source.lines()
                .map(line -> RESERVED.matcher(line).replaceAll(""))
                .filter(line -> TOOL.matcher(line).find())
                .forEach(line -> found.add(file + ": " + line.strip())));

        assertThat(sources).hasSizeGreaterThan(100);
        assertThat(found).isEmpty();
    }

    @Test
    void knowsATool() {
        assertThat(List.of(
                        "Run mvn clean",
                        "migrate:upgrade",
                        "`-Dsql`",
                        "{@code -Ddrop=a}",
                        "spring.datasource.url",
                        "a Spring bean",
                        " * @Bean",
                        "before any bean",
                        "as Maven goals",
                        "{@code retort.locations}",
                        "set retort.url"))
                .allSatisfy(text -> assertThat(text).containsPattern(TOOL));
        assertThat(List.of("io.retort.core", "YYYY-MM-DD", "retort_revision", "retort.upgrade(\"head\")"))
                .allSatisfy(text -> assertThat(text).doesNotContainPattern(TOOL));
    }

    @Test
    void readsEveryKindOfLiteral() {
        String source =
                "// \"a comment\"\n/* \"another\" */ char c = '\"'; char d = '\\''; String a = \"one \\\" two\";\n"
                        + "String b = \"\"\"\n  three \"quoted\"\n  \"\"\"; f(\"\", \"// four\");";

        assertThat(StringLiterals.in(source))
                .containsExactly("one \\\" two", "\n  three \"quoted\"\n  ", "", "// four");
    }
}
