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
 * Core names neither Maven nor Spring nor a property in what it prints, because it does not know how the user runs it:
 * {@link Advice} holds that as data.
 */
class NoToolNamedTests {

    private static final Pattern TOOL =
            Pattern.compile("mvn|migrate:|(?<!\\w)-D[a-zA-Z]|spring\\.|Maven|Spring|(?<![\\w./])retort\\.[a-z]");

    /** A setting of a PostgreSQL session that Retort reserves for its lock. */
    private static final Pattern RESERVED = Pattern.compile("'retort\\.lock'|^retort\\.lock$");

    @Test
    void coreNamesNoTool() {
        Map<String, List<String>> literals = StringLiterals.below(Path.of("src/main/java"));
        List<String> found = new ArrayList<>();
        literals.forEach((file, texts) -> texts.stream()
                .filter(text ->
                        TOOL.matcher(RESERVED.matcher(text).replaceAll("")).find())
                .forEach(text -> found.add(file + ": " + text)));

        assertThat(literals).hasSizeGreaterThan(100);
        assertThat(found).isEmpty();
    }

    @Test
    void knowsATool() {
        assertThat(List.of("Run mvn clean", "migrate:upgrade", "`-Dsql`", "spring.datasource.url", "set retort.url"))
                .allSatisfy(text -> assertThat(text).containsPattern(TOOL));
        assertThat(List.of("io.retort.core", "YYYY-MM-DD", "retort_revision"))
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
