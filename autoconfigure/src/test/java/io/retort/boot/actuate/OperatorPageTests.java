package io.retort.boot.actuate;

import static org.assertj.core.api.Assertions.assertThat;

import io.retort.boot.actuate.UnitDescription.Entry;
import io.retort.boot.actuate.UnitDescription.State;
import io.retort.boot.autoconfigure.RetortUnits;
import io.retort.migration.Migration;
import io.retort.migration.Operations;
import io.retort.revision.RevisionInfo;
import io.retort.source.RevisionCode;
import io.retort.source.RevisionSource;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** The page for operators, requested from embedded servers as a browser does. */
class OperatorPageTests {

    private static final String BROWSER =
            "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,*/*;q=0.8";

    private static final String HOSTILE = "</script><script>alert(1)</script><img src=x onerror=alert(2)>"
            + "\u202eright to left\u001b[31m \"quoted' & \u05e9\u05dc\u05d5\u05dd " + "x".repeat(1000);

    private static final Set<String> TAGS = Set.of(
            "a",
            "bdi",
            "body",
            "circle",
            "code",
            "dd",
            "div",
            "dl",
            "dt",
            "h1",
            "h2",
            "h3",
            "head",
            "header",
            "html",
            "li",
            "link",
            "main",
            "meta",
            "ol",
            "p",
            "path",
            "progress",
            "section",
            "span",
            "style",
            "svg",
            "table",
            "tbody",
            "td",
            "th",
            "thead",
            "time",
            "title",
            "tr");

    private final HttpClient http = HttpClient.newHttpClient();

    @ParameterizedTest
    @EnumSource(names = {"SERVLET", "REACTIVE"})
    void aBrowserReceivesThePageAndOtherClientsJson(WebApplicationType type) throws Exception {
        try (ConfigurableApplicationContext shop = start(type, "retort.target=e5")) {
            HttpResponse<String> page = get(shop, "local.server.port", "/actuator/retort", BROWSER);

            assertThat(page.statusCode()).isEqualTo(200);
            assertThat(page.headers().firstValue("Content-Type")).hasValue("text/html;charset=UTF-8");
            assertThat(page.body())
                    .startsWith("<!DOCTYPE html>")
                    .contains("2 of 7 revisions pending.", "e5", "H2 ", "\u05e9\u05dc\u05d5\u05dd");
            for (String accept :
                    new String[] {"application/json", "*/*", "application/vnd.spring-boot.actuator.v3+json", null}) {
                HttpResponse<String> json = get(shop, "local.server.port", "/actuator/retort", accept);
                assertThat(json.statusCode()).as(accept).isEqualTo(200);
                assertThat(json.headers().firstValue("Content-Type"))
                        .as(accept)
                        .hasValueSatisfying(found -> assertThat(found).contains("json"));
                assertThat(json.body()).contains("\"pending\":[\"f6\",\"g7\"]");
            }
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"SERVLET", "REACTIVE"})
    void worksOnAnotherPortAndPath(WebApplicationType type) throws Exception {
        try (ConfigurableApplicationContext shop = start(
                type,
                "management.server.port=0",
                "management.endpoints.web.base-path=/manage",
                "management.endpoints.web.path-mapping.retort=revisions")) {
            assertThat(get(shop, "local.management.port", "/manage/revisions", BROWSER)
                            .body())
                    .contains("Every revision is applied.");
            assertThat(get(shop, "local.server.port", "/manage/revisions", BROWSER)
                            .statusCode())
                    .isEqualTo(404);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "management.endpoints.web.exposure.include=health",
                "management.endpoint.retort.access=none",
                "management.endpoints.access.default=none",
                "management.endpoints.web.exposure.exclude=retort"
            })
    void theSettingsOfTheEndpointApplyToThePage(String setting) throws Exception {
        try (ConfigurableApplicationContext shop = start(WebApplicationType.SERVLET, setting)) {
            for (String accept : List.of(BROWSER, "application/json")) {
                assertThat(get(shop, "local.server.port", "/actuator/retort", accept)
                                .statusCode())
                        .isEqualTo(404);
            }
        }
    }

