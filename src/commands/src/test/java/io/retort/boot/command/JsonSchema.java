package io.retort.boot.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Validates JSON against a JSON schema that uses the keywords below; any other keyword is an error of the schema. */
record JsonSchema(Map<String, Object> root) {

    private static final Set<String> KEYWORDS = Set.of(
            "$schema",
            "$defs",
            "$ref",
            "title",
            "type",
            "const",
            "enum",
            "required",
            "properties",
            "additionalProperties",
            "items");

    /** Returns the violations. */
    List<String> violations(Object json) {
        List<String> violations = new ArrayList<>();
        validate(json, root, "$", violations);
        return violations;
    }

    @SuppressWarnings("unchecked")
    private void validate(Object json, Map<String, Object> schema, String place, List<String> violations) {
        if (!KEYWORDS.containsAll(schema.keySet())) {
            throw new IllegalArgumentException(place + ": keyword of " + schema.keySet());
        }
        if (schema.get("$ref") instanceof String ref) {
            validate(json, definition(ref, schema), place, violations);
            return;
        }
        if (schema.containsKey("const") && !Objects.equals(schema.get("const"), json)) {
            violations.add(place + " is not " + schema.get("const"));
        }
        if (schema.get("enum") instanceof List<?> allowed && !allowed.contains(json)) {
            violations.add(place + " is not one of " + allowed);
        }
        if (schema.containsKey("type") && !isOfType(json, schema.get("type"))) {
            violations.add(place + " is not " + schema.get("type"));
            return;
        }
        if (json instanceof Map<?, ?> object) {
            object((Map<String, Object>) object, schema, place, violations);
        }
        if (json instanceof List<?> list && schema.get("items") instanceof Map<?, ?> items) {
            for (int i = 0; i < list.size(); i++) {
                validate(list.get(i), (Map<String, Object>) items, place + "[" + i + "]", violations);
            }
        }
    }

    @SuppressWarnings("unchecked")
    private Map<String, Object> definition(String ref, Map<String, Object> schema) {
        Map<String, Object> definitions = (Map<String, Object>) root.getOrDefault("$defs", Map.of());
        Object definition = definitions.get(ref.replace("#/$defs/", ""));
        if (definition == null || !Set.of("$ref", "$defs").containsAll(schema.keySet())) {
            throw new IllegalArgumentException("reference " + schema);
        }
        return (Map<String, Object>) definition;
    }

    @SuppressWarnings("unchecked")
    private void object(Map<String, Object> json, Map<String, Object> schema, String place, List<String> violations) {
        Map<String, Object> properties = (Map<String, Object>) schema.getOrDefault("properties", Map.of());
        for (Object name : (List<Object>) schema.getOrDefault("required", List.of())) {
            if (!json.containsKey(String.valueOf(name))) {
                violations.add(place + " lacks " + name);
            }
        }
        json.forEach((name, value) -> {
            if (properties.get(name) instanceof Map<?, ?> known) {
                validate(value, (Map<String, Object>) known, place + "." + name, violations);
            } else if (Boolean.FALSE.equals(schema.get("additionalProperties"))) {
                violations.add(place + " has " + name);
            }
        });
    }

    private static boolean isOfType(Object json, Object type) {
        if (type instanceof List<?> types) {
            return types.stream().anyMatch(one -> isOfType(json, one));
        }
        return switch (String.valueOf(type)) {
            case "object" -> json instanceof Map;
            case "array" -> json instanceof List;
            case "string" -> json instanceof String;
            case "boolean" -> json instanceof Boolean;
            case "null" -> json == null;
            default -> throw new IllegalArgumentException("type " + type);
        };
    }
}
