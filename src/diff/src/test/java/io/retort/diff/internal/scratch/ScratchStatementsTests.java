package io.retort.diff.internal.scratch;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScratchStatementsTests {

    private static final List<String> PIECES = List.of(
            "[*]", "[*", "create table t", " (id bigint, ", "\"", "`order`", ")", "\n", "; SQL statement:\n", " ", "a");

    @ParameterizedTest
    @CsvSource(textBlock = """
            Syntax error in "alter table t[*]; expected x" in alter table t,  alter table t, 'Syntax error in "... ; expected x" in alter table t'
            Syntax error at [*] in alter table t,                             alter table t, 'Syntax error at [*] in'
            No mark in alter table t,                                         alter table t, No mark in
            No statement,                                                     alter table t, No statement
            """)
    void theErrorIsShownWithoutTheStatement(String message, String sql, String words) {
        assertThat(ScratchStatements.words(new SQLException(message), sql)).isEqualTo(words);
    }

    /** H2 also puts its marker in front of or behind the statement, and quotes parts of it. */
    @Test
    void anyMessageHasWords() {
        Random random = new Random(7);
        for (int i = 0; i < 20_000; i++) {
            String sql = text(random);
            String message = random.nextBoolean() ? text(random) + sql + text(random) : marked(random, sql);
            assertThat(ScratchStatements.words(new SQLException(message), sql)).isNotNull();
        }
        assertThat(ScratchStatements.words(new SQLException((String) null), "")).isEqualTo("null");
    }

    private static String marked(Random random, String sql) {
        String whole = text(random) + sql + text(random);
        int at = random.nextInt(whole.length() + 1);
        return whole.substring(0, at) + "[*]" + whole.substring(at);
    }

    private static String text(Random random) {
        return Stream.generate(() -> PIECES.get(random.nextInt(PIECES.size())))
                .limit(random.nextInt(5))
                .collect(Collectors.joining());
    }
}
