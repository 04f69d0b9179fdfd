package io.retort.benchmarks.autogenerate;

import io.retort.testkit.TestDb;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * One measurement of a contender.
 *
 * @param micros microseconds from the bound entities to the result
 * @param whole milliseconds from the start of the JVM to the result, including class loading and binding of the
 *     entities
 * @param statements the number of statements
 * @param peak the peak memory of the JVM so far, in MiB
 * @param found the number of reported differences
 */
record Measurement(long micros, long whole, int statements, long peak, int found) {

    /** The options of the Maven goals: code that runs once is best compiled quickly. */
    private static final List<String> OPTIONS = List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");

    /** Retort must work with this heap; the other contenders have no limit. */
    private static final List<String> SMALL = List.of("-Xmx320m");

    private static final int LAST_WORDS = 30;

    /** Measures in a new JVM, in which all repetitions run. */
    static List<Measurement> of(AutogenerateProcess.Name who, Models models, TestDb db, int repetitions)
            throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(OPTIONS);
        command.addAll(who == AutogenerateProcess.Name.RETORT ? SMALL : List.of());
        command.add("-cp");
        command.add(models.folder() + File.pathSeparator + System.getProperty("java.class.path"));
        command.add(AutogenerateProcess.class.getName());
        command.addAll(List.of(who.name(), String.valueOf(repetitions), db.url(), db.user(), db.password()));
        command.add(String.valueOf(System.currentTimeMillis()));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        List<Measurement> results = new ArrayList<>();
        List<String> talk = new ArrayList<>();
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(process.getInputStream()))) {
            lines.lines().forEach(line -> {
                if (line.startsWith(AutogenerateProcess.RESULT)) {
                    results.add(parse(line));
                } else {
                    talk.add(line);
                }
            });
        }
        if (results.size() != repetitions) {
            throw new IllegalStateException(who + " failed:\n"
                    + String.join("\n", talk.subList(Math.max(0, talk.size() - LAST_WORDS), talk.size())));
        }
        return results;
    }

    private static Measurement parse(String line) {
        String[] parts = line.substring(AutogenerateProcess.RESULT.length()).split(" ");
        return new Measurement(
                Long.parseLong(parts[0]),
                Long.parseLong(parts[1]),
                Integer.parseInt(parts[2]),
                Long.parseLong(parts[3]),
                Integer.parseInt(parts[4]));
    }
}
