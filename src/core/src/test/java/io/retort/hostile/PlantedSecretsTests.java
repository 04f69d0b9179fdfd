package io.retort.hostile;

import static io.retort.testkit.TestDatabase.H2;
import static io.retort.testkit.TestDatabase.HSQLDB;
import static io.retort.testkit.TestDatabase.MARIADB;
import static io.retort.testkit.TestDatabase.MYSQL;
import static io.retort.testkit.TestDatabase.POSTGRESQL;
import static io.retort.testkit.TestDatabase.SQLITE;
import static org.assertj.core.api.Assertions.assertThat;

import io.retort.Retort;
import io.retort.migration.Migration;
import io.retort.revision.RevisionInfo;
import io.retort.source.RevisionCode;
import io.retort.testkit.OnDatabases;
import io.retort.testkit.TestDatabase;
import io.retort.testkit.TestDb;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.DriverManager;
import java.sql.DriverPropertyInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;

/**
 * Uses generated passwords of hostile characters wherever a driver accepts one. This includes every property that may
 * be secret: in the URL, percent-encoded in the URL, before the host, and outside the URL. The driver itself lists its
 * properties.
 */
class PlantedSecretsTests {

    private static final List<String> MARKS = List.of("geheim1", "geheim2", "geheim3");
    private static final String HOSTILE = ",;&='\"(){}[]\\/?#@:%+$ *!~|<>äß€";
    private static final Pattern SECRET = Pattern.compile("(?i).*(pass|pwd|secret|token|sslkey|hexkey).*");
    /** Properties about the kind of a secret or its location. */
    private static final Pattern NO_SECRET =
            Pattern.compile("(?i).*(type|file|url|provider|encoding|callback|passwords)");

    private static final int ROUNDS = 5;

    private final List<String> planted = new ArrayList<>();
    private final List<String> leaks = new ArrayList<>();

    @OnDatabases({POSTGRESQL, MARIADB, MYSQL, H2, HSQLDB, SQLITE})
    void noPieceOfAPasswordIsSaid(TestDb db) throws Exception {
        Random random = new Random(71);
        for (String name : names(db)) {
            for (int i = 0; i < ROUNDS; i++) {
                plant(db, name, secret(random), random);
            }
        }
        assertThat(planted).hasSizeGreaterThan(20);
        assertThat(leaks).as("of %s planted", planted.size()).isEmpty();
    }

    /** The driver's secret properties, and those that every driver accepts. */
    private static Set<String> names(TestDb db) throws Exception {
        Set<String> names = new TreeSet<>(Set.of("password", db.database() == H2 ? "PASSWORD" : "Password"));
        for (DriverPropertyInfo known : DriverManager.getDriver(db.url()).getPropertyInfo(db.url(), new Properties())) {
            if (SECRET.matcher(known.name).matches()
                    && !NO_SECRET.matcher(known.name).matches()
                    && !Set.of("true", "false").contains(String.valueOf(known.value))) {
                names.add(known.name);
            }
        }
        return names;
    }

    private void plant(TestDb db, String name, String secret, Random random) {
        String url = db.url();
        boolean semicolons = db.database() == H2 || db.database() == HSQLDB;
        String sign = semicolons ? ";" : url.contains("?") ? "&" : "?";
        Properties login = login(db.user(), db.password());
        Properties own = login(db.user(), db.password());
        own.put(name, secret);
        hear(own, url, "beside, " + name + "=" + secret);
        hear(login, url + sign + name + "=" + raw(secret, semicolons), "in the URL");
        hear(login, url + sign + name + "=" + URLEncoder.encode(secret, StandardCharsets.UTF_8), "encoded");
        hear(login, url + sign + name + "=" + raw(secret, semicolons) + sign + "user=nobody", "in the middle");
        if (hasHost(db.database())) {
            hear(
                    login,
                    url.replaceFirst(
                            "//", "//keeper:" + Matcher.quoteReplacement(secret.replaceAll("[/?#,]", "")) + "@"),
                    "before the host");
            hear(
                    login,
                    url.replaceFirst("(//[^:/]+):\\d+", "$1:" + (1 + random.nextInt(9))) + sign + name + "="
                            + raw(secret, false),
                    "nobody there");
        }
    }

    private static boolean hasHost(TestDatabase database) {
        return database == POSTGRESQL || database == MARIADB || database == MYSQL;
    }

    private static String raw(String secret, boolean semicolons) {
        return semicolons ? secret.replace("\\", "\\\\").replace(";", "\\;") : secret.replace("&", "");
    }

    private static Properties login(String user, String password) {
        Properties login = new Properties();
        if (user != null) {
            login.put("user", user);
        }
        if (password != null) {
            login.put("password", password);
        }
        return login;
    }

    private void hear(Properties login, String url, String way) {
        planted.add(way);
        DataSource source = (DataSource) java.lang.reflect.Proxy.newProxyInstance(
                PlantedSecretsTests.class.getClassLoader(),
                new Class<?>[] {DataSource.class},
                (proxy, method, words) -> {
                    if (method.getName().equals("getConnection")) {
                        return DriverManager.getConnection(url, login);
                    }
                    throw new UnsupportedOperationException(method.getName());
                });
        Retort retort = Retort.on(source, List.of(() -> List.of(revision(op -> op.execute("select 1 from nowhere")))));
        for (Callable<?> call : List.<Callable<?>>of(retort::status, () -> retort.upgrade("head"))) {
            String said = answer(call);
            if (MARKS.stream().anyMatch(said::contains)) {
                leaks.add(way + ": " + url + " -> " + said.lines().limit(3).toList());
            }
        }
    }

    private static String secret(Random random) {
        StringBuilder secret = new StringBuilder();
        for (String mark : MARKS) {
            for (int i = random.nextInt(3); i > 0; i--) {
                secret.append(HOSTILE.charAt(random.nextInt(HOSTILE.length())));
            }
            secret.append(mark);
        }
        return secret.toString();
    }

    private static RevisionCode revision(Migration migration) {
        RevisionInfo info = new RevisionInfo("3f2a91c07b4e", List.of(), List.of(), List.of(), "x", null, true, "Here");
        return new RevisionCode(info, () -> migration);
    }

    private static String answer(Callable<?> call) {
        try {
            return String.valueOf(call.call());
        } catch (Exception failure) {
            StringWriter trace = new StringWriter();
            failure.printStackTrace(new PrintWriter(trace));
            return trace.toString();
        }
    }
}
