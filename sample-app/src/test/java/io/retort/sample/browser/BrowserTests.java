package io.retort.sample.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
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

    private String at(String page) {
        return "http://127.0.0.1:" + port + page;
    }
}
