package io.retort.boot.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;

import io.retort.boot.internal.MissingDriver;
import io.retort.error.RetortException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.mock.env.MockEnvironment;

class MissingDriverTests {

    private static final String SECRET = "geheim";

    /** HikariCP gives up with a RuntimeException, and with a driver of the URL's own that is not there. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            jdbc:postgres://shop:geheim@localhost/shop        | URL jdbc:postgres://localhost/shop.   | Write "jdbc:postgresql:" instead of "jdbc:postgres:" in spring.datasource.url.
            jdbc:postgresl://localhost/shop?password=geheim   | URL jdbc:postgresl://localhost/shop.  | Write "jdbc:postgresql:" instead of "jdbc:postgresl:" in spring.datasource.url.
            jdbc:mariab://localhost/shop?password=geheim      | URL jdbc:mariab://localhost/shop.     | Write "jdbc:mariadb:" instead of "jdbc:mariab:" in spring.datasource.url.
            jdbc:sqlserver://localhost;password=geheim        | URL jdbc:sqlserver://localhost.       | Add the JDBC driver of sqlserver to the dependencies
            jdbc:unheard:of;PASSWORD=geheim                   | URL jdbc:unheard:of.                  | Check spring.datasource.url, or add the JDBC driver
            jdbc:postgresql://localhost:abc/shop?password=geheim | The JDBC driver of postgresql does not accept the URL jdbc:postgresql://***/shop. | Correct the host, port, database and parameters in spring.datasource.url
            postgresql://shop:geheim@localhost/shop           | does not begin with "jdbc:".          | Write it as jdbc:postgresql://host:port/database
            """)
    void theUrlAndWhatToTypeAreNamed(String url, String what, String action) {
        FailureAnalysis analysis = FailedStart.of(new ApplicationContextRunner()
                .withConfiguration(
                        AutoConfigurations.of(DataSourceAutoConfiguration.class, RetortAutoConfiguration.class))
                .withPropertyValues("spring.datasource.url=" + url, "spring.datasource.username=sa"));

        assertThat(analysis.getDescription()).contains(what).doesNotContain(SECRET);
        assertThat(analysis.getAction()).contains(action).doesNotContain(SECRET);
    }

    @ParameterizedTest
    @CsvSource({"jdbc:h2:mem:x, no driver", "jdbc:unheard:x, Bean missing"})
    void anotherFailureIsNotExplained(String url, String message) {
        MockEnvironment environment = new MockEnvironment().withProperty("spring.datasource.url", url);

        assertThat(MissingDriver.of(new IllegalStateException(message), environment)
                        .map(RetortException::what))
                .isEmpty();
    }
}
