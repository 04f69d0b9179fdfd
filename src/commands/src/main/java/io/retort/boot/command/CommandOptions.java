package io.retort.boot.command;

import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The options of a command. Each is declared as it is typed: a flag by its name, and one that needs a value as
 * {@code name=}.
 *
 * @param flags the names of the options that are either given or not, sorted
 * @param names the names of all options, sorted
 */
record CommandOptions(Set<String> flags, Set<String> names) {

    private static final String VALUE = "=";

    /** Returns the declared options. */
    static CommandOptions of(String... declarations) {
        Set<String> flags = new TreeSet<>();
        Set<String> names = new TreeSet<>();
        for (String declaration : declarations) {
            if (!declaration.endsWith(VALUE)) {
                flags.add(declaration);
            }
            names.add(declaration.replace(VALUE, ""));
        }
        return new CommandOptions(Collections.unmodifiableSet(flags), Collections.unmodifiableSet(names));
    }

    /** Returns these options and others. */
    CommandOptions and(CommandOptions... others) {
        return of(Stream.concat(Stream.of(this), Stream.of(others))
                .flatMap(options -> options.names().stream().map(options::declaration))
                .toArray(String[]::new));
    }

    private String declaration(String name) {
        return flags.contains(name) ? name : name + VALUE;
    }

    boolean has(String name) {
        return names.contains(name);
    }
}
