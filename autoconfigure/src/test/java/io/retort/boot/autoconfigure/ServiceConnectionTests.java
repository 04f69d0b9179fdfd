package io.retort.boot.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.service.connection.ConnectionDetails;
import org.springframework.boot.autoconfigure.service.connection.ConnectionDetailsFactories;
import org.springframework.boot.autoconfigure.service.connection.ConnectionDetailsFactory;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.core.io.support.SpringFactoriesLoader;

class ServiceConnectionTests {

    @Test
    void whatJdbcDetailsSayRetortsSay() {
        Map<Class<?>, ConnectionDetails> found =
                new ConnectionDetailsFactories(getClass().getClassLoader()).getConnectionDetails(details(), true);

        RetortConnectionDetails retort = (RetortConnectionDetails) found.get(RetortConnectionDetails.class);
        assertThat(retort.getJdbcUrl()).isEqualTo("jdbc:h2:mem:compose");
        assertThat(retort.getUsername()).isEqualTo("composer");
        assertThat(retort.getPassword()).isEqualTo("secret");
        assertThat(retort.getDriverClassName()).isEqualTo("org.h2.Driver");
    }

    @Test
    void bothFactoriesAreFoundBySpringBoot() {
        // Spring Boot's own factories for Docker Compose and Testcontainers need classes that are not all present.
        assertThat(SpringFactoriesLoader.forDefaultResourceLocation()
                        .load(ConnectionDetailsFactory.class, (type, name, failure) -> {}))
                .hasAtLeastOneElementOfType(JdbcRetortConnectionDetailsFactory.class)
                .hasAtLeastOneElementOfType(ContainerRetortConnectionDetailsFactory.class);
    }

    private static JdbcConnectionDetails details() {
        return new JdbcConnectionDetails() {
            @Override
            public @Nullable String getUsername() {
                return "composer";
            }

            @Override
            public @Nullable String getPassword() {
                return "secret";
            }

            @Override
            public String getJdbcUrl() {
                return "jdbc:h2:mem:compose";
            }
        };
    }
}
