package io.retort.testkit.dump;

import java.util.ArrayList;
import java.util.List;

/** Splits a text at commas. */
final class Pieces {

    private Pieces() {}

    /** Splits at the commas outside parentheses and quotes. */
    static List<String> of(String body) {
        List<String> pieces = new ArrayList<>();
        int depth = 0;
        char quote = 0;
        int from = 0;
        for (int i = 0; i < body.length(); i++) {
            char c = body.charAt(i);
            if (quote != 0) {
                quote = c == quote ? 0 : quote;
            } else if (c == '\'' || c == '"') {
                quote = c;
            } else {
                depth += c == '(' ? 1 : c == ')' ? -1 : 0;
                if (c == ',' && depth == 0) {
                    pieces.add(body.substring(from, i).strip());
                    from = i + 1;
                }
            }
        }
        pieces.add(body.substring(from).strip());
        return pieces;
    }
}
