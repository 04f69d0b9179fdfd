package io.retort.maven.fork;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.maven.artifact.handler.DefaultArtifactHandler;
import org.eclipse.aether.artifact.DefaultArtifact;
import org.junit.jupiter.api.Test;

class ToolJarsTests {

    @Test
    void spellsKeysAsMavenDoes() {
        var mavens = new org.apache.maven.artifact.DefaultArtifact(
                "g", "a", "1", "compile", "jar", "linux", new DefaultArtifactHandler("jar"));

        assertThat(ToolJars.key(new DefaultArtifact("g", "a", "linux", "jar", "2")))
                .isEqualTo(mavens.getDependencyConflictId());
        assertThat(ToolJars.key(new DefaultArtifact("g:a:1"))).isEqualTo("g:a:jar");
    }
}
