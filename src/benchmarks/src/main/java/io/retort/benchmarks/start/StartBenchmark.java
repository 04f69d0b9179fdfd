package io.retort.benchmarks.start;

import io.retort.benchmarks.apply.Inputs;
import io.retort.testkit.TestDatabase;
import io.retort.testkit.TestDb;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.ToDoubleFunction;

/**
 * Starts the sample application with each contender. Prints medians, and the CPU time that each contender adds to a
 * start without any. Arguments: rounds (default 5), then the numbers of applied revisions (default 0 100 1000). The
 * property {@code sample} is the folder of the sample application's classes; {@code java.options} are options of the
 * measured JVMs.
 */
public final class StartBenchmark {

    private static final Path SAMPLE = Path.of(System.getProperty("sample", "sample-app/target/classes"));

    private StartBenchmark() {}

    public static void main(String[] arguments) throws Exception {
        int rounds = arguments.length == 0 ? 5 : Integer.parseInt(arguments[0]);
        int[] sizes = arguments.length < 2
                ? new int[] {0, 100, 1000}
                : Arrays.stream(arguments).skip(1).mapToInt(Integer::parseInt).toArray();
        System.out.printf(
                "%7s %-10s %12s %14s %10s %10s %10s %10s%n",
                "applied", "contender", "its cpu ms", "its wall ms", "main cpu", "added", "all cpu", "wall ms");
        for (int size : sizes) {
            measure(size, rounds);
        }
        System.exit(0);
    }

    private static void measure(int size, int rounds) throws Exception {
        Inputs inputs = Inputs.write(Files.createTempDirectory("retort-start"), size, false);
        Map<StartContender, TestDb> databases = new EnumMap<>(StartContender.class);
        Map<StartContender, Packaged> applications = new EnumMap<>(StartContender.class);
        for (StartContender who : StartContender.values()) {
            TestDb db = TestDatabase.POSTGRESQL.server().newDatabase();
            databases.put(who, db);
            applications.put(who, Packaged.of(who, inputs, SAMPLE));
            start(who, applications.get(who), db);
            check(who, db, size);
        }
        Map<StartContender, List<Times>> all = new EnumMap<>(StartContender.class);
        for (int round = 0; round < rounds; round++) {
            for (StartContender who : StartContender.values()) {
                Times times = start(
                        who, Objects.requireNonNull(applications.get(who)), Objects.requireNonNull(databases.get(who)));
                System.err.printf("%d applied, round %d, %s: %s%n", size, round + 1, who.label(), times);
                all.computeIfAbsent(who, name -> new ArrayList<>()).add(times);
            }
        }
        print(size, all);
        for (TestDb db : databases.values()) {
            db.close();
        }
    }

    private static void check(StartContender who, TestDb db, int size) throws Exception {
        int expected = who == StartContender.NONE ? 0 : size;
        String query = "select count(*) from pg_indexes where indexname ~ '^ix_t[0-9]+_code$'";
        if (!db.query(query).equals(List.of(String.valueOf(expected)))) {
            throw new IllegalStateException(who + " did not apply everything");
        }
    }

    private static Times start(StartContender who, Packaged application, TestDb db)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options());
        command.addAll(List.of("-jar", application.jar().toString(), who.name()));
        command.addAll(List.of(
                "--spring.datasource.url=" + db.url(),
                "--spring.datasource.username=" + db.user(),
                "--spring.datasource.password=" + db.password(),
                "--clinic.demo-data=false",
                "--server.port=0"));
        command.addAll(who.settings());
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        List<String> talk = new ArrayList<>();
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(process.getInputStream()))) {
            lines.lines().forEach(talk::add);
        }
        process.waitFor();
        return talk.stream()
                .filter(line -> line.startsWith(Times.RESULT))
                .map(Times::parse)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(who + " failed:\n" + String.join("\n", talk)));
    }

    private static List<String> options() {
        String options = System.getProperty("java.options", "");
        return options.isBlank() ? List.of() : List.of(options.trim().split("\\s+"));
    }

    private static void print(int size, Map<StartContender, List<Times>> all) {
        ToDoubleFunction<Times> main = Times::main;
        double base = Times.median(Objects.requireNonNull(all.get(StartContender.NONE)), main);
        all.forEach((who, times) -> System.out.printf(
                "%7d %-10s %12.1f %14.1f %10.0f %10.0f %10.0f %10.0f%n",
                size,
                who.label(),
                Times.median(times, Times::initializer),
                Times.median(times, Times::initializerWall),
                Times.median(times, main),
                Times.median(times, main) - base,
                Times.median(times, Times::process),
                Times.median(times, Times::wall)));
    }
}
