package io.retort.diff.author.tool;

import java.math.BigInteger;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The version in a file name: numbers separated by dots or underscores.
 *
 * @param text the version as written, such as {@code 007}, {@code 1.2} or {@code 20261130133000}
 */
record ScriptVersion(String text) implements Comparable<ScriptVersion> {

    private static final Pattern VALID = Pattern.compile("\\d+(?:[._]\\d+)*");

    private static final Pattern YEAR = Pattern.compile("(?:19|20)\\d\\d");

    /** The forms of a point in time in one number, by the count of digits. */
    private static final List<String> TIMES = List.of("yyyyMMdd", "yyyyMMddHH", "yyyyMMddHHmm", "yyyyMMddHHmmss");

    private static final Comparator<List<BigInteger>> NUMBERS = ScriptVersion::compare;

    private static final int DATE_PARTS = 3;

    private static final int LAST_MONTH = 12;

    static boolean isValid(String text) {
        return VALID.matcher(text).matches();
    }

    /**
     * Returns the version after existing ones, in the form of the latest. That is the current time if the latest is a
     * point in time, and otherwise the next number, with as many digits.
     *
     * @param existing the existing versions, in any order
     * @param now the current time
     */
    static ScriptVersion after(List<ScriptVersion> existing, LocalDateTime now) {
        return existing.stream()
                .max(Comparator.naturalOrder())
                .map(latest -> latest.next(now))
                .orElse(new ScriptVersion("1"));
    }

    private ScriptVersion next(LocalDateTime now) {
        ScriptVersion time = time(now);
        return time != null && time.compareTo(this) > 0 ? time : incremented();
    }

    private @Nullable ScriptVersion time(LocalDateTime now) {
        List<BigInteger> numbers = numbers();
        String first = parts()[0];
        boolean year =
                first.length() >= 4 && YEAR.matcher(first.substring(0, 4)).matches();
        if (!year) {
            return null;
        }
        if (first.length() > 4) {
            return TIMES.stream()
                    .filter(form -> form.length() == first.length())
                    .map(form -> new ScriptVersion(now.format(DateTimeFormatter.ofPattern(form, Locale.ROOT))
                            + (numbers.size() > 1 ? separator() + "1" : "")))
                    .findFirst()
                    .orElse(null);
        }
        if (numbers.size() < DATE_PARTS || numbers.get(1).intValue() > LAST_MONTH) {
            return null;
        }
        return new ScriptVersion(String.join(separator(), dated(now)));
    }

    /** A date in three parts; a fourth one counts the scripts of a day. */
    private List<String> dated(LocalDateTime now) {
        List<String> dated = new ArrayList<>();
        String[] parts = parts();
        int[] date = {now.getYear(), now.getMonthValue(), now.getDayOfMonth()};
        for (int i = 0; i < parts.length; i++) {
            int value = i < date.length ? date[i] : 1;
            String like = i < date.length ? "0".repeat(parts[i].length()) : parts[i];
            dated.add(padded(BigInteger.valueOf(value), like));
        }
        return dated;
    }

    private ScriptVersion incremented() {
        String[] parts = parts();
        String last = parts[parts.length - 1];
        String before = text.substring(0, text.length() - last.length());
        return new ScriptVersion(before + padded(new BigInteger(last).add(BigInteger.ONE), last));
    }

    private static String padded(BigInteger number, String like) {
        String digits = number.toString();
        return like.startsWith("0") ? "0".repeat(Math.max(0, like.length() - digits.length())) + digits : digits;
    }

    private String separator() {
        int at = parts()[0].length();
        return text.substring(at, at + 1);
    }

    private String[] parts() {
        return text.split("[._]");
    }

    private List<BigInteger> numbers() {
        List<BigInteger> numbers = new ArrayList<>();
        for (String part : parts()) {
            numbers.add(new BigInteger(part));
        }
        return numbers;
    }

    /** Versions are equal in the order of tools if missing numbers are 0: 1 and 1.0. */
    @Override
    public int compareTo(ScriptVersion other) {
        return NUMBERS.compare(numbers(), other.numbers());
    }

    private static int compare(List<BigInteger> one, List<BigInteger> other) {
        for (int i = 0; i < Math.max(one.size(), other.size()); i++) {
            int order = at(one, i).compareTo(at(other, i));
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }

    private static BigInteger at(List<BigInteger> numbers, int index) {
        return index < numbers.size() ? numbers.get(index) : BigInteger.ZERO;
    }
}
