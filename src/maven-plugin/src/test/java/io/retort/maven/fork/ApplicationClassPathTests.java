package io.retort.maven.fork;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.maven.artifact.Artifact;
import org.apache.maven.artifact.DefaultArtifact;
import org.apache.maven.artifact.handler.DefaultArtifactHandler;
import org.junit.jupiter.api.Test;

class ApplicationClassPathTests {

    private static final Path CLASSES = Path.of("classes");

    @Test
    void leavesOutTestDependenciesAndDevTools() {
        ApplicationClassPath path = path(
                false,
                artifact("org.example", "domain", "compile"),
                artifact("com.h2database", "h2", "runtime"),
                artifact("org.example", "container", "provided"),
                artifact("org.junit", "junit", "test"),
                artifact("org.springframework.boot", "spring-boot-devtools", "runtime"));

        assertThat(path.with(Map.of()))
                .containsExactly(CLASSES, Path.of("domain.jar"), Path.of("h2.jar"), Path.of("container.jar"));
    }

    @Test
    void keepsTestDependenciesWhenAskedFor() {
        assertThat(path(true, artifact("org.junit", "junit", "test")).with(Map.of()))
                .containsExactly(CLASSES, Path.of("junit.jar"));
    }

    @Test
    void leavesOutWhatDoesNotBelongOnAClassPath() {
        DefaultArtifactHandler pom = new DefaultArtifactHandler("pom");
        Artifact bom = new DefaultArtifact("org.example", "bom", "1", "compile", "pom", null, pom);
        bom.setFile(new File("bom.pom"));

        assertThat(path(false, bom).with(Map.of())).containsExactly(CLASSES);
    }

    @Test
    void letsTheApplicationsJarWinOverTheTools() {
        Map<String, File> tool = Map.of(
                "org.example:domain:jar",
                new File("other-domain.jar"),
                "io.retort:retort-diff:jar",
                new File("diff.jar"));

        assertThat(path(false, artifact("org.example", "domain", "compile")).with(tool))
                .containsExactly(CLASSES, Path.of("domain.jar"), Path.of("diff.jar"));
    }

    private static ApplicationClassPath path(boolean withTests, Artifact... artifacts) {
        return new ApplicationClassPath(List.of(CLASSES), List.of(artifacts), withTests);
    }

    private static Artifact artifact(String group, String name, String scope) {
        DefaultArtifactHandler jar = new DefaultArtifactHandler("jar");
        jar.setAddedToClasspath(true);
        Artifact artifact = new DefaultArtifact(group, name, "1", scope, "jar", null, jar);
        artifact.setFile(new File(name + ".jar"));
        return artifact;
    }
}
