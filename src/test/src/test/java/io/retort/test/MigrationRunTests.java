package io.retort.test;

import static org.assertj.core.api.Assertions.assertThat;

import io.retort.Retort;
import io.retort.test.shop.ShopApplication;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

@SpringBootTest(
        classes = ShopApplication.class,
        properties = {"retort.locations=classpath:sound", "spring.datasource.generate-unique-name=true"})
@Tag("long")
class MigrationRunTests {

    @Test
    void rowsComeAlongUpAndDown(@Autowired DataSource dataSource, @Autowired Retort retort) {
        MigrationRun run = MigrationRun.on(dataSource, retort)
                .at("a1000000")
                .sql("insert into customer (id, name) values (?, ?)", 1, "Ada Lovelace")
                .upgrade("head");
        assertThat(run.rows("select first_name from customer")).containsExactly(Map.of("FIRST_NAME", "Ada"));

        run.downgrade("a1000000");
        assertThat(run.rows("select name from customer where id = ?", 1)).containsExactly(Map.of("NAME", "Ada"));
    }
}
