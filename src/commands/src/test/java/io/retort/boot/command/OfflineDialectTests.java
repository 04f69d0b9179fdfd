package io.retort.boot.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.retort.error.RetortException;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.MapPropertySource;

/** The dialect of a script depends on the URL alone; neither driver nor connection is needed. */
class OfflineDialectTests {

    @ParameterizedTest
    @CsvSource({
        "spring.datasource.url, jdbc:sqlserver://db.example:1433;databaseName=shop, sqlserver",
        "retort.url,            jdbc:postgresql://db.example/shop,                  postgresql"
    })
    void isToldByTheUrl(String property, String url, String dialect) {
        assertThat(OfflineDialect.of(application(Map.of(property, url)))
                        .dialect()
                        .name())
                .isEqualTo(dialect);
    }

    @ParameterizedTest
    @CsvSource({
        "jdbc:tc:postgresql:17.2-alpine:///shop,              postgresql, 17.2",
        "jdbc:tc:mariadb:11:///shop?TC_DAEMON=true,           mariadb,    11",
        "jdbc:tc:mysql:latest:///shop,                        mysql,",
        "jdbc:tc:mysql:///shop,                               mysql,",
        "jdbc:postgresql://db.example:5432/shop,              postgresql,",
    })
    void theTagOfAContainerIsTheVersion(String url, String dialect, String version) {
        OfflineProduct product = OfflineDialect.of(application(Map.of("spring.datasource.url", url)));

        assertThat(product.dialect().name()).isEqualTo(dialect);
        assertThat(product.version()).isEqualTo(version);
    }

    @Test
    void theVersionOfAProductIsOptional() {
        assertThat(OfflineProduct.parse("postgresql", "x").version()).isNull();
        assertThat(properties("postgresql:17"))
                .isEqualTo(Map.of(
                        "jakarta.persistence.database-product-name",
                        "PostgreSQL",
                        "jakarta.persistence.database-major-version",
                        17));
        assertThat(properties("mariadb:10.6.4"))
                .containsEntry("jakarta.persistence.database-major-version", 10)
                .containsEntry("jakarta.persistence.database-minor-version", 6);
    }

    private static Map<String, Object> properties(String text) {
        Map<String, Object> properties = new HashMap<>();
        OfflineProduct.parse(text, "--database").addTo(properties);
        return properties;
    }

    @ParameterizedTest
    @ValueSource(strings = {"postgresql:", "postgresql:x", "postgresql:17-alpine", "postgresql:99999999999"})
    void anythingElseIsNoVersion(String text) {
        assertThatThrownBy(() -> OfflineProduct.parse(text, "retort.offline.database"))
                .isInstanceOf(RetortException.class)
                .hasMessageContaining("retort.offline.database has the version \"" + text.substring(11) + "\"")
                .hasMessageContaining("such as postgresql:17");
        assertThatThrownBy(() -> OfflineProduct.parse("oracle:23", "x"))
                .hasMessageContaining("Retort does not support a dialect named \"oracle\"");
    }

    @Test
    void isAskedForWhereNoUrlIsSet() {
        assertThatThrownBy(() -> OfflineDialect.of(application(Map.of())))
                .isInstanceOf(RetortException.class)
                .hasMessageContaining(
                        "Set the URL of the data source or the option `offline.database`; Retort does not connect to it.");
    }

    private static GenericApplicationContext application(Map<String, Object> properties) {
        GenericApplicationContext application = new GenericApplicationContext();
        application.getEnvironment().getPropertySources().addFirst(new MapPropertySource("test", properties));
        application.refresh();
        return application;
    }
}