    @Test
    void showsBranchesProgressAndHostileTexts() throws Exception {
        try (ConfigurableApplicationContext shop = start(WebApplicationType.SERVLET, "retort.target=f6")) {
            new JdbcTemplate(shop.getBean(javax.sql.DataSource.class))
                    .update("update retort_revision set state = 'upgrading', progress = 1, in_flight = 'backfill"
                            + " statement=00 table=customer read=84000 filled=12 of=310000 left=127 after=n84120'"
                            + " where id = 'f6'");
            String page =
                    get(shop, "local.server.port", "/actuator/retort", BROWSER).body();
            write(page);

            assertThat(page)
                    .contains("Revision f6 is partially applied. 2 of 7 revisions pending.")
                    .contains("1 of 2 statements completed")
                    .contains(
                            "Backfill of table customer: 84,000 of about 310,000 rows read, 12 filled, about 2 min 7 s"
                                    + " left")
                    .contains(
                            "No run holds the migration lock, so the step was interrupted. The next upgrade continues")
                    .contains("value=\"84000\" max=\"310000\"")
                    .doesNotContain("<script", "<img", "\u202e", "\u001b", "javascript:");
            Document document = document(page);
            assertThat(tags(document)).isSubsetOf(TAGS);
            assertThat(attributes(document)).contains("href", "class").noneMatch(name -> name.matches("on.*|style"));
            assertThat(texts(document, "bdi"))
                    .contains(HOSTILE.replace("\u202e", "\\u202e").replace("\u001b", "\\u001b"));
            assertThat(references(document)).containsExactlyInAnyOrder("data:,", "");
            assertThat(texts(document, "title")).containsExactly("Database revisions: partially applied");
            graphHasLinesTo(document, 7, Map.of("f6", "partial", "g7", "pending", "a1", "applied"));
            assertThat(elements(document, "tr").stream()
                            .filter(row -> row.getTextContent().startsWith("d4")))
                    .singleElement()
                    .satisfies(row -> assertThat(row.getTextContent()).contains("join", "applied", "b2, c3", " s"));
        }
    }

    @Test
    void showsTheHistoryOfADatabaseThatIsAhead() throws Exception {
        try (ConfigurableApplicationContext shop = start(WebApplicationType.SERVLET, "retort.target=f6")) {
            new JdbcTemplate(shop.getBean(javax.sql.DataSource.class))
                    .update("update retort_revision set id = 'ffff' where id = 'f6'");
            String page =
                    get(shop, "local.server.port", "/actuator/retort", BROWSER).body();

            assertThat(page)
                    .contains("<title>Database revisions: ahead of the application</title>")
                    .contains("The database is ahead of this application", "ffff (not in this application")
                    .contains("Revision graph", "Pending revisions", "Migration lock");
        }
    }

    @Test
    void showsTheRunThatHoldsTheLock() throws Exception {
        try (ConfigurableApplicationContext shop = start(WebApplicationType.SERVLET, "retort.target=f6")) {
            Gate gate = shop.getBean(Gate.class);
            gate.isClosed = true;
            CompletableFuture<Void> run = CompletableFuture.runAsync(() ->
                    shop.getBean(RetortUnits.class).named("default").retort().upgrade("head"));
            assertThat(gate.reached.await(60, TimeUnit.SECONDS)).isTrue();
            String page =
                    get(shop, "local.server.port", "/actuator/retort", BROWSER).body();
            String json = get(shop, "local.server.port", "/actuator/retort", "application/json")
                    .body();
            gate.open.countDown();
            run.get(60, TimeUnit.SECONDS);

            assertThat(page)
                    .contains("A run is in progress. 1 of 7 revisions pending.", "held by a run", "Session ")
                    .contains("<title>Database revisions: run in progress</title>");
            assertThat(json).contains("\"lockHolders\":[{\"session\":\"");
            assertThat(get(shop, "local.server.port", "/actuator/retort", BROWSER)
                            .body())
                    .contains("Every revision is applied.", "free")
                    .doesNotContain("In progress");
        }
    }

    @Test
    void theStateOfAPartiallyAppliedRevisionIsNotApplied() throws Exception {
        try (ConfigurableApplicationContext shop = start(WebApplicationType.NONE, "retort.target=f6")) {
            JdbcTemplate jdbc = new JdbcTemplate(shop.getBean(javax.sql.DataSource.class));
            for (State state : List.of(State.UPGRADING, State.DOWNGRADING, State.APPLIED)) {
                jdbc.update(
                        "update retort_revision set state = ? where id = 'f6'",
                        state.name().toLowerCase());
                UnitDescription unit = shop.getBean(RetortEndpoint.class).units().contexts().values().stream()
                        .flatMap(units -> units.units().values().stream())
                        .findFirst()
                        .orElseThrow();
                assertThat(unit.history().get(5).state()).isEqualTo(state);
                assertThat(unit.history().get(5).progress() != null).isEqualTo(state != State.APPLIED);
            }
        }
    }

