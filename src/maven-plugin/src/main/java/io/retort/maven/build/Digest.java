package io.retort.maven.build;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;

/** A digest of text or of a file. Values such as passwords cannot be read from it. */
final class Digest {

    private final MessageDigest digest = sha256();

    Digest add(Collection<String> lines) {
        lines.forEach(this::add);
        return this;
    }

    Digest add(String line) {
        digest.update(line.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0);
        return this;
    }

    Digest add(byte[] content) {
        digest.update(content);
        return this;
    }

    /** Returns the digest of everything that was added. */
    String hex() {
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
