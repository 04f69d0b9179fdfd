package io.retort.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GoalOptionsTests {

    private final GoalOptions options = new GoalOptions(
            List.of("target", "plan", "sql", "output", "json", "checkHeads", "migrate.mainClass", "irreversible"),
            List.of("plan", "sql", "json", "checkHeads"));

    @ParameterizedTest
    @CsvSource({
        "plam,plan",
        "tagret,target",
        "Target,target",
        "targt,target",
        "checkheads,checkHeads",
        "check-heads,checkHeads",
        "migrate.mainclass,migrate.mainClass",
        "irreversble,irreversible"
    })
    void aMisspeltOptionIsRecognised(String typed, String meant) {
        assertThat(options.meantBy(typed)).contains(meant);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"target", "sql", "ssl", "skipTests", "maven.repo.local", "style.color", "revision", "profiles"})
    void otherPropertiesAreLeftAlone(String typed) {
        assertThat(options.meantBy(typed)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"plan,maybe", "plan,yes", "json,1", "checkHeads,''", "sql,ture"})
    void aFlagIsTrueOrFalse(String typed, String value) {
        assertThat(options.isNeitherTrueNorFalse(typed, value)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"plan,true", "plan,False", "target,maybe", "unknown,1"})
    void otherValuesAreLeftAlone(String typed, String value) {
        assertThat(options.isNeitherTrueNorFalse(typed, value)).isFalse();
    }

    @Test
    void goalsAreRecognisedAsTheyAreTyped() {
        assertThat(GoalOptions.goals(List.of(
                        "clean",
                        "migrate:upgrade",
                        "io.retort:retort-maven-plugin:0.1.0:check",
                        "migrate:plan@late",
                        "flyway:migrate")))
                .containsExactly("upgrade", "check", "plan");
    }

    @Test
    void helpShowsTheFirstSentence() {
        assertThat(HelpMojo.sentence("Lists <code>heads</code>,\n which are last. More."))
                .isEqualTo("Lists heads , which are last.");
    }
}
