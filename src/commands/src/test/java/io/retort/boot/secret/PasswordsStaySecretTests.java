package io.retort.boot.secret;

import static io.retort.testkit.TestDatabase.H2;
import static io.retort.testkit.TestDatabase.MARIADB;
import static io.retort.testkit.TestDatabase.POSTGRESQL;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationHandler;
import io.micrometer.observation.ObservationRegistry;
import io.retort.boot.actuate.RetortEndpoint;
import io.retort.boot.autoconfigure.shop.ShopApplication;
import io.retort.boot.command.ToolInside;
import io.retort.boot.command.story.StoryApplication;
import io.retort.testkit.OnDatabases;
import io.retort.testkit.TestDb;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.jdbc.datasource.SimpleDriverDataSource;

/**
 * Searches all output of Retort for a password: every command as text and as JSON, files, logs on every level, the
 * result file, successful and failed starts, observations and the endpoint. The password is provided in every supported
 * way, correctly and incorrectly.
 */
@Tag("long")
class PasswordsStaySecretTests {

    /** Contains characters at which an inaccurate search for the end of a password would stop. */
    private static final String SECRET = "geheim4711,b;c=d@geheim4712";

    private static final List<String> MARKS = List.of("geheim4711", "geheim4712");

    private static final Set<String> MODEL = Set.of("check", "revision", "adopt", "report");

    private static final List<String> SOME = List.of("current", "upgrade heads");

    private static final List<String> WITH_ENTITIES = List.of("current", "upgrade heads", "check");

    private static final List<String> ALL = List.of(
            "current",
            "plan heads",
            "script --output=FOLDER/script.sql",
            "script",
            "upgrade heads --plan",
            "upgrade heads --sql",
            "stamp heads --sql",
            "upgrade heads",
            "upgrade heads",
            "upgrade nowhere",
            "check",
            "revision --message=found --rev-id=ffffff01",
            "revision --message=more --empty --format=sql --rev-id=ffffff02 --head=ffffff01",
            "merge heads --message=together",
            "current --verbose",
            "history --verbose --indicate-current",
            "heads --verbose",
            "branches",
            "show heads",
            "repair",
            "repair --yes",
            "adopt",
            "squash",
            "replay",
            "lint",
            "sizes",
            "blame stranger",
            "backfill",
            "backfill --pause",
            "report --output=FOLDER/report",
            "help",
            "dev --undo",
            "upgrade heads",
            "switch --plan",
            "switch --yes",
            "downgrade base --sql",
            "downgrade base",
            "stamp base --purge");

    /**
     * PostgreSQL's driver itself logs the part of a malformed URL that it takes for the port. The line reaches the
     * application's log only if an earlier test in this JVM has bridged the JDK's logging.
     */
    private static final String OF_THE_DRIVER = "PGPropertyUtil       : JDBC URL invalid port number: ";

    @TempDir
    Path folder;

    @BeforeEach
    void keepTheLogsThatTheTestHears() {
        System.setProperty("org.springframework.boot.logging.LoggingSystem", "none");
    }

    @AfterEach
    void letTheLogsGo() {
        System.clearProperty("org.springframework.boot.logging.LoggingSystem");
    }

    @OnDatabases({H2, POSTGRESQL, MARIADB})
    void nothingThatIsSaidWrittenOrObservedHasAPassword(TestDb db) throws Exception {
        giveTheUserThePassword(db);
        for (Map.Entry<String, Map<String, Object>> way : ways(db).entrySet()) {
            String said = everything(commands(db, way.getKey()), way.getValue());
            assertThat(said).as(way.getKey()).contains("$ current", "$ upgrade heads --json");
            assertThat(said.lines()
                            .filter(line -> !(way.getKey().equals("before the host") && line.contains(OF_THE_DRIVER)))
                            .filter(line -> MARKS.stream().anyMatch(line::contains)))
                    .as("%s on %s", way.getKey(), db.server())
                    .isEmpty();
        }
    }

    private static List<String> commands(TestDb db, String way) {
        boolean all = db.database() == H2 && way.equals("beside the URL");
        return all ? ALL : way.equals("before the host") ? WITH_ENTITIES : SOME;
    }

    @Test
    void everyCommandIsAmongThem() {
        assertThat(ALL.stream().map(PasswordsStaySecretTests::word)).containsAll(ToolInside.words());
    }

    private static void giveTheUserThePassword(TestDb db) throws SQLException {
        switch (db.database()) {
            case H2 -> db.execute("create user keeper password '" + SECRET + "' admin");
            case POSTGRESQL ->
                db.execute(
                        "drop role if exists keeper", "create role keeper superuser login password '" + SECRET + "'");
            default ->
                db.execute(
                        "create or replace user keeper identified by '" + SECRET + "'",
                        "grant all privileges on *.* to keeper");
        }
    }

