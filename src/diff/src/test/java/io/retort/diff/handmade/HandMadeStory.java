package io.retort.diff.handmade;

import io.retort.diff.author.AdoptedSchema;
import io.retort.diff.author.Difference;
import io.retort.diff.faithful.sandbox.Sandbox;
import io.retort.diff.models.Bootstrap;
import io.retort.diff.models.HibernateCreate;
import io.retort.diff.question.Answer;
import io.retort.diff.question.Choice;
import io.retort.diff.question.Question;
import io.retort.diff.question.Verb;
import io.retort.error.RetortException;
import io.retort.operation.Operation;
import io.retort.testkit.TestDatabase;
import io.retort.testkit.TestDb;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hibernate.boot.Metadata;
import org.jspecify.annotations.Nullable;

/** A database with hand-made objects, and a change of the entities with its downgrade. */
final class HandMadeStory {

    private final TestDb db;
    private final Sandbox sandbox;
    private final List<String> said = new ArrayList<>();

    private HandMadeStory(TestDb db) {
        this.db = db;
        this.sandbox = new Sandbox(db);
    }

    /** Returns the failure; null if there was none. */
    static @Nullable String run(
            TestDatabase database,
            ItemVersion to,
            DatabaseOrigin beginning,
            List<HandMadeObject> wished,
            Map<String, Integer> numbers)
            throws SQLException {
        try (TestDb db = database.server().newDatabase();
                Bootstrap before = beginning == DatabaseOrigin.REVISIONS ? Bootstrap.like(db) : Bootstrap.on(db);
                Bootstrap after = Bootstrap.like(db)) {
            before.entities(ItemVersion.BASE.entities());
            after.entities(to.entities());
            return new HandMadeStory(db).run(before.metadata(), after.metadata(), to, beginning, wished, numbers);
        }
    }

    private @Nullable String run(
            Metadata base,
            Metadata wanted,
            ItemVersion to,
            DatabaseOrigin beginning,
            List<HandMadeObject> wished,
            Map<String, Integer> numbers)
            throws SQLException {
        if (beginning == DatabaseOrigin.REVISIONS) {
            sandbox.revise(sandbox.compare(base).operations());
        } else {
            HibernateCreate.run(base);
        }
        db.execute(
                "insert into box (id) values (1)",
                "insert into box_tags (box_id, tag) values (1, 'a')",
                "insert into box_tags (box_id, tag) values (1, 'b')",
                "insert into shelf (id, place) values (1, 'here')",
                "insert into item (id, name, code, amount, note, state, shelf_id) values (1, 'one', 'c1', 1, 'n1', 'A', 1)",
                "insert into item (id, name, code, amount, note, state, shelf_id) values (2, 'two', 'c2', 2, 'n2', 'B', 1)",
                "insert into item (id, name, code, amount, note, state, shelf_id) values (3, 'three', 'c3', 3, 'n3', null, null)");
        List<HandMadeObject> objects = wished.stream().filter(this::isMade).toList();
        Map<HandMadeObject, List<String>> made = found(objects);
        objects.forEach(object -> count(numbers, "object: " + object.kind()));
        objects = objects.stream().filter(object -> !to.declares(object)).toList();
        made.keySet().retainAll(objects);
        if (objects.size() == 1 && made.values().stream().anyMatch(List::isEmpty)) {
            return "the dump does not show " + made;
        }
        made.values().removeIf(List::isEmpty); // another object has replaced it
        if (beginning == DatabaseOrigin.ADOPTION) {
            AdoptedSchema adopted = sandbox.adopt(wanted);
            sandbox.record(adopted);
            String announced = lines(adopted.required());
            String next = lines(sandbox.compare(wanted).operations());
            if (!announced.equals(next)) {
                return "adopt lists\n" + announced + "\nand the next revision contains\n" + next;
            }
            count(numbers, "adoptions that list the next revision");
        }
        Difference difference = sandbox.compare(wanted, this::answer);
        said.addAll(difference.skipped());
        said.addAll(difference.remarks());
        List<Operation> operations = difference.operations();
        try {
            sandbox.revise(operations);
        } catch (RetortException e) {
            return isAnnounced(objects)
                    ? counted(numbers, "blocked as announced")
                    : told("upgrade failed", e, operations);
        }
        String lost;
        try {
            lost = lost(made, found(objects));
        } catch (SQLException e) {
            return isAnnounced(objects)
                    ? counted(numbers, "broken as announced")
                    : "after the upgrade: " + e.getMessage();
        }
        if (lost != null) {
            return "after the upgrade: " + lost + "\n" + lines(operations);
        }
        List<Operation> again = sandbox.compare(wanted).operations();
        if (!again.isEmpty() && said.stream().noneMatch(line -> line.contains(": not changed, as answered ("))) {
            return "a second comparison finds " + lines(again) + "\nafter " + lines(operations);
        }
        try {
            sandbox.downgrade();
        } catch (RetortException e) {
            return isAnnounced(objects)
                    ? counted(numbers, "way back blocked as announced")
                    : told("downgrade failed", e, operations);
        }
        String gone = lost(made, found(objects));
        return gone == null
                ? counted(numbers, operations.isEmpty() ? "stories without a change" : "stories there and back")
                : "after the downgrade: " + gone + "\n" + lines(operations);
    }

