package io.retort.sql.client;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A script in the words of one product, twice: as its client must be told, and as an SQL revision says it.
 *
 * @param name begins the names of all that it makes
 * @param pieces in order
 */
record GeneratedScript(String name, List<Piece> pieces) {

    /**
     * A statement with what ends it.
     *
     * @param client for the client, which may need a delimiter
     * @param file for the revision
     */
    record Piece(String client, String file) {

        Piece(String both) {
            this(both, both);
        }
    }

    String forClient() {
        return pieces.stream().map(Piece::client).collect(Collectors.joining());
    }

    String forFile() {
        return pieces.stream().map(Piece::file).collect(Collectors.joining());
    }

    GeneratedScript with(List<Piece> others) {
        return new GeneratedScript(name, others);
    }
}
