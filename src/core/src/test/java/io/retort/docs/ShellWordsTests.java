package io.retort.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.retort.internal.text.ShellWord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * A reader copies options from the pages into a shell. A value in which a shell would expand or split something is in quotes,
 * by the rule of the commands that Retort prints.
 */
class ShellWordsTests {

    private static final Path COMMANDS = Path.of("../../docs/commands.md");
    private static final Pattern OPTION = Pattern.compile("(?m)^\\| `-D([\\w.]+)` \\|");
    private static final Pattern TYPED =
            Pattern.compile("-D([\\w.]+)=(\"[^\"`\\n]+\"|'[^'`\\n]+'|[^\\s`\"'\\\\][^\\s`]*)");

    /** What the reader replaces: {@code <id>} and the sign of an ellipsis. */
    private static final Pattern PLACE = Pattern.compile("<[^>`\\n]+>|\u2026");

    @Test
    void valuesAreQuotedWhereAShellNeedsIt() throws IOException {
        Set<String> options = options();
        List<String> wrong = new ArrayList<>();
        int quoted = 0;
        int plain = 0;
        for (Path page : Pages.all()) {
            String text = PLACE.matcher(Files.readString(page)).replaceAll("x");
            Matcher typed = TYPED.matcher(text);
            while (typed.find()) {
                String word = typed.group(2);
                if (!options.contains(typed.group(1))) {
                    continue;
                }
                boolean quotes = word.startsWith("\"") || word.startsWith("'");
                quoted += quotes ? 1 : 0;
                plain += quotes ? 0 : 1;
                if (quotes ? !isQuoted(word) : !ShellWord.of(word).equals(word)) {
                    wrong.add(page + ": " + typed.group());
                }
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(quoted).isGreaterThan(20);
        assertThat(plain).isGreaterThan(100);
    }

    private static boolean isQuoted(String word) {
        return ShellWord.quoted(word.substring(1, word.length() - 1)).equals(word);
    }

    private static Set<String> options() throws IOException {
        return OPTION.matcher(Files.readString(COMMANDS))
                .results()
                .map(option -> option.group(1))
                .collect(Collectors.toSet());
    }
}
