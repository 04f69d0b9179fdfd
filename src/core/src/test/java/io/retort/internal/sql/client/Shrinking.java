package io.retort.internal.sql.client;

import io.retort.internal.sql.client.ClientComparison.Outcome;
import io.retort.internal.sql.client.GeneratedScript.Piece;
import java.util.ArrayList;
import java.util.List;

/**
 * Shortens a script that causes a difference.
 *
 * @param comparison checks whether it still does
 * @param end when to stop, as {@link System#nanoTime}
 */
record Shrinking(ClientComparison comparison, long end) {

    GeneratedScript shrink(GeneratedScript script) throws Exception {
        GeneratedScript shortest = script;
        for (int i = shortest.pieces().size() - 1; i >= 0 && shortest.pieces().size() > 1; i--) {
            List<Piece> fewer = new ArrayList<>(shortest.pieces());
            fewer.remove(i);
            shortest = shorter(shortest, fewer);
        }
        for (int i = 0; i < shortest.pieces().size(); i++) {
            shortest = shrinkPiece(shortest, i);
        }
        return shortest;
    }

    private GeneratedScript shrinkPiece(GeneratedScript script, int place) throws Exception {
        GeneratedScript shortest = script;
        for (int size = 32; size >= 1; size /= 2) {
            for (int at = 0; at < shortest.pieces().get(place).client().length(); ) {
                Piece piece = shortest.pieces().get(place);
                if (!piece.client().equals(piece.file())) {
                    return shortest;
                }
                String text = piece.client();
                List<Piece> pieces = new ArrayList<>(shortest.pieces());
                pieces.set(
                        place, new Piece(text.substring(0, at) + text.substring(Math.min(text.length(), at + size))));
                GeneratedScript next = shorter(shortest, pieces);
                if (next == shortest) {
                    at += size;
                }
                shortest = next;
            }
        }
        return shortest;
    }

    private GeneratedScript shorter(GeneratedScript script, List<Piece> pieces) throws Exception {
        if (System.nanoTime() > end) {
            return script;
        }
        GeneratedScript candidate = script.with(pieces);
        boolean differs =
                comparison.compare(List.of(candidate)).get(candidate.name()).outcome() == Outcome.DIFFERING;
        return differs ? candidate : script;
    }
}
