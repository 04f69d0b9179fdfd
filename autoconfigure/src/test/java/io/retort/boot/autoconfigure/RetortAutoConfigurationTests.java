package io.retort.boot.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;

import io.retort.Retort;
import io.retort.RetortOptions;
import io.retort.error.RetortException;
import io.retort.run.DdlTimeouts;
import io.retort.run.RunListener;
import io.retort.run.StepReport;
import io.retort.run.TransactionScope;
import io.retort.schema.QualifiedName;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.LazyInitializationBeanFactoryPostProcessor;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.jdbc.SchemaManagement;
import org.springframework.boot.jdbc.SchemaManagementProvider;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.datasource.SimpleDriverDataSource;

class RetortAutoConfigurationTests {

    private static final String HISTORY = "retort.locations=io.retort.boot.autoconfigure.revisions,classpath:history";

    private final ApplicationContextRunner empty =
            new ApplicationContextRunner().withConfiguration(AutoConfigurations.of(RetortAutoConfiguration.class));

    private final ApplicationContextRunner application = empty.withConfiguration(
                    AutoConfigurations.of(DataSourceAutoConfiguration.class))
            .withPropertyValues("spring.datasource.generate-unique-name=true", HISTORY);

    @Test
    void staysAwayWithoutADatabase() {
        empty.run(context -> assertThat(context).doesNotHaveBean(Retort.class));
    }

    @Test
    void staysAwayWhenDisabled() {
        application
                .withPropertyValues("retort.enabled=false")
                .run(context -> assertThat(context).doesNotHaveBean(Retort.class));
    }

    @Test
    void upgradesAtTheStart() {
        application.run(context -> {
            assertThat(columns(context.getBean(DataSource.class))).isEqualTo(2);
            assertThat(context.getBean(Retort.class).status().upToDate()).isTrue();
        });
    }

    @Test
    void goesAsFarAsTheTarget() {
        application
                .withPropertyValues("retort.target=1a2b3c4d5e6f")
                .run(context ->
                        assertThat(columns(context.getBean(DataSource.class))).isEqualTo(1));
    }

    @Test
    void startsWithoutAnyRevision() {
        application
                .withPropertyValues("retort.locations=db.revisions")
                .run(context -> assertThat(context).hasNotFailed());
    }

    @Test
    void keepsItsTableUnderAnotherName() {
        application
                .withPropertyValues("retort.table=history")
                .run(context -> assertThat(jdbc(context.getBean(DataSource.class))
                                .queryForObject("select count(*) from history", Long.class))
                        .isEqualTo(2));
    }

    @Test
    void waitsAsLongAsItIsSet() {
        application
                .withPropertyValues(
                        "retort.lock.timeout=7s",
                        "retort.ddl.lock-timeout=200ms",
                        "retort.ddl.statement-timeout=1h",
                        "retort.ddl.retry-for=0",
                        "retort.transaction=run")
                .run(context -> assertThat(context.getBean(Retort.class).options())
                        .isEqualTo(RetortOptions.STANDARD
                                .withLockTimeout(Duration.ofSeconds(7))
                                .withDdl(new DdlTimeouts(Duration.ofMillis(200), Duration.ofHours(1), Duration.ZERO))
                                .withTransaction(TransactionScope.RUN)));
        application.run(
                context -> assertThat(context.getBean(Retort.class).options()).isEqualTo(RetortOptions.STANDARD));
    }

    @Test
    void leavesTheDatabaseAloneWhenOff() {
        application.withPropertyValues("retort.mode=off").run(context -> {
            assertThat(context).doesNotHaveBean(RetortInitializer.class).hasSingleBean(Retort.class);
            assertThat(columns(context.getBean(DataSource.class))).isZero();
        });
    }

    @Test
    void refusesToStartBehindWhenItOnlyVerifies() {
        application
                .withPropertyValues("retort.mode=verify")
                .run(context -> assertThat(context)
                        .getFailure()
                        .rootCause()
                        .isInstanceOf(RetortException.class)
                        .hasMessageContainingAll("1a2b3c4d5e6f (create product)", "the command `upgrade head`"));
    }

