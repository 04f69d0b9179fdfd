package io.retort.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import io.retort.fuzz.generate.StoryGenerator;
import io.retort.fuzz.model.Attribute;
import io.retort.fuzz.model.BasicType;
import io.retort.fuzz.shrink.Shrinker;
import io.retort.fuzz.story.Story;
import java.util.function.Predicate;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Shrinking finds the single element that a failure needs. */
class ShrinkerTests {

    @Test
    void whatAFailureDoesNotNeedIsDropped() {
        Predicate<Story> fails = story -> story.before().entities().stream()
                .flatMap(entity -> entity.attributes().stream())
                .anyMatch(attribute -> attribute.type() == BasicType.UUID);
        Story story = LongStream.range(0, 1000)
                .mapToObj(seed -> StoryGenerator.story("h2", seed))
                .filter(fails)
                .filter(one -> one.before().entities().size() > 2)
                .findFirst()
                .orElseThrow();

        Story smallest = new Shrinker(fails, 1000).shrink(story);

        assertThat(smallest.before().entities()).hasSize(1);
        assertThat(smallest.before().entities().get(0).attributes())
                .extracting(Attribute::type)
                .containsExactly(BasicType.UUID);
        assertThat(smallest.rows()).isEmpty();
        assertThat(smallest.handMade()).isEmpty();
    }

    @Test
    void noMoreStoriesAreTriedThanAllowed() {
        int[] tried = {0};
        new Shrinker(
                        story -> {
                            tried[0]++;
                            return true;
                        },
                        5)
                .shrink(StoryGenerator.story("h2", 1));
        assertThat(tried[0]).isEqualTo(5);
    }
}
