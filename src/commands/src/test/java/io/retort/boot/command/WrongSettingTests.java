package io.retort.boot.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.retort.boot.command.story.StoryApplication;
import io.retort.boot.internal.CommandForm;
import io.retort.boot.internal.RunStyle;
import io.retort.error.ExitStatus;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;

/** A command names a setting that Spring Boot rejects, and what it can be. */
class WrongSettingTests {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    retort.transaction=all         | is not one of the allowed values | Write one of revision, run, or leave it out.
                    retort.mode=upgarde            | is not one of the allowed values | Write one of upgrade, verify, wait, off,
                    retort.ahead=maybe             | is not one of the allowed values | Write
                    retort.online=maybe            | is not one of the allowed values | Write
                    retort.lock.timeout=soon       | is not a duration     | Write it as in retort.lock.timeout=30s
                    retort.ddl.retry-for=soon      | is not a duration     | Write it as in retort.ddl.retry-for=30s
                    retort.wait.timeout=soon       | is not a duration     | Write it as in retort.wait.timeout=30s
                    retort.silence-timeout=soon    | is not a duration     | Write it as in retort.silence-timeout=30s
                    retort.keep-undo=maybe         | is not true or false  | Write it as in retort.keep-undo=true
                    retort.revision.id-length=many | is not a whole number | Write it as in retort.revision.id-length=10
                    retort.tenants.parallelism=all | is not a whole number | Write it as in retort.tenants.parallelism=10
                    retort.units.shop.order=first  | is not a whole number | Write it as in retort.units.shop.order=10
                    retort.units.shop.mode=none    | is not one of the allowed values | Write one of upgrade, verify, wait, off,
                    """)
    void namesThePropertyAndItsValues(String property, String problem, String action) {
        String said = said(property);

        assertThat(said).contains("The property " + property + " " + problem, action);
        assertThat(said).doesNotContain("\tat ", "No enum constant", "io.retort");
    }

    @ParameterizedTest
    @CsvSource({"</script>", "a b", "-a"})
    void namesAnInvalidProfile(String profile) {
        String said = said("spring.profiles.active=" + profile);

        assertThat(said).contains("profile", "'" + profile + "'", "Check spring.profiles.active");
        assertThat(said).doesNotContain("\tat ", "IllegalState", "..");
    }

    private static String said(String property) {
        Throwable failure = catchThrowable(() -> new SpringApplicationBuilder(StoryApplication.class)
                .web(WebApplicationType.NONE)
                .run("--" + property, "--spring.datasource.url=jdbc:h2:mem:wrong", "--spring.main.banner-mode=off")
                .close());
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        CommandOutcome outcome = FailureReport.text(
                        new PrintStream(bytes, true, StandardCharsets.UTF_8),
                        RunStyle.ofCommand(CommandForm.PACKAGED, "current"))
                .report(failure, null);
        assertThat(outcome.status()).as("%s", failure).isEqualTo(ExitStatus.USAGE);
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
