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
import java.util.stream.Stream;

/**
 * Simulates a user who knows the renames and decides at random about data. The answer to a question depends only on the
 * seed and the question, so that it remains the same while a story is shrunk.
 */
final class RandomAnswers implements Answers {

    private static final List<String> ZONES = List.of("UTC", "UTC", "Europe/Berlin", "+02:00");

    /** What an answer says that the database may refuse. */
    private static final Set<Verb> FAILING = Set.of(Verb.ACCEPT, Verb.FILL, Verb.USING, Verb.MAP);

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
        Optional<Answer> earlier = dropped(question);
        if (earlier.isPresent()) {
            return earlier;
        }
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

    /** A person who has asked for a column to be dropped does not keep it when asked. */
    private Optional<Answer> dropped(Question question) {
        return given.entrySet().stream()
                .filter(entry -> entry.getKey().kind().equals(question.kind())
                        && entry.getKey().subject().equals(question.subject())
                        && entry.getValue().verb() == Verb.DROP)
                .filter(entry -> !question.choices(Verb.DROP).isEmpty())
                .map(Map.Entry::getValue)
                .findFirst();
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
        if (choice.verb() == Verb.ACCEPT && question.kind().equals("inheritance")) {
            return Optional.empty(); // a user who knows the change moves the rows
        }
        if (choice.verb() == Verb.ACCEPT && isAboutOrder(question) && !keepsOrder(question)) {
            return Optional.empty();
        }
        if (choice.verb() == Verb.FILL && isDiscriminator(question) && !isRoot(question, choice)) {
            return Optional.empty(); // a user who adds a subclass knows that the existing rows are of the other class
        }
        if (choice.value() != null) {
            return Optional.of(new Answer(choice.verb(), Objects.requireNonNull(choice.value())));
        }
        return switch (choice.verb()) {
            case MAP -> mapping(question, random).map(value -> new Answer(Verb.MAP, value));
            case ZONE -> Optional.of(new Answer(Verb.ZONE, ZONES.get(random.nextInt(ZONES.size()))));
            case USING -> expression(question).map(value -> new Answer(Verb.USING, value));
            case FILL ->
                choice.placeholder().startsWith("VALUE")
                        ? filling(question).map(value -> new Answer(Verb.FILL, value))
                        : expression(question).map(value -> new Answer(Verb.FILL, "sql:" + value));
            default -> Optional.empty();
        };
    }

    private static boolean isDiscriminator(Question question) {
        return plain(question.subject()).endsWith(".dtype");
    }

    private boolean isRoot(Question question, Choice choice) {
        String subject = plain(question.subject());
        return after.model().entities().stream()
                .filter(entity -> entity.name().equals(choice.value()) && entity.parent() == 0)
                .map(entity -> after.columns().tables().getOrDefault(entity.uid(), "?"))
                .anyMatch(table -> subject.equals(table + ".dtype") || subject.endsWith("." + table + ".dtype"));
    }

    /**
     * A person says that tables have passed their names on. Now and then a person wants an object to go that no revision
     * created.
     */
    @Override
    public Optional<Answer> given(Question question) {
        if (question.kind().equals("table-renamed")) {
            Optional<Answer> rename = question.choices().stream()
                    .flatMap(choice -> Stream.ofNullable(choice.value()))
                    .filter(value -> !plain(value).equals(plain(question.subject())))
                    .filter(value -> isRename(question.subject(), value))
                    .map(value -> new Answer(Verb.RENAME, value))
                    .findFirst();
            rename.ifPresent(answer -> given.put(question, answer));
            return rename;
        }
        SplittableRandom random =
                new SplittableRandom(seed ^ plain(question.subject()).hashCode() * 31L);
        boolean droppable = !question.choices(Verb.DROP).isEmpty(); // an object can be asked about in other ways, too
        if (!droppable || !question.subject().contains("hand_made") || random.nextInt(4) > 0) {
            return Optional.empty();
        }
        Answer drop = new Answer(Verb.DROP, "");
        given.put(question, drop);
        return Optional.of(drop);
    }

    /** Whether a person has asked for an object to be dropped. */
    boolean isDropped(String mark) {
        return given.entrySet().stream()
                .anyMatch(entry -> entry.getValue().verb() == Verb.DROP
                        && plain(entry.getKey().subject()).endsWith("." + mark));
    }

    /** Whether an answer drops a view that is in the way. */
    boolean isViewDropped(String mark) {
        return given.entrySet().stream()
                .anyMatch(entry -> entry.getValue().verb() == Verb.DROP
                        && entry.getKey().kind().equals("dependent")
                        && plain(entry.getKey().subject()).equals(mark));
    }

