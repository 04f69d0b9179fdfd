package io.retort.sample.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ActiveProfiles;

/** Shows the clinic's pages in the installed Chromium. */
@Tag("long")
@SpringBootTest(properties = "clinic.demo-data=true", webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ActiveProfiles("test")
class BrowserTests {

    private static final String NOT_HERE =
            "There is no chromium and chromedriver on this machine's PATH (Debian: apt-get install chromium chromium-driver), so"
                    + " the pages were not shown in a browser.";

    /** Dates on two lines, status badges wider than their text, cards that must be scrolled, and overlapping parts of a row. */
    private static final String BROKEN = """
            const found = [];
            const lines = (node, from, to) => {
              const range = document.createRange();
              range.setStart(node, from);
              range.setEnd(node, to);
              return new Set([...range.getClientRects()].map(box => Math.round(box.top))).size;
            };
            const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
            while (texts.nextNode()) {
              const node = texts.currentNode;
              for (const date of node.data.matchAll(/\\d{1,2}\\s[A-Z][a-z]{2}\\s\\d{4}|\\d{4}-\\d\\d-\\d\\d/g)) {
                if (node.parentElement.closest('td') && lines(node, date.index, date.index + date[0].length) > 1) {
                  found.push('date on two lines: ' + date[0]);
                }
              }
            }
            for (const tag of document.querySelectorAll('.tag')) {
              const text = document.createRange();
              text.selectNodeContents(tag);
              if (tag.getBoundingClientRect().width > text.getBoundingClientRect().width + 30) {
                found.push('stretched: ' + tag.textContent);
              }
            }
            for (const card of document.querySelectorAll('.card')) {
              if (card.scrollWidth > card.clientWidth) {
                found.push('cut: ' + card.innerText.slice(0, 40));
              }
            }
            for (const row of document.querySelectorAll('.agenda li, tbody tr')) {
              const boxes = [...row.children].map(part => part.getBoundingClientRect());
              boxes.forEach((one, i) => boxes.slice(0, i).forEach(other => {
                if (one.left < other.right - 1 && other.left < one.right - 1
                    && one.top < other.bottom - 1 && other.top < one.bottom - 1) {
                  found.push('overlapping: ' + row.innerText);
                }
              }));
            }
            return found.join(', ');
            """;

    @LocalServerPort
    private int port;

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    private Path folder;

    private Browser browser;

    @BeforeEach
    void open() throws Exception {
        assumeTrue(Browser.driver().isPresent() && Browser.chromium().isPresent(), NOT_HERE);
        browser = Browser.open(folder);
    }

    @AfterEach
    void close() {
        if (browser != null) {
            browser.close();
        }
    }

    @Test
    void everySectionIsShownWithItsStyleAndWithoutComplaint() {
        browser.go(at("/"));
        int sections = Integer.parseInt(browser.ask("return '' + document.querySelectorAll('header nav a').length"));
        assertThat(sections).isGreaterThanOrEqualTo(7);
        for (int i = 1; i <= sections; i++) {
            browser.click("header nav a:nth-of-type(" + i + ")");
            assertThat(browser.ask("return document.title")).contains("Willow Lane");
            assertThat(browser.ask("return '' + document.styleSheets[0].cssRules.length"))
                    .as("rules of the style sheet on " + browser.ask("return location.pathname"))
                    .isNotEqualTo("0");
            assertThat(browser.ask("return '' + document.querySelector('header img').naturalWidth"))
                    .as("width of the logo")
                    .isNotEqualTo("0");
            assertThat(browser.complaints())
                    .as(browser.ask("return location.pathname"))
                    .isEmpty();
        }
        assertThat(browser.ask("return location.pathname")).isEqualTo("/revisions");
        assertThat(browser.ask("return document.querySelector('main').innerText"))
                .contains("open the clinic");
    }

    @Test
    void anOwnerIsEnteredByHand() {
        browser.go(at("/owners/new"));
        browser.click("main form button");
        assertThat(browser.ask(
                        "const error = document.querySelector('main .error'); return error ? error.innerText : ''",
                        text -> !text.isBlank()))
                .as("what is wrong with an empty form")
                .isNotBlank();
        browser.type("#firstName", "Ada");
        browser.type("#lastName", "O'Brien-Ünlü");
        browser.type("#email", "ada@example.org");
        browser.type("#street", "12 Mill Road");
        browser.type("#postalCode", "12345");
        browser.type("#city", "Ashford");
        browser.type("#mobilePhone", "+44 1234 567");
        browser.click("main form button");
        assertThat(browser.ask(
                        "return document.readyState === 'complete' ? location.pathname : ''",
                        path -> path.matches("/owners/\\d+")))
                .matches("/owners/\\d+");
        assertThat(browser.ask("return document.querySelector('main').innerText"))
                .contains("O'Brien-Ünlü", "12 Mill Road", "Ashford");
    }

    /** Also keeps pictures of the pages with {@code -Dclinic.pictures=FOLDER}. */
    @ParameterizedTest
    @CsvSource({"1280,false", "420,false", "1280,true", "420,true"})
    void everyPageFitsTheScreenAndHasNoBarrier(int width, boolean dark) throws IOException {
        String axe = axe();
        List<String> problems = new ArrayList<>();
        browser.show(width, dark);
        for (String page : List.of(
                "/",
                "/owners",
                "/owners/1",
                "/owners/new",
                "/patients",
                "/patients/1",
                "/visits",
                "/visits/1",
                "/medicines",
                "/staff",
                "/revisions",
                "/actuator/retort")) {
            browser.go(at(page));
            keep(page, width, dark);
            String beyond = browser.ask("return '' + Math.max(0, document.documentElement.scrollWidth - innerWidth)");
            if (!beyond.equals("0")) {
                problems.add(page + " is " + beyond + " pixels too wide");
            }
            String broken = browser.ask(BROKEN);
            if (!broken.isEmpty()) {
                problems.add(page + ": " + broken);
            }
            String barriers =
                    browser.ask(axe + "; return axe.run().then(result => result.violations.map(found => found.id"
                            + " + ': ' + found.nodes.map(node => node.html).join(' ')).join(', '))");
            if (!barriers.isEmpty()) {
                problems.add(page + ": " + barriers);
            }
        }
        assertThat(problems).as(width + " pixels" + (dark ? ", dark" : "")).isEmpty();
    }

    /** The rules are known to find something: a picture without a text, and grey text on white. */
    @Test
    void axeFindsABarrier() throws IOException {
        browser.go(at("/revisions"));
        String barrier = "document.querySelector('main').innerHTML += '<img src=\"/leaf.svg\">"
                + "<p style=\"color:#ccc;background:#fff\">grey</p>';";

        assertThat(browser.ask(barrier + axe()
                        + "; return axe.run().then(result => result.violations.map(found => found.id).join(' '))"))
                .contains("image-alt", "color-contrast");
    }

    /** The script is known to find each of the four. */
    @Test
    void whatBreaksTheLayoutIsFound() {
        browser.show(420, false);
        browser.go(at("/"));

        assertThat(browser.ask("document.querySelector('main').innerHTML = '<table><tbody><tr>"
                        + "<td style=\"width:60px;max-width:60px\">12 Mar 2026</td>"
                        + "<td style=\"position:relative;left:-30px\">name</td></tr></tbody></table>"
                        + "<span class=\"tag\" style=\"display:block\">done</span>"
                        + "<div class=\"card\"><div style=\"width:900px\">wide</div></div>';" + BROKEN))
                .contains("date on two lines: 12 Mar 2026", "stretched: done", "cut: wide", "overlapping: ");
    }

    private static String axe() throws IOException {
        try (InputStream script = Objects.requireNonNull(BrowserTests.class.getResourceAsStream("/axe.min.js"))) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private void keep(String page, int width, boolean dark) throws IOException {
        String pictures = System.getProperty("clinic.pictures");
        if (pictures != null) {
            String name = page.substring(1).replace('/', '-') + "-" + width + (dark ? "-dark" : "") + ".png";
            Files.write(Files.createDirectories(Path.of(pictures)).resolve(name), browser.picture());
        }
    }

    private String at(String page) {
        return "http://127.0.0.1:" + port + page;
    }
}
