package io.retort.diff.author;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SlugTests {

    @ParameterizedTest
    @CsvSource({
        "add email to user,                                     add_email_to_user",
        "'  Add: e-mail, to \"user\"!  ',                       add_e_mail_to_user",
        "Große und Café,                                        grosse_und_cafe",
        "drop user_account,                                     drop_user_account",
        "1234567890 1234567890 1234567890 1234567 x,            1234567890_1234567890_1234567890_1234567",
        "1234567890 1234567890 1234567890 12345678,             1234567890_1234567890_1234567890",
        "aaaaaaaaaabbbbbbbbbbccccccccccddddddddddeeeeeeeeee x,  aaaaaaaaaabbbbbbbbbbccccccccccdddddddddd",
        "日本語,                                                 ''",
    })
    void aSlugIsTheWordsOfAMessage(String message, String slug) {
        assertThat(Slug.of(message, 40)).isEqualTo(slug);
    }
}