    @Test
    void listsUnitsAndTenantsWithTheirState() throws Exception {
        Map<String, UnitDescription> units = new LinkedHashMap<>();
        units.put(HOSTILE, description(null, null));
        units.put("tenants", description(null, tenants()));
        units.put("gone", description(HOSTILE, null));
        String page = OperatorPage.of(
                new RetortEndpoint.Contexts(Map.of("shop", new RetortEndpoint.Units(units, null))), Instant.EPOCH);
        write(page);

        Document document = document(page);
        assertThat(tags(document)).isSubsetOf(TAGS);
        assertThat(elements(document, "section")).hasSize(3);
        assertThat(references(document)).contains("#unit-0", "#unit-1", "#unit-2");
        assertThat(page)
                .contains("2 of 4 tenants up to date.", "cannot be read", "Read at ", "1970-01-01 00:00:00 UTC");
        List<String> rows =
                elements(document, "tr").stream().map(Element::getTextContent).toList();
        assertThat(rows).contains("acmeup to date", "globexpending", "initechcannot be readNo such database.");
        assertThat(rows.stream().filter(row -> row.startsWith("</script><script>")))
                .hasSize(2);
        assertThat(rows).filteredOn(row -> row.endsWith("2 min 7 s")).hasSize(3);
        assertThat(rows).filteredOn("Session unknown"::equals).hasSize(3);
        assertThat(page).contains("held by a run, 2 instances waiting");
    }

    @Test
    void saysThatThereIsNothing() {
        assertThat(OperatorPage.of(new RetortEndpoint.Contexts(Map.of()), Instant.EPOCH))
                .contains("The application has no unit.");
        UnitDescription empty =
                new UnitDescription("H2", List.of(), List.of(), List.of(), List.of(), null, null, null, null);
        assertThat(OperatorPage.of(
                        new RetortEndpoint.Contexts(
                                Map.of("shop", new RetortEndpoint.Units(Map.of("default", empty), null))),
                        Instant.EPOCH))
                .contains("The application has no revisions.", "This database does not report who holds it.")
                .doesNotContain("Revision graph");
    }

    /** Compares the lines with the parents, as coordinates of circles. */
    private static void graphHasLinesTo(Document document, int revisions, Map<String, String> styles) {
        List<Element> circles = elements(document, "circle");
        List<Element> items = elements(document, "li").stream()
                .filter(item -> ((Element) item.getParentNode().getParentNode())
                        .getAttribute("class")
                        .equals("graph"))
                .toList();
        assertThat(circles).hasSize(revisions);
        assertThat(items).hasSize(revisions);
        Map<String, String> idByPoint = new LinkedHashMap<>();
        IntStream.range(0, revisions).forEach(i -> {
            String id = items.get(i).getElementsByTagName("code").item(0).getTextContent();
            Element circle = circles.get(i);
            idByPoint.put(circle.getAttribute("cx") + " " + circle.getAttribute("cy"), id);
            if (styles.containsKey(id)) {
                assertThat(circle.getAttribute("class")).isEqualTo(styles.get(id));
            }
        });
        Map<String, List<String>> lines = new LinkedHashMap<>();
        elements(document, "path").forEach(path -> {
            String[] numbers = path.getAttribute("d").substring(1).split("[ C]");
            lines.computeIfAbsent(numbers[0] + " " + numbers[1], start -> new ArrayList<>())
                    .add(numbers[6] + " " + numbers[7]);
        });
        Map<String, Set<String>> parents = new LinkedHashMap<>();
        idByPoint.forEach((point, id) -> {
            Set<String> reached = new TreeSet<>();
            List<String> open = new ArrayList<>(lines.getOrDefault(point, List.of()));
            while (!open.isEmpty()) {
                String next = open.remove(0);
                if (idByPoint.containsKey(next)) {
                    reached.add(idByPoint.get(next));
                } else {
                    open.addAll(lines.getOrDefault(next, List.of()));
                }
            }
            parents.put(id, reached);
        });
        assertThat(parents)
                .isEqualTo(Map.of(
                        "a1",
                        Set.of(),
                        "b2",
                        Set.of("a1"),
                        "c3",
                        Set.of("a1"),
                        "d4",
                        Set.of("b2", "c3"),
                        "e5",
                        Set.of("d4"),
                        "f6",
                        Set.of("e5"),
                        "g7",
                        Set.of("f6")));
    }

    private static TenantsDescription tenants() {
        return new TenantsDescription(
                4,
                2,
                List.of("globex"),
                Map.of("initech", "No such database."),
                List.of("acme", "globex", "initech", HOSTILE));
    }

    private static UnitDescription description(String problem, TenantsDescription tenants) {
        List<Entry> history = problem != null
                ? List.of()
                : List.of(new Entry(
                        "a1",
                        List.of(),
                        HOSTILE,
                        HOSTILE,
                        List.of(HOSTILE),
                        State.APPLIED,
                        Instant.EPOCH,
                        HOSTILE,
                        65_000L,
                        "c",
                        HOSTILE,
                        null,
                        null));
        return new UnitDescription(
                problem == null ? HOSTILE : null,
                List.of("a1"),
                List.of("a1"),
                List.of(),
                history,
                problem,
                tenants,
                List.of(new UnitDescription.LockHolder(HOSTILE, HOSTILE, HOSTILE, HOSTILE, 3L, HOSTILE, 3_700L)),
                List.of(
                        new UnitDescription.WaitingInstance(HOSTILE, HOSTILE, HOSTILE, HOSTILE, 127L),
                        new UnitDescription.WaitingInstance(null, null, null, null, null)));
    }