    private static Map<String, Map<String, Object>> ways(TestDb db) {
        String url = db.url().replaceAll("[?].*", "");
        boolean h2 = db.database() == H2;
        String query = h2 ? ";PASSWORD=" : url.contains("?") ? "&password=" : "?password=";
        String nowhere = h2 ? "jdbc:h2:tcp://localhost:1/none" : url.replaceFirst("(//[^:/]+):\\d+", "$1:1");
        String beforeHost = h2
                ? "jdbc:h2:tcp://keeper:" + SECRET + "@localhost:1/none"
                : url.replaceFirst("//", "//keeper:" + SECRET + "@");
        Map<String, Map<String, Object>> ways = new LinkedHashMap<>();
        ways.put("beside the URL", login("spring.datasource.", url, "keeper", SECRET));
        String inQuery = query + (h2 ? SECRET.replace(";", "\\;") : SECRET);
        ways.put("in the query", login("spring.datasource.", url + inQuery, "keeper", null));
        ways.put("of Retort's own user", both(login("spring.datasource.", url, "keeper", SECRET), "retort.password"));
        ways.put("wrong", login("spring.datasource.", url, "nobody", SECRET));
        ways.put("wrong in the query", login("spring.datasource.", url + inQuery + "x", "nobody", null));
        ways.put("before the host", login("spring.datasource.", beforeHost, null, null));
        ways.put("beside a host that is away", login("spring.datasource.", nowhere, "keeper", SECRET));
        ways.put("in the query of a host that is away", login("spring.datasource.", nowhere + inQuery, "keeper", null));
        ways.replaceAll((name, login) -> name.equals("wrong") ? login : unpooled(login));
        return ways;
    }

    private static Map<String, Object> login(String prefix, String url, String user, String password) {
        Map<String, Object> login = new LinkedHashMap<>();
        login.put(prefix + "url", url);
        if (user != null) {
            login.put(prefix + "username", user);
        }
        if (password != null) {
            login.put(prefix + "password", password);
        }
        return login;
    }

    /** Without a pool, which would hide details of the driver's message and delay the failure. */
    private static Map<String, Object> unpooled(Map<String, Object> login) {
        Map<String, Object> all = new LinkedHashMap<>(login);
        all.put("spring.datasource.type", SimpleDriverDataSource.class.getName());
        return all;
    }

    private static Map<String, Object> both(Map<String, Object> login, String own) {
        Map<String, Object> all = new LinkedHashMap<>(login);
        all.put("retort.url", login.get("spring.datasource.url"));
        all.put("retort.user", "keeper");
        all.put(own, SECRET);
        return all;
    }

    private String everything(List<String> commands, Map<String, Object> login) throws IOException {
        Map<String, Object> properties = new LinkedHashMap<>(login);
        properties.put("retort.locations", "io.retort.boot.autoconfigure.revisions,classpath:history,file:" + folder);
        properties.put("retort.resources", folder.toString());
        properties.put("retort.sources", folder.toString());
        properties.put("retort.interactive", "false");
        properties.put("spring.datasource.hikari.connection-timeout", "250");
        StringBuilder said = new StringBuilder();
        try (Overheard logs = new Overheard()) {
            commands(commands, properties, said);
            start(properties, said);
            said.append(logs.text());
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                said.append(file).append('\n').append(Files.readString(file));
                Files.delete(file);
            }
        }
        return said.toString();
    }

    private void commands(List<String> commands, Map<String, Object> properties, StringBuilder said) {
        for (String command : commands) {
            Class<?> application = MODEL.contains(word(command)) ? ShopApplication.class : StoryApplication.class;
            for (String form : List.of("", " --json")) {
                ToolInside.Answer answer = new ToolInside(application, properties)
                        .run(command.replace("FOLDER", folder.toString()) + form);
                said.append("$ ").append(command).append(form).append('\n');
                said.append(answer.seen()).append('\n').append(answer.outcome()).append('\n');
            }
        }
    }

    private static String word(String command) {
        return command.split(" ")[0];
    }

    private static void start(Map<String, Object> properties, StringBuilder said) {
        ApplicationContextInitializer<GenericApplicationContext> observing =
                context -> context.registerBean(ObservationRegistry.class, () -> observing(said));
        try (ConfigurableApplicationContext context = new SpringApplicationBuilder(StoryApplication.class)
                .web(WebApplicationType.NONE)
                .initializers(observing)
                .properties(properties)
                .run()) {
            said.append(new RetortEndpoint(context).units());
        } catch (RuntimeException failure) {
            StringWriter trace = new StringWriter();
            failure.printStackTrace(new PrintWriter(trace));
            said.append(trace);
        }
    }

    private static ObservationRegistry observing(StringBuilder said) {
        ObservationRegistry registry = ObservationRegistry.create();
        registry.observationConfig().observationHandler(new ObservationHandler<>() {
            @Override
            public void onStop(Observation.Context observed) {
                said.append(observed).append('\n');
            }

            @Override
            public boolean supportsContext(Observation.Context observed) {
                return true;
            }
        });
        return registry;
    }
}