    @Test
    void tellsSpringBootThatItLooksAfterTheSchema() {
        application.run(context -> assertThat(context.getBean(SchemaManagementProvider.class)
                        .getSchemaManagement(context.getBean(DataSource.class)))
                .isEqualTo(SchemaManagement.MANAGED));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "spring.jpa.hibernate.ddl-auto=update",
                "spring.jpa.hibernate.ddl-auto=create-drop",
                "spring.jpa.generate-ddl=true",
                "spring.jpa.properties.hibernate.hbm2ddl.auto=create",
                "spring.jpa.properties.jakarta.persistence.schema-generation.database.action=drop-and-create"
            })
    void refusesToShareTheSchemaWithHibernate(String setting) {
        application
                .withPropertyValues(setting)
                .run(context -> assertThat(context)
                        .getFailure()
                        .rootCause()
                        .isInstanceOf(RetortException.class)
                        .hasMessageContaining(setting + " lets Hibernate change the schema"));
        application
                .withPropertyValues(setting, "retort.mode=off")
                .run(context -> assertThat(context).hasNotFailed());
    }

    @ParameterizedTest
    @ValueSource(strings = {"spring.jpa.hibernate.ddl-auto=validate", "spring.jpa.generate-ddl=false"})
    void doesNotMindHibernateLooking(String setting) {
        application
                .withPropertyValues(setting)
                .run(context -> assertThat(context).hasNotFailed());
    }

    @Test
    void usesTheMarkedDataSource() {
        application.withUserConfiguration(TwoMarked.class).run(context -> {
            assertThat(columns(context.getBean("own", DataSource.class))).isEqualTo(2);
            assertThat(columns(context.getBean("other", DataSource.class))).isZero();
        });
    }

    @Test
    void asksWhichOfSeveralDataSources() {
        application
                .withUserConfiguration(Two.class)
                .run(context -> assertThat(context)
                        .getFailure()
                        .rootCause()
                        .hasMessageContainingAll("several data sources", "@RetortDataSource"));
    }

    @Test
    void usesAUrlOfItsOwnWithoutAnyDataSource() {
        empty.withPropertyValues(HISTORY, "retort.url=jdbc:h2:mem:own-url;DB_CLOSE_DELAY=-1", "retort.user=sa")
                .run(context -> {
                    DataSource own = context.getBean(RetortDatabase.class).dataSource();
                    assertThat(own).isInstanceOf(SimpleDriverDataSource.class);
                    assertThat(columns(own)).isEqualTo(2);
                });
    }

    @Test
    void usesTheApplicationsDatabaseWithAUserOfItsOwn() {
        application.withPropertyValues("retort.user=sa", "retort.password=").run(context -> {
            assertThat(context.getBean(RetortDatabase.class).dataSource()).isInstanceOf(SimpleDriverDataSource.class);
            assertThat(columns(context.getBean(DataSource.class))).isEqualTo(2);
        });
    }

    @Test
    void upgradesAsAnotherUserThanTheApplication() {
        String url = "jdbc:h2:mem:two-users;DB_CLOSE_DELAY=-1";
        jdbc(memory("two-users")).execute("create user owner_of_all password 'own' admin");
        empty.withConfiguration(AutoConfigurations.of(DataSourceAutoConfiguration.class))
                .withPropertyValues(
                        HISTORY,
                        "spring.datasource.url=" + url,
                        "spring.datasource.username=sa",
                        "retort.user=owner_of_all",
                        "retort.password=own")
                .run(context -> {
                    DataSource application = context.getBean(DataSource.class);
                    assertThat(jdbc(application).queryForList("select applied_by from retort_revision", String.class))
                            .hasSize(2)
                            .containsOnly("OWNER_OF_ALL");
                    assertThat(context.getBean(SchemaManagementProvider.class).getSchemaManagement(application))
                            .isEqualTo(SchemaManagement.MANAGED);
                });
    }

    @Test
    void takesConnectionDetailsBeforeItsOwnUrl() {
        empty.withPropertyValues(HISTORY, "retort.url=jdbc:h2:mem:nobody-goes-there")
                .withBean(RetortConnectionDetails.class, () -> new RetortConnectionDetails() {
                    @Override
                    public String getUsername() {
                        return "sa";
                    }

                    @Override
                    public String getPassword() {
                        return "";
                    }

                    @Override
                    public String getJdbcUrl() {
                        return "jdbc:h2:mem:details;DB_CLOSE_DELAY=-1";
                    }
                })
                .run(context -> assertThat(columns(memory("details"))).isEqualTo(2));
    }

    @Test
    void usesTheDriverThatIsNamed() {
        empty.withPropertyValues(HISTORY, "retort.url=jdbc:h2:mem:driver", "retort.driver-class-name=org.example.None")
                .run(context -> assertThat(context).getFailure().rootCause().hasMessageContaining("org.example.None"));
    }

    @Test
    void asksEveryCustomizerOfOptions() {
        application
                .withBean(
                        RetortOptionsCustomizer.class,
                        () -> options -> options.withTable(QualifiedName.parse("customized")))
                .run(context -> assertThat(jdbc(context.getBean(DataSource.class))
                                .queryForObject("select count(*) from customized", Long.class))
                        .isEqualTo(2));
    }

    @Test
    void tellsTheApplicationsListeners() {
        List<String> heard = new ArrayList<>();
        application
                .withBean(RunListener.class, () -> new RunListener() {
                    @Override
                    public void after(StepReport report, int number, int total) {
                        heard.add(report.revision().id() + " " + number + "/" + total);
                    }
                })
                .run(context -> assertThat(heard).containsExactly("1a2b3c4d5e6f 1/2", "2b3c4d5e6f7a 2/2"));
    }

    @Test
    void leavesTheStartToAStrategy() {
        application
                .withBean(RetortStartStrategy.class, () -> retort -> retort.upgrade("1a2b3c4d5e6f"))
                .run(context ->
                        assertThat(columns(context.getBean(DataSource.class))).isEqualTo(1));
    }

    @Test
    void startsAtOnceInALazyApplicationWithoutJpa() {
        application
                .withInitializer(context ->
                        context.addBeanFactoryPostProcessor(new LazyInitializationBeanFactoryPostProcessor()))
                .run(context -> {
                    assertThat(context.getBeanFactory().getSingletonNames()).contains("retortInitializer");
                    assertThat(columns(context.getBean(DataSource.class))).isEqualTo(2);
                });
    }

    @Test
    void staysAwayWithoutItsClasses() {
        application
                .withClassLoader(new FilteredClassLoader(Retort.class))
                .run(context -> assertThat(context).hasNotFailed().doesNotHaveBean("retort"));
    }

    @Test
    void letsAnApplicationBringItsOwnRetort() {
        application.withUserConfiguration(OwnRetort.class).run(context -> {
            assertThat(context).hasSingleBean(Retort.class);
            assertThat(columns(context.getBean(DataSource.class))).isZero();
        });
    }

    private static long columns(DataSource dataSource) {
        Long columns = jdbc(dataSource)
                .queryForObject(
                        "select count(*) from information_schema.columns where lower(table_name) = 'product'",
                        Long.class);
        return columns == null ? 0 : columns;
    }

    private static JdbcTemplate jdbc(DataSource dataSource) {
        return new JdbcTemplate(dataSource);
    }

    private static DataSource memory(String name) {
        return new DriverManagerDataSource("jdbc:h2:mem:" + name + ";DB_CLOSE_DELAY=-1", "sa", "");
    }

    @Configuration(proxyBeanMethods = false)
    static class Two {

        @Bean
        DataSource first() {
            return memory("first");
        }

        @Bean
        DataSource second() {
            return memory("second");
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class TwoMarked {

        @Bean
        @RetortDataSource
        DataSource own() {
            return memory("own");
        }

        @Bean
        DataSource other() {
            return memory("other");
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class OwnRetort {

        @Bean
        Retort ownRetort(RetortDatabase database) {
            return Retort.on(database.dataSource(), List.of());
        }
    }
}
