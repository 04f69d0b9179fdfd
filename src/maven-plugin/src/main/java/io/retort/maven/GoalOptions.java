package io.retort.maven;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.maven.plugin.descriptor.MojoDescriptor;
import org.apache.maven.plugin.descriptor.Parameter;
import org.apache.maven.plugin.descriptor.PluginDescriptor;

/** The options of goals, and which of them a person probably meant with a name that none of them has. */
final class GoalOptions {

    private static final int SHORTEST = 4;
    private static final int LONG = 8;

    private static final Set<String> FLAG_TYPES = Set.of("boolean", Boolean.class.getName());

    private final Set<String> names = new TreeSet<>();
    private final Set<String> flags = new TreeSet<>();

    /**
     * Reads the options.
     *
     * @param plugin the descriptor of this plugin
     * @param goals the goals that were typed
     */
    GoalOptions(PluginDescriptor plugin, Collection<String> goals) {
        for (MojoDescriptor mojo : plugin.getMojos()) {
            if (goals.contains(mojo.getGoal()) && mojo.getParameters() != null) {
                mojo.getParameters().stream().filter(Parameter::isEditable).forEach(this::add);
            }
        }
    }

    GoalOptions(Collection<String> names, Collection<String> flags) {
        this.names.addAll(names);
        this.flags.addAll(flags);
    }

    private void add(Parameter option) {
        names.add(name(option));
        if (FLAG_TYPES.contains(option.getType())) {
            flags.add(name(option));
        }
    }

    /** Returns whether the value of an option is neither true nor false, although it must be. Maven takes it as false. */
    boolean isNeitherTrueNorFalse(String typed, String value) {
        return flags.contains(typed) && !value.equalsIgnoreCase("true") && !value.equalsIgnoreCase("false");
    }

    /** Returns the name of an option as it is typed after {@code -D}. */
    static String name(Parameter option) {
        String expression = option.getExpression();
        return expression == null || !expression.startsWith("${")
                ? option.getName()
                : expression.substring(2, expression.length() - 1);
    }

    /** Returns the names of the options of all goals. */
    static Set<String> namesOf(PluginDescriptor plugin) {
        return plugin.getMojos().stream()
                .filter(mojo -> mojo.getParameters() != null)
                .flatMap(mojo -> mojo.getParameters().stream())
                .filter(Parameter::isEditable)
                .map(GoalOptions::name)
                .collect(Collectors.toSet());
    }

    /** Returns the option that a name probably misspells; empty if it is an option, or close to none. */
    Optional<String> meantBy(String typed) {
        if (names.contains(typed)) {
            return Optional.empty();
        }
        return names.stream().filter(name -> isClose(typed, name)).findFirst();
    }

    private static boolean isClose(String typed, String name) {
        if (typed.equalsIgnoreCase(name)) {
            return true;
        }
        if (name.length() < SHORTEST || typed.length() < SHORTEST) {
            return false;
        }
        return distance(typed, name) <= (name.length() < LONG ? 1 : 2);
    }

    /** Returns the number of letters to insert, delete, replace or swap with their neighbour. */
    private static int distance(String one, String other) {
        int[][] edits = new int[one.length() + 1][other.length() + 1];
        for (int row = 0; row <= one.length(); row++) {
            for (int column = 0; column <= other.length(); column++) {
                edits[row][column] = row == 0 || column == 0 ? row + column : step(edits, one, other, row, column);
            }
        }
        return edits[one.length()][other.length()];
    }

    private static int step(int[][] edits, String one, String other, int row, int column) {
        int replace = one.charAt(row - 1) == other.charAt(column - 1) ? 0 : 1;
        int least = Math.min(
                Math.min(edits[row - 1][column], edits[row][column - 1]) + 1, edits[row - 1][column - 1] + replace);
        boolean swapped = row > 1
                && column > 1
                && one.charAt(row - 1) == other.charAt(column - 2)
                && one.charAt(row - 2) == other.charAt(column - 1);
        return swapped ? Math.min(least, edits[row - 2][column - 2] + 1) : least;
    }

    /** Returns the goals of this plugin among the words that were typed, such as {@code migrate:upgrade}. */
    static List<String> goals(List<String> typed) {
        return typed.stream()
                .filter(word -> word.startsWith("migrate:") || word.contains("retort-maven-plugin:"))
                .map(word -> word.substring(word.lastIndexOf(':') + 1).replaceFirst("@.*", ""))
                .toList();
    }
}
