package io.retort.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** No page, message or Javadoc comment contains a turn of {@code words.txt}. */
class WordingTests {

    private static final Path ROOT = Path.of("../..");
    private static final Map<Pattern, String> WORDS = words();
    private static final Pattern CODE = Pattern.compile("(?ms)^```.*?^```|`[^`\n]*`|<!--.*?-->");
    private static final Pattern PROSE =
            Pattern.compile("/\\*\\*.*?\\*/|\"\"\".*?\"\"\"|\"(?:[^\"\\\\\n]|\\\\.)*\"", Pattern.DOTALL);

    /** Output of tests, which is replaced as a whole. */
    private static final Path OUTPUT = ROOT.resolve("docs/development").normalize();

    @Test
    void pagesContainNoneOfTheWords() throws IOException {
        List<String> found = new ArrayList<>();
        for (Path page :
                Pages.all().stream().filter(page -> !page.startsWith(OUTPUT)).toList()) {
            search(page, blanked(CODE, Files.readString(page)), found);
        }
        assertThat(found).as("see src/core/src/test/resources/words.txt").isEmpty();
    }

    @Test
    void messagesAndJavadocContainNoneOfTheWords() throws IOException {
        List<String> found = new ArrayList<>();
        for (String module :
                List.of("src/core", "src/diff", "autoconfigure", "src/commands", "src/test", "src/maven-plugin")) {
            try (Stream<Path> files = Files.walk(ROOT.resolve(module).resolve("src/main/java"))) {
                for (Path file : files.filter(name -> name.toString().endsWith(".java"))
                        .sorted()
                        .toList()) {
                    search(file, prose(Files.readString(file)), found);
                }
            }
        }
        assertThat(found).as("see src/core/src/test/resources/words.txt").isEmpty();
    }

    private static void search(Path file, String text, List<String> found) {
        for (Map.Entry<Pattern, String> word : WORDS.entrySet()) {
            Matcher matcher = word.getKey().matcher(text);
            while (matcher.find()) {
                String place = file.normalize() + ":" + (1 + count(text.substring(0, matcher.start())));
                found.add(place + ": \"" + matcher.group() + "\"; write " + word.getValue());
            }
        }
    }

    private static Map<Pattern, String> words() {
        Map<Pattern, String> words = new LinkedHashMap<>();
        try {
            for (String line : Files.readAllLines(Path.of("src/test/resources/words.txt"))) {
                if (!line.startsWith("#") && !line.isBlank()) {
                    String[] both = line.split(" = ", 2);
                    words.put(Pattern.compile("(?i)\\b" + both[0].replace(" ", "[ \\n]") + "\\b"), both[1]);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return words;
    }

    /** Returns string literals and Javadoc comments, with everything else as blanks. */
    private static String prose(String source) {
        Matcher matcher = PROSE.matcher(source);
        StringBuilder prose = new StringBuilder();
        int from = 0;
        while (matcher.find()) {
            prose.append(source.substring(from, matcher.start()).replaceAll("[^\n]", " "));
            prose.append(matcher.group());
            from = matcher.end();
        }
        return prose.toString();
    }

    private static String blanked(Pattern pattern, String text) {
        return pattern.matcher(text).replaceAll(found -> found.group().replaceAll("[^\n]", " "));
    }

    private static long count(String text) {
        return text.chars().filter(character -> character == '\n').count();
    }
}
