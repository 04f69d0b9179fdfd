package io.retort.internal.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MarkupTextTests {

    @Test
    void hasNoMarkup() {
        assertThat(MarkupText.escaped("<a href=\"x\" b='y'> & </script>"))
                .isEqualTo("&lt;a href=&quot;x&quot; b=&#39;y&#39;&gt; &amp; &lt;/script&gt;");
    }

    @Test
    void showsWhatIsInvisible() {
        assertThat(MarkupText.escaped("a\u001b[31m\u202eb\uffffc\ud800d\ne\u200bf"))
                .isEqualTo("a\\u001b[31m\\u202eb\ufffdc\\ud800d e\\u200bf");
    }

    @Test
    void keepsOtherText() {
        assertThat(MarkupText.escaped("Größe 寸法 \ud83d\ude00")).isEqualTo("Größe 寸法 \ud83d\ude00");
    }
}
