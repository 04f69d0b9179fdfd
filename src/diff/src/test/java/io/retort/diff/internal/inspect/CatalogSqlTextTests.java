package io.retort.diff.internal.inspect;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CatalogSqlTextTests {

    @Test
    void aSchemaIsTakenFromNamesAndNotFromStrings() {
        assertThat(CatalogSqlText.without("public", "public.f(a) || 'public.x' || \"public\".g || republic.h"))
                .isEqualTo("f(a) || 'public.x' || \"public\".g || republic.h");
        assertThat(CatalogSqlText.without("\"PUBLIC\"", "NEXT VALUE FOR \"PUBLIC\".\"S\""))
                .isEqualTo("NEXT VALUE FOR \"S\"");
        assertThat(CatalogSqlText.without("`db`", "nextval(`db`.`s`)")).isEqualTo("nextval(`s`)");
        assertThat(CatalogSqlText.without("a", "'it''s a.b' || x.a.b || a.c")).isEqualTo("'it''s a.b' || x.a.b || c");
    }

    @Test
    void linesBecomeOneOutsideStrings() {
        assertThat(CatalogSqlText.without("s", "(a)\n    AND b = 'x\n y'")).isEqualTo("(a) AND b = 'x\n y'");
    }

    @Test
    void parenthesesAroundTheWholeAreTakenAway() {
        assertThat(CatalogSqlText.bare("((a > 0))")).isEqualTo("a > 0");
        assertThat(CatalogSqlText.bare("(a) or (b)")).isEqualTo("(a) or (b)");
        assertThat(CatalogSqlText.bare("(a = ')' or b = '(')")).isEqualTo("a = ')' or b = '('");
        assertThat(CatalogSqlText.bare("f(a)")).isEqualTo("f(a)");
        assertThat(CatalogSqlText.bare("a")).isEqualTo("a");
    }

    @Test
    void onlyExactlyPlainTextsAreValues() {
        assertThat(CatalogSqlText.literal("'it''s'")).isEqualTo("it's");
        assertThat(CatalogSqlText.literal("''")).isEqualTo("");
        assertThat(CatalogSqlText.literal("-12")).isEqualTo(-12);
        assertThat(CatalogSqlText.literal("3000000000")).isEqualTo(3_000_000_000L);
        assertThat(CatalogSqlText.literal("007")).isNull();
        assertThat(CatalogSqlText.literal("1.50")).isNull();
        assertThat(CatalogSqlText.literal("'a' || 'b'")).isNull();
        assertThat(CatalogSqlText.literal("'a\\'b'")).isNull();
    }

    @Test
    void aListOfStringsIsReadWholeOrNotAtAll() {
        assertThat(CatalogSqlText.strings("'A', 'it''s','C, D'")).containsExactly("A", "it's", "C, D");
        assertThat(CatalogSqlText.strings("'A', b")).isNull();
    }
}
