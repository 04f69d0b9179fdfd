package io.retort.boot.command.beans.eager;

import io.retort.boot.command.beans.app.CrateApplication;
import org.springframework.boot.hibernate.autoconfigure.HibernatePropertiesCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;

/** An application whose JPA configuration depends on a row. */
@Import(CrateApplication.class)
public class EagerApplication {

    @Bean
    HibernatePropertiesCustomizer settingOfDatabase(JdbcTemplate jdbc) {
        Integer size = jdbc.queryForObject("select 20", Integer.class);
        return properties -> properties.put("hibernate.default_batch_fetch_size", String.valueOf(size));
    }
}
