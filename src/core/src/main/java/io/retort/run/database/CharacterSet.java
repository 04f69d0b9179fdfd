package io.retort.run.database;

import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** A character set of a database, which may lack letters that a message has. */
final class CharacterSet {

    private final CharsetEncoder encoder;
    private final boolean threeBytes;

    /**
     * A character set.
     *
     * @param name as PostgreSQL, MySQL and MariaDB call it; of one that is not known only ASCII is believed
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

    /** The text, with what the character set lacks as its number. */
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
