package io.retort.maven.fork;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class JavaArgumentsTests {

    private final JavaArguments arguments =
            new JavaArguments("app.Main", List.of(Path.of("classes"), Path.of("a b.jar")));

    @Test
    void endsWithClassPathAndMainClass() {
        assertThat(arguments.jvm("-Xmx1g").lines())
                .containsExactly("\"-Xmx1g\"", "-cp", "\"classes" + File.pathSeparator + "a b.jar\"", "app.Main");
    }

    @Test
    void quotesForTheArgumentFile() {
        assertThat(arguments.property("retort.command", "x --message=\"a\\b\"").lines())
                .first()
                .isEqualTo("\"-Dretort.command=x --message=\\\"a\\\\b\\\"\"");
    }

    @Test
    void leavesOutPropertiesWithoutAValue() {
        assertThat(arguments.property("spring.profiles.active", null).lines()).hasSize(3);
    }

    @Test
    void forwardsOnlyWhatIsMeantForTheApplication() {
        Properties user = new Properties();
        user.setProperty("spring.datasource.url", "jdbc:h2:mem:x");
        user.setProperty("retort.table", "revisions");
        user.setProperty("message", "add email");
        user.setProperty("maven.test.skip", "true");

        assertThat(arguments.forward(user).lines())
                .startsWith("\"-Dretort.table=revisions\"", "\"-Dspring.datasource.url=jdbc:h2:mem:x\"")
                .hasSize(5);
    }

    @Test
    void splitsMoreArgumentsAtBlanks() {
        assertThat(JavaArguments.split(" -Xmx1g   -ea ")).containsExactly("-Xmx1g", "-ea");
        assertThat(JavaArguments.split(null)).isEmpty();
    }
}
