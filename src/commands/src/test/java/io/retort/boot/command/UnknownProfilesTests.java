package io.retort.boot.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.io.DefaultResourceLoader;

class UnknownProfilesTests {

    @TempDir
    Path classes;

    @Test
    void aMisspeltProfileIsReportedWithTheNearest() throws IOException {
        Files.writeString(classes.resolve("application-postgres.yaml"), "a: b");
        Files.createDirectory(classes.resolve("config"));
        Files.writeString(classes.resolve("config/application-staging.properties"), "a=b");

        assertThat(with("postgre", "stagign"))
                .containsExactly(
                        "The active profile postgre has no configuration; did you mean postgres?",
                        "The active profile stagign has no configuration; did you mean staging?");
    }

    @Test
    void aProfileThatIsCloseToNoneCanConsistOfBeans() throws IOException {
        Files.writeString(classes.resolve("application-postgres.yaml"), "a: b");

        assertThat(with("postgres", "demo-data")).isEmpty();
    }

    private List<String> with(String... profiles) throws IOException {
        StandardEnvironment environment = new StandardEnvironment();
        environment.setActiveProfiles(profiles);
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {classes.toUri().toURL()}, null)) {
            return UnknownProfiles.in(environment, new DefaultResourceLoader(loader));
        }
    }
}
