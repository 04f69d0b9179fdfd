package io.retort.boot.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

class UnknownPropertiesTests {

    private final UnknownProperties check =
            UnknownProperties.ofThisVersion(getClass().getClassLoader());

    @Test
    void aMisspeltPropertyIsReportedWithTheNearest() {
        assertThat(in(Map.of("retort.tabel", "x")))
                .containsExactly("There is no property retort.tabel; did you mean retort.table?");
    }

    @Test
    void misspeltPropertiesInGroupsAreReported() {
        assertThat(in(Map.of("retort.lock.timout", "1m", "retort.location", "db.changes")))
                .containsExactly(
                        "There is no property retort.location; did you mean retort.locations?",
                        "There is no property retort.lock.timout; did you mean retort.lock.timeout?");
    }

    @Test
    void aPropertyThatIsCloseToNoneIsTheApplicationsOwn() {
        assertThat(in(Map.of("retort.whatever-this-is", "x", "retort.full", "true")))
                .isEmpty();
    }

    @Test
    void knownPropertiesInAllSpellingsAreAccepted() {
        assertThat(in(Map.of(
                        "retort.table", "x",
                        "retort.allowNewer", "true",
                        "retort.locations[0]", "db.revisions",
                        "retort.units.shop.data-source", "a",
                        "retort.placeholders.mail", "x",
                        "retort.result", "file",
                        "management.retort", "x")))
                .isEmpty();
    }

    /** Kubernetes and Docker Compose set properties in this way. */
    @Test
    void aMisspeltVariableIsReportedWithTheNearest() {
        StandardEnvironment environment = new StandardEnvironment();
        environment
                .getPropertySources()
                .addFirst(new SystemEnvironmentPropertySource(
                        "test",
                        Map.of(
                                "RETORT_TABEL", "x",
                                "RETORT_LOCK_TIMEUOT", "1m",
                                "RETORT_SILENCETIMEOUT", "1m",
                                "RETORT_ALLOW_OTHER_TOOLS", "true",
                                "RETORT_LOCATIONS_0", "db.revisions",
                                "RETORT_UNITS_SHOP_URL", "x",
                                "RETORT_HOUSE_OF_GLASS", "x")));

        assertThat(check.in(environment))
                .containsExactly(
                        "There is no property RETORT_LOCK_TIMEUOT; did you mean RETORT_LOCK_TIMEOUT?",
                        "There is no property RETORT_TABEL; did you mean RETORT_TABLE?");
    }

    private List<String> in(Map<String, Object> properties) {
        StandardEnvironment environment = new StandardEnvironment();
        environment.getPropertySources().addFirst(new MapPropertySource("test", properties));
        return check.in(environment);
    }
}
