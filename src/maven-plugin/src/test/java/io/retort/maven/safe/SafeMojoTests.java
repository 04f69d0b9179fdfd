package io.retort.maven.safe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import org.apache.maven.plugin.Mojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.logging.SystemStreamLog;
import org.junit.jupiter.api.Test;

/** What a goal logs, prints or throws is what Maven prints. */
class SafeMojoTests {

    private static final String HOSTILE =
            "red \u001b[31m \u202eleft \u009b2J back\rspaces\n[INFO] BUILD SUCCESS </script>";
    private static final String LINE =
            "red \\u001b[31m \\u202eleft \\u009b2J back spaces [INFO] BUILD SUCCESS </script>";
    private static final String LINES = LINE.replace("back spaces [INFO]", "back\\u000dspaces\n[INFO]");

    private final JavaClasses ours = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.retort.maven");

    @Test
    void aFailureIsEscapedWithItsCauses() {
        IOException inner = new IOException("inner " + HOSTILE);
        IOException middle = new IOException("plain", inner);
        for (Exception failure : new Exception[] {
            new MojoFailureException("outer", middle),
            new MojoExecutionException("outer " + HOSTILE, middle),
            new IllegalArgumentException("outer", middle)
        }) {
            Throwable seen = catchThrowable(new Goal(failure)::execute);

            assertThat(seen).isNotSameAs(failure).isInstanceOfAny(failure.getClass(), IllegalStateException.class);
            StringWriter trace = new StringWriter();
            seen.printStackTrace(new PrintWriter(trace));
            assertThat(trace.toString())
                    .contains("outer", "java.io.IOException: plain", "java.io.IOException: inner " + LINES)
                    .matches(text -> text.chars().noneMatch(SafeMojoTests::isObeyed), "safe");
            assertThat(seen.getStackTrace()).isEqualTo(failure.getStackTrace());
        }
    }

    @Test
    void aSafeFailureStaysWhatItIs() {
        MojoFailureException failure = new MojoFailureException("Zoë cannot\nread 表", new IOException("disk"));

        assertThat(catchThrowable(new Goal(failure)::execute)).isSameAs(failure);
    }

    @Test
    void logAndOutputAreLinesThatATerminalShows() throws Exception {
        PrintStream out = System.out;
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        System.setOut(new PrintStream(bytes, true, StandardCharsets.UTF_8));
        try {
            new Goal(null).execute();
        } finally {
            System.setOut(out);
        }
        assertThat(bytes.toString(StandardCharsets.UTF_8).lines())
                .containsExactly(
                        LINE,
                        "[info] " + LINE,
                        "[warn] " + LINE,
                        "[warn] a: java.io.IOException: " + LINE,
                        "[info] java.io.IOException: " + LINE,
                        "[debug] " + LINE);
    }

    /** Maven's own types would be a second way to the terminal. */
    @Test
    void everyGoalIsASafeOne() {
        ArchRuleDefinition.classes()
                .that()
                .areAssignableTo(Mojo.class)
                .should()
                .beAssignableTo(AbstractSafeMojo.class)
                .because("a goal that extends Maven's class logs and throws raw text")
                .check(ours);
        ArchRuleDefinition.noClasses()
                .that()
                .areNotAssignableTo(AbstractSafeMojo.class)
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .because("print(line) of a goal escapes what it prints")
                .check(ours);
    }

    private static boolean isObeyed(int sign) {
        return sign < ' ' && sign != '\n' && sign != '\t' || sign == 0x9b || sign >= 0x202a && sign <= 0x202e;
    }

    private static final class Goal extends AbstractSafeMojo {

        private final Exception failure;

        Goal(Exception failure) {
            this.failure = failure;
            setLog(new SystemStreamLog());
        }

        @Override
        protected void runGoal() throws MojoExecutionException, MojoFailureException {
            if (failure instanceof MojoExecutionException execution) {
                throw execution;
            }
            if (failure instanceof MojoFailureException answer) {
                throw answer;
            }
            if (failure instanceof RuntimeException bug) {
                throw bug;
            }
            print(HOSTILE);
            getLog().info(HOSTILE);
            getLog().warn(HOSTILE);
            getLog().warn("a", new IOException(HOSTILE));
            getLog().info(new IOException(HOSTILE));
            getLog().debug(HOSTILE);
        }
    }
}
