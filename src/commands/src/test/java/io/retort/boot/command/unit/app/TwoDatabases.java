package io.retort.boot.command.unit.app;

import com.zaxxer.hikari.HikariDataSource;
import java.util.Map;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.data.jpa.autoconfigure.DataJpaRepositoriesAutoConfiguration;
import org.springframework.boot.jdbc.DataSourceBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.orm.jpa.LocalContainerEntityManagerFactoryBean;
import org.springframework.orm.jpa.vendor.HibernateJpaVendorAdapter;

/**
 * An application with two databases and two persistence units that cannot start unless both schemas match the entities.
 */
@SpringBootApplication(exclude = DataJpaRepositoriesAutoConfiguration.class)
public class TwoDatabases {

    @Bean
    HikariDataSource shopDataSource(@Value("${shop.url}") String url, @Value("${shop.user}") String user) {
        return pool(url, user);
    }

    @Bean
    HikariDataSource billingDataSource(@Value("${billing.url}") String url, @Value("${billing.user}") String user) {
        return pool(url, user);
    }

    @Bean
    LocalContainerEntityManagerFactoryBean shopEntities(@Qualifier("shopDataSource") DataSource dataSource) {
        return entities(dataSource, "shop");
    }

    @Bean
    LocalContainerEntityManagerFactoryBean billingEntities(@Qualifier("billingDataSource") DataSource dataSource) {
        return entities(dataSource, "billing");
    }

    private static HikariDataSource pool(String url, String user) {
        HikariDataSource pool = DataSourceBuilder.create()
                .type(HikariDataSource.class)
                .url(url)
                .username(user)
                .password("")
                .build();
        pool.setMaximumPoolSize(3);
        pool.setConnectionTimeout(2000);
        return pool;
    }

    private static LocalContainerEntityManagerFactoryBean entities(DataSource dataSource, String name) {
        LocalContainerEntityManagerFactoryBean factory = new LocalContainerEntityManagerFactoryBean();
        factory.setDataSource(dataSource);
        factory.setPersistenceUnitName(name);
        factory.setPackagesToScan("io.retort.boot.command.unit.app." + name);
        factory.setJpaVendorAdapter(new HibernateJpaVendorAdapter());
        factory.setJpaPropertyMap(Map.of("hibernate.hbm2ddl.auto", "validate"));
        return factory;
    }
}
