package io.retort.internal.database;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SecretsTests {

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', textBlock = """
            create user a identified by 'geheim' account lock | create user a identified by '***' account lock
            alter role a password 'it''s geheim', b            | alter role a password '***', b
            identified by '' x 'y'                             | identified by '***' x 'y'
            identified by '''' x 'y'                           | identified by '***' x 'y'
            cut off: identified by 'geheim                     | cut off: identified by '***'
            cut off: identified by 'geheim''                   | cut off: identified by '***'
            """, delimiter = '|')
    void aPasswordInSqlIsMasked(String text, String masked) {
        assertThat(Secrets.mask(text)).isEqualTo(masked);
    }

    /** A pattern with a choice in a loop overflows the stack at some thousand characters. */
    @ParameterizedTest
    @ValueSource(strings = {"x", "''", "\n", "identified by ", "pass=", "jdbc:x:", "@", "//a:b"})
    void aLongTextIsMasked(String part) {
        String text = "create user a identified by '" + part.repeat(50_000) + "'; -- end";

        assertThat(Secrets.mask(text)).startsWith("create user a identified by '***'");
        assertThat(Secrets.maskMessage(text)).startsWith("create user a identified by '***'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"jdbc:postgresql://%s/shop", "jdbc:%s", "jdbc:mysql:%s//h/shop"})
    void aLongUrlIsMasked(String url) {
        for (String part : new String[] {"host,", "[::1]:1,", "x:"}) {
            String text = url.formatted(part.repeat(50_000)) + "?password=geheim";

            assertThat(Secrets.mask(text)).startsWith("jdbc:").doesNotContain("geheim");
        }
    }
}
