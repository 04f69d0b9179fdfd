package io.retort.internal.history;

import io.retort.error.Advice;
import io.retort.error.FailureLocation;
import io.retort.error.RetortException;
import io.retort.internal.sql.SqlSplitter;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Replaces {@code ${name}} in an SQL revision.
 *
 * @param values the values by name
 * @param location the file, for messages
 */
record Placeholders(Map<String, String> values, String location) {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([A-Za-z0-9_.-]+)}");

    /**
     * Returns a text with the values.
     *
     * @param sql the text
     * @param before the number of lines of the file before the text, for messages
     */
    String fill(String sql, int before) {
        if (!sql.contains("${")) {
            return sql;
        }
        return PLACEHOLDER
                .matcher(sql)
                .replaceAll(found ->
                        Matcher.quoteReplacement(value(found.group(1), before + SqlSplitter.line(sql, found.start()))));
    }

    private String value(String name, int line) {
        String value = values.get(name);
        if (value == null) {
            throw new RetortException(
                            "Line " + line + " of the revision in " + location + " uses ${" + name
                                    + "}, which has no value. There are values for: "
                                    + (values.isEmpty() ? "nothing" : String.join(", ", new TreeSet<>(values.keySet())))
                                    + ".",
                            Advice.of(
                                    "Set ",
                                    Advice.setting("placeholders." + name, "<value>"),
                                    " in the application's properties."))
                    .at(FailureLocation.inFile(location, line));
        }
        return value;
    }
}
