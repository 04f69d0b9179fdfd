package io.retort.internal.history;

import io.retort.error.Advice;
import io.retort.error.FailureLocation;
import io.retort.error.RetortException;
import io.retort.internal.text.NameSuggestions;
import io.retort.migration.Phase;
import io.retort.revision.AdoptionMark;
import io.retort.revision.ReplacedRevision;
import io.retort.revision.RevisionInfo;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The header of an SQL revision: the comment lines before its first part.
 *
 * @param location the file, for messages
 * @param values the values by name
 * @param lines the lines of the values, from 1, by name
 * @param remarks the remarks, in order
 */
record SqlHeader(String location, Map<String, String> values, Map<String, Integer> lines, List<String> remarks) {

    private static final Set<String> NAMES = Set.of(
            "revision",
            "parent",
            "message",
            "created",
            "depends-on",
            "labels",
            "transactional",
            "adopts",
            "replaces",
            "phase");

    private static final String REMARK = "remark";

    /** The names in other tools, for a message to their users. */
    private static final Map<String, String> OTHER_WORDS = Map.of(
            "down-revision", "parent",
            "revises", "parent",
            "branch-labels", "labels",
            "create-date", "created");

    static SqlHeader parse(String source, String location) {
        Map<String, String> values = new LinkedHashMap<>();
        Map<String, Integer> lines = new HashMap<>();
        List<String> remarks = new ArrayList<>();
        int number = 0;
        for (String line : source.split("\n", -1)) {
            number++;
            if (!line.isBlank() && !line.startsWith("--") || isPart(line)) {
                break;
            }
            String name = name(line);
            if (name.equals(REMARK)) {
                remarks.add(value(line));
                continue;
            }
            if (NAMES.contains(name) && values.put(name, value(line)) != null) {
                throw wrong(location, number, "is the second line \"-- " + name + ":\"");
            }
            lines.putIfAbsent(name, number);
            if (!name.isEmpty() && !NAMES.contains(name)) {
                refuseMisspelt(name, location, number);
            }
        }
        return new SqlHeader(location, values, lines, remarks);
    }

    private static boolean isPart(String line) {
        String word = line.isBlank() ? "" : line.substring(2).strip();
        return word.equalsIgnoreCase("upgrade") || word.equalsIgnoreCase("downgrade");
    }

    /** The text between the dashes and the colon, in lower case; empty if it is no name. */
    private static String name(String line) {
        int colon = line.indexOf(':');
        String name = colon < 2 ? "" : line.substring(2, colon).strip();
        for (int i = 0; i < name.length(); i++) {
            char sign = name.charAt(i);
            if (!(sign >= 'a' && sign <= 'z' || sign >= 'A' && sign <= 'Z' || sign == '_' || sign == '-')) {
                return "";
            }
        }
        return name.toLowerCase(Locale.ROOT);
    }

    private static String value(String line) {
        return line.substring(line.indexOf(':') + 1).strip();
    }

    /** Other comments are permitted, but a misspelled name must not make a revision lose its parent. */
    private static void refuseMisspelt(String name, String location, int line) {
        String word = name.replace('_', '-');
        String known = OTHER_WORDS.get(word);
        List<String> near = known == null ? NameSuggestions.to(word, NAMES) : List.of(known);
        if (!near.isEmpty()) {
            throw wrong(
                    location,
                    line,
                    "is \"-- " + name + ":\", which is not a header line; did you mean \"-- "
                            + String.join(":\" or \"-- ", near) + ":\"?");
        }
    }

    RevisionInfo info() {
        String id = values.getOrDefault("revision", "");
        if (id.isEmpty()) {
            throw failure(
                    "The revision in " + location + " has no line \"-- revision: <id>\" at its top.",
                    place("revision"));
        }
        return located(
                "adopts",
                () -> new RevisionInfo(
                        id,
                        list("parent"),
                        list("depends-on"),
                        list("labels"),
                        values.getOrDefault("message", ""),
                        located("created", () -> JavaRevisions.created(values.getOrDefault("created", ""), location)),
                        transactional(),
                        location,
                        remarks,
                        AdoptionMark.parse(values.getOrDefault("adopts", ""), location),
                        located("replaces", () -> ReplacedRevision.parse(list("replaces"), location))));
    }

    /** Runs code whose failure is about one line of the header, and names this line unless the failure names one. */
    <T extends @Nullable Object> T located(String name, Supplier<T> code) {
        try {
            return code.get();
        } catch (RetortException failure) {
            throw failure.at(failure.location().or(place(name)));
        }
    }

    /** Returns the place of a value: its line, or the first line of a file without it. */
    private FailureLocation place(String name) {
        return FailureLocation.inFile(location, lines.getOrDefault(name, 1));
    }

    private List<String> list(String name) {
        String text = values.getOrDefault(name, "").strip();
        if (text.indexOf(',') < 0) {
            return text.isEmpty() ? List.of() : List.of(text);
        }
        List<String> items =
                Arrays.stream(text.split(",", -1)).map(String::strip).toList();
        if (items.contains("")) {
            throw wrong(name, "has a superfluous comma: \"-- " + name + ": " + text + "\"");
        }
        return items;
    }

    private boolean transactional() {
        String value = values.getOrDefault("transactional", "true");
        if (!value.equals("true") && !value.equals("false")) {
            throw wrong("transactional", "has \"-- transactional: " + value + "\", which is neither true nor false");
        }
        return value.equals("true");
    }

    Phase phase() {
        String value = values.getOrDefault("phase", "start");
        return switch (value) {
            case "start" -> Phase.START;
            case "after-start" -> Phase.AFTER_START;
            default -> throw wrong("phase", "has \"-- phase: " + value + "\", which is neither start nor after-start");
        };
    }

    private RetortException wrong(String name, String what) {
        return wrong(location, lines.getOrDefault(name, 1), what);
    }

    private static RetortException wrong(String location, int line, String what) {
        return failure(
                "Line " + line + " of the revision in " + location + " " + what + (what.endsWith("?") ? "" : "."),
                FailureLocation.inFile(location, line));
    }

    private static RetortException failure(String problem, FailureLocation where) {
        return new RetortException(
                        problem,
                        Advice.of(
                                "Write its header as in: -- revision: 3f2a91c07b4e, -- parent: a1b2c3d4e5f6, -- message: add"
                                        + " email, each on a line of its own; ",
                                Advice.command("revision", Advice.option("format", "sql")),
                                " writes one."))
                .at(where);
    }
}
