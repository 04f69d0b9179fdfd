package io.retort.diff.internal.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ColumnDefinitionTests {

    @Test
    void aPlainTypeIsAllThereIs() {
        assertThat(ColumnDefinition.parse("timestamp(6) with time zone"))
                .isEqualTo(plain("timestamp(6) with time zone", null, false, null));
        assertThat(ColumnDefinition.parse("enum ('default','not null')").type())
                .isEqualTo("enum ('default','not null')");
    }

    @Test
    void whatIsSmuggledInIsTakenOut() {
        assertThat(ColumnDefinition.parse("varchar(20) DEFAULT 'a not null b'  NOT  NULL"))
                .isEqualTo(plain("varchar(20)", "'a not null b'", true, null));
        assertThat(ColumnDefinition.parse("numeric(8,2) default (1 + coalesce(null, 2)) null"))
                .isEqualTo(plain("numeric(8,2)", "(1 + coalesce(null, 2))", false, null));
        assertThat(ColumnDefinition.parse("text collate \"C\" not null")).isEqualTo(plain("text", null, true, "C"));
    }

    @Test
    void aDefaultOfNullIsADefault() {
        assertThat(ColumnDefinition.parse("integer default null")).isEqualTo(plain("integer", "null", false, null));
    }

    @Test
    void whatIsNotUnderstoodStaysOneText() {
        String text = "integer generated always as (a + b) stored";
        assertThat(ColumnDefinition.parse(text)).isEqualTo(plain(text, null, false, null));
        assertThat(ColumnDefinition.parse("integer check (x > 0) enforced").type())
                .isEqualTo("integer check (x > 0) enforced");
        assertThat(ColumnDefinition.parse("integer references t (id) unique").type())
                .isEqualTo("integer references t (id) unique");
    }

    @Test
    void constraintsAreTakenOutWithTheirNames() {
        ColumnDefinition definition = ColumnDefinition.parse(
                "varchar(9) unique constraint ck_a check (a <> ')') not null check (length(a) > 2)");

        assertThat(definition.type()).isEqualTo("varchar(9)");
        assertThat(definition.unique()).isTrue();
        assertThat(definition.notNull()).isTrue();
        assertThat(definition.checks()).containsExactly(Map.entry("ck_a", "a <> ')'"), Map.entry("", "length(a) > 2"));
    }

    @Test
    void wordsInQuotesCommentsAndParenthesesAreNoClauses() {
        assertThat(ColumnDefinition.parse("\"unique\" default 'it''s (' not null"))
                .isEqualTo(plain("\"unique\"", "'it''s ('", true, null));
        assertThat(ColumnDefinition.parse("text /* not null */ collate `a``b`"))
                .isEqualTo(plain("text /* not null */", null, false, "a`b"));
        assertThat(ColumnDefinition.parse("enum (')', 'null') not /* never */ null")
                        .notNull())
                .isTrue();
    }

    private static ColumnDefinition plain(
            String type, @Nullable String defaultValue, boolean notNull, @Nullable String collation) {
        return new ColumnDefinition(type, defaultValue, notNull, collation, false, List.of());
    }
}
