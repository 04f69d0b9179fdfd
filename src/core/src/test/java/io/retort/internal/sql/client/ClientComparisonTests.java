package io.retort.internal.sql.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.retort.internal.sql.client.ClientComparison.Outcome;
import io.retort.internal.sql.client.ClientComparison.Result;
import io.retort.internal.sql.client.GeneratedScript.Piece;
import io.retort.testkit.TestDatabase;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Generated scripts have the same effect in a product's own client and in Retort, or Retort refuses them before
 * anything runs. {@code -Dfuzz.minutes=10} tests each product for ten minutes.
 */
class ClientComparisonTests {

    private static final int SAMPLE = 60;
    private static final int REFUSED_PERCENT = 2;
    private static final long FULL_MINUTES = 5;

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({
        "postgresql, on",
        "postgresql, off",
        "mariadb, ''",
        "mariadb, NO_BACKSLASH_ESCAPES",
        "mariadb, 'ANSI_QUOTES'",
        "mysql, ''",
        "mysql, 'NO_BACKSLASH_ESCAPES,ANSI_QUOTES'",
        "h2, ''",
        "hsqldb, ''",
        "sqlite, ''"
    })
    void aScriptDoesWhatItDoesInTheProductsOwnClient(String product, String mode) throws Exception {
        assumeTrue(product.matches(System.getProperty("fuzz.only", ".*")));
        TestDatabase database = TestDatabase.valueOf(product.toUpperCase(java.util.Locale.ROOT));
        ClientComparison comparison = new ClientComparison(database, mode);
        Tally tally = new Tally();
        long seed = Long.getLong("fuzz.seed", 1);
        long end = System.nanoTime()
                + Long.getLong("fuzz.minutes", Boolean.getBoolean("retort.full") ? FULL_MINUTES : 0) * 60_000_000_000L;
        do {
            List<GeneratedScript> scripts = scripts(seed++, database, mode, SAMPLE);
            Map<String, Result> results = comparison.compare(scripts);
            tally.add(scripts, results, comparison);
        } while (System.nanoTime() < end);
        System.out.println("scripts on " + product + (mode.isEmpty() ? "" : " " + mode) + ": " + tally);
        assertThat(tally.differing).isEmpty();
        assertThat(tally.refusedLegal * 100).isLessThanOrEqualTo(REFUSED_PERCENT * tally.legal);
    }

    /** Most scripts are valid; the others are valid ones with a change. */
    private static List<GeneratedScript> scripts(long seed, TestDatabase database, String mode, int count) {
        SplittableRandom random = new SplittableRandom(seed);
        List<GeneratedScript> scripts = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            ScriptDraw draw = new ScriptDraw(random.split());
            GeneratedScript script = within(
                    database, generator(draw, "s" + (1000 + i), database, mode).script());
            scripts.add(i % 5 == 4 ? mutated(draw, script) : script);
        }
        return scripts;
    }

    /**
     * The sessions of the embedded MySQL use up to three bytes per character. So a client cannot send longer characters
     * in the text of a routine.
     */
    private static GeneratedScript within(TestDatabase database, GeneratedScript script) {
        return database != TestDatabase.MYSQL
                ? script
                : script.with(script.pieces().stream()
                        .map(piece ->
                                new Piece(withoutSupplementary(piece.client()), withoutSupplementary(piece.file())))
                        .toList());
    }

    private static String withoutSupplementary(String text) {
        return text.replaceAll("[\\x{10000}-\\x{10FFFF}]", "é");
    }

    private static boolean isLegal(String name) {
        return Integer.parseInt(name.substring(1)) % 5 != 4;
    }

    private static ScriptGenerator generator(ScriptDraw draw, String name, TestDatabase database, String mode) {
        return switch (database) {
            case POSTGRESQL, POSTGRESQL_15 -> new PostgresScripts(draw, name, mode.equals("on"));
            case MARIADB -> new MySqlScripts(draw, name, true, mode);
            case MYSQL -> new MySqlScripts(draw, name, false, mode);
            case SQLITE -> new SqliteScripts(draw, name);
            case H2 -> new H2Scripts(draw, name, true);
            default -> new H2Scripts(draw, name, false);
        };
    }

    private static GeneratedScript mutated(ScriptDraw draw, GeneratedScript script) {
        List<Piece> pieces = new ArrayList<>(script.pieces());
        int changes = 1 + draw.below(2);
        for (int i = 0; i < changes; i++) {
            int place = draw.below(pieces.size());
            String text = pieces.get(place).client();
            int at = draw.below(text.length() + 1);
            int to = Math.min(text.length(), at + draw.below(3));
            String put = draw.of(
                    "", "'", "\"", "`", ";", "/*", "*/", "--", "-- ", "$$", "\\", "(", ")", " begin ", " end ", "#",
                    "[", "x", "E", "\n");
            pieces.set(place, new Piece(whole(text.substring(0, at) + put + text.substring(to))));
        }
        return script.with(pieces);
    }

    /** A change can split a surrogate pair, which a file cannot contain. */
    private static String whole(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    }

    /** Counts outcomes, and keeps the shortest form of each difference. */
    private static final class Tally {

        private static final int SHOWN = 5;
        private static final long SHRINKING = Long.getLong("fuzz.shrink", 20) * 1_000_000_000L;

        private final Map<Outcome, Integer> counts = new EnumMap<>(Outcome.class);
        private final List<String> differing = new ArrayList<>();
        private final Map<String, Integer> refusals = new LinkedHashMap<>();
        private int legal;
        private int refusedLegal;
        private int brokenLegal;

        void add(List<GeneratedScript> scripts, Map<String, Result> results, ClientComparison comparison)
                throws Exception {
            for (GeneratedScript script : scripts) {
                Result result = alone(script, results.get(script.name()), comparison);
                counts.merge(result.outcome(), 1, Integer::sum);
                if (isLegal(script.name())) {
                    legal++;
                    refusedLegal += result.outcome() == Outcome.REFUSED ? 1 : 0;
                    if (result.outcome() == Outcome.BOTH_FAILED) {
                        brokenLegal++;
                        refusals.merge(
                                "LEGAL? " + result.remark().lines().findFirst().orElse(""), 1, Integer::sum);
                    }
                }
                if (result.outcome() == Outcome.REFUSED) {
                    refusals.merge(result.remark().replaceAll("\\d+", "N"), 1, Integer::sum);
                }
                if (result.outcome() == Outcome.DIFFERING && differing.size() < SHOWN) {
                    GeneratedScript shrunk = new Shrinking(comparison, System.nanoTime() + SHRINKING).shrink(script);
                    Result again = comparison.compare(List.of(shrunk)).get(shrunk.name());
                    differing.add(script.name() + " " + again + "\n--- client\n" + shrunk.forClient() + "\n--- file\n"
                            + shrunk.forFile() + "\n===\n");
                }
            }
        }

        /**
         * In a batch, an invalid script may consume the next one, so a difference counts only if the script alone
         * causes it.
         */
        private static Result alone(GeneratedScript script, Result inBatch, ClientComparison comparison)
                throws Exception {
            return inBatch.outcome() == Outcome.DIFFERING
                    ? comparison.compare(List.of(script)).get(script.name())
                    : inBatch;
        }

        @Override
        public String toString() {
            return counts + ", of " + legal + " legal " + refusedLegal + " refused and " + brokenLegal
                    + " refused by both" + (Boolean.getBoolean("fuzz.verbose") ? " " + refusals : "");
        }
    }
}