    /** Writes an example for a look at it: {@code -Dpage.write=/tmp/page.html}. */
    private static void write(String page) throws IOException {
        String file = System.getProperty("page.write");
        if (file != null) {
            Files.writeString(Path.of(file.replace(".html", page.contains("Tenants") ? "-units.html" : ".html")), page);
        }
    }

    private static Document document(String page) throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(page.replace("<!DOCTYPE html>", ""))));
    }

    private static List<Element> elements(Document document, String tag) {
        NodeList found = document.getElementsByTagName(tag);
        return IntStream.range(0, found.getLength())
                .mapToObj(i -> (Element) found.item(i))
                .toList();
    }

    private static List<String> texts(Document document, String tag) {
        return elements(document, tag).stream().map(Element::getTextContent).toList();
    }

    private static Set<String> tags(Document document) {
        Set<String> tags = new TreeSet<>();
        elements(document, "*").forEach(element -> tags.add(element.getTagName()));
        return tags;
    }

    private static Set<String> attributes(Document document) {
        Set<String> names = new TreeSet<>();
        for (Element element : elements(document, "*")) {
            for (int i = 0; i < element.getAttributes().getLength(); i++) {
                names.add(element.getAttributes().item(i).getNodeName());
            }
        }
        return names;
    }

    private static List<String> references(Document document) {
        List<String> references = new ArrayList<>();
        for (Element element : elements(document, "*")) {
            for (String name : List.of("href", "src", "action")) {
                if (element.hasAttribute(name)) {
                    references.add(element.getAttribute(name));
                }
            }
        }
        return references;
    }

    private HttpResponse<String> get(ConfigurableApplicationContext shop, String port, String path, String accept)
            throws IOException, InterruptedException {
        URI uri = URI.create("http://127.0.0.1:" + shop.getEnvironment().getRequiredProperty(port) + path);
        HttpRequest.Builder request = HttpRequest.newBuilder(uri);
        if (accept != null) {
            request.header("Accept", accept);
        }
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private static ConfigurableApplicationContext start(WebApplicationType type, String... settings) {
        List<String> properties = new ArrayList<>(List.of(
                "server.port=0",
                "spring.datasource.generate-unique-name=true",
                "spring.main.banner-mode=off",
                "spring.autoconfigure.exclude=org.springframework.boot.hibernate.autoconfigure.HibernateJpaAutoConfiguration,"
                        + "org.springframework.boot.data.jpa.autoconfigure.DataJpaRepositoriesAutoConfiguration",
                "management.endpoints.web.exposure.include=retort"));
        properties.addAll(List.of(settings));
        return new SpringApplicationBuilder(Shop.class)
                .web(type)
                .properties(properties.toArray(String[]::new))
                .run();
    }

    static final class Gate {

        private final CountDownLatch reached = new CountDownLatch(1);
        private final CountDownLatch open = new CountDownLatch(1);
        private volatile boolean isClosed;

        void pass() {
            if (!isClosed) {
                return;
            }
            reached.countDown();
            try {
                assertThat(open.await(60, TimeUnit.SECONDS)).isTrue();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    static class Shop {

        @Bean
        Gate gate() {
            return new Gate();
        }

        @Bean
        RevisionSource history(Gate gate) {
            return () -> List.of(
                    revision("a1", List.of(), "create product", op -> op.execute("create table product (id integer)")),
                    revision("b2", List.of("a1"), "add price", op -> op.execute("create table price (id integer)")),
                    revision("c3", List.of("a1"), "add stock", op -> op.execute("create table stock (id integer)")),
                    revision("d4", List.of("b2", "c3"), "join", op -> op.execute("insert into product values (1)")),
                    revision("e5", List.of("d4"), HOSTILE, op -> op.execute("insert into product values (2)")),
                    revision("f6", List.of("e5"), "fill", op -> {
                        op.execute("insert into stock values (1)");
                        op.execute("insert into stock values (2)");
                    }),
                    revision("g7", List.of("f6"), "last", op -> op.work("wait", connection -> gate.pass())));
        }

        private static RevisionCode revision(
                String id, List<String> parents, String message, Consumer<Operations> upgrade) {
            RevisionInfo info =
                    new RevisionInfo(id, parents, List.of(), List.of(), message, null, true, "shop.R" + id + "_change");
            return new RevisionCode(info, () -> (Migration) upgrade::accept);
        }
    }
}
