package io.retort.internal.journal;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Escapes names in journal entries, so that every character set can store them. */
final class NameCodec {

    private NameCodec() {}

    static String text(String name) {
        return URLEncoder.encode(name, StandardCharsets.UTF_8);
    }

    static String read(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
