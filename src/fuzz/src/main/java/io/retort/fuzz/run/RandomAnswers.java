package io.retort.fuzz.run;

import io.retort.diff.question.Answer;
import io.retort.diff.question.Answers;
import io.retort.diff.question.Choice;
import io.retort.diff.question.Question;
import io.retort.diff.question.Verb;
import io.retort.fuzz.model.Attribute;
import io.retort.fuzz.model.EnumStorage;
import io.retort.fuzz.model.Enumeration;
import io.retort.fuzz.model.Shape;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;

/**
 * Simulates a user who knows the renames and decides at random about data. The answer to a question depends only on the
 * seed and the question, so that it remains the same while a story is shrunk.
 */
final class RandomAnswers implements Answers {

    private final Application before;
    private final Application after;
    private final long seed;
    private final Map<Question, Answer> given = new LinkedHashMap<>();

    RandomAnswers(Application before, Application after, long seed) {
        this.before = before;
        this.after = after;
        this.seed = seed;
    }

    @Override
    public Optional<Answer> to(Question question) {
        SplittableRandom random = new SplittableRandom(
                seed ^ (question.kind() + question.subject().toLowerCase(Locale.ROOT)).hashCode() * 31L);
        List<Answer> possible = new ArrayList<>();
        for (Choice choice : question.choices()) {
            answer(question, choice, random).ifPresent(possible::add);
        }
        Optional<Answer> rename =
                possible.stream().filter(answer -> answer.verb() == Verb.RENAME).findFirst();
        Answer answer = rename.isPresent() && random.nextInt(10) < 8
                ? rename.get()
                : possible.isEmpty() ? question.meanwhile() : possible.get(random.nextInt(possible.size()));
        given.put(question, answer);
        return Optional.of(answer);
    }

    /** The answer for a choice; empty if a user who knows the change would not choose it. */
    private Optional<Answer> answer(Question question, Choice choice, SplittableRandom random) {
        if (choice.verb() == Verb.RENAME) {
            String value = choice.value();
            return value != null && isRename(question.subject(), value)
                    ? Optional.of(new Answer(Verb.RENAME, value))
                    : Optional.empty();
        }
        if (!choice.shown()) {
            return Optional.empty();
        }
        if (choice.value() != null) {
            return Optional.of(new Answer(choice.verb(), Objects.requireNonNull(choice.value())));
        }
        if (choice.verb() == Verb.MAP) {
            return constants(question).map(labels -> new Answer(Verb.MAP, labels.get(random.nextInt(labels.size()))));
        }
        if (choice.verb() == Verb.FILL && choice.placeholder().startsWith("VALUE")) {
            return filling(question).map(value -> new Answer(Verb.FILL, value));
        }
        return Optional.empty();
    }

    private boolean isRename(String subject, String value) {
        String was = plain(subject);
        String is = plain(value);
        if (!subject.contains(".")) {
            return before.columns().tables().entrySet().stream()
                            .anyMatch(table -> table.getValue().equals(was)
                                    && is.equals(after.columns().tables().get(table.getKey())))
                    || before.columns().collections().entrySet().stream()
                            .anyMatch(table -> table.getValue().equals(was)
                                    && is.equals(after.columns().collections().get(table.getKey())));
        }
        String column = was.substring(was.lastIndexOf('.') + 1);
        String table = was.substring(0, was.lastIndexOf('.'));
        return before.columns().columns().entrySet().stream()
                .filter(entry -> entry.getValue().stream().anyMatch(place -> place.endsWith("." + column)))
                .map(entry -> after.columns().columns().getOrDefault(entry.getKey(), Set.of()))
                .anyMatch(places -> places.contains(table + "." + is.substring(is.lastIndexOf('.') + 1)));
    }

    private Optional<Attribute> attribute(Application application, Question question) {
        String subject = plain(question.subject()).replaceFirst(":.*", "");
        String inSchema = subject.substring(subject.indexOf('.') + 1);
        return application
                .columns()
                .attributeAt(subject)
                .or(() -> application.columns().attributeAt(inSchema))
                .flatMap(key -> {
                    int entity = Integer.parseInt(key.substring(0, key.indexOf('/')));
                    int uid = Integer.parseInt(key.substring(key.indexOf('/') + 1));
                    return application.model().entity(entity).flatMap(found -> found.attribute(uid));
                });
    }

