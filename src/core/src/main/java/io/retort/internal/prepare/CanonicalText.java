package io.retort.internal.prepare;

import io.retort.operation.JavaCall;
import io.retort.schema.QualifiedName;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A value as {@code kind{key=value key=value}}. Different values have different texts. */
final class CanonicalText {

    private final StringBuilder text;
    private final String end;
    private String separator = "";

    private CanonicalText(StringBuilder text, String end) {
        this.text = text;
        this.end = end;
    }

    static CanonicalText of(String kind) {
        return new CanonicalText(new StringBuilder(kind).append('{'), "}");
    }

    /** Returns a text without attributes. */
    static CanonicalText verbatim(String text) {
        return new CanonicalText(new StringBuilder(text), "");
    }

    /** Adds an attribute, unless it is null, false or empty. */
    CanonicalText put(String key, @Nullable Object value) {
        if (value == null || value.equals(false) || value instanceof List<?> list && list.isEmpty()) {
            return this;
        }
        text.append(separator).append(key).append('=');
        write(value);
        separator = " ";
        return this;
    }

    private void write(@Nullable Object value) {
        if (value instanceof List<?> list) {
            list(list);
        } else if (value instanceof String string) {
            quoted(string);
        } else if (value instanceof QualifiedName name) {
            quoted(name.toString());
        } else if (value instanceof byte[] bytes) {
            text.append("bytes:").append(HexFormat.of().formatHex(bytes));
        } else if (value instanceof JavaCall.Raw raw) {
            quoted(raw.text());
        } else if (value instanceof JavaCall call) {
            call(call);
        } else if (value instanceof JavaCall.Block block) {
            list(block.calls());
        } else {
            plain(value);
        }
    }

    /** Numbers by their digits, whatever their class; enum constants by their names; dates, times and UUIDs as text. */
    private void plain(@Nullable Object value) {
        if (value instanceof Enum<?> constant) {
            text.append(constant.name());
        } else if (value == null
                || value instanceof Number
                || value instanceof Boolean
                || value instanceof CanonicalText) {
            text.append(value);
        } else {
            text.append(value.getClass().getSimpleName()).append(':');
            quoted(value.toString());
        }
    }

    private void list(List<?> values) {
        char before = '[';
        for (Object value : values) {
            text.append(before);
            write(value);
            before = ' ';
        }
        text.append(values.isEmpty() ? "[]" : "]");
    }

    private void call(JavaCall call) {
        text.append(call.method());
        list(call.arguments());
        call.chain().forEach(next -> call(next));
    }

    private void quoted(String string) {
        text.append('"');
        for (int i = 0; i < string.length(); i++) {
            char sign = string.charAt(i);
            if (sign == '"' || sign == '\\') {
                text.append('\\');
            }
            text.append(sign);
        }
        text.append('"');
    }

    @Override
    public String toString() {
        return text + end;
    }
}
