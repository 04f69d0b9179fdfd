package io.retort.testkit.launch;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import java.util.List;
import org.slf4j.LoggerFactory;

/**
 * Reduces the log output of libraries that start servers, if Logback is used.
 *
 * <p>Logback without a configuration logs at DEBUG, so a test that runs before Spring configures it would print too
 * much.
 */
final class QuietLogs {

    private static final List<String> LOUD = List.of("io.zonky.test", "com.github.dockerjava", "org.postgresql", "tc");

    /** These log exceptions that they also throw. */
    private static final List<String> LOUDER = List.of("org.testcontainers", "org.mariadb.jdbc");

    private QuietLogs() {}

    static void turnDown() {
        if (LoggerFactory.getILoggerFactory().getClass().getName().startsWith("ch.qos.logback.")) {
            Logback.turnDown();
        }
    }

    /** A separate class, so that it is loaded only where Logback exists. */
    private static final class Logback {

        static void turnDown() {
            LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
            LOUD.forEach(name -> context.getLogger(name).setLevel(Level.WARN));
            LOUDER.forEach(name -> context.getLogger(name).setLevel(Level.OFF));
        }
    }
}
