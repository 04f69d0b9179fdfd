package io.retort.internal.declaration;

import io.retort.error.RetortException;
import io.retort.migration.Migration;
import io.retort.migration.Operations;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads the source of a Java revision without compiling it: the calls in its methods {@code upgrade} and {@code
 * downgrade}.
 */
public final class JavaRevisionText {

    private static final Pattern METHOD = Pattern.compile(
            "\\bvoid\\s+(upgrade|downgrade)\\s*\\(\\s*(?:final\\s+)?(?:\\w+\\.)*Operations\\s+(\\w+)\\s*\\)[^{;]*\\{");

    private static final Pattern REVERSE = Pattern.compile("\\s*(\\w+)\\.reverse\\(\\s*this::upgrade\\s*\\)\\s*;\\s*");

    private static final Pattern NOT_TRANSACTIONAL = Pattern.compile("\\btransactional\\s*=\\s*false\\b");

    private final String source;
    private final SourceErrors errors;

    /**
     * @param text the content of the file
     * @param location the file, for messages
     */
    public JavaRevisionText(String text, String location) {
        this.source = JavaSourceText.simplified(text);
        SourcePlaces place = offset -> "Line "
                + (1
                        + source.substring(0, Math.min(offset, source.length()))
                                .chars()
                                .filter(sign -> sign == '\n')
                                .count())
                + " of " + location;
        this.errors = new SourceErrors(place);
    }

    /** Returns whether the text declares a revision with this id. */
    public boolean declares(String id) {
        return Pattern.compile("@Revision\\s*\\([^)]*\\bid\\s*=\\s*\"" + Pattern.quote(id) + "\"")
                .matcher(source)
                .find();
    }

    /** Returns whether the revision runs in a transaction. */
    public boolean transactional() {
        return !NOT_TRANSACTIONAL.matcher(source).find();
    }

    /**
     * Reads the migration.
     *
     * @throws RetortException if a method contains anything but calls with literal arguments
     */
    public Migration migration() {
        List<OperationCall> upgrade = calls("upgrade").orElse(List.of());
        Optional<List<OperationCall>> downgrade = calls("downgrade");
        return new Migration() {
            @Override
            public void upgrade(Operations op) {
                upgrade.forEach(call -> call.addTo(op, errors));
            }

            @Override
            public void downgrade(Operations op) {
                if (downgrade.isPresent()) {
                    downgrade.get().forEach(call -> call.addTo(op, errors));
                } else {
                    op.reverse(this::upgrade);
                }
            }
        };
    }

    /** The calls of a method; empty without the method, and for a method that only reverses the upgrade. */
    private Optional<List<OperationCall>> calls(String name) {
        Matcher method = METHOD.matcher(source);
        while (method.find()) {
            if (method.group(1).equals(name)) {
                String body = source.substring(method.end(), end(method.end()));
                if (REVERSE.matcher(body).matches()) {
                    return Optional.empty();
                }
                // Spaces in front keep the offsets, and so the lines in messages.
                String padded = source.substring(0, method.end()).replaceAll("[^\n]", " ") + body;
                return Optional.of(CallParser.body(padded, method.group(2), errors));
            }
        }
        return Optional.empty();
    }

    private int end(int from) {
        int depth = 1;
        @Nullable Character quote = null;
        for (int i = from; i < source.length(); i++) {
            char sign = source.charAt(i);
            if (sign == '\\') {
                i++;
            } else if (quote != null) {
                quote = sign == quote ? null : quote;
            } else if (sign == '"' || sign == '\'') {
                quote = sign;
            } else {
                depth += sign == '{' ? 1 : sign == '}' ? -1 : 0;
                if (depth == 0) {
                    return i;
                }
            }
        }
        throw errors.at(from, "has no end of this method", "Correct the file.");
    }
}
