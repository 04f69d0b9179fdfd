package io.retort.boot.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;

import io.retort.Retort;
import io.retort.boot.internal.scan.IndexWriter;
import io.retort.source.RevisionSource;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.test.context.assertj.AssertableApplicationContext;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.context.runner.ContextConsumer;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** The shortcut creates no beans of Retort; every other start creates them. */
@ExtendWith(OutputCaptureExtension.class)
class UpToDateShortcutTests {

    @TempDir
    private Path folder;

    private Path classes;
    private String url;
    private URLClassLoader loader;

    @BeforeEach
    void upgradeFromAJar() throws IOException {
        url = "jdbc:h2:file:" + folder.resolve("db").toString().replace('\\', '/');
        classes = Files.createDirectories(folder.resolve("classes"));
        revision("a1", "", "create table product (id integer);");
        revision("a2", "a1", "alter table product add name varchar(20);");
        IndexWriter.write(classes);
        open("application.jar");
        start(plain -> plain, context -> assertThat(looksClosely(context)).isTrue());
    }

    @AfterEach
    void close() throws IOException {
        loader.close();
    }

    @Test
    void isRecognisedAndToldInTheUsualLine(CapturedOutput output) {
        start(plain -> plain, context -> {
            assertThat(looksClosely(context)).isFalse();
            assertThat(output).contains("db at a2 (do a2), nothing to do");
            assertThat(context.getBean(Retort.class).status().upToDate()).isTrue();
        });
    }

    @Test
    void isRecognisedWithATableInASchema() {
        UnaryOperator<ApplicationContextRunner> elsewhere =
                plain -> plain.withPropertyValues("retort.schema=public", "retort.table=done", "retort.target=heads");
        sql("drop table product");
        start(elsewhere, context -> assertThat(looksClosely(context)).isTrue());

        start(elsewhere, context -> assertThat(looksClosely(context)).isFalse());
    }

    @Test
    void isNoneWithAnotherMode() {
        start(
                plain -> plain.withPropertyValues("retort.mode=verify"),
                context -> assertThat(looksClosely(context)).isTrue());
        start(
                plain -> plain.withPropertyValues("retort.target=a2"),
                context -> assertThat(looksClosely(context)).isTrue());
    }

    @Test
    void isNoneWhereTheApplicationTakesPart() {
        assertTakesPart(RevisionSource.class, () -> List.of());
        assertTakesPart(RetortOptionsCustomizer.class, options -> options);
        assertTakesPart(RetortStartStrategy.class, retort -> retort.upgrade("head"));
        start(
                plain -> plain.withBean(
                        "second",
                        DataSource.class,
                        DriverManagerDataSource::new,
                        definition -> definition.setAutowireCandidate(false)),
                context -> assertThat(looksClosely(context)).isTrue());
    }

    private <T> void assertTakesPart(Class<T> type, T bean) {
        start(
                plain -> plain.withBean(type, () -> bean),
                context -> assertThat(looksClosely(context)).as(type.getName()).isTrue());
    }

    @Test
    void isNoneWhereSomethingIsPending() throws IOException {
        loader.close();
        revision("a3", "a2", "alter table product add price integer;");
        IndexWriter.write(classes);
        open("newer.jar");

        start(plain -> plain, context -> assertThat(looksClosely(context)).isTrue());
        assertThat(applied()).containsExactly("a1", "a2", "a3");
    }

    /** The index lists two revisions, the jar contains three: the third must run. */
    @Test
    void isNoneWithAnIndexThatDoesNotFitTheJar() throws IOException {
        loader.close();
        revision("a3", "a2", "alter table product add price integer;");
        open("stale.jar");

        start(plain -> plain, context -> assertThat(looksClosely(context)).isTrue());
        assertThat(applied()).containsExactly("a1", "a2", "a3");
    }

    /** The half-applied revision runs again and fails on what it has already done. */
    @Test
    void isNoneWhereARevisionIsHalfDone() {
        sql("update retort_revision set state = 'upgrading' where id = 'a2'");

        start(
                plain -> plain,
                context -> assertThat(context).getFailure().rootCause().hasMessageContaining("Duplicate column name"));
    }

    @Test
    void isNoneWhereARevisionIsUnknown() {
        sql("update retort_revision set id = 'b9' where id = 'a2'");

        start(
                plain -> plain,
                context -> assertThat(context).getFailure().rootCause().hasMessageContaining("b9"));
    }

    @Test
    void isNoneWithTwoHeads() throws IOException {
        loader.close();
        revision("b2", "a1", "create table bill (id integer);");
        IndexWriter.write(classes);
        open("branched.jar");
        sql("insert into retort_revision (id, parents, message, checksum, state, progress, in_flight,"
                + " applied_at, applied_by, duration_ms, recorded) select 'b2', parents, message, checksum, state, progress, in_flight,"
                + " applied_at, applied_by, duration_ms, recorded from retort_revision where id = 'a2'");

        start(
                plain -> plain,
                context -> assertThat(context).getFailure().rootCause().hasMessageContaining("heads"));
    }

    private static boolean looksClosely(AssertableApplicationContext context) {
        return context.getSourceApplicationContext().getBeanFactory().containsSingleton("retort");
    }

    private void start(
            UnaryOperator<ApplicationContextRunner> how, ContextConsumer<? super AssertableApplicationContext> then) {
        ApplicationContextRunner plain = new ApplicationContextRunner()
                .withClassLoader(loader)
                .withConfiguration(
                        AutoConfigurations.of(DataSourceAutoConfiguration.class, RetortAutoConfiguration.class))
                .withPropertyValues("spring.datasource.url=" + url, "retort.locations=classpath:packed");
        how.apply(plain).run(then);
    }

    private List<String> applied() {
        return jdbc().queryForList("select id from retort_revision order by id", String.class);
    }

    private void sql(String statement) {
        jdbc().execute(statement);
    }

    private JdbcTemplate jdbc() {
        return new JdbcTemplate(new DriverManagerDataSource(url));
    }

    private void revision(String id, String parent, String up) throws IOException {
        Path file = classes.resolve("packed/" + id + "_step.sql");
        Files.createDirectories(file.getParent());
        Files.writeString(
                file,
                "-- revision: " + id + "\n" + (parent.isEmpty() ? "" : "-- parent: " + parent + "\n")
                        + "-- message: do " + id + "\n\n-- upgrade\n" + up + "\n\n-- downgrade\n");
    }

    private void open(String name) throws IOException {
        Path file = folder.resolve(name);
        try (JarOutputStream jar = new JarOutputStream(Files.newOutputStream(file));
                Stream<Path> files = Files.walk(classes)) {
            for (Path one : files.skip(1).sorted().toList()) {
                String entry = classes.relativize(one).toString().replace('\\', '/');
                jar.putNextEntry(new JarEntry(Files.isDirectory(one) ? entry + "/" : entry));
                if (Files.isRegularFile(one)) {
                    Files.copy(one, jar);
                }
            }
        }
        loader = new URLClassLoader(new URL[] {file.toUri().toURL()}, getClass().getClassLoader());
    }
}
