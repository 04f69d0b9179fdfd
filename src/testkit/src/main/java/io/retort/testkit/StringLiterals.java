package io.retort.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The string literals and text blocks in Java sources, as they are written there, without their quotes. */
public final class StringLiterals {

    private final String source;
    private final List<String> literals = new ArrayList<>();

    private StringLiterals(String source) {
        this.source = source;
    }

    /** Returns the literals of a source, in order. Comments and character literals do not count. */
    public static List<String> in(String source) {
        StringLiterals reader = new StringLiterals(source);
        for (int at = 0; at < source.length(); ) {
            at = reader.next(at);
        }
        return List.copyOf(reader.literals);
    }

    /** Returns the literals of all sources below a folder, by the names of the files. */
    public static Map<String, List<String>> below(Path folder) {
        Map<String, List<String>> literals = new LinkedHashMap<>();
        sourcesBelow(folder).forEach((file, source) -> literals.put(file, in(source)));
        return literals;
    }

    /** Returns the Java sources below a folder, by the paths of the files. */
    public static Map<String, String> sourcesBelow(Path folder) {
        Map<String, String> sources = new LinkedHashMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(path -> path.toString().endsWith(".java"))
                    .sorted()
                    .toList()) {
                sources.put(folder.relativize(file).toString(), Files.readString(file));
            }
            return sources;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private int next(int at) {
        if (source.startsWith("//", at)) {
            return after("\n", at);
        }
        if (source.startsWith("/*", at)) {
            return after("*/", at + 2);
        }
        if (source.startsWith("\"\"\"", at)) {
            return literal("\"\"\"", at, true);
        }
        return switch (source.charAt(at)) {
            case '"' -> literal("\"", at, true);
            case '\'' -> literal("'", at, false);
            default -> at + 1;
        };
    }

    private int literal(String quote, int start, boolean kept) {
        int end = start + quote.length();
        while (!source.startsWith(quote, end)) {
            end += source.charAt(end) == '\\' ? 2 : 1;
        }
        if (kept) {
            literals.add(source.substring(start + quote.length(), end));
        }
        return end + quote.length();
    }

    private int after(String end, int from) {
        int found = source.indexOf(end, from);
        return found < 0 ? source.length() : found + end.length();
    }
}
