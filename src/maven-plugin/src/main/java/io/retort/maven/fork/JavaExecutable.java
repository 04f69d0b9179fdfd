package io.retort.maven.fork;

import java.nio.file.Path;
import java.util.Optional;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.toolchain.ToolchainManager;

/** Finds the {@code java} executable: the toolchain's, or the one that runs Maven. */
public final class JavaExecutable {

    private JavaExecutable() {}

    /**
     * Returns the path of the executable.
     *
     * @param toolchains Maven's toolchains; never null
     * @param session the Maven session; never null
     */
    public static Path of(ToolchainManager toolchains, MavenSession session) {
        return Optional.ofNullable(toolchains.getToolchainFromBuildContext("jdk", session))
                .map(toolchain -> toolchain.findTool("java"))
                .map(Path::of)
                .orElseGet(() -> Path.of(System.getProperty("java.home"), "bin", "java"));
    }
}