    private static @Nullable String counted(Map<String, Integer> numbers, String what) {
        count(numbers, what);
        return null;
    }

    private static synchronized void count(Map<String, Integer> numbers, String what) {
        numbers.merge(what, 1, Integer::sum);
    }

    private String told(String what, RetortException e, List<Operation> operations) {
        return what + ": " + e.what() + "\n" + lines(operations) + "\nsaid: " + said;
    }

    private static String lines(List<Operation> operations) {
        List<String> lines = new ArrayList<>();
        operations.forEach(operation -> lines.add("  " + operation.describe()));
        return String.join("\n", lines);
    }

    /** Two objects can exclude each other. */
    private boolean isMade(HandMadeObject object) {
        try {
            for (String statement : object.statements()) {
                db.execute(statement);
            }
            return true;
        } catch (SQLException e) {
            return false;
        }
    }

    private Optional<Answer> answer(Question question) {
        said.addAll(question.sentences());
        List<Choice> choices = question.choices();
        for (Verb verb : List.of(Verb.RENAME, Verb.CUT, Verb.DROP, Verb.ACCEPT, Verb.FILL, Verb.MAP, Verb.KEEP)) {
            for (Choice choice : choices) {
                if (choice.verb() == verb) {
                    return Optional.of(new Answer(verb, choice.value() == null ? "0" : choice.value()));
                }
            }
        }
        throw new IllegalStateException("no answer to " + question);
    }

    private boolean isAnnounced(List<HandMadeObject> objects) {
        return objects.stream().anyMatch(this::isAnnounced);
    }

    private boolean isAnnounced(HandMadeObject object) {
        String word = Pattern.quote(object.subject().toLowerCase(Locale.ROOT));
        Pattern pattern = Pattern.compile("\\b" + word + "\\b");
        boolean named = object.subject().startsWith("hm");
        String kind = object.kind().replaceFirst(" of a column$", "");
        return said.stream()
                .map(line -> line.toLowerCase(Locale.ROOT))
                .filter(line -> named || line.contains(kind))
                .anyMatch(line -> pattern.matcher(line).find());
    }

    private @Nullable String lost(Map<HandMadeObject, List<String>> made, Map<HandMadeObject, List<String>> now) {
        List<String> lost = new ArrayList<>();
        made.forEach((object, lines) -> {
            if (!lines.equals(now.get(object)) && !isAnnounced(object)) {
                lost.add(object + " was " + lines + " and is " + now.get(object));
            }
        });
        return lost.isEmpty() ? null : String.join("\n", lost) + "\nsaid: " + said;
    }

    private Map<HandMadeObject, List<String>> found(List<HandMadeObject> objects) throws SQLException {
        List<String> dump = sandbox.dump().withoutPlaces().lines().stream()
                .filter(line -> !line.startsWith("row "))
                .map(line -> line.replaceAll("(?i)\\barticle\\b", "item").replaceAll("(?i)\\bremark\\b", "note"))
                .toList();
        Map<HandMadeObject, List<String>> found =
                new TreeMap<>((one, other) -> one.toString().compareTo(other.toString()));
        for (HandMadeObject object : objects) {
            Pattern line = Pattern.compile(object.line());
            found.put(
                    object,
                    dump.stream()
                            .filter(text -> line.matcher(text).find())
                            .flatMap(text -> pieces(text, object).stream())
                            .distinct()
                            .toList());
        }
        return found;
    }

    private static List<String> pieces(String line, HandMadeObject object) {
        if (object.piece() == null) {
            return List.of(line.toLowerCase(Locale.ROOT)
                    .replaceAll("::(character varying|text|bigint|integer)|[()\"`]", "")
                    .replaceAll("cast(-?\\d+) as bigint", "$1")
                    .replaceAll("\\s+", " "));
        }
        Matcher piece = Pattern.compile(object.piece()).matcher(line);
        return piece.find() ? List.of(piece.group()) : List.of();
    }
}
