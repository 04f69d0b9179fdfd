package io.retort.fuzz.shrink;

import io.retort.fuzz.model.Attribute;
import io.retort.fuzz.model.Embeddable;
import io.retort.fuzz.model.EntityType;
import io.retort.fuzz.model.Enumeration;
import io.retort.fuzz.model.Model;
import io.retort.fuzz.model.ModelColumn;
import io.retort.fuzz.model.Naming;
import io.retort.fuzz.story.HandMade;
import io.retort.fuzz.story.Row;
import io.retort.fuzz.story.Story;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** Reduces a failing story while it fails in the same way. */
public final class Shrinker {

    private final Predicate<Story> fails;
    private int attempts;

    /**
     * Creates a shrinker.
     *
     * @param fails whether a smaller story fails in the same way
     * @param attempts the maximum number of stories to try
     */
    public Shrinker(Predicate<Story> fails, int attempts) {
        this.fails = fails;
        this.attempts = attempts;
    }

    /**
     * Returns the smallest story that was found.
     *
     * @param story a failing story
     */
    public Story shrink(Story story) {
        Story smallest = story;
        boolean smaller = true;
        while (smaller && attempts > 0) {
            smaller = false;
            for (Story candidate : candidates(smallest)) {
                if (attempts > 0 && !candidate.equals(smallest) && isPlausible(candidate)) {
                    attempts--;
                    if (fails.test(candidate)) {
                        smallest = candidate;
                        smaller = true;
                        break;
                    }
                }
            }
        }
        return smallest;
    }

    private static boolean isPlausible(Story story) {
        return !story.before().entities().isEmpty() && !story.after().entities().isEmpty();
    }

    /** The smaller stories, those with the largest reduction first. */
    private static List<Story> candidates(Story story) {
        List<Story> candidates = new ArrayList<>();
        candidates.add(story.handMade(List.of()));
        candidates.add(story.rows(List.of()));
        for (int uid : entities(story)) {
            candidates.add(both(story, model -> model.withoutEntity(uid)));
        }
        halves(story.rows()).forEach(rows -> candidates.add(story.rows(rows)));
        for (int uid : attributes(story)) {
            candidates.add(both(story, model -> each(model, entity -> entity.withoutAttribute(uid))));
        }
        reverted(story).forEach(after -> candidates.add(story.models(story.before(), after)));
        for (HandMade object : story.handMade()) {
            candidates.add(story.handMade(without(story.handMade(), object)));
        }
        for (Row row : story.rows()) {
            candidates.add(story.rows(without(story.rows(), row)));
        }
        candidates.addAll(plainer(story));
        return candidates.stream().map(Shrinker::consistent).toList();
    }

    /** The stories with fewer declarations on entities and attributes of both models. */
    private static List<Story> plainer(Story story) {
        List<Story> candidates = new ArrayList<>();
        candidates.add(both(story, model -> model.naming(Naming.JPA)));
        candidates.add(both(story, model -> each(model, entity -> entity.ruled(List.of()))));
        candidates.add(both(story, model -> each(model, entity -> entity.flags(false, false, false))));
        candidates.add(both(story, model -> each(model, entity -> entity.commented(""))));
        candidates.add(both(story, model -> each(model, entity -> entity.inTable(""))));
        for (int uid : attributes(story)) {
            candidates.add(column(story, uid, column -> column.named("")));
            candidates.add(column(story, uid, column -> column.defaulting("")));
            candidates.add(column(story, uid, column -> column.commented("")));
            candidates.add(column(story, uid, column -> column.unique(false)));
            candidates.add(column(story, uid, column -> column.nullable(true)));
            candidates.add(attribute(story, uid, attribute -> attribute.primitive(false)));
        }
        candidates.add(both(story, Shrinker::withoutUnused));
        candidates.add(story.inFormats(false, story.inJava()));
        candidates.add(story.writtenByHand(false));
        return candidates;
    }

