package io.retort.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The output that a page shows uses the words of the program: each line shares several words in a row with a text of the
 * program, of a golden file or of a test. So a page fails that shows a message which was reworded or removed.
 */
class OutputBlocksTests {

    private static final Path ROOT = Path.of("../..");

    /** Its diagram is no output. */
    private static final String DIAGRAM = "architecture.md";

    private static final Pattern BLOCK = Pattern.compile("(?ms)^ *```([^\n]*)\n(.*?)^ *```");

    /** What people type, names of files, operations, revisions in a list, and SQL. */
    private static final Pattern NO_SENTENCE = Pattern.compile(
            "(?:mvn|git|java|\\./gradlew|RETORT_COMMAND|keep=|#|\\.ci/|-D|src/|[-+~=] |kept: |dropped: |create |alter |drop ).*");

    private static final Pattern LITERAL = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*+)\"");
    private static final Pattern WORD = Pattern.compile("[a-z]+");
    private static final Set<String> OUTPUT = Set.of("", "text");
    private static final int IN_A_ROW = 3;

    @Test
    void eachLineIsAMessage() throws IOException {
        String known = known();
        List<String> lines = lines();

        assertThat(lines).hasSizeGreaterThan(30);
        assertThat(lines.stream().filter(line -> !isIn(known, line))).isEmpty();
    }

    @Test
    void aLineThatNobodyPrintsIsFound() throws IOException {
        String known = known();

        assertThat(isIn(known, "Adopt: the H2 database was taken over completely, 2 tables"))
                .isFalse();
        assertThat(isIn(known, "Entities and database differ in 7 places:")).isTrue();
    }

    private static List<String> lines() throws IOException {
        List<String> lines = new ArrayList<>();
        for (Path page : Pages.all()) {
            if (!page.endsWith(DIAGRAM)) {
                for (MatchResult block :
                        BLOCK.matcher(Files.readString(page)).results().toList()) {
                    Stream.of(block)
                            .filter(one -> OUTPUT.contains(one.group(1).strip()))
                            .flatMap(one -> one.group(2).lines())
                            .map(String::strip)
                            .filter(line -> words(line).size() >= IN_A_ROW)
                            .filter(line -> !NO_SENTENCE.matcher(line).matches())
                            .forEach(lines::add);
                }
            }
        }
        return lines;
    }

    private static boolean isIn(String known, String line) {
        List<String> words = words(line);
        for (int start = 0; start + IN_A_ROW <= words.size(); start++) {
            if (known.contains(" " + String.join(" ", words.subList(start, start + IN_A_ROW)) + " ")) {
                return true;
            }
        }
        return false;
    }

    /** Texts of the program, and what tests expect of it. */
    private static String known() throws IOException {
        StringBuilder known = new StringBuilder(" ");
        for (String folder : List.of("src", "autoconfigure", "sample-app")) {
            try (Stream<Path> files = Files.walk(ROOT.resolve(folder))) {
                for (Path file : files.filter(OutputBlocksTests::isText).toList()) {
                    add(known, file);
                }
            }
        }
        return known.toString();
    }

    private static boolean isText(Path file) {
        String path = file.toString().replace('\\', '/');
        return path.contains("/src/")
                && !path.contains("/target/")
                && !file.endsWith(OutputBlocksTests.class.getSimpleName() + ".java")
                && Set.of("java", "txt").contains(path.substring(path.lastIndexOf('.') + 1));
    }

    private static void add(StringBuilder known, Path file) throws IOException {
        String text = Files.readString(file);
        if (file.toString().endsWith(".java")) {
            LITERAL.matcher(text).results().forEach(literal -> append(known, literal.group(1)));
        } else {
            text.lines().forEach(line -> append(known, line));
        }
    }

    private static void append(StringBuilder known, String text) {
        known.append(String.join(" ", words(text))).append(" ");
    }

    private static List<String> words(String text) {
        return WORD.matcher(text.toLowerCase(Locale.ROOT))
                .results()
                .map(MatchResult::group)
                .toList();
    }
}
