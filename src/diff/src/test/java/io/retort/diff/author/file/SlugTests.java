package io.retort.diff.author.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
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
        assertThat(Slug.of(message)).isEqualTo(slug);
    }

    @Test
    void idsAreTwelveHexadecimalDigitsAndNew() {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < 100; i++) {
            String id = RevisionId.random(seen::contains);
            assertThat(id).matches("[0-9a-f]{12}");
            assertThat(seen.add(id)).isTrue();
        }
    }

    @Test
    void anIdThatIsTakenIsNotMadeAgain() {
        Set<String> offered = new HashSet<>();

        String id = RevisionId.random(candidate -> offered.add(candidate) && offered.size() < 3);

        assertThat(offered).hasSize(3).contains(id);
    }
}
