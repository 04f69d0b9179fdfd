package io.retort.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import io.retort.fuzz.KnownDefects.Known;
import io.retort.fuzz.run.StoryOutcome;
import io.retort.fuzz.run.StoryRunner;
import io.retort.fuzz.story.Story;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each known defect still fails its story; one that passes is fixed and must be removed from the list. */
class KnownDefectsTests {

    static Stream<Known> known() {
        return KnownDefects.all().stream();
    }

    @ParameterizedTest
    @MethodSource("known")
    void itStillFails(Known known) {
        Story story = StoryFiles.in("known").get(known.id());

        StoryOutcome outcome = new StoryRunner().run(story);

        assertThat(outcome.failures())
                .as("%s is fixed: remove it from KnownDefects and move its story to the fixed ones", known.id())
                .anySatisfy(
                        failure -> assertThat(KnownDefects.of(story, failure)).contains(known));
    }

    @Test
    void everyStoryBelongsToADefect() {
        Map<String, Story> stories = StoryFiles.in("known");
        assertThat(stories.keySet())
                .containsExactlyInAnyOrderElementsOf(known().map(Known::id).toList());
    }
}
