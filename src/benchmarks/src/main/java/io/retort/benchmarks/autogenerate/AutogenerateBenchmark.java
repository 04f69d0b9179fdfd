package io.retort.benchmarks.autogenerate;

import io.retort.benchmarks.autogenerate.AutogenerateProcess.Name;
import io.retort.testkit.TestDatabase;
import io.retort.testkit.TestDb;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;

/**
 * Measures the contenders on one product. Prints time, statements, memory, the number of differences, and the ratio to
 * the bulk queries. Arguments: the product (default {@code postgresql}), then the numbers of tables (default 10 100
 * 1000). The property {@code contenders} selects some contenders.
 */
public final class AutogenerateBenchmark {

    private static final int ROUNDS = 3;
    private static final int REPETITIONS = 2;
    private static final List<String> CHOSEN =
            List.of(System.getProperty("contenders", "bulk,retort,validate,starting,liquibase")
                    .split(","));

    private AutogenerateBenchmark() {}

    public static void main(String[] arguments) throws Exception {
        TestDatabase product =
                TestDatabase.valueOf(arguments.length == 0 ? "POSTGRESQL" : arguments[0].toUpperCase(Locale.ROOT));
        int[] sizes = arguments.length < 2
                ? new int[] {10, 100, 1000}
                : Arrays.stream(arguments).skip(1).mapToInt(Integer::parseInt).toArray();
        System.out.printf(
                "%-10s %6s %-10s %12s %12s %10s %8s %6s %8s %9s %8s%n",
                "product",
                "tables",
                "contender",
                "first ms",
                "second ms",
                "statements",
                "peak MiB",
                "found",
                "ratio",
                "whole ms",
                "ratio");
        for (int size : sizes) {
            measure(product, size);
        }
        System.exit(0);
    }

    private static void measure(TestDatabase product, int size) throws Exception {
        Models models = Models.of(size);
        try (TestDb db = database(product)) {
            Measurement.of(Name.CREATE, models, db, 1);
            Map<Name, List<List<Measurement>>> all = new EnumMap<>(Name.class);
            for (int round = 0; round < ROUNDS; round++) {
                for (Name who : contenders(product, round)) {
                    List<Measurement> measured = Measurement.of(who, models, db, REPETITIONS);
                    all.computeIfAbsent(who, name -> new ArrayList<>()).add(measured);
                    System.err.printf("%d tables, round %d, %s: %s%n", size, round + 1, who.label(), measured.get(0));
                }
            }
            Row limit = Row.of(Objects.requireNonNull(all.get(Name.BULK)));
            all.forEach((who, rounds) -> print(product, size, who, Row.of(rounds), limit));
        }
    }

    /** Each contender is a separate process, so H2 needs a database in a file. */
    private static TestDb database(TestDatabase product) throws IOException {
        return product == TestDatabase.H2
                ? product.server().newFileDatabase(Files.createTempDirectory("retort-autogenerate"))
                : product.server().newDatabase();
    }

    /** Liquibase's extension is configured for one product here, and takes so long that it runs in one round only. */
    private static List<Name> contenders(TestDatabase product, int round) {
        return Stream.of(Name.values())
                .filter(name -> name != Name.CREATE && CHOSEN.contains(name.label()))
                .filter(name -> name != Name.LIQUIBASE || (product == TestDatabase.POSTGRESQL && round == 0))
                .toList();
    }

    private static void print(TestDatabase product, int size, Name who, Row row, Row limit) {
        System.out.printf(
                "%-10s %6d %-10s %12.1f %12.1f %10d %8d %6d %8.1f %9.0f %8.1f%n",
                product,
                size,
                who.label(),
                row.first(),
                row.second(),
                row.last().statements(),
                row.last().peak(),
                row.last().found(),
                row.first() / limit.first(),
                row.whole(),
                row.whole() / limit.whole());
    }

    /**
     * Results of a contender: medians over all rounds, in milliseconds.
     *
     * @param first the first comparison
     * @param second the second comparison in the same JVM
     * @param whole from the start of the JVM to the first result
     * @param last a measurement with the values that do not change between rounds
     */
    private record Row(double first, double second, double whole, Measurement last) {

        static Row of(List<List<Measurement>> rounds) {
            return new Row(
                    median(rounds, 0, Measurement::micros) / 1000.0,
                    median(rounds, 1, Measurement::micros) / 1000.0,
                    median(rounds, 0, Measurement::whole),
                    rounds.get(rounds.size() - 1).get(0));
        }

        private static long median(List<List<Measurement>> rounds, int repetition, ToLongFunction<Measurement> figure) {
            long[] sorted = rounds.stream()
                    .mapToLong(round -> figure.applyAsLong(round.get(repetition)))
                    .sorted()
                    .toArray();
            return sorted[sorted.length / 2];
        }
    }
}