    /** The new model with single changes reverted. */
    private static List<Model> reverted(Story story) {
        List<Model> models = new ArrayList<>();
        Model before = story.before();
        Model after = story.after();
        models.add(after.naming(before.naming()));
        for (EntityType entity : after.entities()) {
            Optional<EntityType> was = before.entity(entity.uid());
            if (was.isEmpty()) {
                models.add(after.withoutEntity(entity.uid()));
                continue;
            }
            models.add(after.mapEntity(entity.uid(), is -> was.get()));
            models.add(after.mapEntity(entity.uid(), is -> was.get().with(is.attributes())));
            for (Attribute attribute : entity.attributes()) {
                Optional<Attribute> old = was.get().attribute(attribute.uid());
                models.add(after.mapEntity(
                        entity.uid(),
                        is -> old.isEmpty()
                                ? is.withoutAttribute(attribute.uid())
                                : is.mapAttribute(attribute.uid(), now -> old.get())));
            }
            for (Attribute gone : was.get().attributes()) {
                if (entity.attribute(gone.uid()).isEmpty()) {
                    models.add(after.mapEntity(entity.uid(), is -> is.and(gone)));
                }
            }
        }
        before.entities().stream()
                .filter(gone -> after.entity(gone.uid()).isEmpty())
                .forEach(gone -> models.add(after.and(gone)));
        before.enumerations().forEach(type -> models.add(after.mapEnumeration(type.uid(), is -> type)));
        return models;
    }

    private static Story both(Story story, UnaryOperator<Model> change) {
        return story.models(change.apply(story.before()), change.apply(story.after()));
    }

    private static Story column(Story story, int uid, UnaryOperator<ModelColumn> change) {
        return attribute(story, uid, attribute -> attribute.with(change.apply(attribute.column())));
    }

    private static Story attribute(Story story, int uid, UnaryOperator<Attribute> change) {
        return both(
                story,
                model -> each(
                        model,
                        entity -> entity.attribute(uid).isPresent() ? entity.mapAttribute(uid, change) : entity));
    }

    private static Model each(Model model, UnaryOperator<EntityType> change) {
        return model.with(model.entities().stream().map(change).toList());
    }

    private static Model withoutUnused(Model model) {
        List<Integer> used = model.entities().stream()
                .flatMap(entity -> entity.attributes().stream())
                .map(Attribute::target)
                .toList();
        List<Enumeration> enumerations = model.enumerations().stream()
                .filter(type -> used.contains(type.uid()))
                .toList();
        List<Embeddable> embeddables = model.embeddables().stream()
                .filter(type -> used.contains(type.uid()))
                .toList();
        return model.enumerated(enumerations).embedding(embeddables);
    }

    /** Removes rows and objects of missing entities. */
    private static Story consistent(Story story) {
        Model before = story.before();
        return story.rows(story.rows().stream()
                        .filter(row -> before.entity(row.entity()).isPresent())
                        .toList())
                .handMade(story.handMade().stream()
                        .filter(object -> before.entity(object.entity()).isPresent())
                        .toList());
    }

    private static List<Integer> entities(Story story) {
        List<Integer> all = new ArrayList<>();
        story.before().entities().forEach(entity -> all.add(entity.uid()));
        story.after().entities().stream()
                .map(EntityType::uid)
                .filter(uid -> !all.contains(uid))
                .forEach(all::add);
        return all;
    }

    private static List<Integer> attributes(Story story) {
        List<Integer> all = new ArrayList<>();
        for (Model model : List.of(story.before(), story.after())) {
            model.entities().stream()
                    .flatMap(entity -> entity.attributes().stream())
                    .map(Attribute::uid)
                    .filter(uid -> !all.contains(uid))
                    .forEach(all::add);
        }
        return all;
    }

    private static <T> List<List<T>> halves(List<T> things) {
        int middle = things.size() / 2;
        return things.size() < 4
                ? List.of()
                : List.of(things.subList(0, middle), things.subList(middle, things.size()));
    }

    private static <T> List<T> without(List<T> things, T gone) {
        List<T> less = new ArrayList<>(things);
        less.remove(gone);
        return less;
    }
}
