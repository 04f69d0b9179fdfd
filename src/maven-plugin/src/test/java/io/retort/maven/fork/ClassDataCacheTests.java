package io.retort.maven.fork;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Starts real JVMs. What they print shows which of them loaded a class of the jar from an archive. */
@Tag("long")
class ClassDataCacheTests {

    private static final Path JAVA = Path.of(System.getProperty("java.home"), "bin", "java");

    @TempDir
    Path folder;

    private Path classes;
    private Path library;
    private Path launcher;

    @BeforeEach
    void prepare() throws IOException {
        library = jar("library.jar", source(folder.resolve("library"), "library/Shelf", """
                package library;
                public class Shelf {
                    public int books() {
                        return 3;
                    }
                }
                """));
        classes = source(folder.resolve("classes and more"), "shop/Main", """
                package shop;
                public class Main {
                    public static void main(String[] arguments) throws Exception {
                        String text = new library.Shelf().books() + " " + Main.class.getResource("/name.txt").getPath()
                            + " " + System.getProperty("java.class.path").contains("classes and more");
                        java.nio.file.Files.writeString(
                            java.nio.file.Path.of(System.getProperty("retort.result")), "message=" + text);
                    }
                }
                """);
        Files.writeString(classes.resolve("name.txt"), "directory");
        launcher = jar("launcher.jar", Path.of("target/classes"));
    }

    @Test
    void theSecondCommandRecordsAndTheThirdUsesTheArchive() throws Exception {
        assertThat(run()).isInstanceOf(Launch.Plain.class);
        assertThat(archives()).isEmpty();

        assertThat(run()).isInstanceOf(Launch.Recording.class);
        awaitArchive();

        assertThat(run()).isInstanceOf(Launch.Archived.class);
        assertThat(loadedFromArchive()).isTrue();
        assertThat(names()).noneMatch(name -> name.matches(".*(creating|classes|args|unfinished)"));
    }

    @Test
    void aCommandThatLoadsFewClassesIsNotRecorded() throws Exception {
        assertThat(run()).isInstanceOf(Launch.Plain.class);

        assertThat(choose(false)).isInstanceOf(Launch.Plain.class);
    }

    @Test
    void aChangedJarHasAnotherArchive() throws Exception {
        createArchive();
        Files.setLastModifiedTime(library, FileTime.from(Instant.now().minusSeconds(99)));

        assertThat(run()).isInstanceOf(Launch.Plain.class);
        assertThat(run()).isInstanceOf(Launch.Recording.class);
    }

    @Test
    void changedClassesOfTheApplicationAreRun() throws Exception {
        createArchive();
        source(folder.resolve("classes and more"), "shop/Main", """
                package shop;
                public class Main {
                    public static void main(String[] arguments) throws Exception {
                        java.nio.file.Files.writeString(
                            java.nio.file.Path.of(System.getProperty("retort.result")), "message=changed");
                    }
                }
                """);

        Launch launch = choose(true);
        assertThat(launch).isInstanceOf(Launch.Archived.class);
        assertThat(run(launch).message()).isEqualTo("changed");
    }

    @Test
    void aDamagedArchiveIsIgnored() throws Exception {
        createArchive();
        Path archive = archives().get(0);
        byte[] content = Files.readAllBytes(archive);
        assertThat(archive.toFile().setWritable(true)).isTrue();
        for (byte[] damaged : List.of(
                "damaged".getBytes(UTF_8),
                java.util.Arrays.copyOf(content, content.length / 2),
                withZeros(content.clone(), content.length / 3))) {
            Files.write(archive, damaged, StandardOpenOption.TRUNCATE_EXISTING);

            assertThat(run()).isInstanceOf(Launch.Archived.class);
        }
    }

    private static byte[] withZeros(byte[] content, int from) {
        java.util.Arrays.fill(content, from, from + content.length / 10, (byte) 0);
        return content;
    }

    @Test
    void anArchiveWithWhichAJvmCrashedIsNotUsedAgain() throws Exception {
        createArchive();

        choose(true).ended(new ToolResult(130, false, ""));
        assertThat(archives()).as("after Ctrl-C").hasSize(1);
        choose(true).ended(new ToolResult(139, true, ""));
        assertThat(archives()).as("after a command that ran").hasSize(1);
        choose(true).ended(new ToolResult(139, false, ""));
        assertThat(archives()).isEmpty();
    }

    @Test
    void anUnusableFolderIsNoReasonToFail() throws Exception {
        Files.writeString(folder.resolve("cache"), "not a folder");

        assertThat(run()).isInstanceOf(Launch.Plain.class);
        assertThat(run()).isInstanceOf(Launch.Plain.class);
    }

    @Test
    void twoCommandsAtOnceCreateOneArchive() throws Exception {
        run();
        Launch first = choose(true);
        Launch second = choose(true);

        assertThat(first).isInstanceOf(Launch.Recording.class);
        assertThat(second).isInstanceOf(Launch.Plain.class);
        run(first);
        awaitArchive();
        assertThat(run()).isInstanceOf(Launch.Archived.class);
    }

