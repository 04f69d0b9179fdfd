package io.retort.internal.journal;

import static org.assertj.core.api.Assertions.assertThat;

import io.retort.internal.prepare.StatementDiff;
import io.retort.internal.prepare.StatementLog;
import io.retort.internal.sql.SqlNormalizer;
import io.retort.operation.Statement;
import io.retort.sql.SqlSyntax;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RecordingTests {

    private static final List<String> TOKENS = List.of(
            "select",
            "a",
            ",",
            "'it''s  --  no comment'",
            "\"A  b\"",
            "`x`",
            "(",
            ")",
            "=",
            "1.5",
            "$$ a  ; b $$",
            "ä_1",
            "*");

    private static final List<String> BLANKS =
            List.of(" ", "\n", "\r\n\t", "  ", "/* why\n */", "-- because\n", " /**/ ");

    @Test
    void blanksCommentsAndLineEndsNeverCount() {
        SplittableRandom random = new SplittableRandom(5);
        for (int run = 0; run < 2000; run++) {
            List<String> tokens = random.ints(random.nextInt(1, 12), 0, TOKENS.size())
                    .mapToObj(TOKENS::get)
                    .toList();
            assertThat(SqlNormalizer.canonical(spaced(tokens, random), SqlSyntax.STANDARD))
                    .as(tokens.toString())
                    .isEqualTo(SqlNormalizer.canonical(spaced(tokens, random), SqlSyntax.STANDARD));
        }
    }

    @Test
    void anyOtherWordCounts() {
        SplittableRandom random = new SplittableRandom(7);
        for (int run = 0; run < 2000; run++) {
            List<String> tokens = random.ints(random.nextInt(1, 12), 0, TOKENS.size())
                    .mapToObj(TOKENS::get)
                    .toList();
            int place = random.nextInt(tokens.size());
            List<String> other = IntStream.range(0, tokens.size())
                    .mapToObj(i -> i == place ? "changed" : tokens.get(i))
                    .toList();
            assertThat(SqlNormalizer.canonical(spaced(tokens, random), SqlSyntax.STANDARD))
                    .isNotEqualTo(SqlNormalizer.canonical(spaced(other, random), SqlSyntax.STANDARD));
        }
    }

    private static String spaced(List<String> tokens, SplittableRandom random) {
        StringBuilder text = new StringBuilder();
        tokens.forEach(token -> text.append(token).append(BLANKS.get(random.nextInt(BLANKS.size()))));
        return text.toString();
    }

    /** A trailing blank must be removed, so such a text is never returned unchanged. */
    @Test
    void whatIsPlainAlreadyIsPlainAsItIs() {
        SplittableRandom random = new SplittableRandom(11);
        List<String> pieces = new ArrayList<>(TOKENS);
        pieces.removeIf(piece -> piece.startsWith("$")); // after a word it opens a quote that nothing closes
        pieces.addAll(BLANKS);
        pieces.addAll(List.of(" ", " ", "/", "-", "*", "/*+ hint */"));
        for (int run = 0; run < 5000; run++) {
            String text = random.ints(random.nextInt(1, 8), 0, pieces.size())
                    .mapToObj(pieces::get)
                    .collect(Collectors.joining());
            assertThat(SqlNormalizer.plain(text, SqlSyntax.STANDARD))
                    .as(text)
                    .isEqualTo(SqlNormalizer.plain(text + " ", SqlSyntax.STANDARD));
        }
    }

    @Test
    void blanksInsideQuotesCount() {
        assertThat(SqlNormalizer.canonical("select 'a  b'", SqlSyntax.STANDARD))
                .isNotEqualTo(SqlNormalizer.canonical("select 'a b'", SqlSyntax.STANDARD));
    }

    @Test
    void whatIsRecordedIsReadBack() {
        StatementLog recording = new StatementLog(
                List.of("create table a (b int)", "insert into a values ('x\\ny ü')"), List.of("drop table a"), 2);

        assertThat(StatementLog.read(recording.text())).isEqualTo(recording);
        assertThat(StatementLog.read(recording.withoutDown().text())).isEqualTo(recording.withoutDown());
        assertThat(StatementLog.read(null)).isEqualTo(StatementLog.NONE);
    }

    @Test
    void aLongStatementIsRecordedByItsBeginningAndAHash() {
        String one = StatementLog.line(
                new Statement.Sql("insert into a values ('" + "x".repeat(5000) + "')"), SqlSyntax.STANDARD);
        String other = StatementLog.line(
                new Statement.Sql("insert into a values ('" + "x".repeat(5001) + "')"), SqlSyntax.STANDARD);

        assertThat(one).hasSizeLessThan(2100).isNotEqualTo(other);
    }

    @Test
    void passwordsAreNotRecorded() {
        assertThat(StatementLog.line(new Statement.Sql("create user bob identified by 's3cret'"), SqlSyntax.STANDARD))
                .isEqualTo("create user bob identified by '***'");
        assertThat(StatementLog.line(new Statement.Sql("create role bob login password 's3cret'"), SqlSyntax.STANDARD))
                .isEqualTo("create role bob login password '***'");
    }

    @Test
    void aDifferenceNamesWhatWentAndWhatCame() {
        assertThat(new StatementDiff(List.of("a", "b", "c", "d"), List.of("a", "c", "x", "d"), SqlSyntax.STANDARD)
                        .lines())
                .containsExactly("- b", "+ x");
        assertThat(new StatementDiff(List.of("a"), List.of("a  "), SqlSyntax.STANDARD).lines())
                .isEmpty();
    }
}
