package io.retort.dialect;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * What a lock is called: the same for all who would change the same table of revisions, and for nobody else.
 *
 * @param database the database, as the connection calls it; empty where the product has only one
 * @param schema the schema of the table of revisions, as the catalog spells it; empty where there are none
 * @param table the table, as the catalog spells it
 */
public record LockName(String database, String schema, String table) {

    /** A short text of letters, digits and a colon: every product takes it as the name of a lock. */
    public String text() {
        return "retort:" + HexFormat.of().formatHex(hash(), 0, 16);
    }

    /** The name as a number. */
    public long key() {
        return ByteBuffer.wrap(hash()).getLong();
    }

    private byte[] hash() {
        try {
            byte[] name = String.join("\n", database, schema, table).getBytes(StandardCharsets.UTF_8);
            return MessageDigest.getInstance("SHA-256").digest(name);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
