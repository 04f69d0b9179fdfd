package io.retort.testkit.launch;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import java.util.List;
import org.slf4j.LoggerFactory;

/**
 * Turns down the libraries that start servers where Logback would show all they say.
 *
 * <p>Logback without a configuration logs at DEBUG, and a test that begins before Spring has configured it would drown.
 */
final class QuietLogs {

    private static final List<String> LOUD = List.of("io.zonky.test", "com.github.dockerjava", "org.postgresql", "tc");

    /** They log as an error, or a warning, what they throw as well. */
    private static final List<String> LOUDER = List.of("org.testcontainers", "org.mariadb.jdbc");

    private QuietLogs() {}

    static void turnDown() {
        if (LoggerFactory.getILoggerFactory().getClass().getName().startsWith("ch.qos.logback.")) {
            Logback.turnDown();
        }
    }

    /** Apart, so that it is only loaded where Logback is. */
    private static final class Logback {

        static void turnDown() {
            LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
            LOUD.forEach(name -> context.getLogger(name).setLevel(Level.WARN));
            LOUDER.forEach(name -> context.getLogger(name).setLevel(Level.OFF));
        }
    }
}
