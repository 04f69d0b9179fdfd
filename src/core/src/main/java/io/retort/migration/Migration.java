package io.retort.migration;

/**
 * The code of a revision. An implementation is public, has a public constructor without parameters and carries
 * {@link Revision}.
 */
public interface Migration {

    /** Says what takes the schema from the revision's parents to the revision. */
    void upgrade(Operations op);

    /**
     * Says what takes the schema back. Unless overridden: the upgrade's operations, each reversed, last first.
     *
     * @throws IrreversibleException if one of them has no reverse
     */
    default void downgrade(Operations op) {
        op.reverse(this::upgrade);
    }
}
