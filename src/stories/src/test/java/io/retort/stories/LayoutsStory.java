package io.retort.stories;

import static io.retort.testkit.TestDatabase.H2;
import static org.assertj.core.api.Assertions.assertThat;

import io.retort.stories.MavenBuild.Result;
import io.retort.testkit.OnDatabases;
import io.retort.testkit.TestDb;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.io.TempDir;

/** Packages one application in every supported layout. In each, it finds its revisions in Java and in SQL. */
class LayoutsStory {

    private static final String LAUNCHER = "org.springframework.boot.loader.launch.JarLauncher";
    private static final String MAIN = "com.example.ledger.LedgerApplication";
    private static final String LATER = "db/revisions/Rc300000003_create_memo.class";
    private static final long PATIENCE = TimeUnit.MINUTES.toNanos(1);

    @TempDir
    Path folder;

    private StoryProject project;

    @OnDatabases(H2)
    void revisionsAreFoundInEveryLayout(TestDb given) throws Exception {
        project = StoryProject.copy("ledger", folder, given);
        writeRevisions();
        processAheadOfTime();
        Result built = project.mvn("package");
        assertThat(built.exitCode()).as(built.output()).isZero();
        String jar = project.jar().toString();

        assertFindsAll("executable jar", List.of("-jar", jar));
        assertFindsAll("ahead of time", List.of("-Dspring.aot.enabled=true", "-jar", jar));

        Path exploded = exploded();
        assertFindsAll("exploded jar", List.of("-cp", exploded.toString(), LAUNCHER));

        if (Boolean.getBoolean("retort.full")) {
            layered(jar);
            extracted(jar);
        }
        String classPath = classPath(exploded);
        assertFindsAll("class path", List.of("-cp", classPath, MAIN));
        assertFindsWhatIsNewAfterARestart(classPath);
    }

    private void layered(String jar) throws IOException {
        run(List.of("-Djarmode=tools", "-jar", jar, "extract", "--layers", "--launcher", "--destination", "layers"));
        Path image = merged(project.folder().resolve("layers"));
        assertFindsAll("layers", List.of("-cp", image.toString(), LAUNCHER));
    }

    private void extracted(String jar) {
        run(List.of("-Djarmode=tools", "-jar", jar, "extract", "--destination", "extracted"));
        Path extracted =
                project.folder().resolve("extracted").resolve(Path.of(jar).getFileName());
        assertFindsAll("extracted jar", List.of("-jar", extracted.toString()));
    }

    private void writeRevisions() {
        project.write(
                "src/main/java/db/revisions/Ra100000001_create_account.java", revision("a100000001", "", "account"));
        project.write("src/main/resources/db/revisions/b200000002_create_note.sql", """
                -- revision: b200000002
                -- parent: a100000001
                -- message: create note
                -- upgrade
                create table note (id bigint primary key);
                -- downgrade
                drop table note;
                """);
        project.write(
                "src/main/java/db/revisions/Rc300000003_create_memo.java",
                revision("c300000003", "parent = \"b200000002\", ", "memo"));
    }

    private static String revision(String id, String parent, String table) {
        return """
                package db.revisions;

                import static io.retort.migration.Definitions.*;
                import io.retort.migration.*;

                @Revision(id = "%s", %smessage = "create %s")
                public class R%s_create_%s implements Migration {
                    @Override
                    public void upgrade(Operations op) {
                        op.createTable("%s", column("id", bigint()).notNull(), primaryKey("id"));
                    }
                }
                """.formatted(id, parent, table, id, table, table);
    }

    private void processAheadOfTime() {
        project.edit("pom.xml", "<artifactId>spring-boot-maven-plugin</artifactId>", """
                <artifactId>spring-boot-maven-plugin</artifactId>
                        <executions>
                          <execution>
                            <goals>
                              <goal>process-aot</goal>
                            </goals>
                          </execution>
                        </executions>
                """);
        project.edit("pom.xml", "  </dependencies>", """
                    <dependency>
                      <groupId>org.springframework.boot</groupId>
                      <artifactId>spring-boot-devtools</artifactId>
                      <optional>true</optional>
                    </dependency>
                  </dependencies>
                """);
    }

