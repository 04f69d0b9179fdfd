package io.retort.stories;

import static io.retort.testkit.TestDatabase.H2;
import static org.assertj.core.api.Assertions.assertThat;

import io.retort.stories.MavenBuild.Result;
import io.retort.testkit.OnDatabases;
import io.retort.testkit.TestDb;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.io.TempDir;

/**
 * The entities are in one module and the application in another. Every bean of the application calls an external
 * service on start. Neither a goal nor a command of the packaged jar causes such a call.
 */
class OutsideStory {

    @TempDir
    Path folder;

    private final Queue<String> calls = new ConcurrentLinkedQueue<>();

    @OnDatabases(H2)
    void nothingOutsideIsCalled(TestDb given) throws Exception {
        try (ServerSocket outside = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
                TestDb db = given.server().newFileDatabase(folder)) {
            listen(outside);
            StoryProject project = StoryProject.copy("outside", folder, db);
            project.write(
                    "app/src/main/java/com/example/parcel/OutsidePort.java", """
                    package com.example.parcel;

                    interface OutsidePort {
                        int NUMBER = %d;
                    }
                    """.formatted(outside.getLocalPort()));
            byGoals(project, db);
            byThePackagedJar(project, db);
        }
    }

    private void byGoals(StoryProject project, TestDb db) throws SQLException {
        goal(project, "migrate:revision", "-Dmessage=create parcel");
        StoryProject app = new StoryProject(project.folder().resolve("app"));
        assertThat(app.revisions())
                .as("the file is in the application's module")
                .singleElement()
                .satisfies(file -> assertThat(app.read(file)).contains("\"parcel\"", "\"street\""));
        assertThat(new StoryProject(project.folder().resolve("entities")).revisions())
                .isEmpty();
        goal(project, "migrate:upgrade", "migrate:check");
        assertThat(db.query("select count(*) from parcel")).containsExactly("0");
        if (Boolean.getBoolean("retort.full")) {
            goal(project, "migrate:current", "migrate:history", "migrate:heads", "migrate:plan");
            everyGoal(project, app);
        }
    }

    private void everyGoal(StoryProject project, StoryProject app) {
        String first =
                app.revisions().get(0).getFileName().toString().substring(1).replaceFirst("_.*", "");
        new EveryGoal(
                        project,
                        app,
                        List.of(),
                        goal -> assertThat(calls).as(goal).isEmpty())
                .run(first);
        Result refused = project.mvn("migrate:script");
        assertThat(refused.exitCode()).as(refused.output()).isNotZero();
        assertThat(refused.output())
                .as("H2 has no procedural SQL")
                .contains("-Dsql")
                .doesNotContain("\tat ");
        assertThat(calls).as("migrate:script").isEmpty();
    }

    private void goal(StoryProject project, String... words) {
        Result result = project.mvn(words);
        assertThat(result.exitCode()).as(result.output()).isZero();
        assertThat(calls).as(String.join(" ", words)).isEmpty();
    }

    private void byThePackagedJar(StoryProject project, TestDb db) throws Exception {
        goal(project, "package");
        StoryProject app = new StoryProject(project.folder().resolve("app"));
        List<String> commands = Boolean.getBoolean("retort.full")
                ? List.of("downgrade base", "upgrade heads", "current", "history")
                : List.of("downgrade base", "upgrade heads");
        for (String command : commands) {
            Result result = app.start("-Dretort.command=" + command);
            assertThat(result.exitCode()).as(result.output()).isZero();
            assertThat(calls).as(command).isEmpty();
        }
        assertThat(db.query("select count(*) from parcel")).containsExactly("0");

        Result started = app.start();
        assertThat(started.exitCode()).as(started.output()).isZero();
        assertThat(calls)
                .as("the application itself")
                .contains(
                        "constructor",
                        "post construct",
                        "initializing singleton",
                        "lifecycle",
                        "listener",
                        "event listener",
                        "command line runner",
                        "application runner",
                        "after run");
    }

    private void listen(ServerSocket outside) {
        Thread thread = new Thread(
                () -> {
                    while (!outside.isClosed()) {
                        try (Socket caller = outside.accept()) {
                            calls.add(
                                    new String(caller.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip());
                        } catch (IOException closed) {
                            // The story has ended, or a calling process was killed.
                        }
                    }
                },
                "outside");
        thread.setDaemon(true);
        thread.start();
    }
}
