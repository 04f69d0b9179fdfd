package io.retort.diff.model.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ColumnDefinitionTests {

    @Test
    void aPlainTypeIsAllThereIs() {
        assertThat(ColumnDefinition.parse("timestamp(6) with time zone"))
                .isEqualTo(new ColumnDefinition("timestamp(6) with time zone", null, false, null));
        assertThat(ColumnDefinition.parse("enum ('default','not null')").type())
                .isEqualTo("enum ('default','not null')");
    }

    @Test
    void whatIsSmuggledInIsTakenOut() {
        assertThat(ColumnDefinition.parse("varchar(20) DEFAULT 'a not null b'  NOT  NULL"))
                .isEqualTo(new ColumnDefinition("varchar(20)", "'a not null b'", true, null));
        assertThat(ColumnDefinition.parse("numeric(8,2) default (1 + coalesce(null, 2)) null"))
                .isEqualTo(new ColumnDefinition("numeric(8,2)", "(1 + coalesce(null, 2))", false, null));
        assertThat(ColumnDefinition.parse("text collate \"C\" not null"))
                .isEqualTo(new ColumnDefinition("text", null, true, "C"));
    }

    @Test
    void aDefaultOfNullIsADefault() {
        assertThat(ColumnDefinition.parse("integer default null"))
                .isEqualTo(new ColumnDefinition("integer", "null", false, null));
    }

    @Test
    void whatIsNotUnderstoodStaysOneText() {
        String text = "integer generated always as (a + b) stored";
        assertThat(ColumnDefinition.parse(text)).isEqualTo(new ColumnDefinition(text, null, false, null));
        assertThat(ColumnDefinition.parse("integer check (x > 0) not null").type())
                .isEqualTo("integer check (x > 0) not null");
    }
}