    private void assertFindsAll(String layout, List<String> words) {
        List<String> options = new ArrayList<>(
                List.of("-Dspring.datasource.url=jdbc:h2:mem:layout", "-Dspring.devtools.restart.enabled=false"));
        options.addAll(words);
        Result result = run(options);
        assertThat(result.output())
                .as(layout)
                .contains("3 revisions applied", "RUNNER accounts: 0")
                .doesNotContain("does not match the jar");
        boolean processed = result.output().contains("AOT-processed");
        assertThat(processed).as(layout + " says that it is AOT-processed").isEqualTo(layout.equals("ahead of time"));
    }

    private Result run(List<String> words) {
        Result result = Processes.run(project.folder(), java(words), 2, TimeUnit.MINUTES);
        assertThat(result.exitCode()).as(result.output()).isZero();
        return result;
    }

    private static List<String> java(List<String> words) {
        List<String> command = MavenBuild.application();
        command.addAll(words);
        return command;
    }

    /**
     * DevTools loads the application's classes with a class loader of its own, and reloads them when one has changed.
     */
    private void assertFindsWhatIsNewAfterARestart(String classPath) throws Exception {
        Path later = project.folder().resolve("target/classes").resolve(LATER);
        Path aside = folder.resolve("later.class");
        Files.move(later, aside);
        Path log = folder.resolve("devtools.log");
        Process process = new ProcessBuilder(java(List.of(
                        "-Dspring.datasource.url=jdbc:h2:file:" + folder.resolve("devtools"),
                        "-Dspring.main.keep-alive=true",
                        "-Dspring.devtools.livereload.enabled=false",
                        "-cp",
                        classPath,
                        MAIN)))
                .directory(project.folder().toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        try {
            awaitLine(process, log, "2 revisions applied", "[  restartedMain]");
            awaitLine(process, log, "RUNNER accounts: 0");
            Files.move(aside, later);
            awaitLine(process, log, "1 revision applied", "[  restartedMain]", "c300000003");
        } finally {
            process.destroy();
            process.waitFor(1, TimeUnit.MINUTES);
        }
    }

    private static void awaitLine(Process process, Path log, String... pieces) throws Exception {
        long end = System.nanoTime() + PATIENCE;
        while (Files.readString(log).lines().noneMatch(line -> Stream.of(pieces).allMatch(line::contains))) {
            if (System.nanoTime() > end || !process.isAlive()) {
                throw new AssertionError("no line with " + List.of(pieces) + " in:\n" + Files.readString(log));
            }
            Thread.sleep(100);
        }
    }

    private String classPath(Path exploded) throws IOException {
        String version = System.getProperty("story.spring-boot.version");
        Path devtools = Path.of(
                System.getProperty("story.repository"),
                "org/springframework/boot/spring-boot-devtools",
                version,
                "spring-boot-devtools-" + version + ".jar");
        List<String> places = new ArrayList<>();
        places.add(project.folder().resolve("target/classes").toString());
        try (Stream<Path> libraries = Files.list(exploded.resolve("BOOT-INF/lib"))) {
            libraries.map(Path::toString).forEach(places::add);
        }
        places.add(devtools.toString());
        return String.join(File.pathSeparator, places);
    }

    private Path exploded() throws IOException {
        Path target = project.folder().resolve("exploded");
        try (ZipFile zip = new ZipFile(project.jar().toFile())) {
            for (Enumeration<? extends ZipEntry> entries = zip.entries(); entries.hasMoreElements(); ) {
                ZipEntry entry = entries.nextElement();
                Path place = target.resolve(entry.getName());
                if (entry.isDirectory()) {
                    Files.createDirectories(place);
                } else {
                    Files.createDirectories(place.getParent());
                    try (InputStream content = zip.getInputStream(entry)) {
                        Files.copy(content, place);
                    }
                }
            }
        }
        return target;
    }

    /** Merges the layers as a container image does. */
    private Path merged(Path layers) throws IOException {
        Path image = project.folder().resolve("image");
        try (Stream<Path> files = Files.walk(layers)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path inLayer = layers.relativize(file);
                Path target = image.resolve(inLayer.subpath(1, inLayer.getNameCount()));
                Files.createDirectories(target.getParent());
                Files.copy(file, target);
            }
        }
        return image;
    }
}
