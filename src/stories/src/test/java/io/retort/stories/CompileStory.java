package io.retort.stories;

import static io.retort.testkit.TestDatabase.H2;
import static org.assertj.core.api.Assertions.assertThat;

import io.retort.stories.MavenBuild.Result;
import io.retort.testkit.OnDatabases;
import io.retort.testkit.TestDb;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;

/** A goal compiles after every change, and only then. Entities are in one module and the application in another. */
class CompileStory {

    private static final String PARCEL = "entities/src/main/java/com/example/parcel/model/Parcel.java";
    private static final String PROPERTIES = "app/src/main/resources/application.properties";

    @TempDir
    Path folder;

    private StoryProject project;

    @OnDatabases(H2)
    void aGoalCompilesOnlyAfterAChange(TestDb given) throws Exception {
        try (TestDb db = given.server().newFileDatabase(folder)) {
            project = StoryProject.copy("outside", folder, db);
            project.write(
                    "app/src/main/java/com/example/parcel/OutsidePort.java",
                    "package com.example.parcel;\n\ninterface OutsidePort {\n    int NUMBER = 1;\n}\n");
            assertThat(compiled(onlyCompiles("migrate:current"))).containsExactly("parcels-entities", "parcels-app");
            assertThat(compiled(onlyCompiles("migrate:current")))
                    .as("nothing changed")
                    .isEmpty();
            sourcesAndResources();
            settings();
            failures();
            generator();
        }
    }

    private void sourcesAndResources() {
        project.edit(PARCEL, "private String street;", "private String avenue;");
        Result result = succeeds("migrate:dev", "-Dmessage=create");
        assertThat(result.output()).contains("Entities and database agree.");
        assertThat(project.read(new StoryProject(project.folder().resolve("app"))
                        .revisions()
                        .get(0)))
                .as("same size")
                .contains("\"avenue\"");

        project.edit(PARCEL, "private String avenue;", "private String avenue;\n\n    private String town;");
        assertThat(project.mvn("migrate:check").output()).as("changed sibling").contains("parcel.town");
        project.edit(PARCEL, "private String avenue;\n\n    private String town;", "private String avenue;");
        project.write(
                "entities/src/main/java/com/example/parcel/model/Van.java",
                "package com.example.parcel.model;\n\n@jakarta.persistence.Entity\npublic class Van {\n"
                        + "    @jakarta.persistence.Id\n    Long id;\n}\n");
        assertThat(project.mvn("migrate:check").output())
                .as("added entity")
                .contains("table van")
                .doesNotContain("parcel.town");
        project.delete("entities/src/main/java/com/example/parcel/model/Van.java");
        assertThat(succeeds("migrate:check").output()).as("deleted entity").contains("Entities and database agree.");

        project.write(PROPERTIES, project.read(PROPERTIES) + "\nretort.table=other_history\n");
        assertThat(succeeds("migrate:current").output()).as("resource").contains("0 of 1 revision applied");
        project.edit(PROPERTIES, "\nretort.table=other_history\n", "");
        assertThat(succeeds("migrate:current").output()).contains("1 of 1 revision applied");
        assertThat(compiled(onlyCompiles("migrate:current")))
                .as("nothing changed")
                .isEmpty();
    }

    private void settings() {
        project.edit("pom.xml", "<java.version>17</java.version>", "<java.version>17</java.version><some>1</some>");
        assertThat(compiled(onlyCompiles("migrate:current")))
                .as("POM of the parent")
                .hasSize(2);
        assertThat(compiled(onlyCompiles("migrate:current", "-Dmaven.compiler.parameters=false")))
                .as("property")
                .hasSize(2);
        assertThat(compiled(onlyCompiles("migrate:current"))).hasSize(2);
        assertThat(compiled(onlyCompiles("clean", "migrate:current"))).hasSize(2);
        Result both = onlyCompiles("compile", "migrate:current");
        assertThat(both.output().lines().filter(line -> line.contains(":compile (default-compile)")))
                .as("mvn compile migrate:current compiles once")
                .hasSize(2);
    }

    private void failures() {
        project.edit(PARCEL, "private String avenue;", "private Strin avenue;");
        Result failed = project.mvn("migrate:check");
        assertThat(failed.exitCode()).isNotZero();
        assertThat(failed.output())
                .contains("Failed to execute goal org.apache.maven.plugins:maven-compiler-plugin:")
                .contains("Compilation failure", "cannot find symbol")
                .doesNotContain("retort-maven-plugin:check failed");
        project.edit(PARCEL, "private Strin avenue;", "private String avenue;");
        assertThat(compiled(succeeds("migrate:check"))).contains("parcels-entities");
    }

    private void generator() {
        project.edit("entities/pom.xml", "</project>", """
                  <build>
                    <plugins>
                      <plugin>
                        <groupId>org.apache.maven.plugins</groupId>
                        <artifactId>maven-resources-plugin</artifactId>
                        <executions>
                          <execution>
                            <id>generate</id>
                            <phase>generate-resources</phase>
                            <goals>
                              <goal>copy-resources</goal>
                            </goals>
                            <configuration>
                              <outputDirectory>${project.build.outputDirectory}</outputDirectory>
                              <resources>
                                <resource>
                                  <directory>templates</directory>
                                </resource>
                              </resources>
                            </configuration>
                          </execution>
                        </executions>
                      </plugin>
                    </plugins>
                  </build>
                </project>
                """);
        onlyCompiles("migrate:current");
        assertThat(compiled(onlyCompiles("migrate:current"))).as("always").containsExactly("parcels-entities");
    }

    /** Runs goals without starting the application, which is done after it is compiled. */
    private Result onlyCompiles(String... words) {
        return succeeds(
                Stream.concat(Stream.of(words), Stream.of("-Dmigrate.skip")).toArray(String[]::new));
    }

    private Result succeeds(String... words) {
        Result result = project.mvn(words);
        assertThat(result.exitCode()).as(result.output()).isZero();
        return result;
    }

    /** The modules in which Maven ran the compiler plugin. */
    private static List<String> compiled(Result result) {
        return result.output()
                .lines()
                .filter(line -> line.contains("compile (default-compile) @ "))
                .flatMap(line -> Stream.of(line.replaceFirst(".*@ ", "").replaceFirst(" .*", "")))
                .toList();
    }
}
