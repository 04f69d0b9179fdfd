package io.retort.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import io.retort.fuzz.generate.StoryGenerator;
import io.retort.fuzz.model.Attribute;
import io.retort.fuzz.model.BasicType;
import io.retort.fuzz.model.EntityType;
import io.retort.fuzz.model.Hierarchy;
import io.retort.fuzz.model.ModelIdentifier;
import io.retort.fuzz.model.Shape;
import io.retort.fuzz.story.HandMade;
import io.retort.fuzz.story.Story;
import io.retort.fuzz.story.StoryText;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The generated stories and models. */
class GeneratorTests {

    private static final List<Story> STORIES = LongStream.range(0, 1500)
            .mapToObj(seed -> StoryGenerator.story("postgresql", seed))
            .toList();

    @Test
    void theSameStoryComesFromTheSameSeed() {
        assertThat(StoryGenerator.story("postgresql", 7)).isEqualTo(STORIES.get(7));
        assertThat(StoryGenerator.story("postgresql", 8)).isNotEqualTo(STORIES.get(7));
    }

    @Test
    void everyMappingComesUp() {
        assertThat(attributes().map(Attribute::shape)).contains(Shape.values());
        assertThat(attributes().filter(one -> one.shape() == Shape.BASIC).map(Attribute::type))
                .contains(BasicType.values());
        assertThat(entities().map(EntityType::id)).contains(ModelIdentifier.values());
        assertThat(entities().map(EntityType::hierarchy)).contains(Hierarchy.values());
        assertThat(STORIES.stream().flatMap(story -> story.handMade().stream()).map(HandMade::kind))
                .contains(HandMade.Kind.values());
    }

    @Test
    void everyChangeComesUp() {
        assertThat(STORIES.stream().flatMap(story -> story.changes().stream()).distinct())
                .hasSize(StoryGenerator.changes().size())
                .containsExactlyInAnyOrderElementsOf(StoryGenerator.changes());
        assertThat(STORIES).filteredOn(story -> story.changes().size() > 1).hasSizeGreaterThan(300);
    }

    @Test
    void aStoryIsReadAsItWasWritten() {
        assertThat(STORIES)
                .allSatisfy(story ->
                        assertThat(StoryText.read(StoryText.write(story))).isEqualTo(story));
    }

    private static Stream<EntityType> entities() {
        return STORIES.stream().flatMap(story -> story.before().entities().stream());
    }

    private static Stream<Attribute> attributes() {
        return entities().flatMap(entity -> entity.attributes().stream());
    }
}
