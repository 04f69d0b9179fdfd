package io.retort.boot.autoconfigure;

import static io.retort.testkit.TestDatabase.H2;
import static io.retort.testkit.TestDatabase.POSTGRESQL;
import static org.assertj.core.api.Assertions.assertThat;

import io.retort.testkit.OnDatabases;
import io.retort.testkit.TestDb;
import java.util.List;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** The line that every start logs. */
@ExtendWith(OutputCaptureExtension.class)
class StartLineTests {

    private static final String HISTORY = "retort.locations=io.retort.boot.autoconfigure.revisions,classpath:history";

    @OnDatabases({POSTGRESQL, H2})
    void saysWhatWasAppliedAndThenThatThereIsNothingToDo(TestDb db, CapturedOutput output) {
        start(db, HISTORY, "retort.target=1a2b3c4d5e6f");
        assertThat(output)
                .containsPattern(" INFO .*Retort: \\S+ [0-9.]+ at jdbc:.*: applying 1 revision, 1a2b3c4d5e6f"
                        + " \\(create product\\)\\R");
        assertThat(line(output))
                .matches(".* INFO .*Retort: \\S+ [0-9.]+ at jdbc:.*: 1 revision applied"
                        + " \\(base to 1a2b3c4d5e6f create product\\) in \\d\\.\\d\\d s");

        start(db, HISTORY);
        assertThat(line(output))
                .matches(".*: 1 revision applied \\(1a2b3c4d5e6f to 2b3c4d5e6f7a name product\\) in \\d\\.\\d\\d s");

        start(db, HISTORY);
        assertThat(line(output))
                .matches(".* INFO .*Retort: \\S+ [0-9.]+ at jdbc:.* at 2b3c4d5e6f7a \\(name product\\), nothing to do");

        start(db, HISTORY, "retort.mode=verify");
        assertThat(line(output)).endsWith(" at 2b3c4d5e6f7a (name product), verified, nothing to do");
    }

    @OnDatabases(H2)
    void warnsWhenNoRevisionWasFound(TestDb db, CapturedOutput output) {
        start(db, "retort.locations=db.nowhere");

        assertThat(line(output)).matches(".* WARN .*Retort: no revision was found in db\\.nowhere, nothing to do\\..*");
    }

    @OnDatabases(H2)
    void warnsOfAMergeThatNobodyMeans(TestDb db, CapturedOutput output) {
        start(db, "retort.locations=classpath:odd");

        assertThat(output)
                .containsPattern(" WARN .*Retort: the merge c3000000 names the parent a1000000, which another");
    }

    @OnDatabases(H2)
    void saysThatItIsOff(TestDb db, CapturedOutput output) {
        start(db, HISTORY, "retort.mode=off");

        assertThat(line(output)).contains("Retort: retort.mode is off, nothing to do");
    }

    /** As in the goals: the message contains the changes of each head, and the property for the target. */
    @OnDatabases(H2)
    void refusesTwoHeadsWithWhoChangesWhat(TestDb db) {
        application(db, "retort.locations=io.retort.boot.autoconfigure.lines").run(context -> {
            assertThat(context).hasFailed();
            assertThat(context.getStartupFailure()).rootCause().hasMessage("""
                            Cannot upgrade to "head": the history has two heads, aa2 (create bill) and aa3 (create stock).
                              aa2 (create bill) changes bill.
                              aa3 (create stock) changes stock.
                              The branches change different tables; the merge is safe.
                              Merge them: `merge --message=...`. Or name one: `aa2`. Or take all: `heads`.""");
        });
    }

    private static void start(TestDb db, String... properties) {
        application(db, properties).run(context -> assertThat(context).hasNotFailed());
    }

    private static ApplicationContextRunner application(TestDb db, String... properties) {
        return new ApplicationContextRunner()
                .withConfiguration(
                        AutoConfigurations.of(DataSourceAutoConfiguration.class, RetortAutoConfiguration.class))
                .withPropertyValues(
                        "spring.datasource.url=" + db.url(),
                        "spring.datasource.username=" + db.user(),
                        "spring.datasource.password=" + db.password())
                .withPropertyValues(properties);
    }

    /** Returns Retort's last log line. */
    private static String line(CapturedOutput output) {
        List<String> lines = output.toString()
                .lines()
                .filter(line -> line.contains("Retort: "))
                .toList();
        return lines.get(lines.size() - 1);
    }
}
