package io.retort.fuzz.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.retort.operation.ColumnOperation;
import io.retort.schema.Column;
import io.retort.schema.Default;
import io.retort.schema.QualifiedName;
import io.retort.schema.SqlType;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Only a default that Hibernate's own schema does not have is excused, and only on a column that got one. */
class TemporaryDefaultsTests {

    private static final TemporaryDefaults DEFAULTS = of(true);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "column public.item 2 state integer not null identity: | column public.item 2 state integer not null default 0 identity:",
                "column public.item 2 state text not null identity: | column public.item 2 state text not null default 'a''b, c'::character varying identity:",
                "CREATE MEMORY TABLE PUBLIC.ITEM 2 STATE INTEGER NOT NULL | CREATE MEMORY TABLE PUBLIC.ITEM 2 STATE INTEGER DEFAULT 0 NOT NULL",
                "item: 2 `state` int(11) NOT NULL | item: 2 `state` int(11) NOT NULL DEFAULT 0",
                "item: 2 `state` varchar(9) NOT NULL | item: 2 `state` varchar(9) NOT NULL DEFAULT 'new'",
                "column item 1 state varchar(9) 1 - 0 0 | column item 1 state varchar(9) 1 'new' 0 0"
            })
    void aDefaultThatStaysIsExcused(String created, String database) {
        assertThat(DEFAULTS.without(List.of("- " + created, "+ " + database))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "column public.item 2 state integer not null default 1 identity: | column public.item 2 state integer not null default 0 identity:",
                "column public.item 2 state integer not null default 1 identity: | column public.item 2 state integer not null identity:",
                "column public.item 2 state integer identity: | column public.item 2 state integer not null default 0 identity:",
                "column public.item 2 state bigint not null identity: | column public.item 2 state integer not null default 0 identity:",
                "column item 1 state varchar(9) 1 'old' 0 0 | column item 1 state varchar(9) 1 'new' 0 0",
                "column public.item 2 other integer not null identity: | column public.item 2 other integer not null default 0 identity:"
            })
    void anyOtherDifferenceRemains(String created, String database) {
        List<String> differences = List.of("- " + created, "+ " + database);

        assertThat(DEFAULTS.without(differences)).isEqualTo(differences);
    }

    @Test
    void aDefaultThatTheEntitiesDeclareIsNotExcused() {
        List<String> differences = List.of(
                "- column public.item 2 state integer not null identity:",
                "+ column public.item 2 state integer not null default 0 identity:");

        assertThat(of(false).without(differences)).isEqualTo(differences);
    }

    private static TemporaryDefaults of(boolean temporary) {
        Column column = new Column("state", SqlType.of(SqlType.Kind.INTEGER))
                .notNull()
                .withDefault(new Default.Literal(0, temporary));
        return TemporaryDefaults.of(List.of(new ColumnOperation.Add(QualifiedName.parse("item"), column)));
    }
}
