package io.retort.boot.command.process;

import static io.retort.testkit.TestDatabase.MARIADB;
import static io.retort.testkit.TestDatabase.POSTGRESQL;
import static org.assertj.core.api.Assertions.assertThat;

import io.retort.Retort;
import io.retort.boot.autoconfigure.RetortAutoConfiguration;
import io.retort.boot.autoconfigure.shop.ShopApplication;
import io.retort.revision.RevisionInfo;
import io.retort.source.RevisionCode;
import io.retort.testkit.OnDatabases;
import io.retort.testkit.TestDb;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** Output of a command and of a starting application while another run holds the migration lock. */
@ExtendWith(OutputCaptureExtension.class)
class WaitingTests {

    @TempDir
    Path folder;

    @OnDatabases({POSTGRESQL, MARIADB})
    void aCommandThatWaitedInVainExitsWith6AndNamesWhoIsInFront(TestDb db) throws Exception {
        try (Holder holder = new Holder(db)) {
            ToolProcess tool = ToolProcess.run(
                    ShopApplication.class,
                    folder,
                    Map.of(
                            "retort.command",
                            "upgrade",
                            "retort.lock.timeout",
                            "1s",
                            "retort.locations",
                            "io.retort.boot.autoconfigure.revisions,classpath:history",
                            "spring.datasource.url",
                            db.url(),
                            "spring.datasource.username",
                            db.user(),
                            "spring.datasource.password",
                            db.password()));

            assertThat(tool.exit()).as(tool.talk()).isEqualTo(6);
            assertThat(tool.result()).containsEntry("exit", "6");
            assertThat(tool.talk())
                    .contains("Waiting for the lock on retort_revision, for 0 s of at most 1 s. Held by: pid ")
                    .contains("waiting for the lock on retort_revision, held by ")
                    .doesNotContain("\tat ");
        }
    }

    @OnDatabases(POSTGRESQL)
    void aStartingApplicationSaysWhomItWaitsFor(TestDb db, CapturedOutput output) throws Exception {
        try (Holder holder = new Holder(db)) {
            new ApplicationContextRunner()
                    .withConfiguration(
                            AutoConfigurations.of(DataSourceAutoConfiguration.class, RetortAutoConfiguration.class))
                    .withPropertyValues(
                            "retort.lock.timeout=200ms",
                            "retort.locations=io.retort.boot.autoconfigure.revisions,classpath:history",
                            "spring.datasource.url=" + db.url(),
                            "spring.datasource.username=" + db.user(),
                            "spring.datasource.password=" + db.password())
                    .run(context -> assertThat(context).hasFailed());
        }
        assertThat(output).contains("Retort: Waiting for the lock on retort_revision");
    }

    /** A run in the middle of a revision; it is rolled back when this object is closed. */
    private static final class Holder implements AutoCloseable {

        private final CountDownLatch done = new CountDownLatch(1);
        private final Thread thread;

        Holder(TestDb db) throws InterruptedException {
            CountDownLatch reached = new CountDownLatch(1);
            RevisionInfo info = new RevisionInfo("a1", List.of(), List.of(), List.of(), "hold", null, true, "a1");
            RevisionCode code = new RevisionCode(
                    info,
                    () -> op -> op.work("hold", connection -> {
                        reached.countDown();
                        done.await();
                        throw new IllegalStateException("held long enough");
                    }));
            Retort retort = Retort.on(db.dataSource(), List.of(() -> List.of(code)));
            thread = new Thread(() -> {
                try {
                    retort.upgrade("head");
                } catch (RuntimeException expected) {
                    reached.countDown();
                }
            });
            thread.start();
            reached.await();
        }

        @Override
        public void close() throws InterruptedException {
            done.countDown();
            thread.join();
        }
    }
}
