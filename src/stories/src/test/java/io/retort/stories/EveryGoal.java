package io.retort.stories;

import static org.assertj.core.api.Assertions.assertThat;

import io.retort.stories.MavenBuild.Result;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Runs the less frequently used goals one after the other, on a project with one applied revision.
 *
 * @param project the project in which Maven runs
 * @param application the module with the application
 * @param options options for every goal, such as the unit
 * @param afterwards an assertion that runs after each goal
 */
record EveryGoal(StoryProject project, StoryProject application, List<String> options, Consumer<String> afterwards) {

    /** Creates two branches, merges them and stamps the merge. */
    void run(String first) {
        goal("migrate:init");
        goal("migrate:revision", "-Dempty", "-Dmessage=left", "-DrevId=c1000001");
        goal("migrate:revision", "-Dempty", "-Dmessage=right", "-DrevId=c2000002", "-Dhead=" + first, "-Dsplice");
        String seen = goal("migrate:branches", "migrate:heads", "migrate:show", "migrate:history", "migrate:plan");
        assertThat(seen)
                .contains("Branches: 1 branch point")
                .contains("Heads: 2 in a history of 3 revisions")
                .contains("follows: " + first)
                .contains("History: 3 revisions")
                .contains("2 revisions. Nothing is executed.");
        goal("migrate:merge", "-Dmessage=join", "-DrevId=c3000003");
        assertThat(goal("migrate:upgrade", "-Dsql", "-Dtarget=" + first + ":c3000003"))
                .contains("insert into retort_revision");
        goal("migrate:upgrade", "-Dtarget=c1000001");
        assertThat(goal("migrate:stamp", "migrate:current", "migrate:repair", "-Dtarget=c3000003"))
                .contains("nothing was run")
                .contains("4 of 4 revisions applied")
                .contains("Nothing to do: no applied revision was edited.");
        repairs();
    }

    private void repairs() {
        String file = application.revisions().stream()
                .filter(path -> path.toString().contains("c1000001"))
                .map(path -> application.folder().relativize(path).toString())
                .findFirst()
                .orElseThrow();
        application.edit(
                file,
                "public void upgrade(Operations op) {",
                "public void upgrade(Operations op) {\n op.execute(\"select 1\");");
        Result asked = project.mvn(words("migrate:repair"));
        assertThat(asked.exitCode()).as(asked.output()).isNotZero();
        assertThat(asked.output()).contains("c1000001", "-Dyes", "exit 3");
        goal("migrate:repair", "-Dyes");
        assertThat(goal("migrate:repair")).contains("Nothing to do");
    }

    String goal(String... words) {
        Result result = project.mvn(words(words));
        assertThat(result.exitCode()).as(result.output()).isZero();
        afterwards.accept(String.join(" ", words));
        return result.output();
    }

    private String[] words(String... words) {
        List<String> all = new ArrayList<>(List.of(words));
        all.addAll(options);
        return all.toArray(String[]::new);
    }
}
