package io.retort.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.retort.internal.dialect.Dialects;
import io.retort.internal.lint.rule.CommonRules;
import io.retort.internal.lint.rule.LintRules;
import io.retort.internal.lint.rule.Rule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** The tables of {@code docs/lint.md} match the rules. {@code -Dgolden.write} rewrites them. */
class LintPageTests {

    private static final Path PAGE = Path.of("../../docs/lint.md");
    private static final String BEGIN = "<!-- rules of ";
    private static final String END = "<!-- end -->";

    @Test
    void theTablesAreFresh() throws IOException {
        String page = Files.readString(PAGE);
        String fresh = page;
        fresh = replaced(fresh, "all products", CommonRules.all());
        for (String product : Dialects.names()) {
            List<Rule> rules = LintRules.of(Dialects.named(product)).rules();
            if (!rules.isEmpty() && !product.equals("mysql")) {
                fresh = replaced(fresh, product, rules);
            }
        }
        if (System.getProperty("golden.write") != null) {
            Files.writeString(PAGE, fresh);
        }

        assertThat(Files.readString(PAGE))
                .as("docs/lint.md is outdated: run this test with -Dgolden.write")
                .isEqualTo(fresh);
    }

    @Test
    void eachRuleHasOneIdPerProduct() {
        for (String product : Dialects.names()) {
            List<Rule> rules =
                    new ArrayList<>(LintRules.of(Dialects.named(product)).rules());
            rules.addAll(CommonRules.all());
            assertThat(rules).extracting(Rule::id).as(product).doesNotHaveDuplicates();
            assertThat(rules).allSatisfy(rule -> assertThat(rule.id()).matches("[a-z]+(-[a-z]+)*"));
        }
    }

    private static String replaced(String page, String name, List<Rule> rules) {
        int begin = page.indexOf(BEGIN + name + " -->");
        int end = page.indexOf(END, begin);
        assertThat(begin).as("the rules of %s in docs/lint.md", name).isNotNegative();
        StringBuilder table = new StringBuilder(
                BEGIN + name + " -->\n\n| rule | level | what happens | safer |\n|---|---|---|---|\n");
        for (Rule rule : rules) {
            table.append("| `").append(rule.id()).append("` | ");
            table.append(rule.level().name().toLowerCase(Locale.ROOT)).append(" | ");
            table.append(rule.summary())
                    .append(" | ")
                    .append(code(rule.remedy()))
                    .append(" |\n");
        }
        return page.substring(0, begin) + table + "\n" + page.substring(end);
    }

    private static String code(String remedy) {
        return remedy.replaceAll("(@\\w+(?:\\(name = \"...\"\\))?|notValid\\(\\)|concurrently\\(\\))", "`$1`");
    }
}