    /** The stored values of the enum constants. */
    private Optional<List<String>> constants(Question question) {
        return attribute(after, question)
                .filter(attribute -> attribute.shape() == Shape.ENUM || attribute.shape() == Shape.ENUM_SET)
                .flatMap(attribute ->
                        after.model().enumeration(attribute.target()).map(type -> labels(attribute, type)));
    }

    private static List<String> labels(Attribute attribute, Enumeration type) {
        List<String> labels = new ArrayList<>();
        for (int i = 0; i < type.constants().size(); i++) {
            labels.add(
                    attribute.storage() == EnumStorage.ORDINAL
                            ? Integer.toString(i)
                            : type.constants().get(i));
        }
        return labels;
    }

    private Optional<String> filling(Question question) {
        Optional<List<String>> labels = constants(question);
        if (labels.isPresent()) {
            return labels.map(all -> all.get(0));
        }
        return attribute(after, question)
                .filter(attribute ->
                        attribute.shape() == Shape.BASIC && !attribute.column().unique())
                .flatMap(attribute -> Optional.ofNullable(literal(attribute)));
    }

    private static @org.jspecify.annotations.Nullable String literal(Attribute attribute) {
        return switch (attribute.type()) {
            case STRING, NATIONAL, FIXED_STRING, LONG_STRING, LOB_STRING, CONVERTED -> "x";
            case CHARACTER -> "c";
            case BOOLEAN -> "true";
            case YES_NO -> "Y";
            case TRUE_FALSE -> "T";
            case NUMERIC_BOOLEAN, BYTE, SHORT, INTEGER, LONG, FLOAT, DOUBLE, DECIMAL, BIG_INTEGER -> "1";
            case DATE -> "2024-02-29";
            case TIME -> "02:30:00";
            case DATE_TIME -> "2024-02-29 02:30:00";
            case YEAR -> "2024";
            case LOCALE -> "de";
            case CURRENCY -> "EUR";
            case ZONE -> "UTC";
            default -> null;
        };
    }

    static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[\"`]", "");
    }

    Map<Question, Answer> given() {
        return given;
    }

    boolean any(Verb... verbs) {
        Set<Verb> wanted = Set.of(verbs);
        return given.values().stream().anyMatch(answer -> wanted.contains(answer.verb()));
    }

    /** Returns the answers as options. */
    List<String> flags() {
        return given.entrySet().stream()
                .map(entry -> "-D"
                        + entry.getValue()
                                .verb()
                                .said(entry.getKey().subject(), entry.getValue().value())
                        + " (" + entry.getKey().kind() + ")")
                .collect(Collectors.toList());
    }

    /** Keeps what an earlier answer kept. */
    Optional<Answer> stays(Question question) {
        boolean left = given.entrySet().stream()
                .anyMatch(entry -> plain(entry.getKey().subject()).equals(plain(question.subject()))
                        && (entry.getValue().verb() == Verb.KEEP
                                || entry.getValue().verb() == Verb.NULLABLE));
        return !left
                ? Optional.empty()
                : question.choices().stream()
                        .filter(choice -> choice.verb() == Verb.KEEP || choice.verb() == Verb.NULLABLE)
                        .map(choice -> new Answer(choice.verb(), ""))
                        .findFirst();
    }

    /** Whether a question mentioned a name. */
    boolean mentions(String name) {
        return given.keySet().stream()
                .anyMatch(question -> (question.subject() + question.sentences())
                        .toLowerCase(Locale.ROOT)
                        .contains(name));
    }

    /**
     * Whether an answer agreed to lose the values of an attribute. Every answer about one of its columns or its table
     * counts, except a rename.
     *
     * @param places the columns as {@code table.column}; {@code table.*} for the table only
     */
    boolean gaveUp(Set<String> places) {
        return given.entrySet().stream()
                .filter(entry -> entry.getValue().verb() != Verb.RENAME)
                .anyMatch(entry -> {
                    String subject = plain(entry.getKey().subject()).replaceFirst(":.*", "");
                    return places.stream()
                            .anyMatch(place -> subject.equals(place)
                                    || subject.endsWith("." + place)
                                    || entry.getKey().kind().startsWith("table")
                                            && subject.endsWith(place.substring(0, place.lastIndexOf('.'))));
                });
    }
}
