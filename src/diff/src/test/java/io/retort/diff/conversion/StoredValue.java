package io.retort.diff.conversion;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.sql.Blob;
import java.sql.Clob;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A value as the driver reads it.
 *
 * @param exact the value in the spelling of its type, which distinguishes the values of one type
 * @param meaning the value regardless of its type: numbers, booleans and texts that contain them are equal
 */
record StoredValue(String exact, Set<String> meaning) {

    StoredValue(String exact, String meaning) {
        this(exact, Set.of(meaning));
    }

    /** Whether two lists of values have the same meaning. */
    static boolean alike(List<StoredValue> some, List<StoredValue> others) {
        return some.size() == others.size()
                && IntStream.range(0, some.size())
                        .noneMatch(i -> Collections.disjoint(some.get(i).meaning, others.get(i).meaning));
    }

    /** All values of a column, in order. */
    static List<StoredValue> all(Connection connection, String query) throws SQLException {
        List<StoredValue> values = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                values.add(of(rows.getObject(1), rows));
            }
        }
        return values;
    }

    private static StoredValue of(@Nullable Object value, ResultSet rows) throws SQLException {
        if (value instanceof byte[] bytes) {
            return bytes(bytes);
        }
        if (value instanceof Blob blob) {
            try (InputStream content = blob.getBinaryStream()) {
                return bytes(content.readAllBytes());
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }
        if (value instanceof Clob clob) {
            return text(clob.getSubString(1, (int) clob.length()));
        }
        if (value instanceof Boolean truth) {
            return new StoredValue(value.toString(), truth ? "1" : "0");
        }
        if (value instanceof Number number) {
            return number(number);
        }
        if (value instanceof UUID uuid) {
            return new StoredValue(uuid.toString(), "uuid " + uuid);
        }
        if (value instanceof OffsetDateTime moment) {
            return text(moment.toInstant().toString());
        }
        return value == null ? new StoredValue("null", "null") : text(rows.getString(1));
    }

    /** A floating-point number has two meanings: its shortest decimal text, and its exact binary value. */
    private static StoredValue number(Number number) {
        if (number instanceof Float || number instanceof Double) {
            String exact = plain(new BigDecimal(number.doubleValue()));
            String digits = plain(new BigDecimal(number.toString()));
            return exact.equals(digits)
                    ? new StoredValue(number.toString(), digits)
                    : new StoredValue(number.toString(), Set.of(digits, exact));
        }
        String digits = plain(new BigDecimal(number.toString()));
        return new StoredValue(digits, digits);
    }

    private static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }

    private static StoredValue bytes(byte[] bytes) {
        String hex = HexFormat.of().formatHex(bytes);
        String text = new String(bytes, StandardCharsets.UTF_8);
        String other = bytes.length == 16 ? "uuid " + uuid(hex) : text.isEmpty() ? "" : meaning(text);
        return new StoredValue(hex, new HashSet<>(List.of(hex, other)));
    }

    private static String uuid(String hex) {
        return hex.replaceFirst("(.{8})(.{4})(.{4})(.{4})(.{12})", "$1-$2-$3-$4-$5");
    }

    private static StoredValue text(String text) {
        return new StoredValue(text, meaning(text));
    }

    /** A timestamp at midnight means the date; a text with the form of a number means the number. */
    private static String meaning(String text) {
        if (text.matches("-?\\d+(\\.\\d+)?([eE][-+]?\\d+)?") && !text.matches("-?0\\d.*")) {
            return plain(new BigDecimal(text));
        }
        if (text.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")) {
            return "uuid " + text;
        }
        if (text.matches("\\d{4}-\\d{2}-\\d{2}[ T].*")) {
            return text.replace('T', ' ')
                    .replaceFirst("(\\.\\d*?)0+$", "$1")
                    .replaceFirst("\\.$", "")
                    .replaceFirst(" 00:00:00$", "");
        }
        if (text.equals("true") || text.equals("Y")) {
            return "1";
        }
        if (text.equals("false")) {
            return "0";
        }
        return text.replaceFirst("^(\\d:)", "0$1")
                .replaceFirst("^(\\d{2}:\\d{2}:\\d{2})(\\.\\d*?)0+$", "$1$2")
                .replaceFirst("\\.$", "")
                .stripTrailing();
    }

    @Override
    public String toString() {
        return exact.length() > 40 ? exact.substring(0, 40) + "..." : exact;
    }
}
