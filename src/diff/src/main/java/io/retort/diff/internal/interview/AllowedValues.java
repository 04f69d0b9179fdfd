package io.retort.diff.internal.interview;

import io.retort.diff.internal.model.EntityHierarchy;
import io.retort.diff.internal.model.JavaColumn;
import io.retort.diff.internal.model.JavaColumn.Kind;
import io.retort.diff.question.Choice;
import io.retort.diff.question.Verb;
import io.retort.schema.Column;
import io.retort.schema.Constraint.Check;
import io.retort.schema.EnumType;
import io.retort.schema.Identifier;
import io.retort.schema.QualifiedName;
import io.retort.schema.SqlType;
import io.retort.schema.Table;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The values that an enum column, a discriminator, or a column with a check constraint that lists its values can hold.
 *
 * @param values the values as the column holds them; empty where every value of the type is allowed
 * @param names the constants or entities that the values stand for, where they have other names
 */
record AllowedValues(List<String> values, Map<String, String> names) {

    private static final int MOST_CHOICES = 12;

    /** Those of a column that the entities declare. */
    static AllowedValues of(ReviewContext inquiry, QualifiedName table, Column column) {
        Optional<AllowedValues> classes =
                inquiry.discriminated(table, column.name()).map(AllowedValues::ofClasses);
        if (classes.isPresent() && column.type().kind() != SqlType.Kind.INTEGER) {
            return classes.get();
        }
        JavaColumn java = inquiry.java(table, column.name());
        List<String> values = ofType(inquiry, column.type());
        if (values.isEmpty()) {
            values = inquiry.declared()
                    .table(table)
                    .map(declared -> ofChecks(declared, column))
                    .orElse(List.of());
        }
        if (values.isEmpty() && java.kind() == Kind.ENUM && !java.converted()) {
            values = java.stored().values().stream().map(String::valueOf).toList();
        }
        return new AllowedValues(values, names(java));
    }

    /**
     * The root comes first: rows from before there were subclasses are usually its own. The two words of Hibernate are no
     * values.
     */
    private static AllowedValues ofClasses(EntityHierarchy hierarchy) {
        Map<String, String> names = new LinkedHashMap<>();
        hierarchy.types().stream()
                .filter(EntityHierarchy.Type::concrete)
                .filter(type -> !type.value().equals("null") && !type.value().equals("not null"))
                .forEach(type -> names.put(type.value(), type.entity()));
        List<String> values = List.copyOf(names.keySet());
        names.entrySet().removeIf(name -> name.getKey().equals(name.getValue()));
        return new AllowedValues(values, names);
    }

    private static List<String> ofType(ReviewContext inquiry, SqlType type) {
        if (!type.values().isEmpty() || type.text() == null) {
            return type.values();
        }
        String name = Identifier.parse(type.text()).text();
        return inquiry.declared().enumTypes().stream()
                .filter(other -> Identifier.parse(other.name().name()).text().equalsIgnoreCase(name))
                .map(EnumType::values)
                .findFirst()
                .orElse(List.of());
    }

    private static List<String> ofChecks(Table table, Column column) {
        return table.constraintsOf(Check.class)
                .map(check -> CheckedValues.of(check, table))
                .filter(labels -> labels.column().equals(column.name()))
                .map(CheckedValues::values)
                .filter(values -> !values.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    private static Map<String, String> names(JavaColumn java) {
        Map<String, String> names = new LinkedHashMap<>();
        java.stored().forEach((constant, stored) -> names.put(String.valueOf(stored), constant));
        names.entrySet().removeIf(name -> name.getKey().equals(name.getValue()));
        return names;
    }

    /** The value that a person means, by itself or by the name of its constant; empty if the column cannot hold it. */
    Optional<String> meant(String text) {
        if (values.isEmpty() || values.contains(text)) {
            return Optional.of(text);
        }
        return values.stream().filter(value -> text.equals(names.get(value))).findFirst();
    }

    /** A choice for each value, if they are few enough to be listed. */
    List<Choice> choices() {
        List<Choice> choices = new ArrayList<>();
        if (values.size() <= MOST_CHOICES) {
            for (String value : values) {
                choices.add(new Choice(
                        String.valueOf(choices.size() + 1),
                        Verb.FILL,
                        value,
                        "these rows get " + shown(value),
                        "",
                        true));
            }
        }
        return choices;
    }

    /** The values for people: {@code 0 (NEW), 1 (DONE)}. */
    String describe() {
        return String.join(", ", values.stream().map(this::shown).toList());
    }

    private String shown(String value) {
        String name = names.get(value);
        return name == null ? value : value + " (" + name + ")";
    }
}
