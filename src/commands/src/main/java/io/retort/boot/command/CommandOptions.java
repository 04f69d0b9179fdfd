package io.retort.boot.command;

import java.util.Arrays;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The options of a command. Each is declared as it is typed: a flag by its name, and one that needs a value as
 * {@code name=}, with an example of a value where it helps: {@code base=origin/main}.
 *
 * @param flags the names of the options that are either given or not, sorted
 * @param examples an example for the value of each other option, by name
 */
record CommandOptions(Set<String> flags, Map<String, String> examples) {

    static final String ANY_VALUE = "...";

    /** Returns the declared options. */
    static CommandOptions of(String... declarations) {
        Set<String> flags = new TreeSet<>();
        Map<String, String> examples = new TreeMap<>();
        for (String declaration : declarations) {
            int sign = declaration.indexOf('=');
            if (sign < 0) {
                flags.add(declaration);
            } else {
                String example = declaration.substring(sign + 1);
                examples.put(declaration.substring(0, sign), example.isEmpty() ? ANY_VALUE : example);
            }
        }
        return new CommandOptions(Collections.unmodifiableSet(flags), Collections.unmodifiableMap(examples));
    }

    /** Returns these options and others. */
    CommandOptions and(CommandOptions... others) {
        Set<String> all = new TreeSet<>(flags);
        Map<String, String> values = new TreeMap<>(examples);
        Arrays.asList(others).forEach(other -> {
            all.addAll(other.flags);
            values.putAll(other.examples);
        });
        return new CommandOptions(Collections.unmodifiableSet(all), Collections.unmodifiableMap(values));
    }

    /** Returns the names of all options, sorted. */
    Set<String> names() {
        Set<String> names = new TreeSet<>(flags);
        names.addAll(examples.keySet());
        return names;
    }

    boolean has(String name) {
        return flags.contains(name) || examples.containsKey(name);
    }
}
