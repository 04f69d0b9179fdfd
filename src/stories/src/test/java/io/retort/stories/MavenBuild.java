package io.retort.stories;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Runs a real Maven in a project. It resolves Retort from the stories' repository. Everything else comes from the
 * user's repository, used as a remote one, or from the user's configured repositories.
 *
 * @param project the folder with the pom
 * @param home the folder of Maven
 */
record MavenBuild(Path project, Path home) {

    private static final long MINUTES = 5;

    private static final Path HUGE_PAGES = Path.of("/sys/kernel/mm/transparent_hugepage/enabled");

    /** Options of each JVM, which ends after some seconds. */
    private static final List<String> SHORT_LIVED = shortLived();

    /** A build with the Maven that runs the stories. */
    MavenBuild(Path project) {
        this(project, ownHome());
    }

    /**
     * Few optimizations, and large pages of memory. A JVM prints a warning if it does not get them. Bytecode is verified as
     * for a user, because that finds classes that a packaged application does not have.
     */
    private static List<String> shortLived() {
        List<String> options = new ArrayList<>(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
        if (givesHugePages()) {
            options.add("-XX:+UseTransparentHugePages");
        }
        return List.copyOf(options);
    }

    private static boolean givesHugePages() {
        try {
            return Files.isReadable(HUGE_PAGES) && !Files.readString(HUGE_PAGES).contains("[never]");
        } catch (IOException unknown) {
            return false;
        }
    }

    private static Path ownHome() {
        return Path.of(System.getProperty("story.maven.home"));
    }

    /** The result of a Maven run. */
    record Result(int exitCode, String output) {

        boolean succeeded() {
            return exitCode == 0;
        }

        /** Returns the output without Maven's own lines. */
        List<String> talk() {
            return output.lines()
                    .filter(line -> !line.contains("[INFO]")
                            && !line.replaceAll("\u001b\\[[0-9;]*m", "").isBlank())
                    .toList();
        }
    }

    /** Runs Maven with the given goals and options. */
    Result run(String... words) {
        return run(Map.of(), words);
    }

    /** Runs Maven with further environment variables. */
    Result run(Map<String, String> environment, String... words) {
        ProcessBuilder program = program("--batch-mode", words);
        program.environment().putAll(environment);
        return Processes.run(program, MINUTES, TimeUnit.MINUTES);
    }

    /** Runs Maven without its messages and captures its standard output only, as a pipe to another program does. */
    String standardOutput(String... words) {
        return Processes.standardOutput(program("--quiet", words), MINUTES, TimeUnit.MINUTES);
    }

    /** Returns a program that runs Maven, and asks questions on its input. */
    ProcessBuilder interactive(String... words) {
        return program("--show-version", words);
    }

    /**
     * Lets a plain {@code mvn} in the project find what this class passes as options. A folder {@code .mvn} of the
     * project's own hides the one above it, so it gets that one's options of the JVM too.
     */
    void configure(Path jvmOptions) throws IOException {
        Path folder = Files.createDirectories(project.resolve(".mvn"));
        Files.writeString(
                folder.resolve("maven.config"), String.join("\n", "--settings=" + settings(), repository()) + "\n");
        Files.copy(jvmOptions, folder.resolve("jvm.config"), StandardCopyOption.REPLACE_EXISTING);
    }

    /** Runs Maven as a user does who types {@code mvn} in the project. */
    Result runPlain(String... words) {
        List<String> command = new ArrayList<>(List.of(mvn(home)));
        command.addAll(List.of(words));
        return Processes.run(program(command), MINUTES, TimeUnit.MINUTES);
    }

    private ProcessBuilder program(String option, String... words) {
        List<String> command = new ArrayList<>(command(home));
        command.add(option);
        command.addAll(List.of(words));
        return program(command);
    }

    private ProcessBuilder program(List<String> command) {
        ProcessBuilder program = new ProcessBuilder(command).directory(project.toFile());
        program.environment().putAll(environment());
        program.environment().put("CI", "true");
        return program;
    }

    /** A file with options of the machine would replace those of the stories. */
    static Map<String, String> environment() {
        return Map.of(
                "MAVEN_OPTS", String.join(" ", SHORT_LIVED),
                "MAVEN_SKIP_RC", "true",
                "JAVA_HOME", System.getProperty("java.home"),
                "XDG_CACHE_HOME", cache().toString());
    }

    /** Writes scripts {@code mvn} and {@code java} into the folder, which a shell finds on its path; returns the folder. */
    static Path onPath(Path folder) throws IOException {
        Files.createDirectories(folder);
        List<String> mvn = new ArrayList<>(command(ownHome()));
        mvn.addAll(List.of("--batch-mode", "-Dmigrate.classDataSharing=false"));
        script(folder.resolve("mvn"), mvn);
        script(folder.resolve("java"), application());
        return folder;
    }

    private static void script(Path script, List<String> command) throws IOException {
        Files.writeString(script, "#!/bin/sh\nexec '" + String.join("' '", command) + "' \"$@\"\n");
        if (!script.toFile().setExecutable(true)) {
            throw new IOException("cannot make it executable: " + script);
        }
    }

    /** Returns the start of a command that runs Java. */
    static List<String> application() {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        command.addAll(SHORT_LIVED);
        return command;
    }

    private static List<String> command(Path home) {
        return List.of(
                mvn(home),
                "--no-transfer-progress",
                "-Dstyle.color=never",
                "--settings",
                settings().toString(),
                repository());
    }

    private static String mvn(Path home) {
        return home.resolve("bin").resolve("mvn").toString();
    }

    private static String repository() {
        return "-Dmaven.repo.local="
                + Path.of(System.getProperty("story.repository")).toAbsolutePath();
    }

    /** Only the story about class data archives asks for one. */
    private static Path cache() {
        return Path.of(System.getProperty("story.repository")).toAbsolutePath().resolveSibling("cache");
    }

    /** Stories that run at the same time share the file, so it is never seen half written. */
    private static Path settings() {
        String user =
                Path.of(System.getProperty("story.user.repository")).toUri().toString();
        String options = String.join(" ", SHORT_LIVED);
        Path file =
                Path.of(System.getProperty("story.repository"), "settings.xml").toAbsolutePath();
        try {
            String content = SETTINGS.formatted(user, user, options, options);
            Files.createDirectories(file.getParent());
            if (Files.notExists(file) || !Files.readString(file).equals(content)) {
                Path part = Files.createTempFile(file.getParent(), "settings", ".part");
                Files.writeString(part, content, StandardCharsets.UTF_8);
                Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
            }
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final String SETTINGS = """
            <settings>
              <profiles>
                <profile>
                  <id>user-repository</id>
                  <repositories>
                    <repository>
                      <id>user-repository</id>
                      <url>%s</url>
                      <releases><checksumPolicy>ignore</checksumPolicy></releases>
                      <snapshots><enabled>false</enabled></snapshots>
                    </repository>
                  </repositories>
                  <pluginRepositories>
                    <pluginRepository>
                      <id>user-repository</id>
                      <url>%s</url>
                      <releases><checksumPolicy>ignore</checksumPolicy></releases>
                      <snapshots><enabled>false</enabled></snapshots>
                    </pluginRepository>
                  </pluginRepositories>
                  <properties>
                    <migrate.jvmArguments>%s</migrate.jvmArguments>
                    <spring-boot.run.jvmArguments>%s</spring-boot.run.jvmArguments>
                  </properties>
                </profile>
              </profiles>
              <activeProfiles>
                <activeProfile>user-repository</activeProfile>
              </activeProfiles>
            </settings>
            """;
}
