package io.retort.sample.browser;

import java.io.IOException;
import java.io.InputStream;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A headless Chromium with an empty profile, controlled through chromedriver and the W3C WebDriver protocol. */
final class Browser implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int HEIGHT = 1400;
    private static final String ELEMENT = "element-6066-11e4-a52e-4f735466cecf";

    private final HttpClient http = HttpClient.newHttpClient();
    private final JsonMapper json = new JsonMapper();
    private final Process driver;
    private final String url;
    private String session = "";

    private Browser(Process driver, String url) {
        this.driver = driver;
        this.url = url;
    }

    /** Returns chromedriver on this machine's search path, if it is installed. */
    static Optional<Path> driver() {
        return program("chromedriver");
    }

    /** Returns the browser on this machine's search path, if it is installed. */
    static Optional<Path> chromium() {
        return Stream.of("chromium", "chromium-browser", "google-chrome")
                .flatMap(name -> program(name).stream())
                .findFirst();
    }

    private static Optional<Path> program(String name) {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(":"))
                .map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** Starts a browser whose profile and log are in the given folder. */
    static Browser open(Path folder) throws IOException, InterruptedException {
        int port = freePort();
        Process driver = new ProcessBuilder(driver().orElseThrow().toString(), "--port=" + port)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("chromedriver.log").toFile())
                .start();
        Browser browser = new Browser(driver, "http://127.0.0.1:" + port);
        try {
            browser.begin(folder.resolve("profile"));
        } catch (IOException | InterruptedException | RuntimeException failure) {
            browser.close();
            throw failure;
        }
        return browser;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private void begin(Path profile) throws IOException, InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!isReady()) {
            if (System.nanoTime() > end || !driver.isAlive()) {
                throw new IOException("chromedriver does not answer");
            }
            Thread.sleep(50);
        }
        List<String> flags = List.of(
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--user-data-dir=" + profile);
        Map<String, Object> chrome = Map.of("binary", chromium().orElseThrow().toString(), "args", flags);
        Map<String, Object> wanted =
                Map.of("goog:chromeOptions", chrome, "goog:loggingPrefs", Map.of("browser", "ALL"));
        session = post("/session", Map.of("capabilities", Map.of("alwaysMatch", wanted)))
                .path("sessionId")
                .asString();
    }

    private boolean isReady() throws InterruptedException {
        try {
            return send(HttpRequest.newBuilder(URI.create(url + "/status")).build())
                    .path("ready")
                    .asBoolean();
        } catch (IOException notYet) {
            return false;
        }
    }

    void go(String page) {
        command("/url", Map.of("url", page));
    }

    /** Runs a script in the current page and returns its result. */
    String ask(String script) {
        return command("/execute/sync", Map.of("script", script, "args", List.of()))
                .asString();
    }

    /** Repeats a script until its result is as wanted, because a click does not wait for the page that it opens. */
    String ask(String script, Predicate<String> wanted) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        String answer = ask(script);
        while (!wanted.test(answer) && System.nanoTime() < end) {
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
            answer = ask(script);
        }
        return answer;
    }

    void type(String selector, String text) {
        command("/element/" + find(selector) + "/value", Map.of("text", text));
    }

    void click(String selector) {
        command("/element/" + find(selector) + "/click", Map.of());
    }

    private String find(String selector) {
        return command("/element", Map.of("using", "css selector", "value", selector))
                .path(ELEMENT)
                .asString();
    }

    /** Shows pages as a screen of this width does, in a light or dark colour scheme. */
    void show(int width, boolean dark) {
        devtools(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", HEIGHT, "deviceScaleFactor", 1, "mobile", false));
        Map<String, String> scheme = Map.of("name", "prefers-color-scheme", "value", dark ? "dark" : "light");
        devtools("Emulation.setEmulatedMedia", Map.of("features", List.of(scheme)));
    }

    /** Returns a PNG of what the screen shows. */
    byte[] picture() {
        return Base64.getDecoder()
                .decode(devtools("Page.captureScreenshot", Map.of())
                        .path("data")
                        .asString());
    }

    private JsonNode devtools(String name, Map<String, Object> parameters) {
        return command("/goog/cdp/execute", Map.of("cmd", name, "params", parameters));
    }

    /** Returns the errors that the browser logged since the last call, such as missing files and failed scripts. */
    List<String> complaints() {
        List<String> complaints = new ArrayList<>();
        command("/se/log", Map.of("type", "browser"))
                .forEach(entry -> complaints.add(entry.path("message").asString()));
        return complaints;
    }

    private JsonNode command(String path, Map<String, Object> body) {
        try {
            return post("/session/" + session + path, body);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private JsonNode post(String path, Map<String, Object> body) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(URI.create(url + path))
                .POST(HttpRequest.BodyPublishers.ofString(json.writeValueAsString(body)))
                .build());
    }

    private JsonNode send(HttpRequest request) throws IOException, InterruptedException {
        HttpResponse<InputStream> response = http.send(request, HttpResponse.BodyHandlers.ofInputStream());
        JsonNode value = json.readTree(response.body()).path("value");
        if (response.statusCode() != 200) {
            throw new IOException(
                    request.uri().getPath() + ": " + value.path("message").asString());
        }
        return value;
    }

    /** Ending the session ends the browser, too. */
    @Override
    public void close() {
        try {
            if (!session.isEmpty()) {
                send(HttpRequest.newBuilder(URI.create(url + "/session/" + session))
                        .DELETE()
                        .build());
            }
        } catch (IOException gone) {
            // The driver is ended in any case.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            driver.destroy();
        }
    }
}
