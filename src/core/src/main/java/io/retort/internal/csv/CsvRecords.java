package io.retort.internal.csv;

import io.retort.error.RetortException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;

/** Splits a CSV text into lines of values. Line breaks are those of Unix, whatever the file has. */
final class CsvRecords implements Iterator<CsvRecords.Line> {

    private final String text;
    private final Failures failures;
    private int position;
    private int number = 1;

    /** Creates the exception for a line that cannot be read. */
    @FunctionalInterface
    interface Failures {
        RetortException at(int line, String what, String action);
    }

    /**
     * A line of values, which can have several lines of text.
     *
     * @param number the number of its first line of text, from 1
     * @param values the values
     */
    record Line(int number, List<Value> values) {

        boolean isBlank() {
            return values.size() == 1 && values.get(0).equals(Value.NOTHING);
        }
    }

    /**
     * A value.
     *
     * @param text the text, without quotes
     * @param quoted whether it is in quotes
     */
    record Value(String text, boolean quoted) {

        static final Value NOTHING = new Value("", false);
    }

    CsvRecords(String text, Failures failures) {
        this.text = text.replace("\r\n", "\n").replace('\r', '\n');
        this.failures = failures;
    }

    @Override
    public boolean hasNext() {
        return position < text.length();
    }

    @Override
    public Line next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        int first = number;
        List<Value> values = new ArrayList<>();
        do {
            values.add(current() == '"' ? quoted() : plain());
        } while (skipped(','));
        if (skipped('\n')) {
            number++;
        }
        return new Line(first, values);
    }

    private Value plain() {
        int start = position;
        while (current() != ',' && current() != '\n' && position < text.length()) {
            if (current() == '"') {
                throw failures.at(
                        number,
                        "has a quote inside a value without quotes",
                        "Put the value in double quotes, and write its own quotes twice.");
            }
            position++;
        }
        return new Value(text.substring(start, position), false);
    }

    private Value quoted() {
        int first = number;
        StringBuilder value = new StringBuilder();
        position++;
        while (position < text.length()) {
            char character = text.charAt(position++);
            if (character == '"' && !skipped('"')) {
                return ended(value);
            }
            number += character == '\n' ? 1 : 0;
            value.append(character);
        }
        throw failures.at(first, "has a value whose quotes are not closed", "Close them.");
    }

    private Value ended(StringBuilder value) {
        if (position < text.length() && current() != ',' && current() != '\n') {
            throw failures.at(
                    number, "has text after the closing quote of a value", "Write a quote inside a value twice.");
        }
        return new Value(value.toString(), true);
    }

    private boolean skipped(char expected) {
        boolean found = position < text.length() && text.charAt(position) == expected;
        position += found ? 1 : 0;
        return found;
    }

    /** Returns the next character; a line break at the end of the text. */
    private char current() {
        return position < text.length() ? text.charAt(position) : '\n';
    }
}
