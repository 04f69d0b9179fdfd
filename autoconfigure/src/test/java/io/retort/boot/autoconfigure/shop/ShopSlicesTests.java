package io.retort.boot.autoconfigure.shop;

import static org.assertj.core.api.Assertions.assertThat;

import io.retort.Retort;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.jdbc.test.autoconfigure.JdbcTest;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.JdbcTemplate;

/** In every test slice, the revisions have created the schema. */
class ShopSlicesTests {

    @Nested
    @JdbcTest(properties = "retort.locations=io.retort.boot.autoconfigure.revisions,classpath:history")
    class OfJdbc {

        @Test
        void findTheTables(@Autowired JdbcTemplate jdbc) {
            assertThat(jdbc.update("insert into product (id, name) values (1, 'tea')"))
                    .isEqualTo(1);
        }
    }

    @Nested
    @SpringBootTest(
            webEnvironment = SpringBootTest.WebEnvironment.NONE,
            properties = {
                "retort.locations=io.retort.boot.autoconfigure.revisions,classpath:history",
                "spring.datasource.generate-unique-name=true",
                "spring.jpa.hibernate.ddl-auto=validate"
            })
    class OfEverything {

        @Test
        void findTheTables(@Autowired JdbcTemplate jdbc, @Autowired Retort retort) {
            assertThat(jdbc.queryForObject("select count(*) from product", Long.class))
                    .isZero();
            assertThat(retort.status().upToDate()).isTrue();
        }
    }
}
