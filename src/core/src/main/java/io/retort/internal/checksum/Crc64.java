package io.retort.internal.checksum;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.zip.CRC32;
import java.util.zip.CRC32C;
import java.util.zip.Checksum;

/**
 * A 64-bit checksum of texts: the CRC-32 and the CRC-32C of their UTF-8 bytes, each text terminated by a line feed.
 *
 * <p>Equal texts in the same order have equal sums; different ones collide with a probability of 1 in 2<sup>64</sup>. A
 * cryptographic hash is not needed, and would add 30 ms to the start of a JVM that uses none otherwise.
 */
public final class Crc64 {

    private final Checksum high = new CRC32();
    private final Checksum low = new CRC32C();

    /** Returns the sum of texts. */
    public static Crc64 of(String... texts) {
        Crc64 sum = new Crc64();
        for (String text : texts) {
            sum.add(text);
        }
        return sum;
    }

    /** Adds a text. */
    public void add(String text) {
        byte[] bytes = (text + '\n').getBytes(StandardCharsets.UTF_8);
        high.update(bytes);
        low.update(bytes);
    }

    /** Returns the sum as a number, which can be negative. */
    public long bits() {
        return high.getValue() << 32 | low.getValue();
    }

    /** Returns the sum as sixteen hexadecimal digits in lower case. */
    public String hex() {
        return HexFormat.of().toHexDigits(bits());
    }
}
