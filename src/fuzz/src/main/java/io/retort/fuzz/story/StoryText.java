package io.retort.fuzz.story;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads and writes stories as text, for permanent test cases: {@code Story(product="h2" seed=12 ...)}. Components that
 * are empty, zero or false are left out.
 */
public final class StoryText {

    private final String text;
    private int position;

    private StoryText(String text) {
        this.text = text;
    }

    /**
     * Returns the text of a story.
     *
     * @param story the story
     */
    public static String write(Story story) {
        StringBuilder out = new StringBuilder();
        write(story, out, 0);
        return out.append('\n').toString();
    }

    /**
     * Parses the output of {@link #write}.
     *
     * @param text the text
     * @throws IllegalArgumentException if the text is not a story
     */
    public static Story read(String text) {
        return (Story) new StoryText(text).value(Story.class);
    }

    private static void write(Object value, StringBuilder out, int depth) {
        if (value instanceof String string) {
            out.append('"')
                    .append(string.replace("\\", "\\\\").replace("\"", "\\\""))
                    .append('"');
        } else if (value instanceof List<?> list) {
            out.append('[');
            for (Object element : list) {
                out.append('\n').append("  ".repeat(depth + 1));
                write(element, out, depth + 1);
            }
            out.append(']');
        } else if (value instanceof Record) {
            out.append(value.getClass().getSimpleName()).append('(');
            String separator = "";
            for (RecordComponent component : value.getClass().getRecordComponents()) {
                Object part = get(value, component);
                if (!part.equals(empty(component.getType()))) {
                    out.append(separator).append(component.getName()).append('=');
                    write(part, out, depth + 1);
                    separator = " ";
                }
            }
            out.append(')');
        } else {
            out.append(value);
        }
    }

    private static Object get(Object value, RecordComponent component) {
        try {
            return component.getAccessor().invoke(value);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Object empty(Class<?> type) {
        if (type == boolean.class) {
            return false;
        }
        if (type == int.class) {
            return 0;
        }
        if (type == long.class) {
            return 0L;
        }
        if (type == List.class) {
            return List.of();
        }
        return type.isEnum() ? type.getEnumConstants()[0] : "";
    }

    private Object value(Type type) {
        skip();
        if (type instanceof ParameterizedType list) {
            return list(list.getActualTypeArguments()[0]);
        }
        Class<?> raw = (Class<?>) type;
        if (raw == String.class) {
            return string();
        }
        if (raw.isRecord()) {
            return made(raw);
        }
        String word = word();
        if (raw.isEnum()) {
            return Arrays.stream(raw.getEnumConstants())
                    .filter(constant -> ((Enum<?>) constant).name().equals(word))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("No " + raw.getSimpleName() + " " + word));
        }
        if (raw == boolean.class) {
            return Boolean.valueOf(word);
        }
        return raw == long.class ? (Object) Long.valueOf(word) : (Object) Integer.valueOf(word);
    }

    private List<Object> list(Type element) {
        List<Object> all = new ArrayList<>();
        expect('[');
        skip();
        while (text.charAt(position) != ']') {
            all.add(value(element));
            skip();
        }
        expect(']');
        return all;
    }

    private Object made(Class<?> type) {
        if (!word().equals(type.getSimpleName())) {
            throw new IllegalArgumentException("Expected " + type.getSimpleName() + " before position " + position);
        }
        Map<String, RecordComponent> components = new HashMap<>();
        Map<String, Object> parts = new HashMap<>();
        for (RecordComponent component : type.getRecordComponents()) {
            components.put(component.getName(), component);
            parts.put(component.getName(), component.getType().isRecord() ? "" : empty(component.getType()));
        }
        expect('(');
        skip();
        while (text.charAt(position) != ')') {
            String name = word();
            expect('=');
            RecordComponent component = components.get(name);
            if (component == null) {
                throw new IllegalArgumentException("No " + name + " in " + type.getSimpleName());
            }
            parts.put(name, value(component.getGenericType()));
            skip();
        }
        expect(')');
        return construct(type, parts);
    }

    private static Object construct(Class<?> type, Map<String, Object> parts) {
        RecordComponent[] components = type.getRecordComponents();
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        Object[] arguments = Arrays.stream(components)
                .map(component -> parts.get(component.getName()))
                .toArray();
        try {
            return type.getDeclaredConstructor(types).newInstance(arguments);
        } catch (InvocationTargetException e) {
            throw new IllegalArgumentException(e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private String string() {
        expect('"');
        StringBuilder read = new StringBuilder();
        while (text.charAt(position) != '"') {
            if (text.charAt(position) == '\\') {
                position++;
            }
            read.append(text.charAt(position++));
        }
        position++;
        return read.toString();
    }

    private String word() {
        int start = position;
        while (position < text.length()
                && (Character.isLetterOrDigit(text.charAt(position)) || "_-".indexOf(text.charAt(position)) >= 0)) {
            position++;
        }
        return text.substring(start, position);
    }

    private void skip() {
        while (position < text.length() && Character.isWhitespace(text.charAt(position))) {
            position++;
        }
    }

    private void expect(char sign) {
        skip();
        if (position >= text.length() || text.charAt(position) != sign) {
            throw new IllegalArgumentException("Expected " + sign + " at position " + position);
        }
        position++;
    }
}
