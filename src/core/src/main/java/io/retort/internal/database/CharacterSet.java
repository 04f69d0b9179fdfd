package io.retort.internal.database;

import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** A character set of a database, which can lack characters of a message. */
final class CharacterSet {

    private final CharsetEncoder encoder;
    private final boolean threeBytes;

    /**
     * Creates a character set.
     *
     * @param name the name in PostgreSQL, MySQL or MariaDB; an unknown one is treated as ASCII
     */
    CharacterSet(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        this.threeBytes = lower.equals("utf8mb3");
        this.encoder = charset(lower).newEncoder();
    }

    private static Charset charset(String name) {
        String known = name.startsWith("utf8") ? "utf-8" : name.replaceFirst("^win(?=\\d)", "windows-");
        try {
            return Charset.isSupported(known) ? Charset.forName(known) : StandardCharsets.US_ASCII;
        } catch (IllegalArgumentException e) {
            return StandardCharsets.US_ASCII;
        }
    }

    static boolean isAscii(String text) {
        return text.chars().allMatch(character -> character < 0x80);
    }

    /** Returns the text with missing characters escaped. */
    String kept(String text) {
        StringBuilder kept = new StringBuilder(text.length());
        text.codePoints().forEach(codePoint -> {
            String character = Character.toString(codePoint);
            if (canKeep(character)) {
                kept.append(character);
            } else {
                character.chars().forEach(unit -> kept.append(String.format("\\u%04x", unit)));
            }
        });
        return kept.toString();
    }

    private boolean canKeep(String character) {
        return encoder.canEncode(character) && !(threeBytes && character.length() > 1);
    }
}
