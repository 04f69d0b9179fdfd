package io.retort.boot.tool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.retort.error.RetortException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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
        assertThat(OfflineDialect.of(application(Map.of(property, url))).name()).isEqualTo(dialect);
    }

    @Test
    void isAskedForWhereNoUrlIsSet() {
        assertThatThrownBy(() -> OfflineDialect.of(application(Map.of())))
                .isInstanceOf(RetortException.class)
                .hasMessageContaining("Set the URL of the data source; Retort does not connect to it.");
    }

    private static GenericApplicationContext application(Map<String, Object> properties) {
        GenericApplicationContext application = new GenericApplicationContext();
        application.getEnvironment().getPropertySources().addFirst(new MapPropertySource("test", properties));
        application.refresh();
        return application;
    }
}