    /** The former constants in their former order, where numbers stand for them; else one of those of today. */
    private Optional<String> mapping(Question question, SplittableRandom random) {
        if (isAboutOrder(question)) {
            return order(before, question).map(constants -> String.join("+", constants));
        }
        return constants(question).map(labels -> labels.get(random.nextInt(labels.size())));
    }

    private static boolean isAboutOrder(Question question) {
        return question.kind().equals("ordinals") || question.kind().equals("converted");
    }

    private Optional<List<String>> order(Application application, Question question) {
        return attribute(before, question)
                .or(() -> attribute(after, question)) // its column may have been renamed
                .filter(attribute -> attribute.shape() == Shape.ENUM || attribute.shape() == Shape.ENUM_SET)
                .flatMap(attribute -> application.model().enumeration(attribute.target()))
                .map(Enumeration::constants);
    }

    /** Whether numbers mean the same constants as before. */
    private boolean keepsOrder(Question question) {
        List<String> was = order(before, question).orElse(List.of());
        List<String> is = order(after, question).orElse(was);
        int both = Math.min(was.size(), is.size());
        return was.subList(0, both).equals(is.subList(0, both));
    }

    private boolean isRename(String subject, String value) {
        String was = plain(subject);
        String is = plain(value);
        if (!subject.contains(".")) {
            return before.columns().tables().entrySet().stream()
                            .anyMatch(table -> table.getValue().equals(was)
                                    && isOwner(table.getKey(), was)
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

    /** A subclass whose rows leave the table of its superclass takes no table along. */
    private boolean isOwner(int entity, String table) {
        return before.model()
                .entity(entity)
                .filter(found -> found.parent() == 0
                        || !table.equals(before.columns().tables().get(found.parent())))
                .isPresent();
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

    /** A value as an SQL expression, in a column that several rows may share it in. */
    private Optional<String> expression(Question question) {
        return attribute(after, question)
                .filter(attribute ->
                        attribute.shape() == Shape.BASIC && !attribute.column().unique())
                .flatMap(attribute -> Optional.ofNullable(literal(attribute))
                        .map(value ->
                                attribute.type().java().matches("Boolean|Byte|Short|Integer|Long|Float|Double|Big.*")
                                                && value.matches("true|1")
                                        ? value
                                        : "'" + value + "'"));
    }

    private @org.jspecify.annotations.Nullable String literal(Attribute attribute) {
        boolean sqlite = before.metadata()
                .getDatabase()
                .getDialect()
                .getClass()
                .getSimpleName()
                .startsWith("SQLite");
        return switch (attribute.type()) {
            case STRING, NATIONAL, FIXED_STRING, LONG_STRING, LOB_STRING, CONVERTED -> "x";
            case CHARACTER -> "c";
            case BOOLEAN -> "true";
            case YES_NO -> "Y";
            case TRUE_FALSE -> "T";
            case NUMERIC_BOOLEAN, BYTE, SHORT, INTEGER, LONG, FLOAT, DOUBLE, DECIMAL, BIG_INTEGER -> "1";
            case DATE -> sqlite ? null : "2024-02-29"; // its driver reads what it has written
            case TIME -> sqlite ? null : "02:30:00";
            case DATE_TIME -> sqlite ? null : "2024-02-29 02:30:00";
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
                                .asOption(
                                        entry.getKey().subject(),
                                        entry.getValue().value())
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

    /** Returns the constraints that an answer left out; one that no row violates after the upgrade is written without a question. */
    Set<String> leftOut() {
        return given.entrySet().stream()
                .filter(entry -> entry.getKey().kind().equals("violations")
                        && entry.getValue().verb() == Verb.KEEP)
                .map(entry -> plain(entry.getKey().subject()).replaceFirst(".*\\.", ""))
                .collect(Collectors.toSet());
    }

    /** Whether a question about an object said that the chosen answer loses it, and that a downgrade does not restore it. */
    boolean isLost(String name) {
        return given.entrySet().stream()
                .filter(entry ->
                        entry.getKey().subject().toLowerCase(Locale.ROOT).contains(name))
                .anyMatch(entry -> isAnswered(entry.getKey(), entry.getValue(), "a downgrade does not restore it"));
    }

    /** Whether a question mentioned a name. */
    boolean mentions(String name) {
        return given.keySet().stream()
                .anyMatch(question -> (question.subject() + question.sentences())
                        .toLowerCase(Locale.ROOT)
                        .contains(name));
    }

    /** Returns whether a failure is about the subject of an answer that can fail. */
    boolean announced(String failure) {
        return given.entrySet().stream()
                .filter(entry -> FAILING.contains(entry.getValue().verb()))
                .anyMatch(entry -> isAbout(entry.getKey(), failure));
    }

    /** Returns whether a failure is about the subject of an answer whose choice says these words. */
    boolean announced(String words, String failure) {
        return given.entrySet().stream()
                .filter(entry -> isAnswered(entry.getKey(), entry.getValue(), words))
                .anyMatch(entry -> isAbout(entry.getKey(), failure));
    }

    private static boolean isAbout(Question question, String failure) {
        String subject = plain(question.subject());
        String text = plain(failure);
        return text.contains(subject)
                || List.of(subject.replaceFirst(":.*", "").split("[.+]")).stream()
                        .anyMatch(text::contains);
    }

    /** Whether a choice that was taken says this of its consequences. */
    boolean consequence(String words) {
        return given.entrySet().stream().anyMatch(entry -> isAnswered(entry.getKey(), entry.getValue(), words));
    }

    /** The columns of which a choice that was taken says this. */
    List<String> columns(String words) {
        return given.entrySet().stream()
                .filter(entry -> isAnswered(entry.getKey(), entry.getValue(), words))
                .map(entry -> plain(entry.getKey().subject()))
                .map(subject -> subject.substring(subject.lastIndexOf('.') + 1))
                .toList();
    }

    private static boolean isAnswered(Question question, Answer answer, String words) {
        return question.choices(answer.verb()).stream()
                .anyMatch(choice -> choice.meaning().contains(words));
    }

    /**
     * Returns the value that an attribute has after an answer that gives all numbers of no constant one constant; the
     * given value without such an answer.
     *
     * @param places the columns of the attribute, as {@code table.column}
     * @param value the value before the change
     * @param back whether the value after the downgrade is meant
     */
    String numbered(Set<String> places, String value, boolean back) {
        for (Map.Entry<Question, Answer> entry : given.entrySet()) {
            String chosen = entry.getValue().value();
            boolean one = entry.getKey().kind().equals("ordinals")
                    && entry.getKey().choices(Verb.MAP).stream().anyMatch(choice -> chosen.equals(choice.value()));
            if (one && isAt(plain(entry.getKey().subject()), places)) {
                List<String> was = order(before, entry.getKey()).orElse(List.of());
                List<String> is = order(after, entry.getKey()).orElse(List.of());
                return value.startsWith("[")
                        ? Stream.of(value.substring(1, value.length() - 1).split(", "))
                                .map(constant -> numbered(was, is, constant, chosen, back))
                                .distinct()
                                .sorted()
                                .toList()
                                .toString()
                        : numbered(was, is, value, chosen, back);
            }
        }
        return value;
    }

    /** Numbers of constants stay; others become that of the chosen constant, and a downgrade leaves them so. */
    private static String numbered(List<String> was, List<String> is, String value, String chosen, boolean back) {
        int number = was.indexOf(value);
        if (number < 0) {
            return value;
        }
        int now = number < is.size() ? number : is.indexOf(chosen);
        return back ? was.get(now) : is.get(now);
    }

    private static boolean isAt(String subject, Set<String> places) {
        return places.stream().anyMatch(place -> subject.equals(place) || subject.endsWith("." + place));
    }

    /**
     * Whether an answer agreed to lose the values of an attribute. Answers about one of its columns or its table count,
     * except a rename and answers that keep the values.
     *
     * @param places the columns as {@code table.column}; {@code table.*} for the table only
     */
    boolean gaveUp(Set<String> places) {
        return given.entrySet().stream()
                .filter(entry -> givesUp(entry.getKey(), entry.getValue()))
                .anyMatch(entry -> {
                    String subject = plain(entry.getKey().subject()).replaceFirst(":.*", "");
                    return isAt(subject, places)
                            || isAt(beforeTheRename(subject), places)
                            || places.stream()
                                    .anyMatch(place -> entry.getKey().kind().startsWith("table")
                                            && subject.endsWith(place.substring(0, place.lastIndexOf('.'))));
                });
    }

    /** A question about a column names the table as an earlier answer has renamed it. */
    private String beforeTheRename(String column) {
        int table = column.lastIndexOf('.');
        String name = column.substring(0, Math.max(table, 0));
        return given.entrySet().stream()
                .filter(entry -> entry.getValue().verb() == Verb.RENAME
                        && entry.getKey().kind().startsWith("table")
                        && plain(entry.getValue().value()).equals(name))
                .map(entry -> plain(entry.getKey().subject()) + column.substring(table))
                .findFirst()
                .orElse(column);
    }

    /**
     * A name, a zone, an order of constants and a conversion that fails on what it cannot keep give up nothing. A constant
     * for the numbers of none gives up only the rows with such a number: see {@link #numbered}.
     */
    private static boolean givesUp(Question question, Answer answer) {
        return switch (answer.verb()) {
            case RENAME, MOVE, ACCEPT -> false;
            case ZONE -> !answer.value().equals("UTC");
            case MAP -> !isAboutOrder(question);
            default -> true;
        };
    }
}
