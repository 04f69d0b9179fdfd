package io.retort.badinput;

import static org.assertj.core.api.Assertions.assertThat;

import io.retort.error.RetortException;
import io.retort.internal.dialect.Dialects;
import io.retort.internal.history.History;
import io.retort.internal.history.SqlRevisions;
import io.retort.internal.prepare.StepPreparation;
import io.retort.revision.Planner;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/**
 * Truncated, shuffled and corrupted files, from seeds that a failure names: the result is a message or a plan, nothing
 * else.
 */
class GarbledRevisionTests {

    private static final int FILES = Integer.getInteger("garbled.files", 2_000);
    private static final String SIGNS = "'\"`$;-:/*\\{}@,#()\n\t\0\uFFFD \u00e9x0";
    private static final String WHOLE = """
            -- revision: 3f2a91c07b4e
            -- parent: a1b2c3d4e5f6
            -- message: it's "quoted"
            -- created: 2026-11-22T10:15:30Z
            -- depends-on: a1b2c3d4e5f6
            -- labels: billing, mail
            -- transactional: false

            -- upgrade
            create table ${schema}.t (id int, /* a comment; */ name varchar(10) default 'x;y');
            create function f() returns int as $body$ select 1; $body$ language sql;
            insert into t values (1, 'it''s'); -- done

            -- downgrade
            drop table `t`; drop function "f";
            """;

    @Test
    void aGarbledFileGivesASentenceOrAPlan() {
        int refused = 0;
        for (long seed = 0; seed < FILES; seed++) {
            refused += isRefused(garbled(new SplittableRandom(seed)), seed) ? 1 : 0;
        }
        assertThat(refused).as("files that could not be read").isBetween(FILES / 4, FILES - FILES / 20);
    }

    private static boolean isRefused(String text, long seed) {
        try {
            prepare(text);
            return false;
        } catch (RetortException answer) {
            assertThat(answer.what()).as("seed %d", seed).isNotBlank().doesNotContain("Exception");
            assertThat(answer.action()).as("seed %d", seed).isNotBlank();
            return true;
        } catch (RuntimeException | StackOverflowError e) {
            throw new AssertionError("seed " + seed + " of\n" + text, e);
        }
    }

    private static void prepare(String text) {
        String base = "-- revision: a1b2c3d4e5f6\n-- upgrade\n-- downgrade\n";
        Map<String, String> values = Map.of("schema", "shop");
        History history = History.of(List.of(() -> List.of(
                SqlRevisions.parse(base, "a1b2c3d4e5f6_base.sql", values),
                SqlRevisions.parse(text, "3f2a91c07b4e_garbled.sql", values))));
        new StepPreparation(history, Dialects.named("postgresql"))
                .prepare(new Planner(history.graph()).upgrade(Set.of(), "heads"));
    }

    private static String garbled(SplittableRandom random) {
        StringBuilder text = new StringBuilder(WHOLE);
        for (int times = random.nextInt(1, 4); times > 0; times--) {
            garble(text, random);
        }
        return text.toString();
    }

    private static void garble(StringBuilder text, SplittableRandom random) {
        int from = random.nextInt(text.length());
        int to = Math.min(text.length(), from + random.nextInt(1, 30));
        switch (random.nextInt(5)) {
            case 0 -> text.setLength(Math.max(1, from));
            case 1 -> text.delete(from, to).append(' ');
            case 2 -> text.insert(random.nextInt(text.length()), text.substring(from, to));
            case 3 -> text.setCharAt(from, SIGNS.charAt(random.nextInt(SIGNS.length())));
            default -> text.insert(from, SIGNS.charAt(random.nextInt(SIGNS.length())));
        }
    }
}
