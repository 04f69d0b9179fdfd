package io.retort.testkit;

import io.retort.testkit.engine.Login;
import io.retort.testkit.launch.NativeLibraries;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The settings of a test run.
 *
 * <table>
 * <caption>System properties</caption>
 * <tr><td>{@code testdb}</td><td>{@code auto} (default): Docker, otherwise embedded; or only {@code docker} or
 * {@code embedded}</td></tr>
 * <tr><td>{@code testdb.only}</td><td>the databases to test on, for example {@code postgresql,h2}; all by
 * default</td></tr>
 * <tr><td>{@code testdb.require}</td><td>the databases without which tests fail; none by default. With {@code CI=true}
 * in the environment: postgresql, mariadb, h2, sqlite, and mysql if its libraries exist</td></tr>
 * <tr><td>{@code testdb.<kind>.url .user .password}</td><td>an existing server</td></tr>
 * <tr><td>{@code testdb.<kind>.image}</td><td>another Docker image</td></tr>
 * </table>
 *
 * @param mode the permitted origins of servers
 * @param only the databases to test on
 * @param required the databases that must be available
 * @param property looks up a property
 */
record Settings(
        Mode mode, Set<TestDatabase> only, Set<TestDatabase> required, Function<String, @Nullable String> property) {

    /** The permitted origins of servers. */
    enum Mode {
        AUTO,
        DOCKER,
        EMBEDDED
    }

    /** Reads the settings of this JVM. */
    static Settings current() {
        return from(System::getProperty, "true".equalsIgnoreCase(System.getenv("CI")));
    }

    /**
     * Reads the settings.
     *
     * @throws IllegalArgumentException if a value is invalid; names the property and the valid values
     */
    static Settings from(Function<String, @Nullable String> property, boolean ci) {
        Set<TestDatabase> all = EnumSet.allOf(TestDatabase.class);
        Set<TestDatabase> none = EnumSet.noneOf(TestDatabase.class);
        return new Settings(
                mode(property.apply("testdb")),
                databases(property, "testdb.only").orElse(all),
                databases(property, "testdb.require").orElseGet(() -> ci ? mustHave() : none),
                property);
    }

    /** Returns the existing server for this database, if one is configured. */
    Optional<Login> own(TestDatabase database) {
        String prefix = "testdb." + database + ".";
        return Optional.ofNullable(property.apply(prefix + "url"))
                .map(url -> new Login(url, orEmpty(prefix + "user"), orEmpty(prefix + "password")));
    }

    /**
     * Returns whether a test must fail if this database is not available: it is required, or was requested explicitly.
     */
    boolean mustHave(TestDatabase database) {
        return required.contains(database)
                || mode == Mode.DOCKER
                || own(database).isPresent();
    }

    private String orEmpty(String name) {
        String value = property.apply(name);
        return value == null ? "" : value;
    }

    private static Set<TestDatabase> mustHave() {
        Set<TestDatabase> databases =
                EnumSet.of(TestDatabase.POSTGRESQL, TestDatabase.MARIADB, TestDatabase.H2, TestDatabase.SQLITE);
        if (NativeLibraries.presentForMySql()) {
            databases.add(TestDatabase.MYSQL);
        }
        return databases;
    }

    private static Mode mode(@Nullable String text) {
        return text == null ? Mode.AUTO : parse(Mode.class, "testdb", text);
    }

    /** An empty value is an empty set: {@code -Dtestdb.require=} requires nothing, even in CI. */
    private static Optional<Set<TestDatabase>> databases(Function<String, @Nullable String> property, String name) {
        return Optional.ofNullable(property.apply(name))
                .map(text -> Arrays.stream(text.split(","))
                        .map(String::strip)
                        .filter(word -> !word.isEmpty())
                        .map(word -> parse(TestDatabase.class, name, word))
                        .collect(Collectors.toCollection(() -> EnumSet.noneOf(TestDatabase.class))));
    }

    private static <E extends Enum<E>> E parse(Class<E> type, String property, String word) {
        return EnumSet.allOf(type).stream()
                .filter(value -> value.name().equalsIgnoreCase(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "-D" + property + " does not know \"" + word + "\"; it knows " + names(type)));
    }

    private static <E extends Enum<E>> String names(Class<E> type) {
        return EnumSet.allOf(type).stream()
                .map(value -> value.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", "));
    }
}
