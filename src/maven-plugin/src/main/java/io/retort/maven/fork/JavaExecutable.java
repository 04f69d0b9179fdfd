package io.retort.maven.fork;

import java.nio.file.Path;
import java.util.Optional;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.toolchain.ToolchainManager;

/** The {@code java} that the project builds with: its toolchain's, or the one that runs Maven. */
public final class JavaExecutable {

    private JavaExecutable() {}

    public static Path of(ToolchainManager toolchains, MavenSession session) {
        return Optional.ofNullable(toolchains.getToolchainFromBuildContext("jdk", session))
                .map(toolchain -> toolchain.findTool("java"))
                .map(Path::of)
                .orElseGet(() -> Path.of(System.getProperty("java.home"), "bin", "java"));
    }
}
