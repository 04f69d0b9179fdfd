package io.retort.benchmarks.tool;

import io.retort.testkit.TestDatabase;
import io.retort.testkit.TestDb;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/**
 * Measures {@code check --offline} and {@code check} on a database at the heads, each as a whole process of the sample
 * application. Prints the CPU time of both and their ratio. Arguments: rounds (default 5), the product (default
 * {@code postgresql}). The property {@code sample} is the folder of the sample application's classes.
 */
public final class CheckBenchmark {

    private static final Path SAMPLE = Path.of(System.getProperty("sample", "sample-app/target/classes"));

    private CheckBenchmark() {}

    public static void main(String[] arguments) throws Exception {
        int rounds = arguments.length == 0 ? 5 : Integer.parseInt(arguments[0]);
        TestDatabase product =
                TestDatabase.valueOf(arguments.length < 2 ? "POSTGRESQL" : arguments[1].toUpperCase(Locale.ROOT));
        try (TestDb db = product.server().newDatabase()) {
            run(db, "upgrade head", "");
            List<Long> offline = new ArrayList<>();
            List<Long> connected = new ArrayList<>();
            for (int round = 0; round < rounds; round++) {
                offline.add(run(db, "check --offline", "Entities and history agree."));
                connected.add(run(db, "check", "Entities and database agree."));
                System.err.printf("round %d: %d and %d ms%n", round + 1, last(offline), last(connected));
            }
            System.out.printf(
                    "%s, cpu ms: check --offline %d, check %d, ratio %.2f%n",
                    db.server(), median(offline), median(connected), (double) median(offline) / median(connected));
        }
        System.exit(0);
    }

    /** Returns the CPU time of the process in milliseconds. */
    private static long run(TestDb db, String command, String expected) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-cp",
                        SAMPLE + File.pathSeparator + System.getProperty("java.class.path"),
                        "-Dretort.command=" + command,
                        "-Dretort.sources=" + SAMPLE.resolve("../../src/main/java"),
                        "-Dspring.flyway.enabled=false",
                        "-Dspring.liquibase.enabled=false",
                        "-Dspring.datasource.url=" + db.url(),
                        "-Dspring.datasource.username=" + db.user(),
                        "-Dspring.datasource.password=" + db.password(),
                        CheckProcess.class.getName())
                .redirectErrorStream(true)
                .start();
        process.getOutputStream().close();
        List<String> talk = new ArrayList<>();
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(process.getInputStream()))) {
            lines.lines().forEach(talk::add);
        }
        if (process.waitFor() != 0 || talk.stream().noneMatch(line -> line.contains(expected))) {
            throw new IllegalStateException(command + " failed:\n" + String.join("\n", talk));
        }
        return talk.stream()
                .filter(line -> line.startsWith(CheckProcess.RESULT))
                .map(line ->
                        TimeUnit.NANOSECONDS.toMillis(Long.parseLong(line.substring(CheckProcess.RESULT.length()))))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(command + " printed no time"));
    }

    private static long median(List<Long> times) {
        return times.stream().sorted().toList().get(times.size() / 2);
    }

    private static long last(List<Long> times) {
        return times.get(times.size() - 1);
    }
}
