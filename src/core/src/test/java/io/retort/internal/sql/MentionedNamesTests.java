package io.retort.internal.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;

import io.retort.sql.SqlSyntax;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MentionedNamesTests {

    @Test
    void aNameIsFoundInAStringAndInsideQuotes() {
        assertThat(in("nextval('\"Shop\".item_seq'::regclass)")).contains(List.of("shop", "item_seq"));
        assertThat(in("do $x$ begin execute 'drop table other.item'; end $x$"))
                .contains(List.of("other", "item"))
                .doesNotContain(List.of("item"));
        assertThat(in("alter table `my shop`.item add note int")).contains(List.of("my shop", "item"));
    }

    @Test
    void aPartOfANameIsNotAName() {
        assertThat(in("update workshop.item set price = 1.5 -- shop.item"))
                .contains(List.of("workshop", "item"), List.of("price"))
                .doesNotContain(List.of("shop", "item"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "'",
                "$",
                "$a",
                "$a$",
                "$a$ b",
                "''''",
                "E'\\''",
                "select 'a",
                "\"a",
                "\"",
                "`",
                "U&\"",
                "'a \"'",
                "'`'"
            })
    void aBrokenTextHasAnEnd(String text) {
        assertThat(in(text)).hasSizeLessThan(3);
    }

    /** A string can contain anything, and each beginning of a statement is a text that nothing closes. */
    @Test
    void everyTextIsRead() {
        String signs = "ab.$'\"`[]U&-/*;\\1 \n";
        SplittableRandom random = new SplittableRandom(7);
        for (int i = 0; i < 20_000; i++) {
            String text = random.ints(random.nextInt(14), 0, signs.length())
                    .mapToObj(at -> signs.substring(at, at + 1))
                    .collect(Collectors.joining());
            assertThatNoException().as(text).isThrownBy(() -> in(text));
        }
    }

    private static List<List<String>> in(String sql) {
        return MentionedNames.in(sql, SqlSyntax.STANDARD).toList();
    }
}
