package io.retort.reliability.process;

import io.retort.Retort;
import io.retort.RetortOptions;
import io.retort.RunReport;
import io.retort.error.ExitStatus;
import io.retort.error.RetortException;
import io.retort.run.DdlTimeouts;
import io.retort.run.PreparedStep;
import io.retort.run.RunListener;
import io.retort.run.RunListener.LockWait;
import io.retort.run.RunListener.Retry;
import io.retort.run.StepReport;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * A minimal application that upgrades a database and ends. Its output shows the tests its progress: {@code begin},
 * {@code step <id>}, {@code waiting}, {@code retrying}, {@code done <steps>}.
 */
public final class Migrator {

    private Migrator() {}

    /**
     * Runs one command.
     *
     * @param arguments URL, user, password, history, {@code up} or {@code down}
     */
    public static void main(String[] arguments) {
        System.exit(run(arguments).code());
    }

    private static ExitStatus run(String[] arguments) {
        DataSource dataSource = ErrorAtCall.on(
                new PlainDataSource(arguments[0], arguments[1], arguments[2]), Integer.getInteger("migrator.error", 0));
        RetortOptions options = RetortOptions.STANDARD
                .withSilenceTimeout(seconds("migrator.silence", 60))
                .withLockTimeout(seconds("migrator.lock", 120))
                .withDdl(new DdlTimeouts(seconds("migrator.ddl", 5), Duration.ZERO, seconds("migrator.retry", 120)));
        Retort retort = Retort.on(dataSource, List.of(Histories.named(arguments[3])))
                .with(options)
                .with(new Telling());
        try {
            RunReport report = Boolean.getBoolean("migrator.switch")
                    ? retort.runSwitch(retort.planSwitch(row -> Optional.empty()), row -> Optional.empty())
                    : arguments[4].equals("up") ? retort.upgrade("head") : retort.downgrade("base");
            say("done " + report.steps().size());
            return ExitStatus.OK;
        } catch (RetortException failure) {
            System.err.println(failure.what());
            System.err.println("> " + failure.action());
            return failure.status();
        }
    }

    private static Duration seconds(String property, int otherwise) {
        return Duration.ofSeconds(Integer.getInteger(property, otherwise));
    }

    private static void say(String line) {
        System.out.println(line);
        System.out.flush();
    }

    /** Prints each event on a line. */
    private static final class Telling implements RunListener {

        @Override
        public void waiting(LockWait wait) {
            say("waiting");
            System.err.println(wait.describe());
        }

        @Override
        public void begin(String database, int total) {
            say("begin");
        }

        @Override
        public void before(PreparedStep step, int number, int total) {
            say("step " + step.revision().id());
            if (number == 2 && Integer.getInteger("migrator.pause", 0) > 0) {
                say("pausing");
                Histories.sleep(Integer.getInteger("migrator.pause"));
            }
        }

        @Override
        public void after(StepReport report, int number, int total) {
            say("after " + report.revision().id());
        }

        @Override
        public void warning(String sentence) {
            System.err.println(sentence);
        }

        @Override
        public void retrying(Retry retry) {
            say("retrying");
        }
    }
}
