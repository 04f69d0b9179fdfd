package io.retort.testkit;

import static io.retort.testkit.TestDatabase.H2;
import static io.retort.testkit.TestDatabase.MARIADB;
import static io.retort.testkit.TestDatabase.MYSQL;
import static io.retort.testkit.TestDatabase.POSTGRESQL;
import static io.retort.testkit.TestDatabase.SQLITE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.retort.testkit.engine.Login;
import io.retort.testkit.launch.NativeLibraries;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SettingsTests {

    private static Settings settings(Map<String, String> properties) {
        return Settings.from(properties::get, false);
    }

    private static Settings inCi(Map<String, String> properties) {
        return Settings.from(properties::get, true);
    }

    @Test
    void withoutPropertiesAllDatabasesAreTestedAndNoneIsRequired() {
        Settings settings = settings(Map.of());

        assertThat(settings.mode()).isEqualTo(Settings.Mode.AUTO);
        assertThat(settings.only()).containsExactly(TestDatabase.values());
        assertThat(settings.required()).isEmpty();
        assertThat(settings.own(POSTGRESQL)).isEmpty();
    }

    @Test
    void onlyNamesDatabasesInAnyCaseWithSpacesAndStrayCommas() {
        assertThat(settings(Map.of("testdb.only", " PostgreSQL, h2,")).only()).containsExactly(POSTGRESQL, H2);
    }

    @Test
    void unknownWordsAreRefusedWithThoseThatAreKnown() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> settings(Map.of("testdb.only", "h2,oracle")))
                .withMessage(
                        "-Dtestdb.only does not know \"oracle\"; it knows postgresql, postgresql_15, mariadb, mysql, h2, hsqldb,"
                                + " sqlite, derby");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> settings(Map.of("testdb", "podman")))
                .withMessage("-Dtestdb does not know \"podman\"; it knows auto, docker, embedded");
    }

    @Test
    void ciRequiresTheMustHavesAndMySqlWhereItsLibrariesAre() {
        assertThat(inCi(Map.of()).required()).contains(POSTGRESQL, MARIADB, H2, SQLITE);
        assertThat(inCi(Map.of()).required().contains(MYSQL)).isEqualTo(NativeLibraries.presentForMySql());
    }

    @Test
    void aListOfOnesOwnReplacesTheOneOfCiEvenIfItIsEmpty() {
        assertThat(inCi(Map.of("testdb.require", "mysql")).required()).containsExactly(MYSQL);
        assertThat(inCi(Map.of("testdb.require", "")).required()).isEmpty();
    }

    @Test
    void anOwnServerIsRequiredAndNeedsNoUser() {
        Settings settings = settings(Map.of("testdb.postgresql.url", "jdbc:postgresql://db/x"));

        assertThat(settings.own(POSTGRESQL)).contains(new Login("jdbc:postgresql://db/x", "", ""));
        assertThat(settings.mustHave(POSTGRESQL)).isTrue();
        assertThat(settings.mustHave(MARIADB)).isFalse();
    }

    @Test
    void askingForDockerMakesEveryDatabaseAMustHave() {
        assertThat(settings(Map.of("testdb", "docker")).mustHave(MYSQL)).isTrue();
        assertThat(settings(Map.of("testdb", "embedded")).mustHave(MYSQL)).isFalse();
    }

    @Test
    void thePasswordIsNotPrinted() {
        Settings settings = settings(Map.of(
                "testdb.mysql.url",
                "jdbc:mysql://db/",
                "testdb.mysql.user",
                "root",
                "testdb.mysql.password",
                "secret"));

        assertThat(settings.own(MYSQL).orElseThrow().password()).isEqualTo("secret");
        assertThat(settings.own(MYSQL)).asString().doesNotContain("secret");
    }
}
