package io.retort.diff.internal.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.retort.schema.Default;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class DefaultTextTests {

    @Test
    void plainValuesAreLiterals() {
        assertThat(DefaultText.parse("'it''s'")).isEqualTo(new Default.Literal("it's"));
        assertThat(DefaultText.parse(" -7 ")).isEqualTo(new Default.Literal(-7));
        assertThat(DefaultText.parse("7")).isEqualTo(new Default.Literal(7)).isEqualTo(new Default.Literal(7L));
        assertThat(DefaultText.parse("5000000000")).isEqualTo(new Default.Literal(5_000_000_000L));
        assertThat(DefaultText.parse("1.50")).isEqualTo(new Default.Literal(new BigDecimal("1.50")));
        assertThat(DefaultText.parse("TRUE")).isEqualTo(new Default.Literal(true));
    }

    @Test
    void everythingElseIsAnExpression() {
        for (String sql : new String[] {"'a' || 'b'", "'C:\\temp'", "now()", "1.0E-5", "(1)", "current_date"}) {
            assertThat(DefaultText.parse(sql)).isEqualTo(new Default.Expression(sql));
        }
    }

    @Test
    void aTextCanBeLong() {
        String text = "it's ".repeat(20_000);

        assertThat(DefaultText.parse("'" + text.replace("'", "''") + "'")).isEqualTo(new Default.Literal(text));
    }

    @Test
    void aTextEndsWhereTheLexerSays() {
        assertThat(DefaultText.parse("''''''")).isEqualTo(new Default.Literal("''"));
        for (String sql : new String[] {"'a''", "'a' 'b'", "'a'/**/"}) {
            assertThat(DefaultText.parse(sql)).isEqualTo(new Default.Expression(sql));
        }
    }

    @Test
    void nullIsNoDefault() {
        assertThat(DefaultText.parse("NULL")).isNull();
    }
}
