package io.retort.boot.command.hostile;

import jakarta.persistence.EntityManagerFactory;
import java.util.Map;
import javax.sql.DataSource;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.jdbc.init.DataSourceScriptDatabaseInitializer;
import org.springframework.boot.jpa.EntityManagerFactoryBuilder;
import org.springframework.boot.sql.init.DatabaseInitializationMode;
import org.springframework.boot.sql.init.DatabaseInitializationSettings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.orm.jpa.LocalContainerEntityManagerFactoryBean;
import org.springframework.orm.jpa.vendor.HibernateJpaVendorAdapter;
import org.springframework.scheduling.annotation.EnableScheduling;

/**
 * An application that cannot start and does harm wherever its code runs: a broken component, an initializer without its
 * script, and entity manager factories that create their tables.
 */
@SpringBootApplication
@EnableScheduling
public class HostileApplication {

    public static void main(String[] arguments) {
        System.out.println("chatter on standard output");
        try {
            SpringApplication.run(HostileApplication.class, arguments);
        } catch (RuntimeException failure) {
            Spoiled.by("a failure that reached main: " + failure);
        }
        Spoiled.by("the code behind run");
    }

    @Bean
    DataSourceScriptDatabaseInitializer scripts(DataSource dataSource) {
        Spoiled.by("a database initializer");
        DatabaseInitializationSettings settings = new DatabaseInitializationSettings();
        settings.setMode(DatabaseInitializationMode.ALWAYS);
        return new DataSourceScriptDatabaseInitializer(dataSource, settings);
    }

    @Bean
    @Primary
    LocalContainerEntityManagerFactoryBean entityManagerFactory(
            EntityManagerFactoryBuilder builder, DataSource dataSource) {
        return builder.dataSource(dataSource)
                .packages(HostileApplication.class)
                .persistenceUnit("built")
                .properties(Map.of("hibernate.hbm2ddl.auto", "create"))
                .build();
    }

    @Bean
    LocalContainerEntityManagerFactoryBean handmade(DataSource dataSource) {
        LocalContainerEntityManagerFactoryBean factory = new LocalContainerEntityManagerFactoryBean();
        factory.setDataSource(dataSource);
        factory.setPackagesToScan("io.retort.boot.command.hostile.ledger");
        factory.setPersistenceUnitName("handmade");
        factory.setJpaVendorAdapter(new HibernateJpaVendorAdapter());
        factory.setJpaPropertyMap(Map.of(
                "hibernate.hbm2ddl.auto", "create",
                "hibernate.physical_naming_strategy",
                        "org.hibernate.boot.model.naming.PhysicalNamingStrategyStandardImpl"));
        return factory;
    }

    @Bean
    Object eager(EntityManagerFactory factory) {
        Spoiled.by("a bean that uses JPA");
        return factory;
    }
}
