package io.retort.benchmarks.apply;

import io.retort.benchmarks.apply.ApplyProcess.Name;
import io.retort.testkit.TestDatabase;
import io.retort.testkit.TestDb;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;

/**
 * Measures applying revisions to an empty PostgreSQL database, and a second run with nothing pending. Each run is a
 * separate JVM. Prints medians and their ratios to plain JDBC. Arguments: rounds (default 3), then the numbers of
 * revisions (default 100 1000).
 */
public final class ApplyBenchmark {

    private ApplyBenchmark() {}

    /** Wall time of the whole process and CPU time of the client, in milliseconds. */
    private record Time(double wall, double cpu) {}

    public static void main(String[] arguments) throws Exception {
        int rounds = arguments.length == 0 ? 3 : Integer.parseInt(arguments[0]);
        int[] sizes = arguments.length < 2
                ? new int[] {100, 1000}
                : Arrays.stream(arguments).skip(1).mapToInt(Integer::parseInt).toArray();
        System.out.printf(
                "%-16s %5s %-12s %9s %7s %9s %7s%n", "case", "n", "contender", "wall ms", "ratio", "cpu ms", "ratio");
        for (int size : sizes) {
            measure(size, false, rounds);
            measure(size, true, rounds);
        }
        System.exit(0);
    }

    private static void measure(int size, boolean columns, int rounds) throws Exception {
        Inputs inputs = Inputs.write(Files.createTempDirectory("retort-apply"), size, columns);
        Map<Name, List<Time>> apply = new EnumMap<>(Name.class);
        Map<Name, List<Time>> nothing = new EnumMap<>(Name.class);
        for (int round = 0; round < rounds; round++) {
            for (Name who : inTurn(round)) {
                try (TestDb db = TestDatabase.POSTGRESQL.server().newDatabase()) {
                    for (int i = 0; columns && i < Inputs.TABLES; i++) {
                        db.execute("create table base" + i + " (id bigint primary key)");
                    }
                    add(apply, who, run(who, inputs, db));
                    check(inputs, db, who);
                    add(nothing, who, run(who, inputs, db));
                }
            }
        }
        print(columns ? "add column" : "table and index", size, apply);
        if (!columns) {
            print("nothing pending", size, nothing);
        }
    }

    /**
     * Shuffles the order in each round, with a fixed seed. A contender that runs after one with many writes finds a
     * busy server.
     */
    private static List<Name> inTurn(int round) {
        List<Name> names = new ArrayList<>(List.of(Name.values()));
        Collections.shuffle(names, new Random(round));
        return names;
    }

    private static void add(Map<Name, List<Time>> all, Name who, Time time) {
        all.computeIfAbsent(who, name -> new ArrayList<>()).add(time);
    }

    private static void check(Inputs inputs, TestDb db, Name who) throws Exception {
        String query = inputs.columns()
                ? "select count(*) from information_schema.columns where column_name ~ '^c[0-9]+$'"
                : "select count(*) from pg_indexes where indexname ~ '^ix_t[0-9]+_code$'";
        if (!db.query(query).equals(List.of(String.valueOf(inputs.size())))) {
            throw new IllegalStateException(who + " did not apply everything");
        }
    }

    private static Time run(Name who, Inputs inputs, TestDb db) throws IOException, InterruptedException {
        String classPath = inputs.folder().resolve("classes")
                + File.pathSeparator
                + who.classPath(System.getProperty("java.class.path"));
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                classPath,
                ApplyProcess.class.getName(),
                who.name(),
                db.url(),
                db.user(),
                inputs.folder().toString(),
                String.valueOf(inputs.size()));
        long begun = System.nanoTime();
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        List<String> talk = new ArrayList<>();
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(process.getInputStream()))) {
            lines.lines().forEach(talk::add);
        }
        if (process.waitFor() != 0) {
            throw new IllegalStateException(who + " failed:\n" + String.join("\n", talk));
        }
        double wall = (System.nanoTime() - begun) / 1e6;
        return new Time(wall, cpu(talk));
    }

    private static double cpu(List<String> talk) {
        return talk.stream()
                .filter(line -> line.startsWith(ApplyProcess.RESULT))
                .mapToDouble(line -> Double.parseDouble(line.substring(ApplyProcess.RESULT.length())) / 1000)
                .findFirst()
                .orElseThrow();
    }

    private static void print(String what, int size, Map<Name, List<Time>> all) {
        List<Time> limit = Objects.requireNonNull(all.get(Name.JDBC));
        double wall = median(limit, true);
        double cpu = median(limit, false);
        all.forEach((who, times) -> System.out.printf(
                "%-16s %5d %-12s %9.0f %7.2f %9.0f %7.2f%n",
                what,
                size,
                who,
                median(times, true),
                median(times, true) / wall,
                median(times, false),
                median(times, false) / cpu));
    }

    private static double median(List<Time> times, boolean wall) {
        double[] sorted = times.stream()
                .mapToDouble(wall ? Time::wall : Time::cpu)
                .sorted()
                .toArray();
        return sorted[sorted.length / 2];
    }
}
