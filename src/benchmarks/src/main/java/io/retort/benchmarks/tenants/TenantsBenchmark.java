package io.retort.benchmarks.tenants;

import io.retort.benchmarks.apply.Inputs;
import io.retort.benchmarks.tenants.TenantsBenchmarkProcess.Name;
import io.retort.testkit.TestDatabase;
import io.retort.testkit.TestDb;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Measures upgrading all tenants, and further runs with nothing pending. Arguments: number of schemas (default 1000),
 * number of revisions (default 5), number of runs with nothing pending (default 3).
 */
public final class TenantsBenchmark {

    private TenantsBenchmark() {}

    public static void main(String[] arguments) throws Exception {
        int schemas = argument(arguments, 0, 1000);
        int revisions = argument(arguments, 1, 5);
        int rounds = argument(arguments, 2, 3);
        Inputs inputs = Inputs.write(Files.createTempDirectory("retort-tenants"), revisions, false);
        System.out.printf("%-22s %-16s %9s %9s%n", "contender", "case", "wall ms", "cpu ms");
        for (Name who : Name.values()) {
            try (TestDb db = TestDatabase.POSTGRESQL.server().newDatabase()) {
                for (int i = 0; i < schemas; i++) {
                    db.execute("create schema " + TenantsBenchmarkProcess.schema(i));
                }
                print(who, "upgrade", run(who, inputs, db, schemas));
                check(db, schemas, revisions);
                for (int round = 0; round < rounds; round++) {
                    print(who, "nothing pending", run(who, inputs, db, schemas));
                }
            }
        }
        System.exit(0);
    }

    private static int argument(String[] arguments, int index, int other) {
        return arguments.length > index ? Integer.parseInt(arguments[index]) : other;
    }

    private static void check(TestDb db, int schemas, int revisions) throws Exception {
        List<String> tables = db.query("select count(*) from pg_indexes where indexname ~ '^ix_t[0-9]+_code$'");
        if (!tables.equals(List.of(String.valueOf(schemas * revisions)))) {
            throw new IllegalStateException("not everything was applied: " + tables);
        }
    }

    private static void print(Name who, String what, String result) {
        String[] micros = result.split(" ");
        System.out.printf(
                "%-22s %-16s %9.0f %9.0f%n",
                who, what, Double.parseDouble(micros[0]) / 1000, Double.parseDouble(micros[1]) / 1000);
    }

    /** Runs a process and returns its result line. */
    private static String run(Name who, Inputs inputs, TestDb db, int schemas)
            throws IOException, InterruptedException {
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                TenantsBenchmarkProcess.class.getName(),
                who.name(),
                db.url(),
                db.user(),
                inputs.folder().toString(),
                String.valueOf(inputs.size()),
                String.valueOf(schemas));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        List<String> talk = new ArrayList<>();
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(process.getInputStream()))) {
            lines.lines().forEach(talk::add);
        }
        if (process.waitFor() != 0) {
            throw new IllegalStateException(who + " failed:\n" + String.join("\n", talk));
        }
        return talk.stream()
                .filter(line -> line.startsWith(TenantsBenchmarkProcess.RESULT))
                .map(line -> line.substring(TenantsBenchmarkProcess.RESULT.length()))
                .findFirst()
                .orElseThrow();
    }
}
