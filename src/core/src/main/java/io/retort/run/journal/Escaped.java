package io.retort.run.journal;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Names in a note, in letters that every database keeps as they are. */
final class Escaped {

    private Escaped() {}

    static String text(String name) {
        return URLEncoder.encode(name, StandardCharsets.UTF_8);
    }

    static String read(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