    @Test
    void aCommandThatWasKilledWhileRecordingDoesNotPreventAnArchive() throws Exception {
        run();
        assertThat(choose(true)).isInstanceOf(Launch.Recording.class);
        try (Stream<Path> files = Files.list(folder.resolve("cache"))) {
            for (Path file : files.toList()) {
                Files.setLastModifiedTime(file, FileTime.from(Instant.now().minus(Duration.ofHours(1))));
            }
        }

        assertThat(run()).isInstanceOf(Launch.Recording.class);
        awaitArchive();
    }

    @Test
    void aPackageInADirectoryAndAJarIsLoadedByOneClassLoader() throws Exception {
        createArchive();
        source(classes, "library/Other", "package library; class Other {}");

        assertThat(run()).isInstanceOf(Launch.Plain.class);
    }

    @Test
    void aResourceKeepsItsPlaceInTheClassPath() throws Exception {
        Path other = Files.createDirectory(folder.resolve("other"));
        Files.writeString(other.resolve("name.txt"), "x");
        Path jar = jar("named.jar", other);
        LauncherClassPath path = LauncherClassPath.of(List.of(jar, classes, library), launcher);

        assertThat(JarPackages.of(path.jars()).permit(path)).isFalse();
        LauncherClassPath before = LauncherClassPath.of(List.of(classes, jar, library), launcher);
        assertThat(JarPackages.of(before.jars()).permit(before)).isTrue();
    }

    @Test
    void theLeastRecentlyUsedArchivesAreRemoved() throws Exception {
        Path cache = Files.createDirectories(folder.resolve("cache"));
        for (int day = 1; day <= 6; day++) {
            Path old = Files.writeString(cache.resolve(day + ".jsa"), "x");
            Files.setLastModifiedTime(old, FileTime.from(Instant.now().minus(Duration.ofDays(day))));
        }

        createArchive();

        assertThat(names()).contains("1.jsa", "4.jsa").doesNotContain("5.jsa", "6.jsa");
    }

    @Test
    void theFolderIsTheUsersCache() {
        assertThat(ClassDataCache.ofUser(Map.of("XDG_CACHE_HOME", "/fast"), Path.of("/home/me"))
                        .folder()
                        .toString())
                .endsWith("class-data")
                .contains("retort");
    }

    private void createArchive() throws Exception {
        run();
        run();
        awaitArchive();
    }

    private Launch choose(boolean recordable) {
        return new ClassDataCache(folder.resolve("cache"))
                .launch(JAVA, LauncherClassPath.of(List.of(classes, library), launcher), recordable);
    }

    private Launch run() throws IOException {
        Launch launch = choose(true);
        assertThat(run(launch))
                .isEqualTo(new ToolResult(
                        0, true, "3 " + classes.resolve("name.txt").toUri().getRawPath() + " true"));
        return launch;
    }

    private ToolResult run(Launch launch) throws IOException {
        Path result = folder.resolve("result.properties");
        JavaArguments arguments = launch.arguments("shop.Main")
                .jvm("-Xlog:class+load:file=" + folder.resolve("loaded.log"))
                .forward(new Properties())
                .property("retort.result", result.toString());
        ToolResult ended = new ForkedTool(JAVA, folder, folder.resolve("work")).run(arguments, result);
        launch.ended(ended);
        return ended;
    }

    private boolean loadedFromArchive() throws IOException {
        try (Stream<String> lines = Files.lines(folder.resolve("loaded.log"))) {
            return lines.anyMatch(line -> line.contains("library.Shelf source: shared objects file"));
        }
    }

    private void awaitArchive() throws Exception {
        Instant end = Instant.now().plus(Duration.ofMinutes(3));
        while ((archives().isEmpty() || names().stream().anyMatch(name -> name.endsWith(".creating")))
                && Instant.now().isBefore(end)) {
            Thread.sleep(50);
        }
        assertThat(archives()).isNotEmpty();
    }

    private List<Path> archives() throws IOException {
        return Files.isDirectory(folder.resolve("cache"))
                ? files().filter(file -> file.getFileName().toString().matches("\\w{20}\\.jsa"))
                        .toList()
                : List.of();
    }

    private List<String> names() throws IOException {
        return files().map(file -> file.getFileName().toString()).toList();
    }

    private Stream<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("cache"))) {
            return files.toList().stream();
        }
    }

    private static Path source(Path root, String name, String text) throws IOException {
        Path file = root.resolveSibling(root.getFileName() + "-src").resolve(name + ".java");
        Files.createDirectories(file.getParent());
        Files.createDirectories(root);
        Files.writeString(file, text);
        String path =
                System.getProperty("java.class.path") + java.io.File.pathSeparator + root.resolveSibling("library");
        assertThat(ToolProvider.getSystemJavaCompiler()
                        .run(null, null, null, "-d", root.toString(), "-cp", path, "-proc:none", file.toString()))
                .isZero();
        return root;
    }

    private Path jar(String name, Path content) throws IOException {
        Path jar = folder.resolve(name);
        try (OutputStream file = Files.newOutputStream(jar);
                JarOutputStream out = new JarOutputStream(file);
                Stream<Path> files = Files.walk(content)) {
            for (Path one : files.filter(Files::isRegularFile).toList()) {
                out.putNextEntry(new JarEntry(content.relativize(one).toString().replace('\\', '/')));
                Files.copy(one, out);
                out.closeEntry();
            }
        }
        return jar;
    }
}
