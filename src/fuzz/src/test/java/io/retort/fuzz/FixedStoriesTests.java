package io.retort.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import io.retort.fuzz.run.StoryRunner;
import io.retort.fuzz.story.Story;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Stories that failed once and must not fail again. */
class FixedStoriesTests {

    static Stream<Map.Entry<String, Story>> stories() {
        return StoryFiles.in("fixed").entrySet().stream();
    }

    @ParameterizedTest
    @MethodSource("stories")
    void itHolds(Map.Entry<String, Story> story) {
        assertThat(new StoryRunner().run(story.getValue()).failures())
                .as(story.getKey())
                .isEmpty();
    }
}
