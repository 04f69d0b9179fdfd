package io.retort.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Every relative link of a page leads to a file or heading, and the landing page leads to every page. */
class LinksTests {

    private static final Path DOCS = Path.of("../../docs").normalize();
    private static final Pattern CODE = Pattern.compile("(?ms)^```.*?^```");
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]+)\\)|(?:src|srcset|href)=\"([^\"]+)\"");
    private static final Pattern HEADING = Pattern.compile("(?m)^#{1,6} (.*)$");

    @Test
    void everyLinkResolves() throws IOException {
        List<String> broken = new ArrayList<>();
        for (Path page : Pages.all()) {
            for (String link : links(page)) {
                Path file = link.startsWith("#") ? page : page.resolveSibling(link.replaceFirst("#.*", ""));
                if (!Files.exists(file)) {
                    broken.add(page + ": " + link);
                } else if (link.contains("#") && file.toString().endsWith(".md")) {
                    String anchor = link.substring(link.indexOf('#') + 1);
                    if (!anchors(file).contains(anchor)) {
                        broken.add(page + ": " + link + ": no such heading");
                    }
                }
            }
        }
        assertThat(broken).isEmpty();
    }

    @Test
    void everyPageIsOneClickFromTheLandingPage() throws IOException {
        Path landing = DOCS.resolve("README.md");
        Set<Path> linked = links(landing).stream()
                .map(link ->
                        landing.resolveSibling(link.replaceFirst("#.*", "")).normalize())
                .collect(Collectors.toSet());
        assertThat(Pages.all().stream()
                        .filter(page -> page.startsWith(DOCS))
                        .filter(page -> !page.equals(landing))
                        .filter(page -> !page.endsWith("000-template.md")))
                .isSubsetOf(linked);
    }

    private static List<String> links(Path page) throws IOException {
        return LINK.matcher(CODE.matcher(Files.readString(page)).replaceAll(""))
                .results()
                .map(found -> found.group(1) == null ? found.group(2) : found.group(1))
                .filter(link -> !link.matches("(https?|mailto):.*"))
                .toList();
    }

    /** Returns the anchors that GitHub derives from headings. */
    private static Set<String> anchors(Path page) throws IOException {
        List<String> names = HEADING.matcher(
                        CODE.matcher(Files.readString(page)).replaceAll(""))
                .results()
                .map(LinksTests::anchor)
                .toList();
        Set<String> anchors = new HashSet<>();
        for (String name : names) {
            String anchor = name;
            for (int again = 1; !anchors.add(anchor); again++) {
                anchor = name + "-" + again;
            }
        }
        return anchors;
    }

    private static String anchor(MatchResult heading) {
        return heading.group(1)
                .strip()
                .replaceAll("\\[([^]]*)]\\([^)]*\\)", "$1")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N} _-]", "")
                .replace(' ', '-');
    }
}
