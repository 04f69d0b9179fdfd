package io.retort.internal.sql.client;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A script for one product in two forms: for its client, and as an SQL revision.
 *
 * @param name the prefix of the names of all objects that it creates
 * @param pieces the statements, in order
 */
record GeneratedScript(String name, List<Piece> pieces) {

    /**
     * A statement with its terminator.
     *
     * @param client the text for the client, which may need a delimiter
     * @param file the text for the revision
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
