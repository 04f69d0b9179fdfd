package io.retort.internal.csv;

import io.retort.error.RetortException;
import io.retort.operation.Rows;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads rows from a CSV file. */
public final class CsvFile {

    private static final char BYTE_ORDER_MARK = 0xFEFF;

    private final String name;
    private final List<CsvColumn> columns = new ArrayList<>();

    /**
     * A column of the file.
     *
     * @param name its name
     * @param type the type of its values
     */
    private record CsvColumn(String name, CsvType type) {}

    private CsvFile(String name) {
        this.name = name;
    }

    /**
     * Reads a file on the class path.
     *
     * @param revision the class next to which the file is
     * @param file the name, as in {@link Class#getResourceAsStream}
     * @throws RetortException if the file does not exist or cannot be read as rows
     */
    public static Rows read(Class<?> revision, String file) {
        try (InputStream in = revision.getResourceAsStream(file)) {
            if (in == null) {
                throw missing(revision, file);
            }
            return of(file, in.readAllBytes());
        } catch (IOException failure) {
            throw new RetortException(
                    "The file " + file + " cannot be read: " + failure.getMessage(), "Check the class path.", failure);
        }
    }

    /**
     * Reads the content of a file.
     *
     * @param name the name of the file, for messages
     * @throws RetortException if it cannot be read as rows
     */
    public static Rows of(String name, byte[] content) {
        return new CsvFile(name).rows(content);
    }

    private static RetortException missing(Class<?> revision, String file) {
        String path = file.startsWith("/")
                ? file.substring(1)
                : revision.getPackageName().replace('.', '/') + "/" + file;
        return new RetortException(
                "The file " + path + " does not exist on the class path, as " + revision.getSimpleName() + " requires.",
                "Put it into src/main/resources/" + path + ", or correct the name.");
    }

    private Rows rows(byte[] bytes) {
        CsvRecords records = new CsvRecords(decoded(bytes), this::failure);
        if (!records.hasNext()) {
            throw failure(1, "has no line with the names of the columns", "Write them in the first line.");
        }
        header(records.next());
        List<List<@Nullable Object>> rows = new ArrayList<>();
        while (records.hasNext()) {
            CsvRecords.Line line = records.next();
            if (!line.isBlank() || columns.size() == 1) {
                rows.add(row(line));
            }
        }
        List<String> names = columns.stream().map(CsvColumn::name).toList();
        if (names.stream().distinct().count() < names.size()) {
            throw failure(1, "names a column twice", "Remove one of them.");
        }
        return new Rows(names, rows);
    }

    private String decoded(byte[] bytes) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
        } catch (CharacterCodingException notUtf8) {
            throw new RetortException("The file " + name + " is not UTF-8.", "Save it as UTF-8.", notUtf8);
        }
    }

    private void header(CsvRecords.Line line) {
        for (CsvRecords.Value value : line.values()) {
            String title = value.text().strip();
            int colon = title.lastIndexOf(':');
            String type = colon < 0
                    ? CsvType.TEXT.toString()
                    : title.substring(colon + 1).strip();
            String column = colon < 0 ? title : title.substring(0, colon).strip();
            if (column.isEmpty()) {
                throw failure(line.number(), "has a column without a name", "Write the name.");
            }
            columns.add(new CsvColumn(
                    column,
                    CsvType.named(type)
                            .orElseThrow(() -> failure(
                                    line.number(),
                                    "has the column " + column + " of the unknown type \"" + type + "\"",
                                    "Use one of " + CsvType.names() + "."))));
        }
    }

    private List<@Nullable Object> row(CsvRecords.Line line) {
        if (line.values().size() != columns.size()) {
            throw failure(
                    line.number(),
                    "has " + line.values().size() + " values for " + columns.size() + " columns",
                    "Put values that contain a comma, a line break or a quote in double quotes.");
        }
        List<@Nullable Object> row = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            row.add(value(line, line.values().get(i), columns.get(i)));
        }
        return row;
    }

    /** Nothing is null; an empty text is in quotes. */
    private @Nullable Object value(CsvRecords.Line line, CsvRecords.Value value, CsvColumn column) {
        if (value.text().isEmpty() && !value.quoted()) {
            return null;
        }
        try {
            return column.type().parse(value.text());
        } catch (RuntimeException notOfThisType) {
            throw failure(
                    line.number(),
                    "has \"" + value.text() + "\" in the column " + column.name() + ", which is not of the type "
                            + column.type(),
                    "Correct the value, or the type in the first line. An empty value without quotes is null.");
        }
    }

    private RetortException failure(int line, String what, String action) {
        return new RetortException("Line " + line + " of " + name + " " + what + ".", action);
    }
}
