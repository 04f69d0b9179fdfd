package io.retort.diff.inspect.product;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SqlTextTests {

    @Test
    void aSchemaIsTakenFromNamesAndNotFromStrings() {
        assertThat(SqlText.without("public", "public.f(a) || 'public.x' || \"public\".g || republic.h"))
                .isEqualTo("f(a) || 'public.x' || \"public\".g || republic.h");
        assertThat(SqlText.without("\"PUBLIC\"", "NEXT VALUE FOR \"PUBLIC\".\"S\""))
                .isEqualTo("NEXT VALUE FOR \"S\"");
        assertThat(SqlText.without("`db`", "nextval(`db`.`s`)")).isEqualTo("nextval(`s`)");
        assertThat(SqlText.without("a", "'it''s a.b' || x.a.b || a.c")).isEqualTo("'it''s a.b' || x.a.b || c");
    }

    @Test
    void linesBecomeOneOutsideStrings() {
        assertThat(SqlText.without("s", "(a)\n    AND b = 'x\n y'")).isEqualTo("(a) AND b = 'x\n y'");
    }

    @Test
    void parenthesesAroundTheWholeAreTakenAway() {
        assertThat(SqlText.bare("((a > 0))")).isEqualTo("a > 0");
        assertThat(SqlText.bare("(a) or (b)")).isEqualTo("(a) or (b)");
        assertThat(SqlText.bare("(a = ')' or b = '(')")).isEqualTo("a = ')' or b = '('");
        assertThat(SqlText.bare("f(a)")).isEqualTo("f(a)");
        assertThat(SqlText.bare("a")).isEqualTo("a");
    }

    @Test
    void onlyExactlyPlainTextsAreValues() {
        assertThat(SqlText.literal("'it''s'")).isEqualTo("it's");
        assertThat(SqlText.literal("''")).isEqualTo("");
        assertThat(SqlText.literal("-12")).isEqualTo(-12);
        assertThat(SqlText.literal("3000000000")).isEqualTo(3_000_000_000L);
        assertThat(SqlText.literal("007")).isNull();
        assertThat(SqlText.literal("1.50")).isNull();
        assertThat(SqlText.literal("'a' || 'b'")).isNull();
        assertThat(SqlText.literal("'a\\'b'")).isNull();
    }

    @Test
    void aListOfStringsIsReadWholeOrNotAtAll() {
        assertThat(SqlText.strings("'A', 'it''s','C, D'")).containsExactly("A", "it's", "C, D");
        assertThat(SqlText.strings("'A', b")).isNull();
    }
}
