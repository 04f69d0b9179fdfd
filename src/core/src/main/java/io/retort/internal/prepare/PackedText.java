package io.retort.internal.prepare;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.zip.Adler32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;

/** Compresses a text in the format of zlib, and writes it in characters that every database stores. */
final class PackedText {

    /** Texts up to this number of bytes are not compressed: creating a deflater takes longer than writing the row. */
    private static final int SHORT = 512;

    private PackedText() {}

    static String pack(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return Base64.getEncoder().encodeToString(bytes.length <= SHORT ? uncompressed(bytes) : compressed(bytes));
    }

    /** The header of zlib, one block without compression, and the checksum (RFC 1950 and 1951). */
    private static byte[] uncompressed(byte[] bytes) {
        Adler32 checksum = new Adler32();
        checksum.update(bytes);
        return ByteBuffer.allocate(bytes.length + 11)
                .put(new byte[] {0x78, 0x01, 0x01})
                .order(ByteOrder.LITTLE_ENDIAN)
                .putShort((short) bytes.length)
                .putShort((short) ~bytes.length)
                .put(bytes)
                .order(ByteOrder.BIG_ENDIAN)
                .putInt((int) checksum.getValue())
                .array();
    }

    private static byte[] compressed(byte[] bytes) {
        ByteArrayOutputStream compressed = new ByteArrayOutputStream();
        Deflater deflater = new Deflater(Deflater.BEST_SPEED);
        try (DeflaterOutputStream stream = new DeflaterOutputStream(compressed, deflater)) {
            stream.write(bytes);
        } catch (IOException e) {
            throw new IllegalStateException("writing to a byte array cannot fail", e);
        } finally {
            deflater.end();
        }
        return compressed.toByteArray();
    }

    /** @throws IllegalArgumentException if the text is not a result of {@link #pack} */
    static String unpack(String packed) {
        try (InflaterInputStream unpacked = new InflaterInputStream(
                new ByteArrayInputStream(Base64.getDecoder().decode(packed)))) {
            return new String(unpacked.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalArgumentException("not packed", e);
        }
    }
}
