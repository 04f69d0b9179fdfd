package io.retort.testkit.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LoginTests {

    @ParameterizedTest
    @CsvSource({
        "jdbc:postgresql://db:5432/postgres, jdbc:postgresql://db:5432/mine",
        "jdbc:mysql://db:3306/, jdbc:mysql://db:3306/mine",
        "jdbc:mariadb://db:3306, jdbc:mariadb://db:3306/mine",
        "jdbc:mysql://db:3306?sslMode=DISABLED&a=b/c, jdbc:mysql://db:3306/mine?sslMode=DISABLED&a=b/c",
        "jdbc:mysql://db/old?a=b, jdbc:mysql://db/mine?a=b",
    })
    void anotherDatabaseOfTheSameServerKeepsTheParameters(String url, String expected) {
        Login login = new Login(url, "user", "secret").withDatabase("mine");

        assertThat(login).isEqualTo(new Login(expected, "user", "secret"));
    }

    @Test
    void aUrlOfNoServerIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Login("jdbc:h2:mem:x", "sa", "").withDatabase("mine"))
                .withMessageContaining("jdbc:h2:mem:x");
    }

    @Test
    void thePasswordIsNotPrinted() {
        assertThat(new Login("jdbc:mysql://db/", "root", "secret")).hasToString("jdbc:mysql://db/");
    }
}
